/// The lines of a text, by their bytes.
struct SourceLines: Sequence, IteratorProtocol {
  /// One line.
  struct Line {
    /// The line without its end.
    var content: Range<Int>
    /// The offset just past its end.
    var end: Int
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
  }

  mutating func next() -> Line? {
    guard position < bytes.endIndex else { return nil }
    let start = position
    while position < bytes.endIndex, bytes[position] != 0x0A, bytes[position] != 0x0D {
      position += 1
    }
    let content = start..<position
    let isPair =
      position + 1 < bytes.endIndex && bytes[position] == 0x0D && bytes[position + 1] == 0x0A
    position = Swift.min(position + (isPair ? 2 : 1), bytes.endIndex)
    return Line(content: content, end: position)
  }
}

/// The lines of a Markdown text, with the marks of quotations off.
struct MarkdownLines {
  /// One line.
  struct Line {
    /// What stands on it, without the white space and the quotation marks around.
    var content: Range<Int>
    /// From the content to the start of the next line.
    var whole: Range<Int>
    /// The columns before the content, quotation marks not counted.
    var indent: Int
    /// How many quotations it stands in.
    var quotes: Int

    var isBlank: Bool { content.isEmpty }
  }

  let bytes: [UInt8]
  private(set) var lines: [Line] = []
  /// The names that links are defined under, in lower case.
  private(set) var definitions: Set<String> = []
  private(set) var hasTickedBox = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for line in SourceLines(bytes[...]) {
      var start = line.content.lowerBound
      var indent = 0
      var quotes = 0
      while start < line.content.upperBound {
        switch bytes[start] {
        case 0x20: indent += 1
        case 0x09: indent += 4 - indent % 4
        case UInt8(ascii: ">") where indent < 4:
          quotes += 1
          indent = 0
          // One space belongs to the mark.
          if start + 1 < line.content.upperBound, bytes[start + 1] == 0x20 { start += 1 }
        default:
          append(line, from: start, indent: indent, quotes: quotes)
          start = line.content.upperBound + 1
          continue
        }
        start += 1
      }
      if start == line.content.upperBound {
        append(line, from: start, indent: indent, quotes: quotes)
      }
    }
  }

  private mutating func append(_ line: SourceLines.Line, from start: Int, indent: Int, quotes: Int)
  {
    let content = trimmed(start..<line.content.upperBound, in: bytes)
    lines.append(
      Line(
        content: content, whole: content.lowerBound..<max(line.end, content.lowerBound),
        indent: indent, quotes: quotes))
    if let name = definition(content) { definitions.insert(name) }
    if !hasTickedBox, let item = TextMarks.bullet(content, in: bytes) ?? ordered(content)?.content,
      box(item)?.isTicked == true
    {
      hasTickedBox = true
    }
  }

  /// Returns the name that a line `[name]: address` defines, in lower case, or nil.
  func definition(_ line: Range<Int>) -> String? {
    guard bytes[line].first == UInt8(ascii: "["),
      let close = bytes[line].firstIndex(of: UInt8(ascii: "]")), close + 1 < line.upperBound,
      bytes[close + 1] == UInt8(ascii: ":"), bytes[line.lowerBound + 1] != UInt8(ascii: "^")
    else { return nil }
    return String(decoding: bytes[(line.lowerBound + 1)..<close], as: UTF8.self).lowercased()
  }

  /// Returns the number and content of an item of an ordered list, such as `3.` or `3)`, or nil.
  func ordered(_ line: Range<Int>) -> (number: String, content: Range<Int>)? {
    var index = line.lowerBound
    while index < line.upperBound, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard (1...9).contains(index - line.lowerBound), index + 1 < line.upperBound,
      bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
      bytes[index + 1] <= 0x20
    else { return nil }
    let number = String(decoding: bytes[line.lowerBound..<index], as: UTF8.self)
    return (number, trimmed((index + 1)..<line.upperBound, in: bytes))
  }

  /// Returns the box that a list item starts with, or nil.
  func box(_ item: Range<Int>) -> (isTicked: Bool, content: Range<Int>)? {
    guard item.count > 3, bytes[item.lowerBound] == UInt8(ascii: "["),
      bytes[item.lowerBound + 2] == UInt8(ascii: "]"), bytes[item.lowerBound + 3] <= 0x20
    else { return nil }
    let mark = bytes[item.lowerBound + 1]
    guard mark == 0x20 || mark | 0x20 == UInt8(ascii: "x") else { return nil }
    return (mark != 0x20, trimmed((item.lowerBound + 4)..<item.upperBound, in: bytes))
  }
}
