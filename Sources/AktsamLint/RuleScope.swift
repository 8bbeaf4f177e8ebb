package import AktsamText

/// What every context gives a rule: its own description and options, and the way to make findings.
package protocol RuleScope {
  /// The rule that is being checked.
  var rule: RuleInfo { get }
  /// Its options as they apply here.
  var options: RuleOptions { get }
}

extension RuleScope {
  /// Returns a finding of the rule that is being checked.
  ///
  /// - Parameters:
  ///   - message: what was found and what was expected; lower case, no full stop.
  ///   - place: where.
  ///   - related: other places that it is about.
  ///   - fix: how it may be mended.
  /// - Returns: the finding.
  package func finding(
    _ message: String, at place: Place, related: [RelatedPlace] = [], fix: Fix? = nil
  ) -> LintFinding {
    LintFinding(
      rule: rule.id, name: rule.name, severity: rule.severity, message: message, place: place,
      related: related, fix: fix)
  }
}
