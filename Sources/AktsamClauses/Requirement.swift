package import AktsamText

/// One requirement of the catalogue, written over concepts and never over words.
package struct Requirement: Sendable {
  /// Whether the subject is a duty or a harm that is forbidden.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Something to do: denying it contradicts the commitment.
    case duty
    /// A harm: denying it affirms the commitment.
    case prohibition
  }

  /// How much a gap matters.
  package enum Weight: String, Sendable, Hashable, CaseIterable {
    case critical, high, medium
  }

  /// The stable id, such as `gri-mechanism`.
  package var id: String
  /// The theme, which is the file's `theme` attribute.
  package var theme: String
  /// The step of the OECD due-diligence process, 1 to 6.
  package var step: Int
  /// How much a gap matters.
  package var severity: Weight
  /// The roles that the requirement is checked in.
  package var roles: Set<DocumentRole>
  /// Duty or prohibition.
  package var kind: Kind
  /// The name.
  package var title: LocalizedText
  /// Why it matters.
  package var rationale: LocalizedText
  /// Ids of the provisions that it rests on.
  package var authorities: [String]
  /// The question that elicits it.
  package var question: LocalizedText
  /// The follow-up for a supplier dialogue.
  package var dialogue: LocalizedText
  /// Proposed strong wording.
  package var wording: LocalizedText
  /// The evidence to ask for.
  package var evidence: LocalizedText
  /// A sentence that matches one of these speaks about the requirement.
  package var topic: [Pattern]
  /// A unit that matches one of these speaks about something else.
  package var unless: [Pattern]
  /// Statements that contradict without a negation word.
  package var denial: [Pattern]
  /// Concepts that the requirement wants denied: a negation beside one of them affirms.
  package var affirmedWhenDenied: [Int]
  /// Hedges that the norms themselves use here, so that they are no weakness.
  package var toleratedHedges: [Int]
  /// The named facts of which two values exclude each other: `subcontractors`, `sites`, `tiers`,
  /// `adoption`.
  package var facts: [String]
  /// What a statement must hold.
  package var elements: [Element]
  /// Sentences that are tests and documentation at once.
  package var examples: [Example]

  /// Creates a requirement.
  package init(
    id: String, theme: String, step: Int, severity: Weight, roles: Set<DocumentRole>,
    kind: Kind, title: LocalizedText, rationale: LocalizedText, authorities: [String],
    question: LocalizedText, dialogue: LocalizedText, wording: LocalizedText,
    evidence: LocalizedText, topic: [Pattern], unless: [Pattern], denial: [Pattern],
    affirmedWhenDenied: [Int] = [], toleratedHedges: [Int] = [], facts: [String] = [],
    elements: [Element], examples: [Example]
  ) {
    self.id = id
    self.theme = theme
    self.step = step
    self.severity = severity
    self.roles = roles
    self.kind = kind
    self.title = title
    self.rationale = rationale
    self.authorities = authorities
    self.question = question
    self.dialogue = dialogue
    self.wording = wording
    self.evidence = evidence
    self.topic = topic
    self.unless = unless
    self.denial = denial
    self.affirmedWhenDenied = affirmedWhenDenied
    self.toleratedHedges = toleratedHedges
    self.facts = facts
    self.elements = elements
    self.examples = examples
  }
}

/// Something that a statement must hold to be firm.
package struct Element: Sendable {
  /// How the element is looked for.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// By its patterns.
    case pattern
    /// A deadline, a frequency, a date or a trigger.
    case time
    /// How far down the supply chain.
    case chain
    /// Figures, dates, attachments, names.
    case evidence
    /// A named norm.
    case standard
  }

  /// The id within the requirement.
  package var id: String
  /// How it is looked for.
  package var kind: Kind
  /// The roles in which its absence makes the statement weak.
  package var core: Set<DocumentRole>
  /// The weakness code that its absence earns.
  package var code: String
  /// The profile parameter (days) that a time is compared with; empty = none.
  package var parameter: String
  /// For `chain`: whether silence about scope counts as absence.
  package var silentIsAbsent: Bool
  /// A short noun phrase for people.
  package var label: LocalizedText
  /// The patterns, searched in the whole unit; any suffices.
  package var patterns: [Pattern]

  /// Creates an element.
  package init(
    id: String, kind: Kind, core: Set<DocumentRole>, code: String, parameter: String = "",
    silentIsAbsent: Bool = false, label: LocalizedText, patterns: [Pattern]
  ) {
    self.id = id
    self.kind = kind
    self.core = core
    self.code = code
    self.parameter = parameter
    self.silentIsAbsent = silentIsAbsent
    self.label = label
    self.patterns = patterns
  }
}

/// A conjunction of conditions over concepts: one `<match>` of the matching grammar.
package struct Pattern: Sendable, Hashable {
  /// How far apart the concepts may stand.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    case clause, sentence, unit
  }

  /// One of `targets` near one of `verbs` in the same clause.
  package struct ObjectOf: Sendable, Hashable {
    /// Concept indices of the verbs.
    package var verbs: [Int]
    /// Concept indices of the objects.
    package var targets: [Int]

    /// Creates a condition.
    package init(verbs: [Int], targets: [Int]) {
      self.verbs = verbs
      self.targets = targets
    }
  }

  /// How far apart the concepts may stand.
  package var scope: Scope
  /// The window in words that all positive hits must fit in; 0 = none.
  package var near: Int
  /// Groups of concept indices; one of each group must be there.
  package var any: [[Int]]
  /// Concept indices of which none may be there.
  package var none: [Int]
  /// Object conditions.
  package var objects: [ObjectOf]
  /// Bearers (`own`, `supplier`, `other`, `buyer`) of which one must bear the sentence.
  package var bearers: [String]
  /// Concept indices of which one must stand in a heading above.
  package var heading: [Int]
  /// Roles it holds in; empty = all.
  package var roles: Set<DocumentRole>

  /// Creates a pattern.
  package init(
    scope: Scope = .sentence, near: Int = 0, any: [[Int]] = [], none: [Int] = [],
    objects: [ObjectOf] = [], bearers: [String] = [], heading: [Int] = [],
    roles: Set<DocumentRole> = []
  ) {
    self.scope = scope
    self.near = near
    self.any = any
    self.none = none
    self.objects = objects
    self.bearers = bearers
    self.heading = heading
    self.roles = roles
  }
}

/// A sentence with the outcome it must get.
package struct Example: Sendable, Hashable {
  /// `en`, `sv`, `nb`.
  package var language: String
  /// The role of the document it would stand in.
  package var role: DocumentRole
  /// `met`, `weak`, `contradicted` or `none` (a near miss).
  package var outcome: String
  /// The weakness codes expected.
  package var weaknesses: [String]
  /// Whether it answers a question mapped to the requirement.
  package var isMapped: Bool
  /// The text.
  package var text: String
  /// 1-based line in the clause file.
  package var line: Int

  /// Creates an example.
  package init(
    language: String, role: DocumentRole, outcome: String, weaknesses: [String],
    isMapped: Bool, text: String, line: Int
  ) {
    self.language = language
    self.role = role
    self.outcome = outcome
    self.weaknesses = weaknesses
    self.isMapped = isMapped
    self.text = text
    self.line = line
  }
}
