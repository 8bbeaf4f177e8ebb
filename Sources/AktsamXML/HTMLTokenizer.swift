/// Cuts a page of HTML into tags and what stands between them: byte ranges of the source only.
///
/// It takes every input, in time linear in its length: what the end of the input leaves open ends
/// at the next `>` instead, so that one stray quotation mark never swallows the rest of a page.
struct HTMLTokenizer {
  /// A start or end tag.
  struct Tag {
    /// The name in lower case.
    var name: String
    /// The byte range from `<` to just past `>`.
    var range: Range<Int>
    /// The attributes as written; a value of an attribute without one is empty.
    var attributes: [RawAttribute] = []
    var isEnd = false
    /// Whether it ends in `/>`.
    var isEmpty = false
  }

  /// What stands at a `<`.
  enum Token {
    case tag(Tag)
    /// A comment, a declaration or an instruction; where it ends.
    case skipped(end: Int, isOpen: Bool)
    /// The byte range of the text of a CDATA section, and where the section ends.
    case text(Range<Int>, end: Int)
    /// A less-than sign.
    case sign
  }

  private let bytes: [UInt8]
  /// The attributes that a tag may have; one more is kept so that the excess shows.
  private let maxAttributes: Int
  /// The offsets of the last of each mark, so that no search for one runs to the end in vain.
  private let lastGreater: Int
  private let lastDouble: Int
  private let lastSingle: Int
  private let lastDash: Int
  private let lastBracket: Int
  /// Names of which no end tag follows any more.
  private var unclosed: Set<String> = []

  init(_ bytes: [UInt8], maxAttributes: Int) {
    self.bytes = bytes
    self.maxAttributes = maxAttributes
    func last(_ mark: String) -> Int {
      let mark = Array(mark.utf8)
      var index = bytes.count - mark.count
      while index >= 0, !bytes[index..<(index + mark.count)].elementsEqual(mark) { index -= 1 }
      return index
    }
    lastGreater = last(">")
    lastDouble = last("\"")
    lastSingle = last("'")
    lastDash = last("-->")
    lastBracket = last("]]>")
  }

  /// Returns what the `<` at an offset starts.
  func token(at start: Int) -> Token {
    let next = byte(start + 1)
    if isLetter(next) { return tag(at: start, nameStart: start + 1, isEnd: false) }
    switch next {
    case UInt8(ascii: "/"):
      if isLetter(byte(start + 2)) { return tag(at: start, nameStart: start + 2, isEnd: true) }
      // "</" before anything else is a comment; at the end of the input it is text.
      return start <= lastGreater ? skip(from: start) : .sign
    case UInt8(ascii: "!"):
      if isAt("<!--", start) { return comment(from: start) }
      if isAt("<![CDATA[", start), start <= lastBracket {
        let close = find("]]>", from: start + 9)
        return .text((start + 9)..<close, end: close + 3)
      }
      return start <= lastGreater ? skip(from: start) : .sign
    case UInt8(ascii: "?"): return start <= lastGreater ? skip(from: start) : .sign
    default: return .sign
    }
  }

  /// Returns where the end tag of an element starts whose content is no markup; nil when there is
  /// none any more.
  mutating func endTag(of name: String, from start: Int) -> Int? {
    guard !unclosed.contains(name) else { return nil }
    let letters = Array(name.utf8)
    var index = start
    while index + letters.count + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let end = index + 2 + letters.count
      let isName =
        end <= bytes.count
        && zip(bytes[(index + 2)..<end], letters).allSatisfy { ($0 | 0x20) == $1 }
      if isName, end == bytes.count || !isLetterOrDigit(bytes[end]) { return index }
      index += 2
    }
    unclosed.insert(name)
    return nil
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func isAt(_ string: StaticString, _ index: Int) -> Bool {
    let count = string.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return string.withUTF8Buffer { bytes[index..<(index + count)].elementsEqual($0) }
  }

  /// Returns where a string is found next; the end of the input when it isn't.
  private func find(_ string: StaticString, from start: Int) -> Int {
    var index = start
    while index < bytes.count, !isAt(string, index) { index += 1 }
    return index
  }

  private func skip(from start: Int) -> Token {
    .skipped(end: min(find(">", from: start) + 1, bytes.count), isOpen: false)
  }

  private func comment(from start: Int) -> Token {
    if isAt("<!-->", start) { return .skipped(end: start + 5, isOpen: false) }
    if isAt("<!--->", start) { return .skipped(end: start + 6, isOpen: false) }
    if start + 4 <= lastDash {
      return .skipped(end: find("-->", from: start + 4) + 3, isOpen: false)
    }
    let end = start <= lastGreater ? find(">", from: start) + 1 : start + 4
    return .skipped(end: end, isOpen: true)
  }
}

// MARK: - Tags

extension HTMLTokenizer {
  private func tag(at start: Int, nameStart: Int, isEnd: Bool) -> Token {
    guard start < lastGreater else { return .sign }
    var index = nameStart
    while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: "<")
    {
      index += 1
    }
    let name = bytes[nameStart..<index].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var tag = Tag(
      name: String(decoding: name, as: UTF8.self), range: start..<index, isEnd: isEnd)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        break
      }
      // A tag that is cut off by the next one.
      if byte == UInt8(ascii: "<") { break }
      tag.isEmpty = byte == UInt8(ascii: "/") && self.byte(index + 1) == UInt8(ascii: ">")
      if isBlank(byte) || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let attribute = attribute(at: &index)
      if tag.attributes.count <= maxAttributes { tag.attributes.append(attribute) }
    }
    tag.range = start..<index
    return .tag(tag)
  }

  private func attribute(at index: inout Int) -> RawAttribute {
    let start = index
    // A "=" in front belongs to the name.
    index += 1
    while index < bytes.count, !isBlank(bytes[index]), !"=>/<".utf8.contains(bytes[index]) {
      index += 1
    }
    let name = start..<index
    var next = index
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
    guard byte(next) == UInt8(ascii: "=") else {
      return RawAttribute(name: name, value: index..<index)
    }
    next += 1
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
    let quote = byte(next)
    let isQuoted =
      (quote == UInt8(ascii: "\"") && next < lastDouble)
      || (quote == UInt8(ascii: "'") && next < lastSingle)
    let valueStart = isQuoted ? next + 1 : next
    index = valueStart
    if isQuoted {
      while index < bytes.count, bytes[index] != quote { index += 1 }
      let value = valueStart..<index
      index = min(index + 1, bytes.count)
      return RawAttribute(name: name, value: value)
    }
    while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    return RawAttribute(name: name, value: valueStart..<index)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }
}
