extension RuleTable {
  /// The rules about suppressions, which the linter itself checks.
  static let suppressions: [any Rule.Type] = []
}
