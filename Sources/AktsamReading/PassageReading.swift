package import AktsamText

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

/// Words that name a concept.
package struct Cue: Sendable, Hashable {
  /// The concept's id.
  package var concept: String
  /// The words as written, white space collapsed.
  package var words: String
  /// Where they stand: half-open byte ranges into the part as stored.
  package var segments: [Range<Int>]

  /// Creates a cue.
  package init(concept: String, words: String, segments: [Range<Int>]) {
    self.concept = concept
    self.words = words
    self.segments = segments
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
  /// The words that name them, in order of appearance.
  package var cues: [Cue]
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
    place: Place, language: String, text: String, concepts: [String], cues: [Cue], force: Force,
    polarity: Polarity, bearer: Bearer, hedges: [String], scope: ChainScope?,
    time: [TimeExpression], specifics: [String], assessments: [PassageAssessment]
  ) {
    self.place = place
    self.language = language
    self.text = text
    self.concepts = concepts
    self.cues = cues
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
