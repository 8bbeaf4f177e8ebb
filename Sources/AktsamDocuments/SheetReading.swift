import AktsamText

/// Reads sheets into blocks: questionnaires row by row, other tables cell by cell.
///
/// A sheet is a questionnaire when one of its first rows names a column of questions (or
/// requirements) and one of answers, or when a ``ColumnMapping`` says so. Its rows are then a
/// question, its answer and its comment, read together. Other sheets are tables whose first row
/// names the columns. The reference of a cell, `Sheet!B4`, stands first in the label of its block,
/// since the text itself may lie in a part that all sheets share.
struct SheetReading {
  /// How far down a heading row is looked for.
  private static let headingRows = 30

  private var flow: BlockFlow
  private let mapping: ColumnMapping?
  private var asked = 0
  private var filled = 0

  /// Creates a reading.
  ///
  /// - Parameters:
  ///   - document: the workbook's document, its text complete.
  ///   - mapping: what the user says of the columns.
  init(_ document: Document, mapping: ColumnMapping?) {
    flow = BlockFlow(document)
    self.mapping = mapping
  }

  /// Reads all sheets and returns the document.
  ///
  /// - Parameter grids: the visible sheets in their order.
  /// - Returns: the document, its role settled.
  consuming func read(_ grids: [SheetGrid]) -> Document {
    let plans = grids.map { plan(for: $0) }
    let isQuestionnaire = plans.contains { $0 != nil }
    for (grid, plan) in zip(grids, plans) {
      noteHidden(grid)
      guard !grid.rows.isEmpty else { continue }
      flow.addHeading(grid.title, element: grid.element, number: "")
      if let plan {
        readQuestionnaire(grid, plan)
      } else {
        readTable(grid, besideQuestions: isQuestionnaire)
      }
    }
    noteUnknownSheets(grids)
    var document = flow.finish()
    if document.roleOrigin == .inferred {
      document.role =
        asked > 0
        ? (filled > 0 ? .response : .questionnaire) : RoleInference.role(of: document.text)
    }
    OwnFormat.noteEmpty(&document)
    return document
  }

  /// How a questionnaire's sheet is read.
  private struct Plan {
    /// What the columns hold.
    var columns: TableColumns
    /// The heading row as an index into the grid's rows; -1 when there is none.
    var header: Int
  }

  private func plan(for grid: SheetGrid) -> Plan? {
    let top = grid.rows.prefix { ($0.first?.row ?? 0) < Self.headingRows }
    let first = top.firstIndex { $0.count > 1 }
    let found = top.indices.lazy.compactMap { index in
      TableColumns(heading: top[index], in: flow.document, isFirst: index == first)
        .map { Plan(columns: $0, header: index) }
    }.first
    if let said = mapping?[grid.name] {
      var header = found?.header ?? 0
      if let row = said.headerRow {
        header = grid.rows.lastIndex { ($0.first?.row ?? 0) <= row } ?? -1
      }
      return Plan(columns: TableColumns(said.columns), header: header)
    }
    if let found { return found }
    // A column of questions without one of answers is a questionnaire whose answers are not found.
    for (index, row) in top.enumerated() {
      let meanings = row.map { ColumnMeaning(heading: $0.string(in: flow.document)) }
      guard row.count > 1, meanings.contains(.question) else { continue }
      var columns = TableColumns()
      for (cell, meaning) in zip(row, meanings) { columns.meanings[cell.column] = meaning }
      return Plan(columns: columns, header: index)
    }
    return nil
  }

  private mutating func readQuestionnaire(_ grid: SheetGrid, _ plan: Plan) {
    if !plan.columns.hasAnswers {
      note(SheetMessages.noAnswersRule, SheetMessages.noAnswers(grid.name), at: grid.place)
    }
    var answers = TableAnswers(columns: plan.columns)
    for (index, row) in grid.rows.enumerated() {
      if index < plan.header {
        // What stands above the heading row is the buyer's, or who fills the sheet in.
        flow.startGroup()
        for cell in row { add(.caption, cell, label: cell.reference) }
      } else if index == plan.header {
        answers.readHeadings(row, columns: plan.columns, into: &flow)
      } else {
        _ = answers.read(row, into: &flow)
      }
    }
    asked += answers.asked
    filled += answers.filled
  }

  /// Reads a sheet that asks nothing. Beside a questionnaire a cell that has a row for itself is
  /// taken as an instruction.
  private mutating func readTable(_ grid: SheetGrid, besideQuestions: Bool) {
    let header = grid.rows.prefix(Self.headingRows).firstIndex { row in
      row.count > 1
        && row.allSatisfy { cell in
          let text = cell.string(in: flow.document)
          return text.utf8.count <= 60 && text.contains(where: \.isLetter)
        }
    }
    var headings: [Int: String] = [:]
    if let header {
      for cell in grid.rows[header] {
        let text = cell.string(in: flow.document)
        for column in cell.covered { headings[column] = text }
      }
    }
    let listsSites = Site.isTable(headings.values)
    var question: Int32 = -1
    var sites: [Site] = []
    if listsSites {
      question = Int32(flow.document.questions.count)
      flow.document.questions.append(
        Question(id: grid.name, label: grid.name, kind: .table, state: .unanswered))
    }
    for (index, row) in grid.rows.enumerated() {
      flow.startGroup()
      if index == header {
        for cell in row { add(.caption, cell, label: cell.reference) }
        continue
      }
      let isTable = row.count > 1 || (header.map { index > $0 } ?? false)
      guard isTable else {
        for cell in row {
          add(besideQuestions ? .caption : .paragraph, cell, label: cell.reference)
        }
        continue
      }
      var site = Site()
      for cell in row {
        let heading = headings[cell.column] ?? ""
        let block = add(
          .tableCell, cell,
          label: heading.isEmpty ? cell.reference : "\(cell.reference): \(heading)",
          question: header.map { index > $0 } ?? false ? question : -1)
        site.take(cell.string(in: flow.document), column: heading, block: block)
      }
      if listsSites, index > header ?? 0, site.block >= 0 { sites.append(site) }
    }
    if listsSites { flow.document.questions[Int(question)].sites = sites }
  }

  @discardableResult
  private mutating func add(
    _ kind: BlockKind, _ cell: TableCell, label: String, question: Int32 = -1
  ) -> Int32? {
    var first: Int32?
    for paragraph in cell.paragraphs {
      let block = flow.add(
        kind, paragraph.text, element: paragraph.element, number: "", label: label,
        question: question)
      first = first ?? block
    }
    return first
  }

  private mutating func noteHidden(_ grid: SheetGrid) {
    guard grid.hiddenRows > 0 || !grid.hiddenColumns.isEmpty else { return }
    note(
      SheetMessages.hiddenRule,
      SheetMessages.hiddenCells(
        grid.name, rows: grid.hiddenRows, columns: grid.hiddenColumns.count), at: grid.place)
  }

  private mutating func noteUnknownSheets(_ grids: [SheetGrid]) {
    guard let mapping else { return }
    let known = Set(grids.map { $0.name.lowercased() })
    for name in mapping.sheets.keys.sorted() where name != "*" && !known.contains(name) {
      flow.document.findings.append(
        Finding(
          rule: SheetMessages.mappingRule, severity: .warning,
          message: SheetMessages.unknownSheet(name),
          place: Place(in: flow.document.source, segments: [], lines: flow.document.lines)))
    }
  }

  private mutating func note(_ rule: String, _ message: String, at place: Place) {
    flow.document.findings.append(
      Finding(rule: rule, severity: .note, message: message, place: place))
  }
}
