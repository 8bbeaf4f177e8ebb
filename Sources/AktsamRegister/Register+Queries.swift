internal import GRDB

extension Register {
  /// Returns gaps by supplier, procedure, severity and requirement.
  ///
  /// - Parameter filter: which.
  /// - Returns: the gaps.
  /// - Throws: `RegisterError.unknown` for a supplier that the register does not have.
  package func list(_ filter: RegisterFilter = .notClosed) throws(RegisterError) -> [RegisterGap] {
    try read { db in
      var query = Conditions()
      if let supplier = filter.supplier {
        query.add("gap.supplier = ?", try Names(db).supplier(supplier).id)
      }
      if let procedure = filter.procedure { query.add("procedure.name = ?", procedure) }
      if let lot = filter.lot { query.add("procedure.lot = ?", lot) }
      if let requirement = filter.requirement { query.add("gap.requirement = ?", requirement) }
      if let owner = filter.owner {
        query.add(
          "EXISTS (SELECT 1 FROM action AS own WHERE own.gap = gap.id AND own.settled = 0 AND own.owner = ?)",
          owner)
      }
      query.add("gap.state", in: filter.states.map(\.rawValue))
      query.add("gap.change", in: filter.changes.map(\.rawValue))
      query.add("assessment.severity", in: Array(filter.severities))
      if filter.isOverridden { query.add("gap.override IS NOT NULL") }
      let gaps = try GapReader.gaps(where: query.sql, query.arguments, db)
      return filter.isAnswered ? gaps.filter(\.isAnswered) : gaps
    }
  }

  /// Returns all gaps of a supplier in a procedure, closed ones and lapsed overrides included: what a new
  /// report or gap list shows beside what it found. Empty when the register does not know the supplier.
  ///
  /// - Parameters:
  ///   - supplier: the supplier's name as a round gives it.
  ///   - identifier: its number; empty = not known.
  ///   - procedure: the id of the procedure; empty = none.
  ///   - lot: the lot; empty = none.
  /// - Returns: the gaps.
  /// - Throws: `RegisterError.ambiguous` when several suppliers have the name and no number is given.
  package func gaps(
    of supplier: String, identifier: String = "", procedure: String, lot: String = ""
  ) throws(RegisterError) -> [RegisterGap] {
    try read { db in
      let names = try Names(db)
      guard let found = try names.supplier(named: supplier, identifier: identifier),
        let procedure = names.procedure(procedure, lot: lot)
      else { return [] }
      return try GapReader.gaps(
        where: "gap.supplier = ? AND gap.procedure = ?", [found.id, procedure.id], db)
    }
  }

  /// Returns the id of the gap that a requirement makes with a supplier in a procedure, whether there is
  /// one or not; nil when the register does not know the supplier or the procedure.
  ///
  /// - Parameters:
  ///   - requirement: the requirement's id.
  ///   - supplier: the supplier's name as a round gives it.
  ///   - identifier: its number; empty = not known.
  ///   - procedure: the id of the procedure; empty = none.
  ///   - lot: the lot; empty = none.
  /// - Returns: the id, such as `gri-mechanism@acme-ab:2026-17`.
  /// - Throws: `RegisterError.ambiguous` when several suppliers have the name and no number is given.
  package func gapID(
    _ requirement: String, of supplier: String, identifier: String = "", procedure: String,
    lot: String = ""
  ) throws(RegisterError) -> String? {
    try read { db in
      let names = try Names(db)
      guard let found = try names.supplier(named: supplier, identifier: identifier),
        let procedure = names.procedure(procedure, lot: lot)
      else { return nil }
      return names.gapID(requirement, supplier: found.id, procedure: procedure.id)
    }
  }

  /// Returns the open gaps with an action that is due before a day, an entry an action, the oldest first.
  ///
  /// - Parameter day: `yyyy-mm-dd`; what is due on that very day is left out.
  /// - Returns: the gaps, each with the action that is due.
  /// - Throws: `RegisterError.invalid` for a day that does not exist.
  package func due(before day: String) throws(RegisterError) -> [RegisterGap] {
    let day = try RegisterText.day(day, "the day")
    return try read { db in try GapReader.due(before: day, db) }
  }

  /// Returns the suppliers, by short name.
  package func suppliers() throws(RegisterError) -> [RegisterSupplier] {
    try read { db in
      try Names(db).suppliers.map(\.record).sorted { $0.slug < $1.slug }
    }
  }

  /// Returns a round as it was entered.
  ///
  /// - Parameter id: its id in the register.
  /// - Returns: the round.
  /// - Throws: `RegisterError.unknown` when there is none.
  package func round(_ id: Int) throws(RegisterError) -> RegisterRoundEntry {
    try read { db in
      guard let round = try RoundReader.round(id, db) else {
        throw RegisterError.unknown(name: "round \(id)")
      }
      return round
    }
  }

  /// Returns what happened, in the order in which it was entered.
  ///
  /// - Parameter name: a gap's id, or a supplier's short name, number or name; nil = all.
  /// - Returns: the events.
  /// - Throws: `RegisterError.unknown` when nothing is named so.
  package func history(of name: String? = nil) throws(RegisterError) -> [RegisterEvent] {
    try read { db in
      guard let name else { return try HistoryReader.events(where: "TRUE", [], db) }
      switch try Target.find(name, db, Names(db)) {
      case .gap(_, let gap): return try HistoryReader.events(where: "event.gap = ?", [gap.id], db)
      case .supplier(let supplier):
        return try HistoryReader.events(where: "event.supplier = ?", [supplier.id], db)
      }
    }
  }
}

/// Conditions joined by AND. Values are always bound, never written into the text.
private struct Conditions {
  private var parts: [String] = []
  private(set) var arguments = StatementArguments()

  var sql: String { parts.isEmpty ? "TRUE" : parts.joined(separator: " AND ") }

  mutating func add(_ condition: String) { parts.append(condition) }

  mutating func add(_ condition: String, _ value: some DatabaseValueConvertible) {
    parts.append(condition)
    arguments += [value]
  }

  mutating func add(_ column: String, in values: [String]) {
    guard !values.isEmpty else { return }
    parts.append(
      "\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
    arguments += StatementArguments(values.sorted())
  }
}

/// Reads the history.
enum HistoryReader {
  static func events(
    where condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [RegisterEvent] {
    try RowReading.map(
      db,
      """
      SELECT event.*, supplier.slug AS supplier_slug, gap.requirement,
        procedure.slug AS procedure_slug
      FROM event JOIN supplier ON supplier.id = event.supplier
      LEFT JOIN gap ON gap.id = event.gap
      LEFT JOIN procedure ON procedure.id = gap.procedure
      WHERE \(condition) ORDER BY event.id
      """, arguments
    ) { row in
      let supplier = row.text("supplier_slug")
      return try RegisterEvent(
        number: row.int("id"), on: row.text("date"), kind: row.word("kind"),
        by: row.text("person"), supplier: supplier,
        gap: row.optionalText("requirement").map {
          Names.gapID($0, supplier: supplier, procedure: row.text("procedure_slug"))
        },
        round: row.optionalInt("round"), fromState: row.optionalWord("from_state"),
        toState: row.optionalWord("to_state"), fromOutcome: row.optionalWord("from_outcome"),
        toOutcome: row.optionalWord("to_outcome"), text: row.text("text"))
    }
  }
}
