internal import AktsamText

extension MarkdownReading {
  /// Reads a stretch of code; returns whether the line opens one. Where the closing line is missing
  /// it does not, so that the rest of the text is not lost.
  mutating func readCode(_ line: Line) -> Bool {
    let mark = bytes[line.content.lowerBound]
    let count = bytes[line.content].prefix { $0 == mark }.count
    var close = index + 1
    while !unclosed.contains(mark), close < lines.lines.count {
      let content = lines.lines[close].content
      if content.count >= count, bytes[content].allSatisfy({ $0 == mark }) {
        flush()
        let first = lines.lines[index].whole.upperBound
        let range = trimmed(first..<content.lowerBound, in: bytes)
        if !range.isEmpty { addCode(range) }
        index = close + 1
        return true
      }
      close += 1
    }
    unclosed.insert(mark)
    flush()
    note(MarkdownMessages.openCode, at: line.content)
    index += 1
    return true
  }

  /// Code is shown, but never evidence.
  private mutating func addCode(_ range: Range<Int>) {
    let start = flow.document.text.count
    flow.document.runs.append(
      TextRun(
        text: start, textLength: range.count, source: range.lowerBound,
        sourceLength: range.count))
    flow.document.text += bytes[range]
    flow.addParagraph(start..<flow.document.text.count, element: -1, kind: .caption)
  }

  /// Skips a comment that starts a line; returns whether it ends.
  mutating func skipComment() -> Bool {
    var next = index
    let first = lines.lines[index].content
    // One that ends on its first line is taken out with the other marks of the line.
    if bytes[first].indices.contains(where: {
      bytes[$0..<first.upperBound].starts(with: "-->".utf8)
    }) {
      return false
    }
    while !unclosed.contains(UInt8(ascii: "<")), next < lines.lines.count {
      let content = lines.lines[next].content
      if content.count >= 3, bytes[content].suffix(3).elementsEqual("-->".utf8) {
        flush()
        index = next + 1
        return true
      }
      next += 1
    }
    unclosed.insert(UInt8(ascii: "<"))
    return false
  }

  /// A line of marks makes the paragraph above a heading, or is a rule.
  mutating func readUnderline(_ content: Range<Int>) {
    let mark = bytes[content.lowerBound]
    let isHeading = mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-")
    if isHeading, case .paragraph = open, listIndent < 0 {
      open = nil
      let ranges = gathered
      gathered = []
      addHeading(ranges)
    } else {
      flush()
      endList()
    }
    index += 1
  }

  /// Reads a table: a row, a row of dashes, further rows. Returns whether the line starts one.
  mutating func readTable(_ line: Line) -> Bool {
    guard bytes[line.content].contains(UInt8(ascii: "|")), index + 1 < lines.lines.count else {
      return false
    }
    let rule = lines.lines[index + 1]
    guard rule.quotes == line.quotes, bytes[rule.content].contains(UInt8(ascii: "-")) else {
      return false
    }
    let headings = cells(of: line.content)
    guard TextMarks.isRule(cells(of: rule.content), in: bytes),
      cells(of: rule.content).count == headings.count
    else { return false }
    flush()
    endList()
    flow.beginRow()
    var columns: [String] = []
    for cell in headings {
      let range = text([cell])
      columns.append(flow.document.string(trimmed(range, in: flow.document.text)))
      flow.add(.caption, range, element: -1)
    }
    index += 2
    while index < lines.lines.count, !lines.lines[index].isBlank,
      lines.lines[index].quotes == line.quotes,
      bytes[lines.lines[index].content].contains(UInt8(ascii: "|"))
    {
      flow.beginRow()
      for (column, cell) in cells(of: lines.lines[index].content).enumerated() {
        flow.add(
          .tableCell, text([cell]), element: -1,
          label: columns.indices.contains(column) ? columns[column] : "")
      }
      index += 1
    }
    return true
  }

  /// Returns the cells of a row; a `|` behind a backslash parts none.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if bytes[line].first == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < line.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
      } else if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(start..<index, in: bytes))
        start = index + 1
      }
      index += 1
    }
    let rest = trimmed(min(start, line.upperBound)..<line.upperBound, in: bytes)
    if !rest.isEmpty { cells.append(rest) }
    return cells
  }

  /// Skips the data that some tools put before the text, and takes language and date from it.
  mutating func readFrontMatter() {
    guard let first = lines.lines.first, bytes[first.content].elementsEqual("---".utf8) else {
      return
    }
    let end = lines.lines.prefix(200).dropFirst().firstIndex {
      bytes[$0.content].elementsEqual("---".utf8) || bytes[$0.content].elementsEqual("...".utf8)
    }
    guard let end else { return }
    for line in lines.lines[1..<end] {
      guard let colon = bytes[line.content].firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = String(decoding: bytes[line.content.lowerBound..<colon], as: UTF8.self)
      let value = String(
        decoding: bytes[(colon + 1)..<line.content.upperBound].filter {
          $0 > 0x20 && $0 != 0x22 && $0 != 0x27
        }, as: UTF8.self)
      switch key.lowercased() {
      case "lang", "language":
        flow.document.language = flow.document.language ?? LanguageTag.normalise(value)
      case "date": flow.document.date = day(value)
      default: break
      }
    }
    index = end + 1
  }

  private mutating func note(_ message: String, at range: Range<Int>) {
    flow.document.findings.append(
      Finding(
        rule: MarkdownMessages.openMarkupRule, severity: .note, message: message,
        place: Place(in: flow.document.source, segments: [range], lines: flow.document.lines)))
  }
}
