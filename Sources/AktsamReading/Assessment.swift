package import AktsamText

/// What was found for one requirement (design, section 4, *Outcomes*).
package enum Outcome: String, Sendable, Hashable, CaseIterable {
  /// A careful procurement officer accepts it without asking again.
  case met
  /// It speaks to the requirement, but the officer must ask.
  case weak
  /// It denies the requirement, or two statements exclude each other.
  case contradicted
  /// Not found in this document.
  case missing
  /// Switched off by a condition, which is cited.
  case notApplicable = "not-applicable"
  /// A language or part that cannot be read.
  case unread

  /// The order of reports and of `--fail-on`: contradicted > missing = unread > weak > met.
  package var rank: Int {
    switch self {
    case .contradicted: 4
    case .missing, .unread: 3
    case .weak: 2
    case .met: 1
    case .notApplicable: 0
    }
  }
}

/// A reason why a statement is weak; the codes are stable.
package enum Weakness: String, Sendable, Hashable, CaseIterable {
  case aspirational
  case conditional
  case permissive
  case plannedOnly = "planned-only"
  case ownOperationsOnly = "own-operations-only"
  case firstTierOnly = "first-tier-only"
  case policyOnly = "policy-only"
  case bareAssertion = "bare-assertion"
  case bareGuarantee = "bare-guarantee"
  case bareDenial = "bare-denial"
  case delegated
  case reactiveOnly = "reactive-only"
  case noDeadline = "no-deadline"
  case lateDeadline = "late-deadline"
  case localLawOnly = "local-law-only"
  case incompleteList = "incomplete-list"
  case noStandard = "no-standard"
  case generic
  case certificateOnly = "certificate-only"
  case auditOnly = "audit-only"
  case noEvidence = "no-evidence"
  case outdatedEvidence = "outdated-evidence"
  case referenceElsewhere = "reference-elsewhere"
  case placeholder
  case copiedAnswer = "copied-answer"
}

/// Whether an assessment may be relied on without a second look.
package enum Certainty: String, Sendable, Hashable, CaseIterable {
  case sure, check
}

/// How firmly a sentence speaks (design, section 4).
package enum Force: String, Sendable, Hashable, CaseIterable {
  case obligation, practice, intention, aspiration, permission, expectation, bare
}

/// Whether a sentence affirms or denies.
package enum Polarity: String, Sendable, Hashable, CaseIterable {
  case affirmed, denied
}

/// Who is bound.
package enum Bearer: String, Sendable, Hashable, CaseIterable {
  /// The supplier, or "we" in its own text.
  case supplier
  case subSupplier = "sub-supplier"
  case buyer
  case nobody
}

/// How far down the supply chain a sentence reaches.
package enum ChainScope: String, Sendable, Hashable, CaseIterable {
  case ownOperations = "own-operations"
  case firstTier = "first-tier"
  case namedTiers = "named-tiers"
  case wholeChain = "whole-chain"
}

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
  /// How many passages were searched.
  package var searchedPassages: Int
  /// How many passages could not be read (language, encoding).
  package var unreadPassages: Int

  /// Creates an assessment.
  package init(
    requirement: String, outcome: Outcome, certainty: Certainty,
    elements: [ElementState] = [], weaknesses: [WeaknessFinding] = [],
    contradiction: Contradiction? = nil, evidence: [Evidence] = [], nearest: [Int] = [],
    searchedPassages: Int = 0, unreadPassages: Int = 0
  ) {
    self.requirement = requirement
    self.outcome = outcome
    self.certainty = certainty
    self.elements = elements
    self.weaknesses = weaknesses
    self.contradiction = contradiction
    self.evidence = evidence
    self.nearest = nearest
    self.searchedPassages = searchedPassages
    self.unreadPassages = unreadPassages
  }
}

/// One time expression, parsed (design, section 4, *time*).
package struct TimeExpression: Sendable, Hashable {
  /// What it says.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Within a number of days.
    case deadline
    /// Every number of days.
    case frequency
    /// A calendar date or month and year.
    case date
    /// When something changes, before something, from the start.
    case trigger
    /// "regularly", "promptly".
    case vague
  }

  /// What it says.
  package var kind: Kind
  /// Days, for deadlines and frequencies; 0 when unknown.
  package var days: Int
  /// Whether the days are working days.
  package var isWorkingDays: Bool
  /// The words as written.
  package var words: String

  /// Creates an expression.
  package init(kind: Kind, days: Int = 0, isWorkingDays: Bool = false, words: String) {
    self.kind = kind
    self.days = days
    self.isWorkingDays = isWorkingDays
    self.words = words
  }
}

/// What one passage says, free of any requirement: the line that `annotate` prints.
package struct PassageReading: Sendable, Hashable {
  /// Where it stands.
  package var place: Place
  /// The language it was read in.
  package var language: String
  /// The passage's text.
  package var text: String
  /// Ids of the concepts named, in order of appearance.
  package var concepts: [String]
  /// How firmly it speaks.
  package var force: Force
  /// Whether it affirms or denies.
  package var polarity: Polarity
  /// Who is bound.
  package var bearer: Bearer
  /// Hedging words as written.
  package var hedges: [String]
  /// How far it reaches; nil when it does not say.
  package var scope: ChainScope?
  /// Time expressions.
  package var time: [TimeExpression]
  /// Named norms, attachments, figures, dates as written.
  package var specifics: [String]
  /// What it alone would give for each requirement it speaks about.
  package var assessments: [PassageAssessment]

  /// Creates a reading.
  package init(
    place: Place, language: String, text: String, concepts: [String], force: Force,
    polarity: Polarity, bearer: Bearer, hedges: [String], scope: ChainScope?,
    time: [TimeExpression], specifics: [String], assessments: [PassageAssessment]
  ) {
    self.place = place
    self.language = language
    self.text = text
    self.concepts = concepts
    self.force = force
    self.polarity = polarity
    self.bearer = bearer
    self.hedges = hedges
    self.scope = scope
    self.time = time
    self.specifics = specifics
    self.assessments = assessments
  }
}

/// What one passage, or one unit of passages, gives for one requirement.
package struct PassageAssessment: Sendable, Hashable {
  /// The requirement's id.
  package var requirement: String
  /// The outcome: met, weak or contradicted.
  package var outcome: Outcome
  /// The weaknesses.
  package var weaknesses: [Weakness]

  /// Creates an assessment.
  package init(requirement: String, outcome: Outcome, weaknesses: [Weakness]) {
    self.requirement = requirement
    self.outcome = outcome
    self.weaknesses = weaknesses
  }
}
