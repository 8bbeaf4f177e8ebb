extension RuleTable {
  /// The rules about ESPD and eForms.
  static let notices: [any Rule.Type] = []
}
