/// A requirement that a supplier was found wanting in, as it stands now.
///
/// It is the same gap from round to round: a supplier, a procedure and a requirement make one.
package struct RegisterGap: Sendable, Hashable {
  /// How far it is dealt with. Only people close; a round may reopen.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Nothing is agreed.
    case open
    /// An action is agreed.
    case agreed
    /// A person closed it.
    case closed
    /// It was closed, and is open again.
    case reopened
  }

  /// How it moved in the latest round that asked about it.
  package enum Change: String, Sendable, Hashable, CaseIterable {
    /// It was found for the first time.
    case new
    /// Neither better nor worse, or it could not be read.
    case unchanged
    /// Better than before.
    case improved
    /// Worse than before.
    case worse
  }

  /// The id: the requirement's and the supplier's, and the procedure's where there is one.
  package var id: String
  /// The supplier's short name.
  package var supplier: String
  /// The supplier's name.
  package var supplierName: String
  /// The id of the procedure; empty = none.
  package var procedure: String
  /// The lot; empty = none.
  package var lot: String
  /// The requirement's id.
  package var requirement: String
  /// The number printed in the buyer's terms; empty = none.
  package var number: String
  /// How much it matters: `critical`, `high`, `medium`.
  package var severity: String
  /// How strictly it is asked for; empty = not said.
  package var level: String
  /// How far it is dealt with.
  package var state: State
  /// How it moved.
  package var change: Change
  /// What holds: the person's word where one overruled the tool, else what the tool last could read.
  package var outcome: RegisterOutcome
  /// What the tool itself found in the latest round.
  package var machineOutcome: RegisterOutcome
  /// `sure` or `check`.
  package var certainty: String
  /// The supplier's words in the latest round; empty = none.
  package var quote: String
  /// Where they stand; empty = nowhere.
  package var place: String
  /// The last override, whether it still holds or not; nil = never overruled.
  package var override: RegisterOverride?
  /// The open action that is due first; nil = none.
  package var action: RegisterAction?
  /// The number of the round that opened it.
  package var openedRound: Int
  /// The day of that round.
  package var openedOn: String
  /// The number of the latest round that asked about it.
  package var latestRound: Int
  /// The day of that round.
  package var latestOn: String

  /// Whether the latest word on it is that it is none, but nobody has closed it yet.
  package var isAnswered: Bool { state != .closed && !outcome.isGap }
}

/// A person's word against the tool's. Both stay visible.
package struct RegisterOverride: Sendable, Hashable {
  /// What the person says.
  package var outcome: RegisterOutcome
  /// What the tool had found.
  package var machineOutcome: RegisterOutcome
  /// Why.
  package var reason: String
  /// Who.
  package var by: String
  /// When, `yyyy-mm-dd`.
  package var on: String
  /// The number of the round whose outcome was overruled.
  package var round: Int
  /// Whether it still holds: until a later round finds something else than what was overruled.
  package var holds: Bool
}

/// What was agreed with a supplier.
package struct RegisterAction: Sendable, Hashable {
  /// Its id in the register.
  package var id: Int
  /// What is to be done.
  package var text: String
  /// Who does it.
  package var owner: String
  /// By when, `yyyy-mm-dd`.
  package var due: String
  /// Who entered it.
  package var by: String
  /// When it was entered.
  package var on: String
  /// Whether it is done.
  package var isSettled: Bool
}
