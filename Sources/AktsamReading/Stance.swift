/// What a statement says about how things are, so that two statements can be held against each other
/// (design, section 4, *Outcomes*: a conflict needs the same thing, scope and period).
package struct Stance: Sendable, Hashable {
  /// What it says.
  package enum Kind: Sendable, Hashable {
    /// It is so.
    case affirms
    /// It is not so.
    case denies
    /// It will be so.
    case plans
    /// Neither of them: a wish, an option, somebody else's doing.
    case other
  }

  /// What it says.
  package var kind: Kind
  /// The years that it names.
  package var years: Set<Int>
  /// Whether it speaks of a time that is over.
  package var isPast: Bool
  /// Whether it adds to what there is ("two more languages").
  package var extends: Bool
  /// How far it reaches; nil when it does not say.
  package var scope: ChainScope?
  /// The steps of production that it names, as concept indices.
  package var steps: Set<Int>

  /// Whether the other statement, which says the opposite, is about an earlier time and so no longer
  /// holds.
  func supersedes(_ other: Stance) -> Bool {
    if other.isPast { return true }
    guard let newest = years.max(), let before = other.years.max() else { return false }
    return before < newest && years.isDisjoint(with: other.years)
  }

  /// Whether both cannot be true.
  func excludes(_ other: Stance) -> Bool {
    guard kind == .affirms, !isPast, !other.isPast else { return false }
    if !steps.isEmpty, !other.steps.isEmpty, steps.isDisjoint(with: other.steps) { return false }
    switch other.kind {
    case .denies:
      if !years.isEmpty, !other.years.isEmpty, years.isDisjoint(with: other.years) { return false }
      return !isNarrower(than: other)
    case .plans: return !other.extends && !isNarrower(than: other)
    case .affirms, .other: return false
    }
  }

  /// Whether it reaches less far: own sites or direct suppliers against the chain. Named tiers and the
  /// whole chain are two ways to say the same.
  private func isNarrower(than other: Stance) -> Bool {
    guard let scope, scope == .ownOperations || scope == .firstTier else { return false }
    return scope.depth < (other.scope ?? scope).depth
  }
}
