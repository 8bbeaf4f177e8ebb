internal import AktsamText
internal import AktsamXML

/// Takes the marks out of a stretch of Markdown: emphasis, links, code, tags, escapes.
///
/// Every byte that is kept maps to its own byte of the source. No mark is looked for further away
/// than ``reach``, so that the time grows with the length alone.
struct MarkdownInline {
  private static let reach = 2000

  private let source: [UInt8]
  private let definitions: Set<String>
  /// The bytes of the stretch, and where each stands.
  private var bytes: [UInt8] = []
  private var offsets: [Int] = []
  private var isKept: [Bool] = []
  /// What stands for a stretch of bytes, by its start.
  private var replacements: [Int: (end: Int, text: [UInt8])] = [:]
  /// Openings of emphasis not yet closed, by their mark: their position and how many marks.
  private var openings: [UInt8: [(position: Int, count: Int)]] = [:]
  private var brackets: [(position: Int, isImage: Bool)] = []

  /// Creates a reader of lines.
  ///
  /// - Parameters:
  ///   - ranges: byte ranges of the source, ascending.
  ///   - source: the source.
  ///   - definitions: the names that links are defined under.
  init(_ ranges: [Range<Int>], of source: [UInt8], definitions: Set<String>) {
    self.source = source
    self.definitions = definitions
    for range in ranges {
      bytes += source[range]
      offsets += range
    }
    isKept = Array(repeating: true, count: bytes.count)
    scan()
  }

  /// Appends the text to a document and returns its range there.
  func append(to document: inout Document) -> Range<Int> {
    let first = document.text.count
    var index = 0
    while index < bytes.count {
      if let replacement = replacements[index], replacement.end > index {
        let start = offsets[index]
        document.runs.append(
          TextRun(
            text: document.text.count, textLength: replacement.text.count, source: start,
            sourceLength: offsets[replacement.end - 1] + 1 - start))
        document.text += replacement.text
        index = replacement.end
      } else if isKept[index] {
        let start = index
        repeat {
          index += 1
        } while index < bytes.count && isKept[index]
          && offsets[index] == offsets[index - 1] + 1 && replacements[index] == nil
        document.runs.append(
          TextRun(
            text: document.text.count, textLength: index - start, source: offsets[start],
            sourceLength: index - start))
        document.text += bytes[start..<index]
      } else {
        index += 1
      }
    }
    return first..<document.text.count
  }

  private mutating func drop(_ range: Range<Int>) {
    for index in range.clamped(to: 0..<bytes.count) { isKept[index] = false }
  }

  private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

  private func find(_ wanted: UInt8, from start: Int) -> Int? {
    var index = start
    let end = min(bytes.count, start + Self.reach)
    while index < end {
      if bytes[index] == wanted { return index }
      index += 1
    }
    return nil
  }
}

// MARK: - Marks

extension MarkdownInline {
  private mutating func scan() {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        let next = byte(index + 1)
        let isMark =
          (0x21...0x2F).contains(next) || (0x3A...0x40).contains(next)
          || (0x5B...0x60).contains(next) || (0x7B...0x7E).contains(next)
        if isMark || next == 0x0A || next == 0x0D { drop(index..<(index + 1)) }
        index += 2
      case UInt8(ascii: "`"): index = code(at: index)
      case UInt8(ascii: "<"): index = tag(at: index)
      case UInt8(ascii: "&"): index = reference(at: index)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): index = emphasis(at: index)
      case UInt8(ascii: "["):
        let isImage = index > 0 && bytes[index - 1] == UInt8(ascii: "!") && isKept[index - 1]
        brackets.append((index, isImage))
        index += 1
      case UInt8(ascii: "]"): index = link(closedAt: index)
      default: index += 1
      }
    }
  }

  private mutating func code(at start: Int) -> Int {
    var open = start
    while byte(open) == UInt8(ascii: "`") { open += 1 }
    let count = open - start
    var index = open
    let end = min(bytes.count, open + Self.reach)
    while index < end {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let close = index
      while byte(index) == UInt8(ascii: "`") { index += 1 }
      if index - close == count {
        drop(start..<open)
        drop(close..<index)
        return index
      }
    }
    return open
  }

  /// A tag and a comment are dropped, of an address only the brackets are.
  private mutating func tag(at start: Int) -> Int {
    let next = byte(start + 1)
    let isLetter = (0x61...0x7A).contains(next | 0x20)
    guard isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!"),
      let close = find(UInt8(ascii: ">"), from: start)
    else { return start + 1 }
    if next == UInt8(ascii: "!") {
      guard byte(start + 2) == UInt8(ascii: "-"), byte(start + 3) == UInt8(ascii: "-") else {
        return start + 1
      }
      var end = close
      while end < bytes.count, end < start + Self.reach,
        byte(end) != UInt8(ascii: ">") || byte(end - 1) != UInt8(ascii: "-")
      {
        end += 1
      }
      guard byte(end) == UInt8(ascii: ">") else { return start + 1 }
      drop(start..<(end + 1))
      return end + 1
    }
    var name = start + 1
    while (0x61...0x7A).contains(byte(name) | 0x20) || (0x30...0x39).contains(byte(name)) {
      name += 1
    }
    let after = byte(name)
    let isAddress =
      bytes[start..<close].allSatisfy { $0 > 0x20 }
      && bytes[start..<close].contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ":") }
      && after != UInt8(ascii: ">")
    if isAddress {
      drop(start..<(start + 1))
      drop(close..<(close + 1))
      return close + 1
    }
    guard after <= 0x20 || after == UInt8(ascii: ">") || after == UInt8(ascii: "/") else {
      return start + 1
    }
    if String(decoding: bytes[(start + 1)..<name], as: UTF8.self).lowercased() == "br" {
      replacements[start] = (close + 1, [0x0A])
    } else {
      drop(start..<(close + 1))
    }
    return close + 1
  }

  private mutating func reference(at start: Int) -> Int {
    guard
      let reference = HTMLReferences.reference(
        at: start, in: bytes, end: min(bytes.count, start + 40), isAttribute: false),
      byte(reference.end - 1) == UInt8(ascii: ";")
    else { return start + 1 }
    replacements[start] = (reference.end, Array(String(Character(reference.scalar)).utf8))
    return reference.end
  }

  /// Marks open emphasis before a word and close it behind one; `_` inside a word is none.
  private mutating func emphasis(at start: Int) -> Int {
    let mark = bytes[start]
    var end = start
    while byte(end) == mark { end += 1 }
    var count = end - start
    if mark == UInt8(ascii: "~"), count != 2 { return end }
    let before = start > 0 ? bytes[start - 1] : 0x20
    let after = end < bytes.count ? bytes[end] : 0x20
    let isInside = isWord(before) && isWord(after)
    var canOpen = after > 0x20 && (isWord(after) || !isWord(before))
    var canClose = before > 0x20 && (isWord(before) || !isWord(after))
    if mark == UInt8(ascii: "_"), isInside { (canOpen, canClose) = (false, false) }
    var position = start
    while canClose, count > 0, let opening = openings[mark]?.last {
      let matched = min(count, opening.count)
      // The marks nearest to the words belong together.
      drop((opening.position + opening.count - matched)..<(opening.position + opening.count))
      drop(position..<(position + matched))
      position += matched
      count -= matched
      openings[mark]?.removeLast()
      if opening.count > matched {
        openings[mark]?.append((opening.position, opening.count - matched))
      }
    }
    if canOpen, count > 0 { openings[mark, default: []].append((position, count)) }
    return end
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Of a link the words stay, of a picture nothing.
  private mutating func link(closedAt close: Int) -> Int {
    guard let open = brackets.popLast() else { return close + 1 }
    let words = (open.position + 1)..<close
    var end: Int?
    switch byte(close + 1) {
    case UInt8(ascii: "("): end = parenthesis(from: close + 1)
    case UInt8(ascii: "["):
      if let last = find(UInt8(ascii: "]"), from: close + 2) {
        let name = last == close + 2 ? words : (close + 2)..<last
        if isDefined(name) { end = last + 1 }
      }
    default: break
    }
    if end == nil, byte(words.lowerBound) == UInt8(ascii: "^") {
      // The mark of a footnote, with the colon of the note itself.
      drop(open.position..<(close + (byte(close + 1) == UInt8(ascii: ":") ? 2 : 1)))
      return close + 1
    }
    if end == nil, isDefined(words) { end = close + 1 }
    guard let end else { return close + 1 }
    if open.isImage {
      drop((open.position - 1)..<end)
      for index in words { replacements[index] = nil }
    } else {
      drop(open.position..<(open.position + 1))
      drop(close..<end)
    }
    return end
  }

  private func isDefined(_ name: Range<Int>) -> Bool {
    guard name.count < 1000 else { return false }
    return definitions.contains(String(decoding: bytes[name], as: UTF8.self).lowercased())
  }

  /// Returns the offset past the parenthesis that closes the one at `start`, or nil.
  private func parenthesis(from start: Int) -> Int? {
    var depth = 0
    var index = start
    let end = min(bytes.count, start + Self.reach)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }
}
