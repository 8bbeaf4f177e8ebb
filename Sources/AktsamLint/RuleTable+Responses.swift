extension RuleTable {
  /// The rules about answers to questionnaires.
  static let responses: [any Rule.Type] = [
    UnansweredMandatory.self,
    PlaceholderAnswer.self,
  ]
}
