/// A supplier.
package struct RegisterSupplier: Sendable, Hashable {
  /// The short name, which never changes: what ids of gaps end in.
  package var slug: String
  /// The name in the latest round.
  package var name: String
  /// The number that tells it from others of that name; empty = not known.
  package var identifier: String
}

/// A decision of a person on a gap.
package struct RegisterDecision: Sendable, Hashable {
  /// What was decided.
  package enum Kind: String, Sendable, Hashable {
    /// The outcome is another.
    case override
    /// The gap is dealt with.
    case close
    /// It is not dealt with after all.
    case reopen
  }

  /// What was decided.
  package var kind: Kind
  /// The outcome that the person says; nil unless an override.
  package var outcome: RegisterOutcome?
  /// What the tool itself had found.
  package var machineOutcome: RegisterOutcome
  /// Why.
  package var reason: String
  /// Who.
  package var by: String
  /// When.
  package var on: String
}

/// A note on a supplier or a gap.
package struct RegisterNote: Sendable, Hashable {
  /// The gap's id; nil where it is on the supplier.
  package var gap: String?
  /// The words.
  package var text: String
  /// Who.
  package var by: String
  /// When.
  package var on: String
}

/// A round that the register holds.
package struct RegisterRoundEntry: Sendable, Hashable {
  /// Its id in the register.
  package var id: Int
  /// Which round of the supplier in the procedure it is.
  package var number: Int
  /// The round.
  package var round: RegisterRound
}

/// What one round found on the requirement of a gap.
package struct RegisterReading: Sendable, Hashable {
  /// The number of the round.
  package var round: Int
  /// The day of the round.
  package var on: String
  /// What the tool found.
  package var assessment: RegisterRound.Assessment
}

/// Something that happened, in the order in which it was entered. Nothing of it is ever changed.
package struct RegisterEvent: Sendable, Hashable {
  /// What happened.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case supplierAdded = "supplier-added"
    case supplierRenamed = "supplier-renamed"
    case supplierIdentified = "supplier-identified"
    case roundAdded = "round-added"
    case opened, improved, worse, changed, reopened, closed
    case overridden, lapsed, agreed, postponed, settled, noted
  }

  /// Its number, from 1 without a gap.
  package var number: Int
  /// The day, `yyyy-mm-dd`.
  package var on: String
  /// What happened.
  package var kind: Kind
  /// Who; empty = the tool.
  package var by: String
  /// The supplier's short name.
  package var supplier: String
  /// The gap's id; nil = none in particular.
  package var gap: String?
  /// The round's id; nil = none in particular.
  package var round: Int?
  /// The state of the gap before; nil without a gap, or for a new one.
  package var fromState: RegisterGap.State?
  /// The state of the gap afterwards; nil without a gap.
  package var toState: RegisterGap.State?
  /// The outcome that held before; nil without a gap, or for a new one.
  package var fromOutcome: RegisterOutcome?
  /// The outcome that holds afterwards; nil without a gap.
  package var toOutcome: RegisterOutcome?
  /// The reason, the action or the note; empty = none.
  package var text: String
}
