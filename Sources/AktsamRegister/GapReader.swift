internal import GRDB

/// Reads gaps with all that is shown of them.
enum GapReader {
  /// What is selected; the action stands in the alias `action`, which the caller joins.
  private static let columns = """
    gap.*, supplier.slug AS supplier_slug, supplier.name AS supplier_name,
    procedure.slug AS procedure_slug, procedure.name AS procedure_name, procedure.lot,
    assessment.number, assessment.severity, assessment.level, assessment.outcome AS machine_outcome,
    assessment.certainty, assessment.quote, assessment.place,
    opened.number AS opened_number, opened.date AS opened_date,
    latest.number AS latest_number, latest.date AS latest_date,
    decision.outcome AS override_outcome, decision.reason, decision.person AS decided_by,
    decision.date AS decided_on, overruled.outcome AS overruled_outcome,
    overruled_round.number AS overruled_number,
    action.id AS action_id, action.text AS action_text, action.owner, action.due,
    action.person AS action_by, action.date AS action_on, action.settled
    """

  private static let tables = """
    gap
    JOIN supplier ON supplier.id = gap.supplier
    JOIN procedure ON procedure.id = gap.procedure
    JOIN assessment ON assessment.id = gap.assessment
    JOIN round AS opened ON opened.id = gap.opened
    JOIN round AS latest ON latest.id = assessment.round
    LEFT JOIN decision ON decision.id = gap.override
    LEFT JOIN assessment AS overruled ON overruled.id = decision.assessment
    LEFT JOIN round AS overruled_round ON overruled_round.id = overruled.round
    """

  private static let nextAction = """
    LEFT JOIN action ON action.id = (
      SELECT next.id FROM action AS next WHERE next.gap = gap.id AND next.settled = 0
      ORDER BY next.due, next.id LIMIT 1)
    """

  private static let order = """
    supplier.slug, procedure.slug, CASE assessment.severity
      WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END, gap.requirement
    """

  /// Returns the gaps that a condition holds for, by supplier, procedure, severity and requirement.
  static func gaps(
    where condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [RegisterGap] {
    try RowReading.map(
      db, "SELECT \(columns) FROM \(tables) \(nextAction) WHERE \(condition) ORDER BY \(order)",
      arguments
    ) { try gap($0) }
  }

  /// Returns open gaps with each of their actions that are due before a day, the oldest first.
  static func due(before day: String, _ db: Database) throws -> [RegisterGap] {
    // The cross join makes SQLite begin with the index of due days.
    try RowReading.map(
      db,
      """
      SELECT \(columns) FROM action CROSS JOIN \(tables)
      WHERE action.settled = 0 AND action.due < ? AND gap.id = action.gap AND gap.state <> 'closed'
      ORDER BY action.due, \(order), action.id
      """, [day]
    ) { try gap($0) }
  }

  /// Returns the gap of a matter.
  static func gap(_ matter: Matter, _ db: Database) throws -> RegisterGap {
    let found = try gaps(
      where: "gap.supplier = ? AND gap.procedure = ? AND gap.requirement = ?",
      [matter.supplier, matter.procedure, matter.requirement], db)
    guard let gap = found.first else { throw RegisterError.unknown(name: matter.name) }
    return gap
  }

  private static func gap(_ row: RowReading) throws(RegisterError) -> RegisterGap {
    RegisterGap(
      id: Names.gapID(
        row.text("requirement"), supplier: row.text("supplier_slug"),
        procedure: row.text("procedure_slug")),
      supplier: row.text("supplier_slug"), supplierName: row.text("supplier_name"),
      procedure: row.text("procedure_name"), lot: row.text("lot"),
      requirement: row.text("requirement"), number: row.text("number"),
      severity: row.text("severity"), level: row.text("level"), state: try row.word("state"),
      change: try row.word("change"), outcome: try row.word("outcome"),
      machineOutcome: try row.word("machine_outcome"), certainty: row.text("certainty"),
      quote: row.text("quote"), place: row.text("place"), override: try override(row),
      action: action(row), openedRound: row.int("opened_number"),
      openedOn: row.text("opened_date"), latestRound: row.int("latest_number"),
      latestOn: row.text("latest_date"))
  }

  private static func override(_ row: RowReading) throws(RegisterError) -> RegisterOverride? {
    guard row.optionalInt("override") != nil else { return nil }
    return RegisterOverride(
      outcome: try row.word("override_outcome"), machineOutcome: try row.word("overruled_outcome"),
      reason: row.text("reason"), by: row.text("decided_by"), on: row.text("decided_on"),
      round: row.int("overruled_number"), holds: row.int("override_holds") == 1)
  }

  private static func action(_ row: RowReading) -> RegisterAction? {
    guard let id = row.optionalInt("action_id") else { return nil }
    return RegisterAction(
      id: id, text: row.text("action_text"), owner: row.text("owner"), due: row.text("due"),
      by: row.text("action_by"), on: row.text("action_on"), isSettled: row.int("settled") == 1)
  }
}
