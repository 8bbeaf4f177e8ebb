/// A way to change a passage that is met: one that weakens it, or one that keeps what it says
/// (design, section 5, *Mutation* and *Stability*).
package enum MutationOperator: String, Sendable, CaseIterable {
  /// Adds "where this is possible".
  case hedge
  /// Puts it in the future: "we plan that …".
  case postpone
  /// Makes it a wish: "the aim is that …".
  case aspire
  /// Turns the duty into an option: "shall" becomes "may".
  case permit
  /// Leaves it to the suppliers: "we expect our suppliers to ensure that …".
  case delegate
  /// Cuts the chain to direct suppliers.
  case cutToFirstTier = "cut-to-first-tier"
  /// Cuts the chain to the own operations.
  case cutToOwn = "cut-to-own"
  /// Puts a vague word in the place of each deadline and frequency.
  case undate
  /// Lengthens each deadline and frequency beyond what the profile allows.
  case delay
  /// Says the opposite.
  case negate
  /// Answers a mapped question with "Yes." alone.
  case assertOnly = "assert-only"
  /// Answers a mapped question with a pointer to a website.
  case refer
  /// Answers a mapped question with a placeholder.
  case blank

  /// A harmless sentence before it.
  case sentenceBefore = "sentence-before"
  /// A harmless sentence behind it.
  case sentenceBehind = "sentence-behind"
  /// A harmless clause before it.
  case clauseBefore = "clause-before"
  /// Other words for the same.
  case synonym
  /// Its sentences in the opposite order.
  case order
  /// Other white space and typographic marks.
  case typography

  /// What the changed passage must be read as.
  package enum Expectation: Sendable, Hashable {
    /// Weak, and this code among the reasons.
    case weak(String)
    /// Contradicted.
    case contradicted
    /// The same outcome as before.
    case same
  }

  /// What the changed passage must be read as.
  package var expectation: Expectation {
    switch self {
    case .hedge: .weak("conditional")
    case .postpone: .weak("planned-only")
    case .aspire: .weak("aspirational")
    case .permit: .weak("permissive")
    case .delegate: .weak("delegated")
    case .cutToFirstTier: .weak("first-tier-only")
    case .cutToOwn: .weak("own-operations-only")
    case .undate: .weak("no-deadline")
    case .delay: .weak("late-deadline")
    case .negate: .contradicted
    case .assertOnly: .weak("bare-assertion")
    case .refer: .weak("reference-elsewhere")
    case .blank: .weak("placeholder")
    case .sentenceBefore, .sentenceBehind, .clauseBefore, .synonym, .order, .typography: .same
    }
  }

  /// Whether it keeps what the passage says.
  package var isRewrite: Bool { expectation == .same }
}
