package import AktsamClauses
package import AktsamReading
package import AktsamText

/// What a contract manager takes into a meeting with a supplier: what the supplier's documents lack
/// against the buyer's terms, the worst first, and what they state firmly.
///
/// A plain value in the language of the list. It says what was found in which document, never that
/// somebody complies or doesn't.
package struct GapList: Sendable, Hashable {
  /// The gaps of one theme.
  package struct Theme: Sendable, Hashable {
    /// The id, such as `forced-labour`.
    package var id: String
    /// The name.
    package var title: String
    /// The gaps, the most severe first, then by step.
    package var gaps: [Gap]
  }

  /// How the readings of one step of due diligence spread.
  package struct Step: Sendable, Hashable {
    /// 1 to 6.
    package var number: Int
    /// The name.
    package var title: String
    /// How many requirements have an outcome; those that aren't demanded are left out.
    package var counts: [Outcome: Int]

    /// How many requirements there are.
    package var total: Int { counts.values.reduce(0, +) }
  }

  /// A remark on an input.
  package struct Remark: Sendable, Hashable {
    /// The rule's id; empty where no rule speaks.
    package var rule: String
    /// What was noticed.
    package var text: String
    /// The document, with the member inside an archive; empty = all.
    package var document: String
    /// The line; 0 = none.
    package var line: Int
  }

  /// The supplier: the party, or the name of the input where no party is known.
  package var supplier: String
  /// What the list was made from; its library gives the language its texts.
  package var source: Source
  /// What was read.
  package var inputs: [Report.Input]
  /// The steps that the terms ask about, in order.
  package var steps: [Step]
  /// What could not be read.
  package var unread: [Remark]
  /// What else was noticed about the documents.
  package var remarks: [Remark]
  /// The gaps by theme, the theme with the most severe gap first.
  package var themes: [Theme]
  /// What is met, in the order of the terms.
  package var strengths: [Reading]
  /// Gaps in what the buyer's documents do not demand, in the order of the terms.
  package var dialogueOnly: [Gap]
  /// What a condition in a document switched off.
  package var switchedOff: [Reading]
  /// Whether names and contact details were masked.
  package var isRedacted: Bool

  /// All gaps, the most severe first, then by step.
  package var gaps: [Gap] { themes.flatMap(\.gaps).sorted { $0.order < $1.order } }

  /// What the list was made from.
  package struct Source: Sendable, Hashable {
    /// The version of the tool.
    package var toolVersion: String
    /// The version of the library.
    package var libraryVersion: String
    /// SHA-256 of the library.
    package var librarySHA256: String
    /// The day of the library's version; nil = not said.
    package var libraryDate: String?
    /// The profile's id.
    package var profile: String
    /// The profile's version.
    package var profileVersion: String
    /// The profile's name.
    package var profileTitle: String
    /// The procedure's id; empty = none.
    package var procedure: String
    /// The lot; empty = none.
    package var lot: String
    /// The language of the list.
    package var language: String
    /// The day that ages were measured at; nil = none.
    package var asOf: String?
    /// The name of the subject, which is a path where no party is known.
    package var subject: String
  }
}

/// A requirement with what was read about it.
package struct Reading: Sendable, Hashable {
  /// The requirement's id.
  package var requirement: String
  /// Its title.
  package var title: String
  /// The number printed in the buyer's terms; empty = none.
  package var number: String
  /// The theme's id.
  package var theme: String
  /// The theme's name.
  package var themeTitle: String
  /// How much a gap would matter.
  package var severity: Requirement.Weight
  /// The step of due diligence, 1 to 6.
  package var step: Int
  /// How strictly it is asked for; nil outside the profile.
  package var level: Profile.Level?
  /// What was found.
  package var outcome: Outcome
  /// Whether it may be relied on without a second look.
  package var certainty: Certainty
  /// The supplier's words, best first.
  package var quotations: [Quotation]
  /// Where the buyer's documents demand it; nil when none were given.
  package var demandedBy: [Place]?
  /// The decision of a person that the outcome follows; nil = it is what was read.
  package var decision: Decision?

  /// Somebody's words and where they stand.
  package struct Quotation: Sendable, Hashable {
    /// The words, as they stand there.
    package var text: String
    /// Where.
    package var place: Place
    /// The clause or question; empty = none.
    package var label: String
    /// The language.
    package var language: String
    /// Whose words they are, where it is not the supplier; empty = the supplier's.
    package var party: String
  }
}

/// Something that the documents lack.
package struct Gap: Sendable, Hashable {
  /// The id: the requirement's and the supplier's, so that it stays the same from one list to the next.
  package var id: String
  /// The requirement and what was read about it; of a requirement on which nothing was found, the
  /// quotations are those that come nearest.
  package var reading: Reading
  /// Codes of the weaknesses.
  package var weaknesses: [Weakness]
  /// What is missing or weak, in sentences.
  package var lacks: [String]
  /// What a statement must or should hold that was not found.
  package var notFound: [String]
  /// Why it matters.
  package var rationale: String
  /// The provisions behind it.
  package var provisions: [ProvisionCitation]
  /// What a strong answer would contain.
  package var strongAnswer: [String]
  /// A wording that would be strong; empty = none.
  package var wording: String
  /// What to ask in the dialogue; empty = none.
  package var question: String
  /// What to ask to be shown; empty = none.
  package var evidence: String
  /// When to have it by; nil where the terms set no time.
  package var deadline: Deadline?
  /// What was agreed on it before; nil = nothing yet.
  package var agreement: Report.Agreement?
  /// Where it stands among all gaps.
  var order: Order

  /// A provision as it is cited.
  package struct ProvisionCitation: Sendable, Hashable {
    /// The id, such as `UNGP-17`.
    package var id: String
    /// The norm and the number in it.
    package var citation: String
    /// What it demands, in our own words; empty = not known.
    package var statement: String
    /// Where to read it; empty = not known.
    package var address: String
    /// Whether the statement was checked against the published text: `yes`, `partly`, `no`.
    package var verified: String
  }

  /// When something is to be handed in.
  package struct Deadline: Sendable, Hashable {
    /// The profile's parameter.
    package var parameter: String
    /// The days that it allows.
    package var days: Int
    /// The day that this makes, counted from the day of the list; nil where it has none.
    package var date: String?
    /// In words.
    package var text: String
  }

  /// Severity, then step, then how bad the reading is, then the order of the terms.
  struct Order: Sendable, Hashable, Comparable {
    var severity: Int
    var step: Int
    var outcome: Int
    var position: Int

    static func < (left: Order, right: Order) -> Bool {
      (left.severity, left.step, left.outcome, left.position)
        < (right.severity, right.step, right.outcome, right.position)
    }
  }
}
