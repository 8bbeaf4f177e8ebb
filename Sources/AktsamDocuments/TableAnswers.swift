/// Reads the rows of a table that pair questions with answers, row by row: of word processors'
/// files and of sheets.
///
/// A heading row tells which column holds what (``TableColumns``). Without one, a cell that asks is a
/// question, and the cells to its right are its answer; a question that has the row for itself is
/// answered in the next row.
struct TableAnswers {
  /// A question that answers may follow.
  private struct Open {
    var question: Int32
    var number: String
    var label: String
    /// The last row that belongs to it.
    var lastRow: Int
  }

  private var columns: TableColumns
  /// Whether a row of several cells was read.
  private var hasRead = false
  /// How many questions were met.
  private(set) var asked = 0
  /// How many cells of answers were filled.
  private(set) var filled = 0

  private var headings: [Int: String] = [:]
  /// The question that was asked last.
  private var open: Open?

  /// Creates a reading of a table.
  ///
  /// - Parameter columns: what is known of its columns.
  init(columns: TableColumns = TableColumns()) {
    self.columns = columns
  }

  /// Takes a row as the headings of the columns and adds its cells as captions.
  ///
  /// - Parameters:
  ///   - row: the cells.
  ///   - columns: what they say.
  ///   - flow: where the blocks go.
  mutating func readHeadings(
    _ row: [TableCell], columns: TableColumns, into flow: inout BlockFlow
  ) {
    self.columns = columns
    open = nil
    flow.startGroup()
    for cell in row {
      let text = cell.string(in: flow.document)
      for column in cell.covered { headings[column] = text }
      addAll(cell, .caption, label: cell.reference, to: &flow)
    }
  }

  /// Reads a row, if it asks or answers.
  ///
  /// - Parameters:
  ///   - row: the cells with text, ascending by column.
  ///   - flow: where the blocks go.
  /// - Returns: whether the row was taken; nothing was added when not.
  mutating func read(_ row: [TableCell], into flow: inout BlockFlow) -> Bool {
    let row = row.filter { !$0.paragraphs.isEmpty }
    guard !row.isEmpty else { return !columns.isEmpty }
    let isFirst = !hasRead && columns.isEmpty && row.count > 1
    hasRead = hasRead || row.count > 1
    if let columns = TableColumns(heading: row, in: flow.document, isFirst: isFirst) {
      readHeadings(row, columns: columns, into: &flow)
      return true
    }
    return columns.isEmpty ? readByMark(row, into: &flow) : readByColumns(row, into: &flow)
  }

  private mutating func readByColumns(_ row: [TableCell], into flow: inout BlockFlow) -> Bool {
    func cells(_ wanted: (ColumnMeaning) -> Bool) -> [TableCell] {
      row.filter { columns.meanings[$0.column].map(wanted) ?? false }
    }
    let answers = cells(\.isAnswer)
    let numbers = cells { $0 == .number }
    var asking = cells { $0 == .question }
    var demands = cells { $0 == .requirement }
    if asking.isEmpty { swap(&asking, &demands) }
    let number = numbers.first?.string(in: flow.document) ?? ""
    guard let first = asking.first else {
      if answers.isEmpty {
        readTitle(row, into: &flow)
      } else if let open, let line = row.first?.row, line <= open.lastRow {
        addAnswers(answers, to: open, into: &flow)
        addAsides(row, into: &flow)
      } else {
        // A supplier's words are kept, though nothing is asked.
        flow.startGroup()
        for cell in answers { addAll(cell, .tableCell, label: label(of: cell), to: &flow) }
        addAsides(row, into: &flow)
      }
      return true
    }
    if answers.isEmpty,
      first.covered.contains(where: { columns.meanings[$0]?.isAnswer ?? false })
    {
      readTitle(row, into: &flow)
      return true
    }
    let above = open
    open = ask(asking, number: number, into: &flow)
    guard let open else { return true }
    settleTitle(above, before: open, in: &flow.document)
    for cell in demands {
      addAll(
        cell, .requirement, label: label(of: cell), number: open.number, question: open.question,
        to: &flow)
    }
    addAnswers(answers, to: open, into: &flow)
    addAsides(row, into: &flow)
    return true
  }

  private mutating func readByMark(_ row: [TableCell], into flow: inout BlockFlow) -> Bool {
    if let open, row.count == 1, row[0].row <= open.lastRow {
      self.open = nil
      addAnswers(row, to: open, into: &flow)
      return true
    }
    open = nil
    let asking = row.prefix(2).firstIndex { Self.asks($0.string(in: flow.document)) }
    guard let asking else { return false }
    let number = asking > 0 ? row[0].string(in: flow.document) : ""
    // A long text before the question is no number.
    guard number.count <= 12 else { return false }
    let isAlone = row.count == 1
    open = ask([row[asking]], number: number, into: &flow)
    if isAlone {
      open?.lastRow += 1
    } else if let open {
      addAnswers(Array(row[(asking + 1)...]), to: open, into: &flow)
    }
    return true
  }

  /// Whether a text asks: it ends in a question mark, or starts by telling somebody to describe.
  static func asks(_ text: String) -> Bool {
    if text.hasSuffix("?") || text.contains("? ") { return true }
    let first = text.drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased()
    return imperatives.contains(first)
  }

  private static let imperatives: Set<String> = [
    "describe", "explain", "specify", "beskriv", "redogör", "förklara", "ange", "redegjør",
    "forklar", "oppgi", "angi",
  ]

  /// Adds a question from its cells.
  private mutating func ask(
    _ cells: [TableCell], number: String, into flow: inout BlockFlow
  ) -> Open? {
    guard let cell = cells.first, let first = cell.paragraphs.first else { return nil }
    flow.startGroup()
    var number = number
    var skipped: Range<Int>?
    if number.isEmpty, let printed = PrintedNumber(first.text, in: flow.document.text),
      printed.form == .dotted || printed.form == .single
    {
      number = printed.number
      skipped = printed.content
    }
    let index = Int32(flow.document.questions.count)
    var label = cells.map { $0.string(in: flow.document) }.joined(separator: " ")
    if let skipped {
      let rest = cell.paragraphs.dropFirst().map { $0.text }
      label = ([skipped] + rest).flatMap {
        flow.document.string($0).split(whereSeparator: \.isWhitespace)
      }.joined(separator: " ")
    }
    let id = !number.isEmpty ? number : cell.reference.isEmpty ? "\(index + 1)" : cell.reference
    flow.document.questions.append(
      Question(id: id, label: label, kind: .text, state: .unanswered))
    asked += 1
    for (position, cell) in cells.enumerated() {
      for (line, paragraph) in cell.paragraphs.enumerated() {
        let isFirst = position == 0 && line == 0
        add(
          .question, isFirst ? skipped ?? paragraph.text : paragraph.text, paragraph,
          label: cell.reference, number: number, question: index, to: &flow)
      }
    }
    return Open(
      question: index, number: number, label: label, lastRow: cell.row + max(cell.rows, 1) - 1)
  }

  /// Takes a line without an answer for a title when the next one is numbered below it, as "2 Risks"
  /// before "2.1 Do you map them?".
  private mutating func settleTitle(
    _ above: Open?, before next: Open, in document: inout Document
  ) {
    guard let above, !above.number.isEmpty, next.number.hasPrefix(above.number + "."),
      document.questions.indices.contains(Int(above.question)),
      !document.blocks.suffix(64).contains(where: {
        $0.question == above.question && $0.kind.canBeEvidence
      })
    else { return }
    document.questions[Int(above.question)].state = .notAsked
    document.questions[Int(above.question)].kind = .none
    asked -= 1
  }

  private mutating func addAnswers(
    _ cells: [TableCell], to open: Open,
    into flow: inout BlockFlow
  ) {
    for cell in cells {
      let meaning = columns.meanings[cell.column] ?? .answer
      var label = cell.reference.isEmpty ? open.label : "\(cell.reference): \(open.label)"
      if meaning == .comment || meaning == .evidence || columns.marks[cell.column] != nil {
        label += " (\(headings[cell.column] ?? meaning.rawValue))"
      }
      let first = flow.document.blocks.count
      for paragraph in cell.paragraphs {
        addAnswer(paragraph, label: label, to: open, into: &flow)
      }
      let blocks = flow.document.blocks[first...]
      guard let index = blocks.firstIndex(where: { $0.kind.canBeEvidence }) else { continue }
      filled += 1
      take(cell, meaning, block: index, question: Int(open.question), into: &flow.document)
    }
  }

  private mutating func addAnswer(
    _ paragraph: TableCell.Paragraph, label: String,
    to open: Open,
    into flow: inout BlockFlow
  ) {
    guard let ticks = TickBoxes(paragraph.text, in: flow.document.text) else {
      add(
        .answer, paragraph.text, paragraph, label: label, number: open.number,
        question: open.question, to: &flow)
      return
    }
    add(
      .caption, ticks.prompt, paragraph, label: label, number: open.number,
      question: open.question, to: &flow)
    for box in ticks.boxes {
      add(
        box.isTicked ? .answer : .caption, box.label, paragraph, label: label,
        number: open.number, question: open.question, to: &flow)
    }
  }

  /// Sets what an answer says of its question beside the words.
  private func take(
    _ cell: TableCell, _ meaning: ColumnMeaning, block: Int, question: Int,
    into document: inout Document
  ) {
    guard document.questions.indices.contains(question) else { return }
    let text = document.string(document.blocks[block].text)
    switch meaning {
    case .evidence:
      let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
      document.questions[question].evidence.append(
        EvidenceReference(
          title: cell.string(in: document), location: isAddress ? text : "", block: Int32(block)))
    case .comment: break
    default:
      guard document.questions[question].valueBlock < 0 else { return }
      document.questions[question].valueBlock = Int32(block)
      let word = text.last == "." ? String(text.dropLast()) : text
      guard let value = columns.marks[cell.column] ?? Question.Value(written: word) else { return }
      document.questions[question].kind = .yesNo
      document.questions[question].value = value
    }
  }

  /// A row with neither question nor answer, or one whose text runs across the answers, is the title
  /// of those below.
  private mutating func readTitle(_ row: [TableCell], into flow: inout BlockFlow) {
    open = nil
    guard row.count <= 2, let cell = row.last, let paragraph = cell.paragraphs.first else {
      flow.startGroup()
      addAsides(row, into: &flow)
      return
    }
    let asking = columns.meanings.filter { $0.value == .question || $0.value == .requirement }
      .keys.max()
    let isTitle = row.allSatisfy { cell in
      guard let meaning = columns.meanings[cell.column] else { return cell.column < asking ?? 0 }
      return meaning == .number || meaning == .question || meaning == .requirement
    }
    guard isTitle else {
      flow.startGroup()
      addAsides(row, into: &flow)
      return
    }
    flow.addHeading(
      trimmed(paragraph.text, in: flow.document.text), element: paragraph.element,
      number: row.count == 2 ? row[0].string(in: flow.document) : "", isNumbered: false)
  }

  /// Adds the cells that are neither question nor answer: nobody knows whose words they are.
  private func addAsides(_ row: [TableCell], into flow: inout BlockFlow) {
    for cell in row
    where columns.meanings[cell.column] == nil || columns.meanings[cell.column] == .guidance {
      addAll(cell, .caption, label: label(of: cell), question: open?.question ?? -1, to: &flow)
    }
  }

  private func label(of cell: TableCell) -> String {
    [cell.reference, headings[cell.column] ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private func addAll(
    _ cell: TableCell, _ kind: BlockKind, label: String, number: String = "",
    question: Int32 = -1, to flow: inout BlockFlow
  ) {
    for paragraph in cell.paragraphs {
      add(
        kind, paragraph.text, paragraph, label: label, number: number, question: question,
        to: &flow)
    }
  }

  private func add(
    _ kind: BlockKind, _ text: Range<Int>, _ paragraph: TableCell.Paragraph, label: String,
    number: String, question: Int32, to flow: inout BlockFlow
  ) {
    let outer = flow.language
    flow.language = paragraph.language ?? outer
    flow.add(
      kind, text, element: paragraph.element, number: number, label: label, question: question)
    flow.language = outer
  }
}
