extension RuleTable {
  /// The rules about clause libraries.
  static let clauses: [any Rule.Type] = [
    NoMetExample.self
  ]
}
