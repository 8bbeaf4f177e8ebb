package import AktsamRegister
internal import AktsamReports

/// What the register says on a terminal, and as JSON.
package enum RegisterText {
  /// Returns the line of a round that is on the disk.
  package static func added(_ round: AddedRound) -> String {
    var parts = ["\(round.opened.count) opened"]
    for (count, word) in [
      (round.reopened.count, "reopened"), (round.improved.count, "improved"),
      (round.worse.count, "worse"), (round.lapsed.count, "overrides lapsed"),
    ] where count > 0 {
      parts.append("\(count) \(word)")
    }
    return "added \(round.id): \(round.supplier), round \(round.number), "
      + parts.joined(separator: ", ") + "\n"
  }

  /// Returns the line of a gap.
  package static func line(_ gap: RegisterGap) -> String {
    var line = "\(gap.id)  \(gap.severity)  \(gap.state.rawValue)  \(gap.outcome.rawValue)"
    if gap.outcome != gap.machineOutcome { line += " (read: \(gap.machineOutcome.rawValue))" }
    if gap.change != .unchanged { line += "  \(gap.change.rawValue)" }
    if let action = gap.action {
      line += "  action \(action.id): \(action.text), \(action.owner), due \(action.due)"
    }
    return line + "\n"
  }

  /// Returns a list of gaps.
  package static func gaps(_ gaps: [RegisterGap], json: Bool) -> [UInt8] {
    if json { return JSONValue.array(gaps.map { value($0) }).serialized(pretty: true) }
    let lines = gaps.map { line($0) }.joined()
    return Array((lines + "\(gaps.count) \(gaps.count == 1 ? "gap" : "gaps")\n").utf8)
  }

  /// Returns a list of events.
  package static func events(_ events: [RegisterEvent], json: Bool) -> [UInt8] {
    if json { return JSONValue.array(events.map { value($0) }).serialized(pretty: true) }
    return Array(
      events.map { event in
        var parts = ["\(event.number)", event.on, event.gap ?? event.supplier, event.kind.rawValue]
        if let outcome = event.toOutcome, event.fromOutcome != outcome {
          parts.append((event.fromOutcome.map { "\($0.rawValue) -> " } ?? "") + outcome.rawValue)
        }
        if !event.by.isEmpty { parts.append("by \(event.by)") }
        if !event.text.isEmpty { parts.append(event.text) }
        return parts.joined(separator: "  ") + "\n"
      }.joined().utf8)
  }

  /// Returns the page of a gap or a supplier.
  package static func record(_ record: RegisterRecord, json: Bool) -> [UInt8] {
    switch record {
    case .gap(let record): json ? self.json(record) : Array(text(record).utf8)
    case .supplier(let record): json ? self.json(record) : Array(text(record).utf8)
    }
  }

  /// Returns all tables as JSON: an array of objects for each.
  package static func export(_ tables: [RegisterTable]) -> [UInt8] {
    let fields = tables.map { table in
      (
        table.name,
        JSONValue.array(
          table.rows.map { row in
            JSONValue.object(
              zip(table.columns, row).compactMap { column, value -> (String, JSONValue)? in
                switch value {
                case .text(let text): (column, .string(text))
                case .int(let number): (column, .int(number))
                case .none: nil
                }
              })
          })
      )
    }
    return JSONValue.object([("schema", .string("aktsam-register-1"))] + fields)
      .serialized(pretty: true)
  }
}

// MARK: - Pages

extension RegisterText {
  private static func text(_ record: RegisterGapRecord) -> String {
    let gap = record.gap
    var lines = [
      line(gap).trimmingLineEnd,
      "  of \(gap.supplierName)" + (gap.procedure.isEmpty ? "" : ", procedure \(gap.procedure)"),
    ]
    if !gap.quote.isEmpty { lines.append("  \u{201C}\(gap.quote)\u{201D} \(gap.place)") }
    for reading in record.readings {
      let assessment = reading.assessment
      lines.append(
        "  round \(reading.round), \(reading.on): \(assessment.outcome.rawValue) [\(assessment.certainty)]"
      )
    }
    for decision in record.decisions {
      let outcome = decision.outcome.map { " \($0.rawValue)" } ?? ""
      lines.append(
        "  \(decision.on) \(decision.kind.rawValue)\(outcome) (read: \(decision.machineOutcome.rawValue)) "
          + "by \(decision.by): \(decision.reason)")
    }
    for action in record.actions {
      lines.append(
        "  action \(action.id)\(action.isSettled ? ", done" : ""): \(action.text), \(action.owner), "
          + "due \(action.due)")
    }
    for note in record.notes { lines.append("  note \(note.on), \(note.by): \(note.text)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ record: RegisterSupplierRecord) -> String {
    let supplier = record.supplier
    var text = supplier.slug + "  " + supplier.name
    if !supplier.identifier.isEmpty { text += "  \(supplier.identifier)" }
    text += "\n"
    for entry in record.rounds {
      let round = entry.round
      text +=
        "  round \(entry.number), \(round.date): \(round.profile), \(round.inputs.count) documents"
      text += round.procedure.isEmpty ? "\n" : ", procedure \(round.procedure)\n"
    }
    for gap in record.gaps { text += "  " + line(gap) }
    for note in record.notes {
      text += "  note \(note.on), \(note.by): \(note.gap.map { "\($0): " } ?? "")\(note.text)\n"
    }
    return text
  }
}

extension String {
  /// The text without the line feed at its end.
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}

// MARK: - JSON

extension RegisterText {
  private static func json(_ record: RegisterGapRecord) -> [UInt8] {
    JSONValue.object([
      ("gap", value(record.gap)),
      (
        "readings",
        .array(
          record.readings.map {
            .object([
              ("round", .int($0.round)), ("on", .string($0.on)),
              ("outcome", .string($0.assessment.outcome.rawValue)),
              ("certainty", .string($0.assessment.certainty)),
              ("quote", .string($0.assessment.quote)), ("place", .string($0.assessment.place)),
            ])
          })
      ),
      ("actions", .array(record.actions.map { value($0) })),
      (
        "decisions",
        .array(
          record.decisions.map { decision in
            .object(
              [
                ("kind", .string(decision.kind.rawValue)),
                ("machineOutcome", .string(decision.machineOutcome.rawValue)),
                ("reason", .string(decision.reason)), ("by", .string(decision.by)),
                ("on", .string(decision.on)),
              ] + (decision.outcome.map { [("outcome", .string($0.rawValue))] } ?? []))
          })
      ),
      ("notes", .array(record.notes.map { value($0) })),
    ]).serialized(pretty: true)
  }

  private static func json(_ record: RegisterSupplierRecord) -> [UInt8] {
    JSONValue.object([
      (
        "supplier",
        .object([
          ("slug", .string(record.supplier.slug)), ("name", .string(record.supplier.name)),
          ("identifier", .string(record.supplier.identifier)),
        ])
      ),
      (
        "rounds",
        .array(
          record.rounds.map { entry in
            .object([
              ("id", .int(entry.id)), ("number", .int(entry.number)),
              ("date", .string(entry.round.date)), ("procedure", .string(entry.round.procedure)),
              ("profile", .string(entry.round.profile)),
              (
                "inputs",
                .array(
                  entry.round.inputs.map {
                    .object([
                      ("path", .string($0.path)), ("part", .string($0.part)),
                      ("sha256", .string($0.sha256)),
                    ])
                  })
              ),
            ])
          })
      ),
      ("gaps", .array(record.gaps.map { value($0) })),
      ("notes", .array(record.notes.map { value($0) })),
    ]).serialized(pretty: true)
  }

  private static func value(_ gap: RegisterGap) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("id", .string(gap.id)), ("supplier", .string(gap.supplierName)),
      ("procedure", .string(gap.procedure)), ("lot", .string(gap.lot)),
      ("requirement", .string(gap.requirement)), ("number", .string(gap.number)),
      ("severity", .string(gap.severity)), ("state", .string(gap.state.rawValue)),
      ("change", .string(gap.change.rawValue)), ("outcome", .string(gap.outcome.rawValue)),
      ("machineOutcome", .string(gap.machineOutcome.rawValue)),
      ("quote", .string(gap.quote)), ("place", .string(gap.place)),
      ("openedOn", .string(gap.openedOn)), ("latestOn", .string(gap.latestOn)),
    ]
    if let override = gap.override {
      fields.append(
        (
          "override",
          .object([
            ("outcome", .string(override.outcome.rawValue)),
            ("machineOutcome", .string(override.machineOutcome.rawValue)),
            ("reason", .string(override.reason)), ("by", .string(override.by)),
            ("on", .string(override.on)), ("holds", .bool(override.holds)),
          ])
        ))
    }
    if let action = gap.action { fields.append(("action", value(action))) }
    return .object(fields)
  }

  private static func value(_ action: RegisterAction) -> JSONValue {
    .object([
      ("id", .int(action.id)), ("text", .string(action.text)), ("owner", .string(action.owner)),
      ("due", .string(action.due)), ("by", .string(action.by)), ("on", .string(action.on)),
      ("settled", .bool(action.isSettled)),
    ])
  }

  private static func value(_ note: RegisterNote) -> JSONValue {
    .object(
      [("text", .string(note.text)), ("by", .string(note.by)), ("on", .string(note.on))]
        + (note.gap.map { [("gap", .string($0))] } ?? []))
  }

  private static func value(_ event: RegisterEvent) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("number", .int(event.number)), ("on", .string(event.on)),
      ("kind", .string(event.kind.rawValue)), ("by", .string(event.by)),
      ("supplier", .string(event.supplier)), ("text", .string(event.text)),
    ]
    if let gap = event.gap { fields.append(("gap", .string(gap))) }
    if let round = event.round { fields.append(("round", .int(round))) }
    if let outcome = event.fromOutcome { fields.append(("from", .string(outcome.rawValue))) }
    if let outcome = event.toOutcome { fields.append(("to", .string(outcome.rawValue))) }
    return .object(fields)
  }
}
