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
}
