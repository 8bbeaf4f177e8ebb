/// The role of a document, which decides how firmly a sentence must speak (design, section 2).
package enum DocumentRole: String, Sendable, Hashable, CaseIterable {
  /// An answer in a self-assessment.
  case response
  /// A supplier's offer, policy, code or statement.
  case tender
  /// The buyer's terms.
  case contract
  /// A questionnaire template.
  case questionnaire
  /// A procurement notice.
  case notice

  /// Whether such a document is the buyer's: it demands, and is no evidence for a supplier.
  package var isBuyers: Bool {
    switch self {
    case .contract, .questionnaire, .notice: true
    case .response, .tender: false
    }
  }
}
