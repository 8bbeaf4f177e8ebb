extension RuleTable {
  /// The rules about contract and tender documents.
  static let contracts: [any Rule.Type] = []
}
