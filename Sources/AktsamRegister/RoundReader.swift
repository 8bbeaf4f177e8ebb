internal import GRDB

/// Reads rounds as they were entered.
enum RoundReader {
  /// Returns one round with its inputs and assessments; nil when there is none of the id.
  static func round(_ id: Int, _ db: Database) throws -> RegisterRoundEntry? {
    try rounds(where: "round.id = ?", [id], db).first
  }

  /// Returns the rounds that a condition holds for, in the order in which they were entered.
  static func rounds(
    where condition: String, _ arguments: StatementArguments, withAssessments: Bool = true,
    _ db: Database
  ) throws -> [RegisterRoundEntry] {
    try RowReading.map(
      db,
      """
      SELECT round.*, supplier.name AS supplier_name, supplier.identifier,
        procedure.name AS procedure_name, procedure.lot
      FROM round JOIN supplier ON supplier.id = round.supplier
      JOIN procedure ON procedure.id = round.procedure
      WHERE \(condition) ORDER BY round.id
      """, arguments
    ) { row in
      RegisterRoundEntry(
        id: row.int("id"), number: row.int("number"),
        round: RegisterRound(
          supplier: row.text("supplier_name"), supplierIdentifier: row.text("identifier"),
          procedure: row.text("procedure_name"), lot: row.text("lot"), date: row.text("date"),
          toolVersion: row.text("tool_version"), libraryVersion: row.text("library_version"),
          librarySHA256: row.text("library_sha256"), profile: row.text("profile"),
          profileVersion: row.text("profile_version"), inputs: try inputs(row.int("id"), db),
          assessments: withAssessments ? try assessments(row.int("id"), db) : []))
    }
  }

  private static func inputs(_ round: Int, _ db: Database) throws -> [RegisterRound.Input] {
    try RowReading.map(db, "SELECT * FROM input WHERE round = ? ORDER BY position", [round]) {
      row in
      RegisterRound.Input(
        path: row.text("path"), part: row.text("part"), sha256: row.text("sha256"),
        format: row.text("format"), role: row.text("role"))
    }
  }

  private static func assessments(
    _ round: Int, _ db: Database
  ) throws -> [RegisterRound.Assessment] {
    try RowReading.map(db, "SELECT * FROM assessment WHERE round = ? ORDER BY id", [round]) {
      try assessment($0)
    }
  }

  static func assessment(_ row: RowReading) throws(RegisterError) -> RegisterRound.Assessment {
    RegisterRound.Assessment(
      requirement: row.text("requirement"), number: row.text("number"),
      severity: row.text("severity"), level: row.text("level"), outcome: try row.word("outcome"),
      certainty: row.text("certainty"), quote: row.text("quote"), place: row.text("place"))
  }
}
