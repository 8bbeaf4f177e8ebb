extension RuleContext {
  /// Returns what a rule finds in this document.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - set: options that differ from the rule's standard.
  /// - Returns: the findings in the order that the rule reports them.
  package func findings(
    of rule: any DocumentRule.Type, set: [String: OptionValue] = [:]
  ) -> [LintFinding] {
    self.rule = rule.info
    options = RuleOptions(rule.info.options, set: set)
    var found: [LintFinding] = []
    rule.init().check(self) { found.append($0) }
    return found
  }
}

extension LibraryContext {
  /// Returns what a rule finds in this library.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - set: options that differ from the rule's standard.
  /// - Returns: the findings in the order that the rule reports them.
  package func findings(
    of rule: any LibraryRule.Type, set: [String: OptionValue] = [:]
  ) -> [LintFinding] {
    self.rule = rule.info
    options = RuleOptions(rule.info.options, set: set)
    var found: [LintFinding] = []
    rule.init().check(self) { found.append($0) }
    return found
  }
}
