/// A buyer's terms: which requirements, in what order, how strictly (design, section 3).
package struct Profile: Sendable {
  /// How strictly a requirement is asked for.
  package enum Level: String, Sendable, Hashable, Comparable, CaseIterable {
    case optional, expected, required

    package static func < (left: Level, right: Level) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .optional: 0
      case .expected: 1
      case .required: 2
      }
    }
  }

  /// One requirement of the profile.
  package struct Entry: Sendable, Hashable {
    /// The requirement's id.
    package var requirement: String
    /// How strictly it is asked for.
    package var level: Level
    /// The number printed in the buyer's terms; empty = none.
    package var number: String
    /// Whether a structured "no" is shown first, as "decide first".
    package var isBreachQuestion: Bool

    /// Creates an entry.
    package init(
      requirement: String, level: Level, number: String, isBreachQuestion: Bool = false
    ) {
      self.requirement = requirement
      self.level = level
      self.number = number
      self.isBreachQuestion = isBreachQuestion
    }
  }

  /// The id, such as `dfo-terms`.
  package var id: String
  /// The profile's own version.
  package var version: String
  /// The name.
  package var title: LocalizedText
  /// What it is for.
  package var description: LocalizedText
  /// Numbers that buyers vary, by name; days unless the name says otherwise.
  package var parameters: [String: Int]
  /// The requirements in report order.
  package var entries: [Entry]

  /// Creates a profile.
  package init(
    id: String, version: String, title: LocalizedText, description: LocalizedText,
    parameters: [String: Int], entries: [Entry]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.description = description
    self.parameters = parameters
    self.entries = entries
  }
}

/// A norm: law, guideline, model terms or standard.
package struct NormSource: Sendable {
  /// The id, such as `UNGP`.
  package var id: String
  /// `in-force`, `not-yet-applicable`, `soft-law`, `model`, `standard` or `scheme`.
  package var status: String
  /// Where it holds.
  package var jurisdiction: String
  /// The year of adoption or of the edition used; nil when it has none.
  package var year: Int?
  /// Where to read it.
  package var url: String
  /// The name.
  package var title: LocalizedText
  /// Its provisions.
  package var provisions: [Provision]

  /// Creates a source.
  package init(
    id: String, status: String, jurisdiction: String, year: Int? = nil, url: String,
    title: LocalizedText, provisions: [Provision]
  ) {
    self.id = id
    self.status = status
    self.jurisdiction = jurisdiction
    self.year = year
    self.url = url
    self.title = title
    self.provisions = provisions
  }
}

/// One provision of a norm.
package struct Provision: Sendable, Hashable {
  /// The id, such as `UNGP-17`.
  package var id: String
  /// The number printed in the norm, such as `Principle 17`.
  package var number: String
  /// What it demands, in our own words.
  package var statement: LocalizedText
  /// Whether the statement was checked against a public page: `yes`, `partly` or `no`.
  package var verified: String

  /// Creates a provision.
  package init(id: String, number: String, statement: LocalizedText, verified: String) {
    self.id = id
    self.number = number
    self.statement = statement
    self.verified = verified
  }
}
