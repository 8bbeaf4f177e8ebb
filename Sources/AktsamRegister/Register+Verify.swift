internal import GRDB

/// Something wrong with a register, or with a file that it holds the hash of.
package enum RegisterProblem: Sendable, Hashable, CustomStringConvertible {
  /// The database itself is damaged.
  case damaged(String)
  /// A row names another that is not there.
  case dangling(table: String, row: Int, missing: String)
  /// A table, index or trigger is not as it was made.
  case schema(name: String)
  /// An entry of the history is absent.
  case history(String)
  /// A gap does not stand as its history says.
  case state(gap: String)
  /// A file is not what was read.
  case fileChanged(path: String, part: String, round: Int)
  /// A file that was read is not there.
  case fileAbsent(path: String, part: String, round: Int)

  package var description: String {
    switch self {
    case .damaged(let detail): "the database is damaged: \(detail); restore a backup"
    case .dangling(let table, let row, let missing):
      "row \(row) of the table \(table) names a \(missing) that is not there; restore a backup"
    case .schema(let name):
      "'\(name)' is not as aktsam made it; another program has changed the register"
    case .history(let detail): "\(detail); another program has changed the register"
    case .state(let gap):
      "the gap '\(gap)' does not stand as its history says; another program has changed the register"
    case .fileChanged(let path, let part, let round):
      "'\(Self.file(path, part))' is not what round \(round) read; find the file that was handed in"
    case .fileAbsent(let path, let part, let round):
      "'\(Self.file(path, part))', which round \(round) read, is not there; find the file that was handed in"
    }
  }

  private static func file(_ path: String, _ part: String) -> String {
    part.isEmpty ? path : path + "!/" + part
  }
}

extension Register {
  /// Checks the database, its history, and whether files are what was read.
  ///
  /// A file that a later round read from the same path with another content has taken the place of the
  /// earlier one; only the later is compared.
  ///
  /// - Parameter hash: returns the SHA-256 of a file, or of its member where `part` is not empty, in lower-case
  ///   hexadecimal, nil where it is not there; without it files are not looked at.
  /// - Returns: what is wrong; empty = nothing.
  /// - Throws: `RegisterError` when the register cannot be asked.
  package func verify(
    hashOf hash: ((_ path: String, _ part: String) -> String?)? = nil
  ) throws(RegisterError) -> [RegisterProblem] {
    let (problems, inputs) = try read { db -> ([RegisterProblem], [Verification.Input]) in
      let damage = try Verification.damage(db)
      // What does not hold together cannot be asked about its meaning.
      if !damage.isEmpty { return (damage, []) }
      let problems = try Verification.dangling(db) + Verification.schema(db)
      return try (problems + Verification.history(db), Verification.inputs(db))
    }
    guard let hash else { return problems }
    return problems
      + inputs.compactMap { input in
        guard let found = hash(input.path, input.part) else {
          return .fileAbsent(path: input.path, part: input.part, round: input.round)
        }
        return found == input.sha256
          ? nil : .fileChanged(path: input.path, part: input.part, round: input.round)
      }
  }
}

/// The parts of a check of the register.
enum Verification {
  /// An input whose hash is compared.
  struct Input {
    var path: String
    var part: String
    var sha256: String
    var round: Int
  }

  /// Pages, indexes, types and checks of columns.
  static func damage(_ db: Database) throws -> [RegisterProblem] {
    do {
      return try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        .map(RegisterProblem.damaged)
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    {
      return [.damaged(error.message ?? "it cannot be read")]
    }
  }

  static func dangling(_ db: Database) throws -> [RegisterProblem] {
    try RowReading.map(db, "PRAGMA foreign_key_check") { row in
      .dangling(
        table: row.text("table"), row: row.int("rowid"), missing: row.text("parent"))
    }
  }

  /// Compares tables, indexes and triggers with those of a new register.
  static func schema(_ db: Database) throws -> [RegisterProblem] {
    let fresh = try DatabaseQueue()
    try Schema.migrator.migrate(fresh)
    let expected = try fresh.read(definitions)
    let found = try definitions(db)
    return Set(expected.keys).union(found.keys).sorted()
      .filter { expected[$0] != found[$0] }.map(RegisterProblem.schema)
  }

  private static func definitions(_ db: Database) throws -> [String: String] {
    let rows = try RowReading.map(
      db,
      "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ) { ($0.text("name"), $0.text("sql")) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the history is whole, and the gaps stand as it says.
  static func history(_ db: Database) throws -> [RegisterProblem] {
    var problems: [RegisterProblem] = []
    let absent =
      try Int.fetchOne(db, sql: "SELECT ifnull(max(id), 0) - count(*) FROM event") ?? 0
    if absent != 0 { problems.append(.history("\(absent) entries of the history are absent")) }
    let rounds = try Int.fetchAll(
      db,
      sql: """
        SELECT id FROM round WHERE NOT EXISTS (
          SELECT 1 FROM event WHERE event.round = round.id AND event.kind = 'round-added'
            AND event.supplier = round.supplier)
        ORDER BY id
        """)
    problems += rounds.map { .history("round \($0) has no entry in the history") }
    problems += try unentered("decision", "'overridden', 'closed', 'reopened'", db)
    problems += try unentered("action", "'agreed'", db)
    problems += try unentered("note", "'noted'", db)
    let names = try Names(db)
    return try problems
      + RowReading.map(
        db,
        """
        SELECT gap.requirement, gap.supplier, gap.procedure FROM gap
        LEFT JOIN event ON event.id = (SELECT max(id) FROM event AS last WHERE last.gap = gap.id)
        WHERE event.to_state IS NOT gap.state OR event.to_outcome IS NOT gap.outcome ORDER BY gap.id
        """
      ) { row in
        .state(
          gap: names.gapID(
            row.text("requirement"), supplier: row.int("supplier"), procedure: row.int("procedure"))
        )
      }
  }

  /// Rows that people entered must be as many as the entries of the history that tell of them.
  private static func unentered(
    _ table: String, _ kinds: String, _ db: Database
  ) throws -> [RegisterProblem] {
    let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    let events =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM event WHERE kind IN (\(kinds)) AND person <> ''") ?? 0
    return rows == events
      ? [] : [.history("the table \(table) has \(rows) rows, the history tells of \(events)")]
  }

  /// The input that was read last from each path.
  static func inputs(_ db: Database) throws -> [Input] {
    try RowReading.map(
      db,
      """
      SELECT path, part, sha256, round, max(id) AS id FROM input WHERE sha256 <> ''
      GROUP BY path, part ORDER BY path, part
      """
    ) { row in
      Input(
        path: row.text("path"), part: row.text("part"), sha256: row.text("sha256"),
        round: row.int("round"))
    }
  }
}
