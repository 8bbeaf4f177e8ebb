/// The elements of a part of a Word document, with the bytes that each takes up.
///
/// A part is filled by replacing bytes, so that whatever a word processor wrote stays as it is. This
/// finds where they are and no more: no names are resolved and no entities, and a document type, which
/// could declare some, is refused.
struct DocxMarkup {
  /// An element.
  struct Element {
    /// The name as written, such as `w:p`.
    var name: String
    /// The position of the element around it; -1 for the outermost.
    var parent: Int
    /// The bytes of the start tag.
    var start: Range<Int>
    /// The bytes of the end tag; empty, at the end of the start tag, where the element is.
    var end: Range<Int>

    /// All its bytes.
    var range: Range<Int> { start.lowerBound..<end.upperBound }
  }

  /// Text directly in an element.
  struct Text {
    /// The position of the element.
    var element: Int
    /// The bytes.
    var range: Range<Int>
  }

  /// The part.
  let bytes: [UInt8]
  /// The elements in the order of their start tags.
  private(set) var elements: [Element] = []
  /// The text in `w:t` and `w:instrText`.
  private(set) var texts: [Text] = []

  /// Elements inside each other.
  private static let depth = 256
  /// Elements of a part.
  private static let count = 4 << 20

  /// Reads a part.
  ///
  /// - Throws: ``TemplateFault`` when it is no well-formed XML of the plain kind that word processors
  ///   write.
  /// - Complexity: O(n).
  init(_ bytes: [UInt8]) throws(TemplateFault) {
    self.bytes = bytes
    var names: [ArraySlice<UInt8>: String] = [:]
    var open: [Int] = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        add(position..<end, in: open.last)
        position = end
        continue
      }
      let next = bytes.at(position + 1)
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") {
        position = try endOfOther(position)
        continue
      }
      let end = try endOfTag(position)
      if next == UInt8(ascii: "/") {
        let name = name(position + 2, end)
        guard let last = open.popLast(), Array(elements[last].name.utf8) == Array(name) else {
          throw Self.malformed
        }
        elements[last].end = position..<end
      } else {
        let slice = name(position + 1, end)
        guard !slice.isEmpty, elements.count < Self.count, open.count < Self.depth else {
          throw Self.malformed
        }
        let name = names[slice] ?? String(decoding: slice, as: UTF8.self)
        names[slice] = name
        elements.append(
          Element(name: name, parent: open.last ?? -1, start: position..<end, end: end..<end))
        if bytes[end - 2] != UInt8(ascii: "/") { open.append(elements.count - 1) }
      }
      position = end
    }
    guard open.isEmpty, !elements.isEmpty else { throw Self.malformed }
  }

  private static let malformed = TemplateFault(
    "", "it is no plain, well-formed XML: open the template in a word processor and save it anew")

  private mutating func add(_ range: Range<Int>, in element: Int?) {
    guard let element, !range.isEmpty else { return }
    let name = elements[element].name
    if name == "w:t" || name == "w:instrText" { texts.append(Text(element: element, range: range)) }
  }

  /// A tag ends at the first `>` outside quotation marks.
  private func endOfTag(_ start: Int) throws(TemplateFault) -> Int {
    var quote: UInt8?
    for position in (start + 1)..<max(bytes.count, start + 1) {
      let byte = bytes[position]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        guard position > start + 1 else { throw Self.malformed }
        return position + 1
      } else if byte == UInt8(ascii: "<") {
        throw Self.malformed
      }
    }
    throw Self.malformed
  }

  /// Comments and instructions are passed over, anything else is refused.
  private func endOfOther(_ start: Int) throws(TemplateFault) -> Int {
    let isComment = bytes[start...].starts(with: Array("<!--".utf8))
    guard isComment || bytes.at(start + 1) == UInt8(ascii: "?") else { throw Self.malformed }
    let end = Array((isComment ? "-->" : "?>").utf8)
    var position = start + (isComment ? 4 : 2)
    while position + end.count <= bytes.count {
      if bytes[position] == end[0], bytes[position...].starts(with: end) {
        return position + end.count
      }
      position += 1
    }
    throw Self.malformed
  }

  private func name(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    bytes[start..<max(end, start)].prefix { byte in
      byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
  }

  // MARK: - Looking

  /// Returns the positions of an element and all around it, the nearest first.
  func chain(_ element: Int) -> [Int] {
    var chain: [Int] = []
    var current = element
    while elements.indices.contains(current) {
      chain.append(current)
      current = elements[current].parent
    }
    return chain
  }

  /// Returns the nearest element of a name around another, or nil.
  func ancestor(_ name: String, of element: Int) -> Int? {
    chain(element).first { elements[$0].name == name }
  }

  /// Returns the texts that begin in a stretch of bytes.
  func texts(in range: Range<Int>) -> ArraySlice<Text> {
    func first(from offset: Int) -> Int {
      var (low, high) = (0, texts.count)
      while low < high {
        let middle = (low + high) / 2
        if texts[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return texts[first(from: range.lowerBound)..<first(from: range.upperBound)]
  }

  /// Returns the value of an attribute of a start tag, with the bytes that it takes up.
  func attribute(_ name: String, of element: Int) -> Range<Int>? {
    let start = elements[element].start
    let wanted = Array(" \(name)=".utf8)
    var position = start.lowerBound
    while position + wanted.count < start.upperBound {
      if bytes[position] == 0x20, bytes[position..<start.upperBound].starts(with: wanted) {
        let mark = position + wanted.count
        let quote = bytes[mark]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
          let end = bytes[(mark + 1)..<start.upperBound].firstIndex(of: quote)
        else { return nil }
        return (mark + 1)..<end
      }
      position += 1
    }
    return nil
  }
}
