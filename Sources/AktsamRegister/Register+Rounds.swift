internal import GRDB

extension Register {
  /// Adds a round and moves the gaps on.
  ///
  /// What is weak, contradicted or missing is a gap. One that is met now is shown as answered and stays
  /// until a person closes it; a closed one opens again when it is worse than when it was closed. An
  /// override holds until the tool finds something else than what was overruled.
  ///
  /// - Parameter round: what was found.
  /// - Returns: what changed, once it is on the disk.
  /// - Throws: `RegisterError.alreadyAdded` for the same round again, `outOfOrder` for one before the
  ///   latest, `invalid` for values that do not do.
  @discardableResult
  package func add(_ round: RegisterRound) throws(RegisterError) -> AddedRound {
    let round = try Self.validated(round)
    return try write { db in try RoundWriter(round, db).run() }
  }

  private static func validated(_ round: RegisterRound) throws(RegisterError) -> RegisterRound {
    var round = round
    round.supplier = try RegisterText.required(round.supplier, "supplier")
    round.supplierIdentifier = RegisterText.trimmed(round.supplierIdentifier)
    round.procedure = RegisterText.trimmed(round.procedure)
    round.lot = RegisterText.trimmed(round.lot)
    _ = try RegisterText.day(round.date, "the date of the round")
    for index in round.inputs.indices {
      round.inputs[index].sha256 = round.inputs[index].sha256.lowercased()
    }
    var seen: Set<String> = []
    for assessment in round.assessments {
      let id = try RegisterText.requirement(assessment.requirement)
      if !seen.insert(id).inserted {
        throw .invalid(field: "requirement", value: id, wanted: "each requirement once")
      }
    }
    return round
  }
}

/// Adds one round inside one transaction.
private struct RoundWriter {
  private let round: RegisterRound
  private let db: Database
  private let names: Names

  init(_ round: RegisterRound, _ db: Database) throws {
    self.round = round
    self.db = db
    names = try Names(db)
  }

  func run() throws -> AddedRound {
    let supplier = try supplier()
    let procedure = try procedure()
    let number = try nextNumber(supplier.id, procedure.id)
    try db.execute(
      sql: """
        INSERT INTO round (supplier, procedure, number, date, tool_version, library_version,
          library_sha256, profile, profile_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        supplier.id, procedure.id, number, round.date, round.toolVersion, round.libraryVersion,
        round.librarySHA256, round.profile, round.profileVersion,
      ])
    let id = Int(db.lastInsertedRowID)
    try addInputs(id)
    try EventRow(
      date: round.date, kind: .roundAdded, supplier: supplier.id, round: id,
      text: "round \(number)"
    ).insert(db)
    var added = AddedRound(id: id, number: number, supplier: supplier.slug)
    let gaps = try Dictionary(
      GapRow.all(supplier.id, procedure.id, db).map { ($0.requirement, $0) },
      uniquingKeysWith: { first, _ in first })
    for assessment in round.assessments {
      let row = try add(assessment, id)
      let name = Names.gapID(
        assessment.requirement, supplier: supplier.slug, procedure: procedure.slug)
      if let gap = gaps[assessment.requirement] {
        try move(gap, name, assessment.outcome, row, supplier.id, &added)
      } else if assessment.outcome.isGap {
        let gap = try GapRow.insert(
          supplier: supplier.id, procedure: procedure.id, requirement: assessment.requirement,
          round: id, assessment: row, outcome: assessment.outcome, db)
        try EventRow(
          date: round.date, kind: .opened, supplier: supplier.id, gap: gap, round: id,
          to: (.open, assessment.outcome)
        ).insert(db)
        added.opened.append(name)
      }
    }
    return added
  }

  // MARK: - Supplier, procedure, number

  private func supplier() throws -> (id: Int, slug: String) {
    let identifier = round.supplierIdentifier
    guard let known = try names.supplier(named: round.supplier, identifier: identifier) else {
      let slug = RegisterText.slug(round.supplier, besides: names.suppliers.map(\.record.slug))
      try db.execute(
        sql: "INSERT INTO supplier (slug, name, identifier) VALUES (?, ?, ?)",
        arguments: [slug, round.supplier, identifier])
      let id = Int(db.lastInsertedRowID)
      try EventRow(date: round.date, kind: .supplierAdded, supplier: id, text: round.supplier)
        .insert(db)
      return (id, slug)
    }
    if known.record.name != round.supplier {
      try db.execute(
        sql: "UPDATE supplier SET name = ? WHERE id = ?", arguments: [round.supplier, known.id])
      try EventRow(
        date: round.date, kind: .supplierRenamed, supplier: known.id,
        text: "\(known.record.name) → \(round.supplier)"
      ).insert(db)
    }
    if known.record.identifier.isEmpty, !identifier.isEmpty {
      try db.execute(
        sql: "UPDATE supplier SET identifier = ? WHERE id = ?", arguments: [identifier, known.id])
      try EventRow(
        date: round.date, kind: .supplierIdentified, supplier: known.id, text: identifier
      ).insert(db)
    }
    return (known.id, known.record.slug)
  }

  private func procedure() throws -> (id: Int, slug: String) {
    if let known = names.procedure(round.procedure, lot: round.lot) {
      return (known.id, known.slug)
    }
    let name = [round.procedure, round.lot].filter { !$0.isEmpty }.joined(separator: " ")
    // Without a procedure there is nothing to tell apart.
    let slug =
      name.isEmpty ? "" : RegisterText.slug(name, besides: names.procedures.map(\.slug))
    try db.execute(
      sql: "INSERT INTO procedure (slug, name, lot) VALUES (?, ?, ?)",
      arguments: [slug, round.procedure, round.lot])
    return (Int(db.lastInsertedRowID), slug)
  }

  private func nextNumber(_ supplier: Int, _ procedure: Int) throws -> Int {
    let rounds = try RowReading.map(
      db, "SELECT id, number, date FROM round WHERE supplier = ? AND procedure = ?",
      [supplier, procedure]
    ) { (id: $0.int("id"), number: $0.int("number"), date: $0.text("date")) }
    if let latest = rounds.map(\.date).max(), latest > round.date {
      throw RegisterError.outOfOrder(date: round.date, latest: latest)
    }
    for (id, _, date) in rounds where date == round.date {
      if try RoundReader.round(id, db).map({ isSame($0.round) }) == true {
        throw RegisterError.alreadyAdded(round: id)
      }
    }
    return (rounds.map(\.number).max() ?? 0) + 1
  }

  /// Whether a stored round is this one; the supplier may have got another name or a number since.
  private func isSame(_ stored: RegisterRound) -> Bool {
    var stored = stored
    stored.supplier = round.supplier
    stored.supplierIdentifier = round.supplierIdentifier
    return stored == round
  }

  // MARK: - Inputs and assessments

  private func addInputs(_ id: Int) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO input (round, position, path, part, sha256, format, role) VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, input) in round.inputs.enumerated() {
      try statement.execute(arguments: [
        id, position, input.path, input.part, input.sha256, input.format, input.role,
      ])
    }
  }

  private func add(_ assessment: RegisterRound.Assessment, _ id: Int) throws -> Int {
    try db.cachedStatement(
      sql: """
        INSERT INTO assessment (round, requirement, number, severity, level, outcome, certainty, quote,
          place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, assessment.requirement, assessment.number, assessment.severity, assessment.level,
      assessment.outcome.rawValue, assessment.certainty, assessment.quote, assessment.place,
    ])
    return Int(db.lastInsertedRowID)
  }

  // MARK: - Gaps

  private func move(
    _ old: GapRow, _ name: String, _ machine: RegisterOutcome, _ assessment: Int, _ supplier: Int,
    _ added: inout AddedRound
  ) throws {
    var gap = old
    gap.assessment = assessment
    gap.change = .unchanged
    // What could not be read says nothing: all stays as it was.
    guard machine != .unread || old.overruled == .unread else { return try gap.save(db) }
    if old.overrideHolds, machine != old.overruled {
      gap.overrideHolds = false
      added.lapsed.append(name)
    }
    gap.outcome = gap.overrideHolds ? gap.overrideOutcome ?? machine : machine
    if gap.outcome.rank < old.outcome.rank { gap.change = .improved }
    if gap.outcome.rank > old.outcome.rank { gap.change = .worse }
    if old.state == .closed, gap.outcome.isGap, gap.outcome.rank > old.closedOutcome?.rank ?? 0 {
      gap.state = .reopened
      gap.closedOutcome = nil
    }
    try gap.save(db)
    try enter(old, gap, supplier, added.id)
    if gap.state != old.state { added.reopened.append(name) }
    if gap.change == .improved { added.improved.append(name) }
    if gap.change == .worse { added.worse.append(name) }
  }

  private func enter(_ old: GapRow, _ gap: GapRow, _ supplier: Int, _ id: Int) throws {
    var kinds: [RegisterEvent.Kind] = []
    if gap.overrideHolds != old.overrideHolds { kinds.append(.lapsed) }
    if gap.change == .improved { kinds.append(.improved) }
    if gap.change == .worse { kinds.append(.worse) }
    if gap.state != old.state { kinds.append(.reopened) }
    // Neither better nor worse, such as met and then not applicable.
    if kinds.isEmpty, gap.outcome != old.outcome { kinds.append(.changed) }
    for kind in kinds {
      try EventRow(
        date: round.date, kind: kind, supplier: supplier, gap: gap.id, round: id,
        from: (old.state, old.outcome), to: (gap.state, gap.outcome)
      ).insert(db)
    }
  }
}
