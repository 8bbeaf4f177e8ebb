package import AktsamText

/// Which documents a rule is about; the hundreds of a rule's id.
package enum RuleGroup: String, Sendable, Hashable, CaseIterable {
  /// Questionnaires: AK10xx.
  case questionnaires
  /// Answers to questionnaires: AK11xx.
  case responses
  /// Contract and tender documents: AK12xx.
  case contracts
  /// ESPD and eForms: AK13xx.
  case notices
  /// Clause libraries: AK14xx.
  case clauses
  /// The linter's own comments, baselines and configuration: AK19xx.
  case suppressions

  /// What the ids of the group begin with.
  package var prefix: String {
    switch self {
    case .questionnaires: "AK10"
    case .responses: "AK11"
    case .contracts: "AK12"
    case .notices: "AK13"
    case .clauses: "AK14"
    case .suppressions: "AK19"
    }
  }

  /// The name for people.
  package var title: String {
    switch self {
    case .questionnaires: "Questionnaires"
    case .responses: "Responses"
    case .contracts: "Contract and tender documents"
    case .notices: "ESPD and eForms"
    case .clauses: "Clause libraries"
    case .suppressions: "Suppressions"
    }
  }
}

/// What a rule is called, what it is for and how it is tried out: its page, its line in SARIF and its
/// tests are made from this.
package struct RuleInfo: Sendable {
  /// The stable id, such as `AK1001`; never reused, never renumbered.
  package var id: String
  /// The name in kebab case, which names the fault: `dangling-question-reference`.
  package var name: String
  /// Which documents it is about.
  package var group: RuleGroup
  /// How serious a finding is, where a configuration does not say otherwise.
  package var severity: Severity
  /// The version that brought it.
  package var since: String
  /// What is found, one sentence.
  package var summary: String
  /// Why it matters and what to do, a few sentences.
  package var rationale: String
  /// Norms and pages that it rests on: addresses or provision ids of the clause library.
  package var references: [String]
  /// What a configuration may set.
  package var options: [RuleOption]
  /// Readers' findings that say the same at the same place, and then are left out.
  package var supersedes: [Superseded]
  /// Whether it runs where a configuration does not say otherwise.
  package var isDefault: Bool
  /// Documents with `«` and `»` around exactly what must be reported.
  package var flagged: [RuleExample]
  /// Documents in which nothing must be reported.
  package var unflagged: [RuleExample]

  /// Creates a description.
  package init(
    id: String, name: String, group: RuleGroup, severity: Severity, since: String,
    summary: String, rationale: String, references: [String] = [], options: [RuleOption] = [],
    supersedes: [Superseded] = [], isDefault: Bool = true, flagged: [RuleExample],
    unflagged: [RuleExample]
  ) {
    self.id = id
    self.name = name
    self.group = group
    self.severity = severity
    self.since = since
    self.summary = summary
    self.rationale = rationale
    self.references = references
    self.options = options
    self.supersedes = supersedes
    self.isDefault = isDefault
    self.flagged = flagged
    self.unflagged = unflagged
  }
}

extension RuleInfo {
  /// What a context holds before a rule is checked.
  static let none = RuleInfo(
    id: "", name: "", group: .suppressions, severity: .note, since: "", summary: "", rationale: "",
    flagged: [], unflagged: [])
}
