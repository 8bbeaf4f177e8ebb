internal import AktsamText

/// The state of reading one Markdown text, line by line.
struct MarkdownReading {
  typealias Line = MarkdownLines.Line

  /// What the lines that are being gathered are.
  enum Open {
    case paragraph
    case item(number: String)
    case box(isTicked: Bool)
  }

  let lines: MarkdownLines
  var flow: BlockFlow
  var index = 0
  var open: Open?
  var gathered: [Range<Int>] = []
  /// The column from which a line belongs to the item above it; -1 outside lists.
  var listIndent = -1
  var isAfterBlank = true
  var quotes = 0
  /// The question that the boxes of the list answer, -1 for none.
  var boxes: Int32 = -1
  /// Marks of code of which no closing one follows any more.
  var unclosed: Set<UInt8> = []

  init(_ document: Document, _ lines: MarkdownLines) {
    self.lines = lines
    flow = BlockFlow(document, asksQuestions: document.role == .response)
  }

  var bytes: [UInt8] { lines.bytes }

  /// Reads the whole text.
  mutating func readAll() {
    readFrontMatter()
    while index < lines.lines.count {
      let line = lines.lines[index]
      if line.isBlank {
        flush()
        isAfterBlank = true
        index += 1
        continue
      }
      read(line)
      isAfterBlank = false
    }
    flush()
    endList()
  }

  consuming func finish() -> Document {
    flow.finish()
  }

  mutating func read(_ line: Line) {
    if line.quotes != quotes {
      flush()
      endList()
      quotes = line.quotes
    }
    let content = line.content
    if TextMarks.isFence(content, in: bytes), readCode(line) { return }
    if TextMarks.starts(content, "<!--", in: bytes), skipComment() { return }
    if let heading = TextMarks.heading(content, in: bytes), line.indent < 4 {
      flush()
      endList()
      index += 1
      return addHeading([heading])
    }
    if TextMarks.isUnderline(content, in: bytes), line.indent < 4 {
      return readUnderline(content)
    }
    if readTable(line) { return }
    index += 1
    if lines.definition(content) != nil, gathered.isEmpty { return }
    if let item = item(line) {
      flush()
      beginList(line, number: item.isOrdered ? item.number : nil)
      if item.isOrdered, listIndent < 0 {
        open = .paragraph
        gathered = [content.lowerBound..<line.whole.upperBound]
      } else if let box = lines.box(item.content) {
        open = .box(isTicked: box.isTicked)
        gathered = [box.content.lowerBound..<line.whole.upperBound]
      } else {
        open = .item(number: item.number)
        gathered = [item.content.lowerBound..<line.whole.upperBound]
      }
      return
    }
    if let printed = PrintedNumber(content, in: bytes), printed.form != .bare, line.indent < 4 {
      flush()
      open = printed.form == .letter ? .item(number: printed.number) : .paragraph
      if printed.form == .letter {
        beginList(line)
        gathered = [printed.content.lowerBound..<line.whole.upperBound]
        return
      }
    }
    if open == nil {
      // After a blank line only what is indented still belongs to the item.
      if listIndent >= 0, line.indent < listIndent { endList() }
      open = listIndent >= 0 ? .item(number: "") : .paragraph
    }
    gathered.append(line.whole)
  }

  /// Adds what was gathered.
  mutating func flush() {
    guard let kind = open else { return }
    open = nil
    let range = text(gathered)
    gathered = []
    switch kind {
    case .item(let number): flow.addItem(range, element: -1, number: number)
    case .box(let isTicked): addBox(range, isTicked: isTicked)
    case .paragraph:
      let range = trimmed(range, in: flow.document.text)
      if let printed = PrintedNumber(range, in: flow.document.text), printed.form != .bare,
        printed.form != .letter
      {
        endList()
        flow.addNumbered(printed, element: -1)
      } else {
        flow.addParagraph(range, element: -1)
      }
    }
  }

  /// Returns the range of the text of some lines, marks left out.
  mutating func text(_ ranges: [Range<Int>]) -> Range<Int> {
    MarkdownInline(ranges, of: bytes, definitions: lines.definitions).append(to: &flow.document)
  }

  mutating func addHeading(_ ranges: [Range<Int>]) {
    let range = trimmed(text(ranges), in: flow.document.text)
    let printed = PrintedNumber(range, in: flow.document.text).flatMap {
      $0.form == .letter ? nil : $0
    }
    flow.addHeading(printed?.content ?? range, element: -1, number: printed?.number ?? "")
  }
}
