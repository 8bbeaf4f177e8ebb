import AktsamDocuments
import AktsamText
import AktsamXML

/// Finds the suppressions in documents: in XML `<?aktsam ignore AK1001 reason="…" until="2027-01-31"?>`,
/// which is about the element after it, in Markdown, text and HTML the same in a comment, which is about
/// the paragraph or element after it; `ignore-file` is about the whole file.
enum SuppressionReader {
  /// Returns the suppressions of a document, in its order; none for a member of a package.
  static func suppressions(in document: Document) -> [Suppression] {
    suppressions(in: document.source, lines: document.lines, format: document.format)
  }

  /// Returns the suppressions of a file, in its order; none for a member of a package.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - lines: its lines.
  ///   - format: the id of its format; all but text is read as XML.
  /// - Returns: the suppressions.
  static func suppressions(
    in source: SourceFile, lines: LineTable, format: String = "xml"
  ) -> [Suppression] {
    let bytes = source.bytes
    guard source.part.isEmpty, !marks(in: bytes).isEmpty else { return [] }
    switch format {
    case "markdown", "text":
      return comments(source, lines) { end in paragraph(after: end, in: bytes) }
    case "html":
      let page = HTMLReader.read(source)
      return comments(source, lines) { end in element(openedAfter: end, in: page) }
    default:
      return bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "<")
        ? instructions(source) : []
    }
  }

  private static func instructions(_ source: SourceFile) -> [Suppression] {
    let xml = XMLReader.read(source)
    let nodes = xml.nodes.indices.filter {
      xml.nodes[$0].kind == .processingInstruction && xml.local(of: $0) == "aktsam"
    }
    return nodes.prefix(most).map { index in
      let range = xml.sourceRange(of: index)
      let inner =
        range.lowerBound
        + "<?aktsam".utf8.count..<max(
          range.lowerBound + "<?aktsam".utf8.count, range.upperBound - "?>".utf8.count)
      return SuppressionSyntax(
        source, xml.lines, element: xml.elements.path(of: xml.nodes[index].element), inner
      ).suppression(at: range, following: element(after: index, in: xml))
    }
  }

  /// Returns the bytes of the next element beside a node, or nil.
  private static func element(after node: Int, in xml: XMLDocument) -> Range<Int>? {
    let parent = xml.nodes[node].parent
    let next = xml.nodes[(node + 1)...].indices.first {
      xml.nodes[$0].kind == .element && xml.nodes[$0].parent == parent
    }
    return next.map { xml.sourceRange(of: $0) }
  }

  /// Returns the bytes of the first element that opens behind an offset and beside it, or nil.
  private static func element(openedAfter offset: Int, in page: XMLDocument) -> Range<Int>? {
    let elements = page.nodes.indices.filter { page.nodes[$0].kind == .element }
    let parent = elements.last {
      let range = page.sourceRange(of: $0)
      return range.lowerBound < offset && offset <= range.upperBound
    }
    let next = elements.first {
      page.sourceRange(of: $0).lowerBound >= offset && page.parent(of: $0) == parent
    }
    return next.map { page.sourceRange(of: $0) }
  }

  private static func comments(
    _ source: SourceFile, _ lines: LineTable, following: (Int) -> Range<Int>?
  ) -> [Suppression] {
    marks(in: source.bytes).map { range in
      let isComment = source.bytes[range.lowerBound + 1] == UInt8(ascii: "!")
      let inner =
        range.lowerBound + (isComment ? 4 : 2)..<range.upperBound - (isComment ? 3 : 2)
      let blanks = source.bytes[inner].prefix { $0 <= 0x20 }.count
      let start = inner.lowerBound + blanks + "aktsam".utf8.count
      return SuppressionSyntax(
        source, lines, element: "", min(start, inner.upperBound)..<inner.upperBound
      ).suppression(at: range, following: following(range.upperBound))
    }
  }

  /// How many suppressions of a file are read: each is held against each finding.
  static let most = 1_000

  /// Returns the comments and processing instructions that address this program: `<!-- aktsam …-->`,
  /// `<?aktsam …?>`.
  private static func marks(in bytes: [UInt8]) -> [Range<Int>] {
    let word = Array("aktsam".utf8)
    var found: [Range<Int>] = []
    var index = 0
    // What is not closed once is not closed further on either.
    var isOpen = (comment: false, instruction: false)
    while index + 1 < bytes.count, found.count < most {
      let isInstruction = bytes[index + 1] == UInt8(ascii: "?")
      guard bytes[index] == UInt8(ascii: "<"),
        isInstruction || bytes[index + 1] == UInt8(ascii: "!")
      else {
        index += 1
        continue
      }
      let start = index
      index += 2
      if !isInstruction {
        guard bytes[index...].starts(with: [0x2D, 0x2D]) else { continue }
        index += 2
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      }
      guard !(isInstruction ? isOpen.instruction : isOpen.comment),
        bytes[index...].starts(with: word), index + word.count < bytes.count,
        bytes[index + word.count] <= 0x20
      else { continue }
      if let end = firstRange(of: Array((isInstruction ? "?>" : "-->").utf8), in: bytes[index...]) {
        found.append(start..<end.upperBound)
        index = end.upperBound
      } else if isInstruction {
        isOpen.instruction = true
      } else {
        isOpen.comment = true
      }
    }
    return found
  }

  /// Returns the lines from the first that is not blank behind an offset up to the next blank one; nil
  /// when there is none.
  private static func paragraph(after offset: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard let start = bytes[offset...].firstIndex(where: { $0 > 0x20 }) else { return nil }
    var end = start
    var isBlank = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x0A {
        if isBlank { break }
        isBlank = true
      } else if byte > 0x20 {
        isBlank = false
      }
      end += 1
    }
    return start..<end
  }
}
