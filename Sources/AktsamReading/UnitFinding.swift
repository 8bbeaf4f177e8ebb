internal import AktsamLanguage

/// What one unit says about one requirement.
struct UnitFinding {
  /// A weakness and the tokens that show it.
  struct Reason {
    var code: Weakness
    var tokens: [Range<Int>]
  }

  /// An element and the sentences that show it.
  struct FoundElement {
    var index: Int
    var state: ElementState.State
    var sentences: [Int]
  }

  /// The index of the requirement in the compiled library.
  var requirement: Int
  /// Met, weak or contradicted.
  var outcome: Outcome
  /// The reasons of a weak or contradicted outcome.
  var reasons: [Reason]
  /// The elements in library order.
  var elements: [FoundElement]
  /// The sentences that speak about the requirement, the firmest first.
  var sentences: [Int]
  /// The force of the firmest.
  var force: Force
  /// Whether the unit answers a question mapped to the requirement.
  var isMapped: Bool
  /// Whether a topic pattern matched.
  var hasTopic: Bool
  /// Whether the unit answers a question about something else and only brushes the requirement.
  var isBrushed = false
  /// Its features, kept while learning; empty otherwise.
  var features: [Double] = []
  /// Whether it was found by its concepts taken together, not by a pattern.
  var isLoose = false
  /// The log odds of that.
  var bagScore: Float = 0
  /// How many concepts made it match.
  var topicConcepts = 0
  /// In a buyer's document: the time limits that it sets, in days, by the profile's parameter.
  var limits: [String: Int] = [:]
  /// Whether the structured answer and the words beside it exclude each other.
  var contradictsValue = false
  /// Whether the outcome rests on words that leave little doubt.
  var isSure: Bool
}
