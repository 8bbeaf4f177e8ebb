/// All rules, in the order of their ids.
package enum RuleTable {
  /// The rules about questionnaires.
  static let questionnaires: [any Rule.Type] = [
    DanglingQuestionReference.self,
    LongQuestion.self,
  ]

  /// The rules about answers to questionnaires.
  static let responses: [any Rule.Type] = [
    UnansweredMandatory.self,
    PlaceholderAnswer.self,
  ]

  /// The rules about contract and tender documents.
  static let contracts: [any Rule.Type] = [
    UnknownClauseNumber.self,
    IncompleteConventions.self,
  ]

  /// The rules about ESPD and eForms.
  static let notices: [any Rule.Type] = []

  /// The rules about clause libraries.
  static let clauses: [any Rule.Type] = [
    NoMetExample.self
  ]

  /// What the linter itself reports about suppressions.
  static let suppressions: [any Rule.Type] = [
    ExpiredSuppression.self,
    UnusedSuppression.self,
    MissingReason.self,
    UnknownRule.self,
  ]

  /// All rules.
  package static let all: [any Rule.Type] =
    questionnaires + responses + contracts + notices + clauses + suppressions

  /// The description of each rule, in the order of ``all``.
  package static let infos: [RuleInfo] = all.map { $0.info }

  /// Returns the description of a rule by its id or name, or nil.
  package static func info(_ idOrName: String) -> RuleInfo? {
    infos.first { $0.id == idOrName || $0.name == idOrName }
  }
}
