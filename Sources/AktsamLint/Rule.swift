/// A rule: what it is called, and how it is checked. One rule one file, listed in ``RuleTable``.
///
/// A rule sees documents or a clause library, never XML nodes; it reports findings and does nothing
/// else. It has no state, so that it may run on several documents at once.
package protocol Rule: Sendable {
  /// What it is called, what it is for, how it is tried out.
  static var info: RuleInfo { get }

  /// Creates the rule.
  init()
}

/// A rule about one document, with the other documents of the run beside it.
package protocol DocumentRule: Rule {
  /// Reports what is found.
  ///
  /// - Parameters:
  ///   - context: the document and what is known about it.
  ///   - report: takes a finding; make it with ``RuleScope/finding(_:at:related:fix:)``.
  func check(_ context: RuleContext, report: (LintFinding) -> Void)
}

/// A rule about a clause library as a whole.
package protocol LibraryRule: Rule {
  /// Reports what is found.
  ///
  /// - Parameters:
  ///   - context: the library and where its parts stand.
  ///   - report: takes a finding; make it with ``RuleScope/finding(_:at:related:fix:)``.
  func check(_ context: LibraryContext, report: (LintFinding) -> Void)
}
