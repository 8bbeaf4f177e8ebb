package import AktsamText

/// Reads running text without markup, and those marks of Markdown that plain text uses too.
///
/// Paragraphs are parted by blank lines. Headings are Markdown's, numbered short lines, and short
/// lines without a full stop that stand alone; list items start with a bullet or a number.
package enum PlainText {
  package static let formats = [
    FormatInfo(id: "text", summary: "plain text", root: "")
  ]

  /// Returns the document of a text.
  ///
  /// - Parameters:
  ///   - source: the decoded text.
  ///   - options: what is known about the input.
  /// - Returns: the document.
  package static func read(_ source: SourceFile, options: ReadingOptions) -> Document {
    let bytes = source.bytes
    var document = Document(
      source: source, lines: LineTable(bytes), format: "text",
      role: options.role ?? RoleInference.role(of: bytes),
      roleOrigin: options.role == nil ? .inferred : .declared, text: bytes,
      runs: bytes.isEmpty
        ? [] : [TextRun(text: 0, textLength: bytes.count, source: 0, sourceLength: bytes.count)],
      elements: ElementTable())
    document.language = options.language.flatMap(LanguageTag.normalise)
    var reading = TextReading(document)
    reading.readAll()
    document = reading.finish()
    OwnFormat.noteEmpty(&document)
    return document
  }
}

/// The state of reading one text.
private struct TextReading {
  private let text: [UInt8]
  private var flow: BlockFlow
  private var isCode = false
  /// Whether an item of a numbered or bulleted list was the last thing read.
  private var isInList = false
  private var columns: [String] = []

  init(_ document: Document) {
    text = document.text
    flow = BlockFlow(document, asksQuestions: document.role == .response)
  }

  /// Reads paragraph after paragraph.
  mutating func readAll() {
    var lines: [Range<Int>] = []
    var position = 0
    let end = trimmed(0..<text.count, in: text).upperBound
    while position < end {
      let start = position
      while position < text.count, text[position] != 0x0A, text[position] != 0x0D {
        position += 1
      }
      let line = trimmed(start..<position, in: text)
      if position + 1 < text.count, text[position] == 0x0D, text[position + 1] == 0x0A {
        position += 1
      }
      position += 1
      if !line.isEmpty {
        lines.append(line)
        continue
      }
      readParagraph(lines, isLast: false)
      lines.removeAll(keepingCapacity: true)
    }
    readParagraph(lines, isLast: true)
    endList()
  }

  consuming func finish() -> Document {
    flow.finish()
  }

  /// Reads the lines between two blank ones.
  private mutating func readParagraph(_ lines: [Range<Int>], isLast: Bool) {
    guard !lines.isEmpty else { return }
    columns = []
    if lines.count == 1, !isLast, isHeading(lines[0]) {
      addHeading(lines[0])
      return
    }
    if lines.count == 2, TextMarks.isUnderline(lines[1], in: text), isShort(lines[0]) {
      addHeading(lines[0])
      return
    }
    let marks = lines.count { isNumberedLine($0) }
    var open: Range<Int>?
    for (index, line) in lines.enumerated() {
      if TextMarks.isFence(line, in: text) {
        flush(&open, marks)
        isCode.toggle()
      } else if isCode {
        open = (open?.lowerBound ?? line.lowerBound)..<line.upperBound
      } else if let heading = TextMarks.heading(line, in: text) {
        flush(&open, marks)
        addHeading(heading)
      } else if text[line.lowerBound] == UInt8(ascii: "|") {
        flush(&open, marks)
        readRow(line, next: index + 1 < lines.count ? lines[index + 1] : nil)
      } else if TextMarks.isUnderline(line, in: text) {
        flush(&open, marks)
      } else if TextMarks.bullet(line, in: text) != nil || isNumberedLine(line) {
        flush(&open, marks)
        if isNumberedHeading(line, next: index + 1 < lines.count ? lines[index + 1] : nil) {
          addHeading(line)
        } else {
          open = line
        }
      } else {
        open = (open?.lowerBound ?? line.lowerBound)..<line.upperBound
      }
    }
    flush(&open, marks)
  }

  /// Adds what was gathered: an item, a numbered clause or a paragraph.
  private mutating func flush(_ open: inout Range<Int>?, _ marks: Int) {
    guard let range = open else { return }
    open = nil
    if !isCode, let content = TextMarks.bullet(range, in: text) {
      beginList()
      flow.addItem(content, element: -1)
      return
    }
    if !isCode, let printed = PrintedNumber(range, in: text), printed.form != .bare {
      let isItem =
        printed.form == .letter
        || (printed.form == .single && (marks > 1 || flow.endsInLeadIn || isInList))
      if isItem {
        beginList()
        flow.addItem(printed.content, element: -1, number: printed.number)
      } else {
        endList()
        flow.addNumbered(printed, element: -1)
      }
      return
    }
    endList()
    flow.addParagraph(range, element: -1)
  }

  private mutating func beginList() {
    if !isInList { flow.beginList() }
    isInList = true
  }

  private mutating func endList() {
    if isInList { flow.endList() }
    isInList = false
  }

  private mutating func addHeading(_ line: Range<Int>) {
    endList()
    let range = TextMarks.heading(line, in: text) ?? line
    let printed = PrintedNumber(range, in: text)
    let isNumber = printed.map { $0.form != .letter } ?? false
    flow.addHeading(
      isNumber ? printed?.content ?? range : range, element: -1,
      number: isNumber ? printed?.number ?? "" : "")
  }

  /// A row of a Markdown table; the row above a line of dashes names the columns.
  private mutating func readRow(_ line: Range<Int>, next: Range<Int>?) {
    endList()
    let cells = cells(of: line)
    if TextMarks.isRule(cells, in: text) { return }
    if let next, text[next.lowerBound] == UInt8(ascii: "|"),
      TextMarks.isRule(self.cells(of: next), in: text)
    {
      flow.beginRow()
      columns = cells.map { String(decoding: text[$0], as: UTF8.self) }
      for cell in cells { flow.add(.caption, cell, element: -1) }
      return
    }
    flow.beginRow()
    for (index, cell) in cells.enumerated() {
      flow.add(
        .tableCell, cell, element: -1,
        label: columns.indices.contains(index) ? columns[index] : "")
    }
  }

  private func cells(of line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound + 1
    for index in line.dropFirst() where text[index] == UInt8(ascii: "|") {
      cells.append(trimmed(start..<index, in: text))
      start = index + 1
    }
    let rest = trimmed(min(start, line.upperBound)..<line.upperBound, in: text)
    if !rest.isEmpty { cells.append(rest) }
    return cells
  }

}

// MARK: - Kinds of line

extension TextReading {
  private func isNumberedLine(_ line: Range<Int>) -> Bool {
    PrintedNumber(line, in: text).map { $0.form != .bare } ?? false
  }

  /// A line of few words without a mark at its end.
  private func isShort(_ line: Range<Int>) -> Bool {
    guard line.count <= 80, let last = text[line].last, !".:;,?!".utf8.contains(last) else {
      return false
    }
    var words = 1
    for index in line where text[index] == 0x20 { words += 1 }
    return words <= 9
  }

  /// A numbered line that heads what follows: short, and either alone or before a line that starts
  /// anew.
  private func isNumberedHeading(_ line: Range<Int>, next: Range<Int>?) -> Bool {
    guard let printed = PrintedNumber(line, in: text),
      printed.form == .dotted || printed.form == .single, let next, isShort(line),
      line.count <= 50
    else { return false }
    // A list of short items is no row of headings.
    return !isNumberedLine(next) && (0x41...0x5A).contains(text[next.lowerBound])
  }

  /// A line alone between blank ones that heads what follows.
  private func isHeading(_ line: Range<Int>) -> Bool {
    if TextMarks.heading(line, in: text) != nil { return true }
    guard TextMarks.bullet(line, in: text) == nil, isShort(line) else { return false }
    if let printed = PrintedNumber(line, in: text) {
      return printed.form != .letter && !flow.isLedIn(printed)
        && !(0x61...0x7A).contains(text[printed.content.lowerBound])
    }
    if flow.endsInLeadIn { return false }
    // An answer without a full stop is no heading.
    let first = text[line].prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") }
    let word = String(decoding: first, as: UTF8.self).lowercased()
    let answers: Set<String> = [
      "we", "our", "yes", "no", "not", "all", "see", "vi", "vår", "vårt", "våra", "våre", "ja",
      "nej", "nei", "ingen", "inga", "inget", "alla", "alle", "se", "none", "n/a", "i",
    ]
    let isLetter = text[line.lowerBound] >= 0x80 || (0x41...0x5A).contains(text[line.lowerBound])
    return isLetter && !answers.contains(word)
  }
}
