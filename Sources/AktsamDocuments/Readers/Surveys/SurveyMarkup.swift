import AktsamXML

/// Takes HTML out of texts that survey tools store as escaped markup.
///
/// Tags inside a line are dropped, tags that end one split the text, and named characters are
/// resolved. Text without any of these is used where it stands; else a clean copy, traced to the
/// same bytes, is added to the document.
enum SurveyMarkup {
  /// A stretch of the text, or a character written as an entity.
  private enum Piece {
    case text(Range<Int>)
    case scalar(Unicode.Scalar, Range<Int>)
  }

  /// Returns the lines of a text.
  ///
  /// - Parameters:
  ///   - range: a byte range of the document's text.
  ///   - document: the document; clean copies go to the end of its text.
  /// - Returns: byte ranges of the document's text without white space at their ends, none empty.
  /// - Complexity: O(n) in the length of the range.
  static func segments(of range: Range<Int>, in document: inout Document) -> [Range<Int>] {
    let range = trimmed(range, in: document.text)
    guard !range.isEmpty else { return [] }
    let mark: (UInt8) -> Bool = { $0 == less || $0 == ampersand }
    guard document.text[range].contains(where: mark) else { return [range] }
    var result: [Range<Int>] = []
    for line in lines(of: document.text, range) {
      if line.count == 1, case .text(let whole) = line[0] {
        result.append(trimmed(whole, in: document.text))
      } else {
        let start = document.text.count
        for piece in line {
          switch piece {
          case .text(let part): document.append(copyOf: part)
          case .scalar(let scalar, let written):
            _ = document.append(String(Character(scalar)), standingFor: written)
          }
        }
        result.append(trimmed(start..<document.text.count, in: document.text))
      }
    }
    return result.filter { !$0.isEmpty }
  }

  private static let less = UInt8(ascii: "<")
  private static let ampersand = UInt8(ascii: "&")

  /// Returns the pieces of each line.
  private static func lines(of text: [UInt8], _ range: Range<Int>) -> [[Piece]] {
    var lines: [[Piece]] = []
    var line: [Piece] = []
    var start = range.lowerBound
    var index = start
    func flush(_ end: Int) {
      if start < end { line.append(.text(start..<end)) }
    }
    while index < range.upperBound {
      if text[index] == less, let tag = SurveyTag(in: text, at: index, end: range.upperBound) {
        flush(index)
        if !tag.isInline, !line.isEmpty {
          lines.append(line)
          line = []
        }
        index = tag.end
        start = index
      } else if text[index] == ampersand,
        let (scalar, end) = entity(in: text, at: index, end: range.upperBound)
      {
        flush(index)
        line.append(.scalar(scalar, index..<end))
        index = end
        start = index
      } else {
        index += 1
      }
    }
    flush(range.upperBound)
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Returns the character that an entity or a character reference stands for, with its end.
  private static func entity(
    in text: [UInt8], at index: Int, end: Int
  ) -> (Unicode.Scalar, Int)? {
    let limit = min(end, index + 12)
    guard let close = text[index..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: text[(index + 1)..<close], as: UTF8.self)
    let scalar: Unicode.Scalar?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      scalar = UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
    } else if name.hasPrefix("#") {
      scalar = UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }
    } else {
      scalar = own[name] ?? HTMLEntities.scalar(named: name)
    }
    return scalar.map { ($0, close + 1) }
  }

  private static let own: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]
}

/// A tag or a comment in escaped markup.
private struct SurveyTag {
  /// Just past it; for a script or a style sheet, past its end tag.
  var end: Int
  /// Whether the text around it is one line.
  var isInline: Bool

  /// A longer "tag" is a less-than sign in prose.
  private static let maxLength = 4000

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
  ]

  /// Finds the tag at `index`; nil when the less-than sign opens none.
  init?(in text: [UInt8], at index: Int, end: Int) {
    var next = index + 1
    if text[index..<end].starts(with: "<!--".utf8) {
      guard let close = Self.find("-->", in: text, from: next, to: end) else { return nil }
      self.end = close
      isInline = true
      return
    }
    let isEnd = next < end && text[next] == UInt8(ascii: "/")
    if isEnd { next += 1 }
    let start = next
    while next < end, next - start < 16, Self.isLetterOrDigit(text[next]) { next += 1 }
    guard next > start, (0x61...0x7A).contains(text[start] | 0x20) else { return nil }
    let name = String(decoding: text[start..<next], as: UTF8.self).lowercased()
    let limit = min(end, index + Self.maxLength)
    var quote: UInt8 = 0
    while next < limit {
      let byte = text[next]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      next += 1
    }
    guard next < limit else { return nil }
    self.end = next + 1
    isInline = Self.inline.contains(name)
    if !isEnd, name == "script" || name == "style" {
      self.end = Self.find("</" + name, in: text, from: next, to: end) ?? end
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Returns the position just past the first occurrence.
  private static func find(_ what: String, in text: [UInt8], from: Int, to end: Int) -> Int? {
    let pattern = Array(what.utf8)
    var index = from
    while index + pattern.count <= end {
      if text[index] == pattern[0], text[index..<(index + pattern.count)].elementsEqual(pattern) {
        return index + pattern.count
      }
      index += 1
    }
    return nil
  }
}
