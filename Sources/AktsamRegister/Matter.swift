internal import GRDB

/// What a gap's id names: a requirement asked of a supplier in a procedure, whether it is a gap or not.
struct Matter {
  var supplier: Int
  var procedure: Int
  var requirement: String
  /// The id of the gap as people see it.
  var name: String
  /// The latest assessment.
  var assessment: Int
  /// What the tool found there.
  var machineOutcome: RegisterOutcome
  /// The round of that assessment.
  var round: Int
  /// The gap; nil while nobody was found wanting.
  var gap: GapRow?

  /// Finds what a person means by `requirement@supplier` or `requirement@supplier:procedure`.
  ///
  /// The procedure may be left out where the supplier was asked in only one.
  static func find(_ name: String, _ db: Database, _ names: Names) throws -> Matter {
    guard let at = name.lastIndex(of: "@") else { throw RegisterError.unknown(name: name) }
    let requirement = String(name[..<at])
    let parts = name[name.index(after: at)...].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false
    ).map(String.init)
    guard let supplier = names.suppliers.first(where: { $0.record.slug == parts.first }) else {
      throw RegisterError.unknown(name: name)
    }
    let all = try latest(requirement, supplier.id, db, names)
    let slug = parts.count > 1 ? parts[1] : ""
    let exact = all.first { matter in
      names.procedures.first { $0.id == matter.procedure }?.slug == slug
    }
    if let exact { return exact }
    guard let first = all.first, parts.count == 1 else { throw RegisterError.unknown(name: name) }
    if all.count > 1 { throw RegisterError.ambiguous(name: name, candidates: all.map(\.name)) }
    return first
  }

  private static func latest(
    _ requirement: String, _ supplier: Int, _ db: Database, _ names: Names
  ) throws -> [Matter] {
    try RowReading.map(
      db,
      """
        SELECT round.procedure, round.id AS round, assessment.id, assessment.outcome, max(round.number)
        FROM round JOIN assessment ON assessment.round = round.id AND assessment.requirement = ?
        WHERE round.supplier = ? GROUP BY round.procedure ORDER BY round.procedure
      """, [requirement, supplier]
    ) { row in
      let procedure = row.int("procedure")
      return try Matter(
        supplier: supplier, procedure: procedure, requirement: requirement,
        name: names.gapID(requirement, supplier: supplier, procedure: procedure),
        assessment: row.int("id"), machineOutcome: row.word("outcome"), round: row.int("round"),
        gap: GapRow.find(supplier, procedure, requirement, db))
    }
  }
}

/// A row of the table of gaps: how one stands now.
struct GapRow {
  var id: Int
  var requirement: String
  var assessment: Int
  var state: RegisterGap.State
  var change: RegisterGap.Change
  var outcome: RegisterOutcome
  var closedOutcome: RegisterOutcome?
  var override: Int?
  var overrideHolds: Bool
  /// What the override says.
  var overrideOutcome: RegisterOutcome?
  /// What the tool had found when it was overruled.
  var overruled: RegisterOutcome?

  private static let select = """
    SELECT gap.*, decision.outcome AS override_outcome, overruled.outcome AS overruled
    FROM gap LEFT JOIN decision ON decision.id = gap.override
    LEFT JOIN assessment AS overruled ON overruled.id = decision.assessment
    WHERE gap.supplier = ? AND gap.procedure = ?
    """

  private init(_ row: RowReading) throws(RegisterError) {
    id = row.int("id")
    requirement = row.text("requirement")
    assessment = row.int("assessment")
    state = try row.word("state")
    change = try row.word("change")
    outcome = try row.word("outcome")
    closedOutcome = row.optionalWord("closed_outcome")
    override = row.optionalInt("override")
    overrideHolds = row.int("override_holds") == 1
    overrideOutcome = row.optionalWord("override_outcome")
    overruled = row.optionalWord("overruled")
  }

  static func all(_ supplier: Int, _ procedure: Int, _ db: Database) throws -> [GapRow] {
    try RowReading.map(db, select, [supplier, procedure]) { try GapRow($0) }
  }

  static func find(
    _ supplier: Int, _ procedure: Int, _ requirement: String, _ db: Database
  ) throws -> GapRow? {
    try RowReading.first(
      db, select + " AND gap.requirement = ?", [supplier, procedure, requirement]
    ) { try GapRow($0) }
  }

  /// Writes what may change about it.
  func save(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE gap SET assessment = ?, state = ?, change = ?, outcome = ?, closed_outcome = ?,
          override = ?, override_holds = ? WHERE id = ?
        """
    ).execute(arguments: [
      assessment, state.rawValue, change.rawValue, outcome.rawValue, closedOutcome?.rawValue,
      override, overrideHolds ? 1 : 0, id,
    ])
  }

  /// Adds a gap and returns its id.
  static func insert(
    supplier: Int, procedure: Int, requirement: String, round: Int, assessment: Int,
    outcome: RegisterOutcome, _ db: Database
  ) throws -> Int {
    try db.cachedStatement(
      sql: """
        INSERT INTO gap (supplier, procedure, requirement, opened, assessment, state, change, outcome,
          override_holds) VALUES (?, ?, ?, ?, ?, 'open', 'new', ?, 0)
        """
    ).execute(arguments: [supplier, procedure, requirement, round, assessment, outcome.rawValue])
    return Int(db.lastInsertedRowID)
  }
}
