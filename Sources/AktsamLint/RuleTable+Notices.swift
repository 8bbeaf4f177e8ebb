extension RuleTable {
  /// The rules about ESPD and eForms.
  static let notices: [any Rule.Type] = [
    SocialObjectiveWithoutCondition.self,
    PlaceholderInCondition.self,
    ConditionElsewhere.self,
    MixedCriterionGenerations.self,
    UnknownCriterionCode.self,
    UnknownObjectiveCode.self,
    UnnamedSocialObjective.self,
    ESPDOfOtherProcedure.self,
    ESPDMissingEvidence.self,
    ESPDUnknownQuestion.self,
    ESPDAdverseAnswer.self,
    ESPDBadIndicator.self,
    ESPDRepeatedQuestion.self,
  ]
}
