extension RuleTable {
  /// The rules about clause libraries.
  static let clauses: [any Rule.Type] = [
    NoMetExample.self,
    UnusedConcept.self,
    UnusedRequirement.self,
    MissingExample.self,
    AmbiguousTerm.self,
    ConfusableID.self,
    UntranslatedText.self,
    UncitedSource.self,
    UnverifiedAuthority.self,
    WordingNotMet.self,
  ]
}
