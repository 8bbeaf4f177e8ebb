extension RuleTable {
  /// The rules about questionnaires.
  static let questionnaires: [any Rule.Type] = [
    DanglingQuestionReference.self,
    LongQuestion.self,
  ]
}
