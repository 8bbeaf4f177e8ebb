package import AktsamText
package import AktsamXML

/// One input as every reader delivers it: an ordered list of blocks over one text.
///
/// Readers never fail: what they cannot use is a finding. All text stands in one UTF-8 buffer,
/// ``text``; ``runs`` say which bytes of the source each stretch was read from, so that a byte range
/// of the text turns into an exact ``Place`` when a report needs one.
package struct Document: Sendable {
  /// How the role became known.
  package enum RoleOrigin: String, Sendable, Hashable {
    /// The document, a manifest or an option says so.
    case declared
    /// The format allows only this role.
    case format
    /// Guessed from the text.
    case inferred
  }

  /// The source that the offsets count in.
  package var source: SourceFile
  /// The line table of the source.
  package var lines: LineTable
  /// The stable format id (design, section 6), such as `aktsam-response`.
  package var format: String
  /// The role, which decides how firmly a sentence must speak.
  package var role: DocumentRole
  /// How the role became known.
  package var roleOrigin: RoleOrigin
  /// The supplier or buyer whose words these are, when the document says so.
  package var party: Party?
  /// Other parties that the document names (consortium members, bodies relied on).
  package var otherParties: [Party]
  /// The declared main language (`en`, `sv`, `nb`, `nn`, `da`, …), else nil.
  package var language: String?
  /// The date of the document, else nil; `yyyy-mm-dd`.
  package var date: String?
  /// The decoded text of all blocks, UTF-8.
  package var text: [UInt8]
  /// Where the text was read from, ascending by text offset. Offsets into a further part count
  /// from its ``DocumentPart/base``.
  package var runs: [TextRun]
  /// The members beside ``source`` that text was read from, ascending by base: the footnotes of a
  /// word processor's file, the sheets of a workbook. Empty for most formats.
  package private(set) var furtherParts: [DocumentPart] = []
  /// The elements of the source, for element paths.
  package var elements: ElementTable
  /// The blocks in document order.
  package var blocks: [Block]
  /// The questions that blocks refer to by index.
  package var questions: [Question]
  /// The id that the document itself has; empty = none.
  package var id = ""
  /// The version that the document itself has; empty = none.
  package var version = ""
  /// The bytes of the source that open the document: the start tag of its root. Empty = not known.
  package var opening: Range<Int> = 0..<0
  /// What may be referred to by id, in document order.
  package var anchors: [Anchor] = []
  /// The references by id, in document order.
  package var references: [Reference] = []
  /// The values from official code lists, in document order.
  package var codes: [CodedValue] = []
  /// The files that the document says were handed in or handed out with it.
  package var attachments: [Attachment] = []
  /// What was noticed while reading.
  package var findings: [Finding]
  /// Whether the source could be read to its end.
  package var isComplete: Bool

  /// Creates a document with no blocks.
  package init(
    source: SourceFile, lines: LineTable, format: String, role: DocumentRole,
    roleOrigin: RoleOrigin, text: [UInt8], runs: [TextRun], elements: ElementTable,
    findings: [Finding] = [], isComplete: Bool = true
  ) {
    self.source = source
    self.lines = lines
    self.format = format
    self.role = role
    self.roleOrigin = roleOrigin
    self.party = nil
    self.otherParties = []
    self.language = nil
    self.date = nil
    self.text = text
    self.runs = runs
    self.elements = elements
    self.blocks = []
    self.questions = []
    self.findings = findings
    self.isComplete = isComplete
  }

  /// Returns the place of a byte range of ``text``.
  ///
  /// - Parameters:
  ///   - range: a byte range of ``text``.
  ///   - element: the element index for the path, -1 for none.
  /// - Returns: the place, with lines and columns.
  package func place(of range: Range<Int>, element: Int32) -> Place {
    let segments = sourceRanges(of: range, in: runs)
    guard let part = part(of: segments) else {
      return Place(
        in: source, segments: segments, lines: lines, element: elements.path(of: element))
    }
    return Place(
      in: part.source, segments: part.own(segments), lines: part.lines,
      element: elements.path(of: element))
  }

  /// Returns the place of a byte range of the source, counted as in ``runs``: of what is no text,
  /// such as a start tag or an attribute's value.
  ///
  /// - Parameters:
  ///   - range: the byte range.
  ///   - element: the element index for the path, -1 for none.
  /// - Returns: the place, with lines and columns.
  package func place(ofSource range: Range<Int>, element: Int32) -> Place {
    guard let part = part(of: [range]) else {
      return Place(
        in: source, segments: [range], lines: lines, element: elements.path(of: element))
    }
    return Place(
      in: part.source, segments: part.own([range]), lines: part.lines,
      element: elements.path(of: element))
  }

  /// Returns where a byte range of ``text`` stands: byte ranges into the part as stored.
  package func segments(of range: Range<Int>) -> [Range<Int>] {
    let segments = sourceRanges(of: range, in: runs)
    return part(of: segments)?.own(segments) ?? segments
  }

  private func part(of segments: [Range<Int>]) -> DocumentPart? {
    guard !furtherParts.isEmpty, let start = segments.first?.lowerBound else { return nil }
    return furtherParts.last { $0.base <= start }
  }

  /// Returns the text of a byte range, white space as it stands.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
  }

  /// Appends text that did not come from character data (an attribute's value, a label of our own)
  /// and returns its range in ``text``.
  ///
  /// - Parameters:
  ///   - string: the text.
  ///   - source: the byte range of the source it was read from; nil when we made it.
  /// - Returns: the byte range of ``text`` that the string now takes.
  package mutating func append(_ string: String, from source: Range<Int>?) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: string.utf8)
    runs.append(
      TextRun(
        text: start, textLength: text.count - start, source: source?.lowerBound ?? 0,
        sourceLength: source?.count ?? 0))
    return start..<text.count
  }

  /// Adds the text of another member of the same package.
  ///
  /// - Parameter part: the parsed member.
  /// - Returns: what to add to offsets into the member's text and to its element indices.
  package mutating func append(_ part: XMLDocument) -> (text: Int, element: Int32) {
    let firstByte = text.count
    let (base, element) = add(part)
    text += part.text
    runs += part.runs.map {
      TextRun(
        text: Int($0.text) + firstByte, textLength: Int($0.textLength),
        source: Int($0.source) + base, sourceLength: Int($0.sourceLength))
    }
    return (firstByte, element)
  }

  /// Adds another member of the same package without its text, for a reader that takes its text
  /// piece by piece.
  ///
  /// - Parameter part: the parsed member.
  /// - Returns: what to add to offsets into the member and to its element indices.
  package mutating func add(_ part: XMLDocument) -> (base: Int, element: Int32) {
    let end = furtherParts.last.map { $0.base + $0.source.bytes.count } ?? source.bytes.count
    let base = end + 1
    furtherParts.append(DocumentPart(source: part.source, lines: part.lines, base: base))
    findings += part.findings
    return (base, elements.append(contentsOf: part.elements))
  }
}
