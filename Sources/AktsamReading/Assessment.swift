package import AktsamText

/// A quotation that supports, weakens or contradicts an outcome.
package struct Evidence: Sendable, Hashable {
  /// Where it stands.
  package var place: Place
  /// What a citation shows beside it: clause number, question, criterion chain; empty = none.
  package var label: String
  /// The quotation: the decoded text of the place.
  package var quote: String
  /// The language it was read in.
  package var language: String
  /// How firmly it speaks.
  package var force: Force
  /// Whose words they are; empty = the document's own party, unnamed.
  package var party: String
  /// Ids of the requirement's elements that it supports.
  package var supports: [String]

  /// Creates a quotation.
  package init(
    place: Place, label: String, quote: String, language: String, force: Force,
    party: String = "", supports: [String] = []
  ) {
    self.place = place
    self.label = label
    self.quote = quote
    self.language = language
    self.force = force
    self.party = party
    self.supports = supports
  }
}

/// One element of a requirement and what was found of it.
package struct ElementState: Sendable, Hashable {
  /// What was found.
  package enum State: String, Sendable, Hashable, CaseIterable {
    case met, weak, denied, absent
  }

  /// The element's id.
  package var id: String
  /// Whether its absence makes the statement weak in this role.
  package var isCore: Bool
  /// What was found.
  package var state: State
  /// Indices into ``Assessment/evidence``.
  package var evidence: [Int]

  /// Creates a state.
  package init(id: String, isCore: Bool, state: State, evidence: [Int] = []) {
    self.id = id
    self.isCore = isCore
    self.state = state
    self.evidence = evidence
  }
}

/// A weakness with the words that caused it.
package struct WeaknessFinding: Sendable, Hashable {
  /// The code.
  package var code: Weakness
  /// The words, as written; empty when something is absent.
  package var words: [String]
  /// Indices into ``Assessment/evidence``.
  package var evidence: [Int]

  /// Creates a weakness.
  package init(code: Weakness, words: [String] = [], evidence: [Int] = []) {
    self.code = code
    self.words = words
    self.evidence = evidence
  }
}

/// Why something is contradicted.
package struct Contradiction: Sendable, Hashable {
  /// The kind.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An honest "no".
    case denied
    /// Two statements that exclude each other.
    case conflict
  }

  /// The kind.
  package var kind: Kind
  /// Indices into ``Assessment/evidence``: one for a denial, two for a conflict.
  package var between: [Int]

  /// Creates a contradiction.
  package init(kind: Kind, between: [Int]) {
    self.kind = kind
    self.between = between
  }
}

/// What a person decided against what was read. Both stay visible.
package struct Decision: Sendable, Hashable {
  /// What was read.
  package var machineOutcome: Outcome
  /// Why it was decided otherwise.
  package var reason: String
  /// Who decided.
  package var by: String
  /// When, `yyyy-mm-dd`.
  package var on: String

  /// Creates a decision.
  package init(machineOutcome: Outcome, reason: String, by: String, on: String) {
    self.machineOutcome = machineOutcome
    self.reason = reason
    self.by = by
    self.on = on
  }
}

/// The assessment of one requirement for one subject.
package struct Assessment: Sendable, Hashable {
  /// The requirement's id.
  package var requirement: String
  /// What was found.
  package var outcome: Outcome
  /// Whether it may be relied on without a second look.
  package var certainty: Certainty
  /// The elements in library order.
  package var elements: [ElementState]
  /// The weaknesses: of a weak outcome its reasons; beside a met one, what other passages lack.
  package var weaknesses: [WeaknessFinding]
  /// Why it is contradicted, for that outcome.
  package var contradiction: Contradiction?
  /// The quotations, best first.
  package var evidence: [Evidence]
  /// For `missing`: passages that come nearest, which support nothing; indices into ``evidence``.
  package var nearest: [Int]
  /// Where the buyer's own documents demand it; empty when they do not, so that it is for dialogue and
  /// never counted; nil when none were given.
  package var demandedBy: [Place]?
  /// How many passages were searched.
  package var searchedPassages: Int
  /// How many passages could not be read (language, encoding).
  package var unreadPassages: Int
  /// The decision of a person that ``outcome`` follows; nil = it is what was read.
  package var decision: Decision?

  /// Whether a supplier may be held to it: the buyer's documents demand it, or none were given.
  package var isDemanded: Bool { demandedBy.map { !$0.isEmpty } ?? true }

  /// Creates an assessment.
  package init(
    requirement: String, outcome: Outcome, certainty: Certainty, demandedBy: [Place]? = nil,
    elements: [ElementState] = [], weaknesses: [WeaknessFinding] = [],
    contradiction: Contradiction? = nil, evidence: [Evidence] = [], nearest: [Int] = [],
    searchedPassages: Int = 0, unreadPassages: Int = 0
  ) {
    self.requirement = requirement
    self.outcome = outcome
    self.certainty = certainty
    self.demandedBy = demandedBy
    self.elements = elements
    self.weaknesses = weaknesses
    self.contradiction = contradiction
    self.evidence = evidence
    self.nearest = nearest
    self.searchedPassages = searchedPassages
    self.unreadPassages = unreadPassages
  }

  /// Lets a person's decision go before what was read.
  package mutating func decide(_ outcome: Outcome, _ decision: Decision) {
    self.decision = decision
    self.outcome = outcome
  }
}
