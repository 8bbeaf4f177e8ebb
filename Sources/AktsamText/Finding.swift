/// How serious a finding is.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing.
  case note
  /// Something to look at.
  case warning
  /// The input, or a part of it, could not be used.
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something noticed about an input: a plain value, shown by a report and printed nowhere else.
package struct Finding: Sendable, Hashable {
  /// The stable rule id, such as `AK0101`; never reused.
  package var rule: String
  /// How serious it is.
  package var severity: Severity
  /// What was found, what was expected: lower case, no full stop, names in quotation marks.
  package var message: String
  /// Where; nil when it concerns an input that could not be opened.
  package var place: Place?

  /// Creates a finding.
  package init(rule: String, severity: Severity, message: String, place: Place?) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.place = place
  }
}
