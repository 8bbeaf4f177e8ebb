internal import GRDB

extension Register {
  /// Overrules what the tool found on a requirement. Its own outcome is kept and shown beside.
  ///
  /// The override holds until a later round finds something else than what was overruled, and stays
  /// visible after that. Who says that nothing is wanting closes the gap; who says that something is opens
  /// one, also where the tool found none.
  ///
  /// - Parameters:
  ///   - name: the requirement and the supplier: `gri-mechanism@acme-ab`, with `:PROCEDURE` where needed.
  ///   - outcome: what the person says; anything but unread.
  ///   - reason: why; not empty.
  ///   - person: who; not empty.
  ///   - date: when, `yyyy-mm-dd`.
  /// - Returns: the gap as it stands now.
  /// - Throws: `RegisterError.unknown` for a requirement that no round asked the supplier about.
  @discardableResult
  package func override(
    _ name: String, outcome: RegisterOutcome, reason: String, by person: String, on date: String
  ) throws(RegisterError) -> RegisterGap {
    if outcome == .unread {
      throw .invalid(
        field: "outcome", value: "unread",
        wanted: "met, weak, contradicted, missing or not-applicable")
    }
    return try decide(name, reason, person, date) { decision, db in
      let matter = decision.matter
      let old = matter.gap
      let id =
        try old?.id
        ?? GapRow.insert(
          supplier: matter.supplier, procedure: matter.procedure, requirement: matter.requirement,
          round: matter.round, assessment: matter.assessment, outcome: outcome, db)
      guard
        var gap = try old
          ?? GapRow.find(matter.supplier, matter.procedure, matter.requirement, db)
      else { throw RegisterError.unknown(name: name) }
      gap.override = try decision.insert(.override, gap: id, outcome: outcome, db)
      gap.overrideHolds = true
      gap.outcome = outcome
      if !outcome.isGap {
        gap.state = .closed
        gap.closedOutcome = outcome
      } else if old?.state == .closed {
        gap.state = .reopened
        gap.closedOutcome = nil
      }
      try gap.save(db)
      try decision.enter(.overridden, from: old, to: gap, text: decision.reason, db)
    }
  }

  /// Closes a gap: whatever its outcome, a person takes it for dealt with. Later rounds open it again only
  /// when they find it worse than it is now.
  ///
  /// - Parameters:
  ///   - name: the gap.
  ///   - reason: why; not empty.
  ///   - person: who; not empty.
  ///   - date: when, `yyyy-mm-dd`.
  /// - Returns: the gap as it stands now.
  /// - Throws: `RegisterError.closed` when it is closed already.
  @discardableResult
  package func close(
    _ name: String, reason: String, by person: String, on date: String
  ) throws(RegisterError) -> RegisterGap {
    try decide(name, reason, person, date) { decision, db in
      let old = try decision.gap()
      if old.state == .closed { throw RegisterError.closed(gap: decision.matter.name) }
      var gap = old
      gap.state = .closed
      gap.closedOutcome = gap.outcome
      _ = try decision.insert(.close, gap: gap.id, outcome: nil, db)
      try gap.save(db)
      try decision.enter(.closed, from: old, to: gap, text: decision.reason, db)
    }
  }

  /// Opens a closed gap again.
  ///
  /// - Parameters:
  ///   - name: the gap.
  ///   - reason: why; not empty.
  ///   - person: who; not empty.
  ///   - date: when, `yyyy-mm-dd`.
  /// - Returns: the gap as it stands now.
  /// - Throws: `RegisterError.notClosed` when it is not closed.
  @discardableResult
  package func reopen(
    _ name: String, reason: String, by person: String, on date: String
  ) throws(RegisterError) -> RegisterGap {
    try decide(name, reason, person, date) { decision, db in
      let old = try decision.gap()
      if old.state != .closed { throw RegisterError.notClosed(gap: decision.matter.name) }
      var gap = old
      gap.state = .reopened
      gap.closedOutcome = nil
      _ = try decision.insert(.reopen, gap: gap.id, outcome: nil, db)
      try gap.save(db)
      try decision.enter(.reopened, from: old, to: gap, text: decision.reason, db)
    }
  }

  private func decide(
    _ name: String, _ reason: String, _ person: String, _ date: String,
    _ body: (Decision, Database) throws -> Void
  ) throws(RegisterError) -> RegisterGap {
    let reason = try RegisterText.required(reason, "the reason")
    let person = try RegisterText.required(person, "the name of who decides")
    let date = try RegisterText.day(date, "the date of the decision")
    return try write { db in
      let names = try Names(db)
      let matter = try Matter.find(name, db, names)
      try body(Decision(matter: matter, reason: reason, person: person, date: date), db)
      return try GapReader.gap(matter, db)
    }
  }
}

/// A decision that is about to be entered.
private struct Decision {
  var matter: Matter
  var reason: String
  var person: String
  var date: String

  /// Returns the gap that is decided on.
  func gap() throws(RegisterError) -> GapRow {
    guard let gap = matter.gap else { throw .unknown(name: matter.name) }
    return gap
  }

  func insert(
    _ kind: RegisterDecision.Kind, gap: Int, outcome: RegisterOutcome?, _ db: Database
  ) throws -> Int {
    try db.execute(
      sql: """
        INSERT INTO decision (gap, assessment, kind, outcome, reason, person, date)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        gap, matter.assessment, kind.rawValue, outcome?.rawValue, reason, person, date,
      ])
    return Int(db.lastInsertedRowID)
  }

  func enter(
    _ kind: RegisterEvent.Kind, from old: GapRow?, to gap: GapRow, text: String, _ db: Database
  ) throws {
    try EventRow(
      date: date, kind: kind, person: person, supplier: matter.supplier, gap: gap.id,
      from: old.map { ($0.state, $0.outcome) }, to: (gap.state, gap.outcome), text: text
    ).insert(db)
  }
}
