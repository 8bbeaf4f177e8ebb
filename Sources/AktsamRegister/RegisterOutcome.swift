/// What was found on a requirement, by the tool or by a person; the names are those of the reports.
package enum RegisterOutcome: String, Sendable, Hashable, CaseIterable {
  /// Accepted without asking again.
  case met
  /// It must be asked about.
  case weak
  /// It is denied, or two statements exclude each other.
  case contradicted
  /// Nothing was found.
  case missing
  /// Switched off by a condition.
  case notApplicable = "not-applicable"
  /// It could not be read; says nothing about the supplier.
  case unread

  /// Whether a supplier is to be asked about it.
  package var isGap: Bool { self == .weak || self == .contradicted || self == .missing }

  /// How bad it is; the same where neither is better than the other.
  var rank: Int {
    switch self {
    case .contradicted: 3
    case .missing, .unread: 2
    case .weak: 1
    case .met, .notApplicable: 0
    }
  }
}
