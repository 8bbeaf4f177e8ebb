package import AktsamClauses
package import AktsamReading

/// What has changed between two reports: two rounds of one supplier, or two suppliers.
///
/// A plain value in one language. It compares what was read, never suppliers: a change may come from
/// the terms or the library, which the comparison says where they differ.
package struct Comparison: Sendable, Hashable {
  /// How a requirement stands against the earlier round, in the order of the report.
  package enum Change: String, Sendable, Hashable, CaseIterable {
    /// A gap that weighs more than it did.
    case worse
    /// A gap where there was none: it was met, did not apply or was not assessed.
    case new
    /// Still a gap, but a lesser one.
    case improved
    /// No gap any longer.
    case closed
    /// The same reading, perhaps of other words.
    case unchanged
  }

  /// What one round says about a requirement.
  package struct Side: Sendable, Hashable {
    /// What was found, or what a person decided instead.
    package var outcome: Outcome
    /// Whether it may be relied on without a second look.
    package var certainty: Certainty
    /// Codes of the weaknesses.
    package var weaknesses: [Weakness]
    /// Ids of the elements that are met.
    package var elements: [String]
    /// The words, best first; of a requirement on which nothing was found, those that come nearest.
    package var quotations: [Reading.Quotation]

    /// Whether something is lacking.
    package var isGap: Bool { outcome.rank > Outcome.met.rank }
  }

  /// A requirement in both rounds.
  package struct Entry: Sendable, Hashable {
    /// The requirement's id.
    package var requirement: String
    /// Its title; the id where the library does not know it.
    package var title: String
    /// The number printed in the buyer's terms; empty = none.
    package var number: String
    /// How much a gap matters.
    package var severity: Requirement.Weight
    /// How it stands.
    package var change: Change
    /// The earlier round; nil where it did not assess it.
    package var earlier: Side?
    /// The later round.
    package var later: Side
    /// Labels of the elements that are met now and were not.
    package var found: [String]
    /// Labels of the elements that were met and are not now.
    package var lost: [String]

    /// Codes of the weaknesses that are gone.
    package var mended: [Weakness] {
      (earlier?.weaknesses ?? []).filter { !later.weaknesses.contains($0) }
    }

    /// Codes of the weaknesses that came.
    package var added: [Weakness] {
      guard let earlier else { return [] }
      return later.weaknesses.filter { !earlier.weaknesses.contains($0) }
    }

    /// Whether something that was assessed before is worse now.
    var isWorse: Bool {
      change == .worse || (change == .new && earlier?.outcome == .met)
    }
  }

  /// A requirement that one round only speaks of, and that is no new gap.
  package struct Single: Sendable, Hashable {
    /// The requirement's id.
    package var requirement: String
    /// Its title.
    package var title: String
    /// The number printed in the buyer's terms; empty = none.
    package var number: String
    /// Whether it is the earlier round.
    package var isEarlier: Bool
    /// What was found.
    package var outcome: Outcome
  }

  /// Whom or what one side of a pair is about.
  package struct Name: Sendable, Hashable {
    /// The subject's name: the file's or folder's.
    package var subject: String
    /// The party; empty = not said.
    package var party: String
    /// What was read.
    package var inputs: [Report.Input]

    /// The party, or the name where none is known.
    package var shown: String { party.isEmpty ? subject : party }
  }

  /// Two subjects that were compared.
  package struct Pair: Sendable, Hashable {
    /// The earlier round's.
    package var earlier: Name
    /// The later round's.
    package var later: Name
    /// The requirements: by change, then by severity, then in the order of the terms.
    package var entries: [Entry]
    /// What the buyer's documents do not demand in the later round, in the same order: never counted.
    package var dialogueOnly: [Entry]
    /// What one round only speaks of.
    package var singles: [Single]

    /// Whether the two are different suppliers, as far as the documents name them.
    package var isOfTwoParties: Bool {
      !earlier.party.isEmpty && !later.party.isEmpty
        && ComparisonBuilder.key(earlier.party) != ComparisonBuilder.key(later.party)
    }

    /// Whether both rounds hold the same documents.
    package var hasSameDocuments: Bool {
      let hashes = [earlier, later].map { $0.inputs.map(\.sha256).sorted() }
      return hashes[0] == hashes[1] && !hashes[0].contains("") && !hashes[0].isEmpty
    }
  }

  /// What names the earlier report.
  package var earlier: SavedReport.Header
  /// What names the later report.
  package var later: SavedReport.Header
  /// The language of the comparison.
  package var language: String
  /// The version of the tool that compared.
  package var toolVersion: String
  /// The title of the terms in the later round.
  package var profileTitle: String
  /// The pairs in the order of the later report.
  package var pairs: [Pair]
  /// Subjects of the earlier report that nothing in the later one belongs to.
  package var onlyEarlier: [Name]
  /// Subjects of the later report that nothing in the earlier one belongs to.
  package var onlyLater: [Name]

  /// Whether anything is worse than it was: a greater gap, or one where the requirement was met. A gap
  /// in what the earlier round did not assess, or in what did not apply then, is not.
  package var hasWorse: Bool { pairs.contains { $0.entries.contains(where: \.isWorse) } }

  /// Returns how many requirements have a change.
  package func count(_ change: Change) -> Int {
    pairs.reduce(0) { $0 + $1.entries.count { $0.change == change } }
  }
}
