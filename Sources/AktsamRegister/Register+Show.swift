internal import GRDB

/// All that the register holds on a gap.
package struct RegisterGapRecord: Sendable, Hashable {
  /// How it stands.
  package var gap: RegisterGap
  /// What each round found on its requirement, the first first.
  package var readings: [RegisterReading]
  /// What was agreed, in the order of entry.
  package var actions: [RegisterAction]
  /// What was decided, in the order of entry.
  package var decisions: [RegisterDecision]
  /// What was noted, in the order of entry.
  package var notes: [RegisterNote]
}

/// All that the register holds on a supplier.
package struct RegisterSupplierRecord: Sendable, Hashable {
  /// The supplier.
  package var supplier: RegisterSupplier
  /// Its rounds, in the order of entry, without their assessments: `round` gives those.
  package var rounds: [RegisterRoundEntry]
  /// Its gaps, closed ones included.
  package var gaps: [RegisterGap]
  /// What was noted on it and its gaps, in the order of entry.
  package var notes: [RegisterNote]
}

/// What a name shows.
package enum RegisterRecord: Sendable, Hashable {
  /// A gap.
  case gap(RegisterGapRecord)
  /// A supplier.
  case supplier(RegisterSupplierRecord)
}

extension Register {
  /// Returns all that the register holds on a gap or a supplier.
  ///
  /// - Parameter name: the gap's id, or the supplier's short name, number or name.
  /// - Returns: what is known.
  /// - Throws: `RegisterError.unknown` when nothing is named so, `ambiguous` when several things are.
  package func show(_ name: String) throws(RegisterError) -> RegisterRecord {
    try read { db in
      switch try Target.find(name, db, Names(db)) {
      case .gap(let matter, let gap): .gap(try Self.record(matter, gap.id, db))
      case .supplier(let supplier): .supplier(try Self.record(supplier, db))
      }
    }
  }

  private static func record(
    _ matter: Matter, _ gap: Int, _ db: Database
  ) throws -> RegisterGapRecord {
    let readings = try RowReading.map(
      db,
      """
      SELECT assessment.*, round.number AS round_number, round.date
      FROM round JOIN assessment ON assessment.round = round.id AND assessment.requirement = ?
      WHERE round.supplier = ? AND round.procedure = ? ORDER BY round.number
      """, [matter.requirement, matter.supplier, matter.procedure]
    ) { row in
      try RegisterReading(
        round: row.int("round_number"), on: row.text("date"),
        assessment: RoundReader.assessment(row))
    }
    let actions = try RowReading.map(db, "SELECT * FROM action WHERE gap = ? ORDER BY id", [gap]) {
      row in
      RegisterAction(
        id: row.int("id"), text: row.text("text"), owner: row.text("owner"), due: row.text("due"),
        by: row.text("person"), on: row.text("date"), isSettled: row.int("settled") == 1)
    }
    let decisions = try RowReading.map(
      db,
      """
      SELECT decision.*, assessment.outcome AS machine_outcome
      FROM decision JOIN assessment ON assessment.id = decision.assessment
      WHERE decision.gap = ? ORDER BY decision.id
      """, [gap]
    ) { row in
      try RegisterDecision(
        kind: row.word("kind"), outcome: row.optionalWord("outcome"),
        machineOutcome: row.word("machine_outcome"), reason: row.text("reason"),
        by: row.text("person"), on: row.text("date"))
    }
    return RegisterGapRecord(
      gap: try GapReader.gap(matter, db), readings: readings, actions: actions,
      decisions: decisions,
      notes: try notes(
        where: "note.supplier = ?1 AND note.gap = ?2",
        [matter.supplier, gap], db))
  }

  private static func record(
    _ supplier: Names.Supplier, _ db: Database
  ) throws -> RegisterSupplierRecord {
    let rounds = try RoundReader.rounds(
      where: "round.supplier = ?", [supplier.id], withAssessments: false, db)
    return RegisterSupplierRecord(
      supplier: supplier.record, rounds: rounds,
      gaps: try GapReader.gaps(where: "gap.supplier = ?", [supplier.id], db),
      notes: try notes(where: "note.supplier = ?", [supplier.id], db))
  }

  private static func notes(
    where condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [RegisterNote] {
    try RowReading.map(
      db,
      """
      SELECT note.*, gap.requirement, supplier.slug, procedure.slug AS procedure_slug
      FROM note JOIN supplier ON supplier.id = note.supplier
      LEFT JOIN gap ON gap.id = note.gap LEFT JOIN procedure ON procedure.id = gap.procedure
      WHERE \(condition) ORDER BY note.id
      """, arguments
    ) { row in
      RegisterNote(
        gap: row.optionalText("requirement").map {
          Names.gapID($0, supplier: row.text("slug"), procedure: row.text("procedure_slug"))
        }, text: row.text("text"), by: row.text("person"), on: row.text("date"))
    }
  }
}
