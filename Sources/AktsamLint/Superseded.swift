/// Findings of a reader that a rule says better.
package struct Superseded: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The id of the reader's rule: `AK0305`.
  package var rule: String
  /// What a message must hold one of, where the reader says different things under one id; empty = all
  /// of them.
  package var saying: [String]

  /// Names findings.
  package init(_ rule: String, saying: [String] = []) {
    self.rule = rule
    self.saying = saying
  }

  /// Names all findings under an id.
  package init(stringLiteral rule: String) { self.init(rule) }

  /// Whether a finding with this rule and message is one of them.
  package func covers(rule: String, message: String) -> Bool {
    rule == self.rule && (saying.isEmpty || saying.contains { message.contains($0) })
  }
}
