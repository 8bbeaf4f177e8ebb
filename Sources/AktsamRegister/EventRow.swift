internal import GRDB

/// An event that is about to be entered. Every change of the register enters one, in its transaction.
struct EventRow {
  var date: String
  var kind: RegisterEvent.Kind
  var person = ""
  var supplier: Int
  var gap: Int?
  var round: Int?
  var from: (state: RegisterGap.State, outcome: RegisterOutcome)?
  var to: (state: RegisterGap.State, outcome: RegisterOutcome)?
  var text = ""

  func insert(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO event (date, kind, person, supplier, gap, round, from_state, to_state, from_outcome,
          to_outcome, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      date, kind.rawValue, person, supplier, gap, round, from?.state.rawValue, to?.state.rawValue,
      from?.outcome.rawValue, to?.outcome.rawValue, text,
    ])
  }
}
