extension RuleTable {
  /// The rules about suppressions, which the linter itself checks after all others.
  static let suppressions: [any Rule.Type] = [
    ExpiredSuppression.self,
    UnusedSuppression.self,
    MissingReason.self,
    UnknownRule.self,
    MalformedSuppression.self,
  ]
}
