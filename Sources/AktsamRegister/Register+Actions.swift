internal import GRDB

extension Register {
  /// Enters what was agreed with the supplier about a gap.
  ///
  /// - Parameters:
  ///   - action: what is to be done.
  ///   - name: the gap.
  ///   - owner: who does it.
  ///   - due: by when, `yyyy-mm-dd`.
  ///   - person: who enters it.
  ///   - date: when it is entered.
  /// - Returns: the action.
  /// - Throws: `RegisterError.closed` when the gap is closed.
  @discardableResult
  package func agree(
    _ action: String, on name: String, owner: String, due: String, by person: String,
    on date: String
  ) throws(RegisterError) -> RegisterAction {
    let action = try RegisterText.required(action, "the action")
    let owner = try RegisterText.required(owner, "the owner of the action")
    let due = try RegisterText.day(due, "the due date")
    let person = try RegisterText.required(person, "the name of who enters it")
    let date = try RegisterText.day(date, "the date of the entry")
    return try write { db in
      let matter = try Matter.find(name, db, Names(db))
      guard let old = matter.gap else { throw RegisterError.unknown(name: name) }
      if old.state == .closed { throw RegisterError.closed(gap: matter.name) }
      try db.execute(
        sql: """
          INSERT INTO action (gap, text, owner, due, person, date, settled) VALUES (?, ?, ?, ?, ?, ?, 0)
          """, arguments: [old.id, action, owner, due, person, date])
      let id = Int(db.lastInsertedRowID)
      var gap = old
      gap.state = .agreed
      try gap.save(db)
      try EventRow(
        date: date, kind: .agreed, person: person, supplier: matter.supplier, gap: gap.id,
        from: (old.state, old.outcome), to: (gap.state, gap.outcome),
        text: "action \(id), \(owner), by \(due): \(action)"
      ).insert(db)
      return RegisterAction(
        id: id, text: action, owner: owner, due: due, by: person, on: date, isSettled: false)
    }
  }

  /// Moves the day by which an action is due.
  ///
  /// - Parameters:
  ///   - action: the id of the action.
  ///   - due: by when now, `yyyy-mm-dd`.
  ///   - reason: why.
  ///   - person: who says so.
  ///   - date: when.
  /// - Throws: `RegisterError.settled` when there is nothing left to do.
  package func postpone(
    action: Int, to due: String, reason: String, by person: String, on date: String
  ) throws(RegisterError) {
    let due = try RegisterText.day(due, "the due date")
    let reason = try RegisterText.required(reason, "the reason")
    try change(action, .postponed, person, date) { old, db in
      try db.execute(sql: "UPDATE action SET due = ? WHERE id = ?", arguments: [due, action])
      return "action \(action), from \(old) to \(due): \(reason)"
    }
  }

  /// Enters that an action is done. The gap stays until a person closes it.
  ///
  /// - Parameters:
  ///   - action: the id of the action.
  ///   - note: what shows it.
  ///   - person: who says so.
  ///   - date: when.
  /// - Throws: `RegisterError.settled` when that was said already.
  package func settle(
    action: Int, note: String, by person: String, on date: String
  ) throws(RegisterError) {
    let note = try RegisterText.required(note, "the note")
    try change(action, .settled, person, date) { _, db in
      try db.execute(sql: "UPDATE action SET settled = 1 WHERE id = ?", arguments: [action])
      return "action \(action): \(note)"
    }
  }

  /// Enters a note on a gap or a supplier.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - name: the gap's id, or the supplier's short name, number or name.
  ///   - person: who.
  ///   - date: when.
  /// - Throws: `RegisterError.unknown` when nothing is named so.
  package func note(
    _ text: String, on name: String, by person: String, on date: String
  ) throws(RegisterError) {
    let text = try RegisterText.required(text, "the note")
    let person = try RegisterText.required(person, "the name of who writes it")
    let date = try RegisterText.day(date, "the date of the note")
    try write { db in
      let names = try Names(db)
      var event: EventRow
      switch try Target.find(name, db, names) {
      case .gap(let matter, let gap):
        event = EventRow(date: date, kind: .noted, supplier: matter.supplier, gap: gap.id)
        event.from = (gap.state, gap.outcome)
        event.to = (gap.state, gap.outcome)
      case .supplier(let supplier):
        event = EventRow(date: date, kind: .noted, supplier: supplier.id)
      }
      event.person = person
      event.text = text
      try db.execute(
        sql: "INSERT INTO note (supplier, gap, text, person, date) VALUES (?, ?, ?, ?, ?)",
        arguments: [event.supplier, event.gap, text, person, date])
      try event.insert(db)
    }
  }

  private func change(
    _ action: Int, _ kind: RegisterEvent.Kind, _ person: String, _ date: String,
    _ body: (_ due: String, Database) throws -> String
  ) throws(RegisterError) {
    let person = try RegisterText.required(person, "the name of who enters it")
    let date = try RegisterText.day(date, "the date of the entry")
    try write { db in
      let found = try RowReading.first(
        db,
        """
          SELECT action.due, action.settled, gap.id, gap.supplier, gap.state, gap.outcome
          FROM action JOIN gap ON gap.id = action.gap WHERE action.id = ?
        """, [action]
      ) { row in
        if row.int("settled") == 1 { throw RegisterError.settled(action: action) }
        let stands: (RegisterGap.State, RegisterOutcome) = try (
          row.word("state"), row.word("outcome")
        )
        let event = EventRow(
          date: date, kind: kind, person: person, supplier: row.int("supplier"),
          gap: row.int("id"), from: stands, to: stands)
        return (due: row.text("due"), event: event)
      }
      guard let (due, entry) = found else {
        throw RegisterError.unknown(name: "action \(action)")
      }
      var event = entry
      event.text = try body(due, db)
      try event.insert(db)
    }
  }
}

/// What a name stands for: a gap or a supplier.
enum Target {
  case gap(Matter, GapRow)
  case supplier(Names.Supplier)

  static func find(_ name: String, _ db: Database, _ names: Names) throws -> Target {
    // A supplier's name may hold an @, too.
    if let supplier = try? names.supplier(name) { return .supplier(supplier) }
    guard name.contains("@") else { return .supplier(try names.supplier(name)) }
    let matter = try Matter.find(name, db, names)
    guard let gap = matter.gap else { throw RegisterError.unknown(name: name) }
    return .gap(matter, gap)
  }
}
