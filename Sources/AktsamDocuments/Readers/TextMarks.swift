/// The marks at the start of a line that plain text and Markdown share.
enum TextMarks {
  /// Whether a line starts with a string.
  static func starts(_ line: Range<Int>, _ prefix: StaticString, in text: [UInt8]) -> Bool {
    line.count >= prefix.utf8CodeUnitCount
      && prefix.withUTF8Buffer { text[line].starts(with: $0) }
  }

  /// Whether a line opens or closes a stretch of code.
  static func isFence(_ line: Range<Int>, in text: [UInt8]) -> Bool {
    starts(line, "```", in: text) || starts(line, "~~~", in: text)
  }

  /// Returns what follows the `#` marks of a heading, or nil.
  static func heading(_ line: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    var start = line.lowerBound
    while start < line.upperBound, text[start] == UInt8(ascii: "#") { start += 1 }
    guard (1...6).contains(start - line.lowerBound), start < line.upperBound,
      text[start] <= 0x20
    else { return nil }
    var end = line.upperBound
    while end > start, text[end - 1] == UInt8(ascii: "#") { end -= 1 }
    return trimmed(start..<end, in: text)
  }

  /// Whether a line consists of dashes, equals signs, stars or underscores.
  static func isUnderline(_ line: Range<Int>, in text: [UInt8]) -> Bool {
    guard line.count >= 3, let mark = text[line].first, "-=*_".utf8.contains(mark) else {
      return false
    }
    return text[line].allSatisfy { $0 == mark }
  }

  /// Returns what follows the bullet of a list item, or nil.
  static func bullet(_ line: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    guard let first = text[line].first else { return nil }
    let width: Int
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): width = 1
    case 0xC2 where starts(line, "·", in: text): width = 2
    case 0xE2 where starts(line, "•", in: text) || starts(line, "–", in: text): width = 3
    case 0xE2 where starts(line, "—", in: text) || starts(line, "▪", in: text): width = 3
    case 0xE2 where starts(line, "◦", in: text) || starts(line, "‣", in: text): width = 3
    default: return nil
    }
    let after = line.lowerBound + width
    guard after < line.upperBound, blankWidth(at: after, in: text, end: line.upperBound) > 0 else {
      return nil
    }
    return trimmed(after..<line.upperBound, in: text)
  }

  /// Whether the cells of a row of a table are dashes, which part its headings from the rest.
  static func isRule(_ cells: [Range<Int>], in text: [UInt8]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        !cell.isEmpty && text[cell].allSatisfy { $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }
      }
  }
}
