extension RuleTable {
  /// The rules about contract and tender documents.
  static let contracts: [any Rule.Type] = [
    UnknownClauseNumber.self,
    DuplicateClauseNumber.self,
    NumberingGap.self,
    MixedNumbering.self,
    EmptyClause.self,
    UnfilledPlaceholder.self,
    ClauseInOtherLanguage.self,
    UnusedDefinedTerm.self,
    UndefinedTerm.self,
    SupersededAct.self,
    DeadlineWithoutStart.self,
    ConflictingDeadlines.self,
    VagueWordingInDuty.self,
    MayInsteadOfShall.self,
    DutyWithoutBearer.self,
    RequirementMissing.self,
    RequirementWeak.self,
    IncompleteConventions.self,
    OneSidedDuty.self,
    ContractNotAsked.self,
    AskedNotRequired.self,
    DanglingClauseReference.self,
    ShouldInsteadOfShall.self,
  ]
}
