/// All rules, in the order of their ids. Each group is listed in a file of its own.
package enum RuleTable {
  /// All rules.
  package static let all: [any Rule.Type] =
    questionnaires + responses + contracts + notices + clauses + suppressions

  /// The description of each rule, in the order of ``all``.
  package static let infos: [RuleInfo] = all.map { $0.info }

  /// Returns the description of a rule by its id or name, or nil.
  package static func info(_ idOrName: String) -> RuleInfo? {
    byName[idOrName]
  }

  private static let byName: [String: RuleInfo] = Dictionary(
    infos.flatMap { [($0.id, $0), ($0.name, $0)] }, uniquingKeysWith: { first, _ in first })
}
