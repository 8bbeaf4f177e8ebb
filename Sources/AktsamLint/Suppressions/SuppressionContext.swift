/// A suppression and what came of it in a run.
package struct SuppressionUse: Sendable, Hashable {
  /// The suppression.
  package var suppression: Suppression
  /// The positions in its rules of those that silenced something.
  package var used: Set<Int> = []
  /// The positions in its rules of those that ran on its file.
  package var ran: Set<Int> = []
}

/// What a rule about suppressions sees: those of one file, after all other rules ran.
package final class SuppressionContext: RuleScope {
  /// The suppressions, in the order of the file.
  package let uses: [SuppressionUse]
  /// The date of the run, `yyyy-mm-dd`; nil = none was given.
  package let asOf: String?
  /// The rule that is being checked.
  package internal(set) var rule: RuleInfo = .none
  /// Its options.
  package internal(set) var options = RuleOptions([])

  init(_ uses: [SuppressionUse], asOf: String?) {
    self.uses = uses
    self.asOf = asOf
  }

  func findings(of rule: any SuppressionRule.Type, set: [String: OptionValue]) -> [LintFinding] {
    self.rule = rule.info
    options = RuleOptions(rule.info.options, set: set)
    var found: [LintFinding] = []
    rule.init().check(self) { found.append($0) }
    return found
  }
}

/// A rule about the suppressions of one file.
package protocol SuppressionRule: Rule {
  /// Reports what is found.
  ///
  /// - Parameters:
  ///   - context: the suppressions and what came of them.
  ///   - report: takes a finding; make it with ``RuleScope/finding(_:at:related:fix:)``.
  func check(_ context: SuppressionContext, report: (LintFinding) -> Void)
}
