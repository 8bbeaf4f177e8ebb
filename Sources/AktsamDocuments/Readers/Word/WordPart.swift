internal import AktsamText
internal import AktsamXML

/// The elements of WordprocessingML that the reader knows, by local name.
enum WordTag: String {
  // Stories and what they are made of.
  case document, wordDocument, body, p, r, t, tbl, tr, tc, sectPr, hdr, ftr, txbxContent
  case footnote, endnote, footnotes, endnotes, comments, comment, altChunk, subDoc
  case footnoteReference, endnoteReference, commentReference, annotationRef
  // Signs inside a run.
  case br, cr, tab, ptab, sym, noBreakHyphen, rt
  // Properties.
  case pPr, rPr, tblPr, trPr, tcPr, sdtPr, pStyle, rStyle, numPr, listPr, ilvl, numId, ilfo
  case outlineLvl, lang, vanish, tblHeader, gridSpan, vMerge, vmerge, gridBefore, tblGrid, b
  // Changes and fields.
  case ins, del, moveFrom, moveTo, delText, instrText, delInstrText, fldChar, ffData
  case sdt, sdtContent
  // Outside the main namespace.
  case annotation, content
  case alternateContent = "AlternateContent"
  case choice = "Choice"
  case fallback = "Fallback"
  case oleObject = "OLEObject"
}

/// One story of a Word document (the body, the footnotes, a header) inside a parsed XML document.
struct WordPart {
  /// The parsed document.
  let xml: XMLDocument
  /// The element that the story hangs from.
  let root: Int
  /// What offsets into the source are raised by in the runs of the document; nil as long as the
  /// member has not been added to it.
  var base: Int?
  /// What element indices are raised by.
  var firstElement: Int32 = 0

  private let tags: [WordTag?]

  /// Creates a part; `base` is 0 for the document's own source.
  init(_ xml: XMLDocument, root: Int, base: Int? = nil) {
    self.xml = xml
    self.root = root
    self.base = base
    tags = xml.names.map { Self.tag($0) }
  }

  /// The namespaces of WordprocessingML: transitional, strict, and Word 2003.
  static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.microsoft.com/office/word/2003/wordml",
  ]

  /// Names that belong to other namespaces, of formulas, changes in Word 2003, alternatives and
  /// embedded objects.
  private static let foreign: [String: String] = [
    "t": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "annotation": "http://schemas.microsoft.com/aml/2001/core",
    "content": "http://schemas.microsoft.com/aml/2001/core",
    "AlternateContent": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "Choice": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "Fallback": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "OLEObject": "urn:schemas-microsoft-com:office:office",
  ]

  private static func tag(_ name: XMLName) -> WordTag? {
    guard let tag = WordTag(rawValue: name.local) else { return nil }
    return namespaces.contains(name.namespace) || foreign[name.local] == name.namespace ? tag : nil
  }

  /// Returns the tag of a node; nil for text and for elements that the reader doesn't know.
  func tag(_ node: Int) -> WordTag? {
    let node = xml.nodes[node]
    return node.kind == .element && tags.indices.contains(Int(node.name))
      ? tags[Int(node.name)] : nil
  }

  /// Returns the first child with a tag, or nil.
  func child(_ node: Int, _ tag: WordTag) -> Int? {
    xml.children(of: node).first { self.tag($0) == tag }
  }

  /// Returns the value of the attribute `val` of the first child with a tag, or nil.
  func value(_ node: Int, _ tag: WordTag) -> String? {
    child(node, tag).flatMap { xml.attribute("val", of: $0) }
  }

  /// Returns a property that is on when its element stands there, unless `val` says otherwise.
  func flag(_ node: Int, _ tag: WordTag) -> Bool {
    child(node, tag).map { Self.isOn(xml.attribute("val", of: $0)) } ?? false
  }

  /// Whether the value of a switch means on; a missing one does.
  static func isOn(_ value: String?) -> Bool {
    guard let value else { return true }
    return !["0", "false", "off", "none"].contains(value)
  }

  /// Returns the element index of a node in the document.
  func element(_ node: Int) -> Int32 { xml.nodes[node].element + firstElement }

  /// Returns where a node stands in the document's sources.
  func source(_ node: Int) -> Range<Int> {
    let range = xml.sourceRange(of: node)
    let base = base ?? 0
    return range.lowerBound + base..<range.upperBound + base
  }
}

extension Document {
  /// Appends the text of a node of a part, traced to its bytes.
  mutating func copy(_ node: Int, of part: WordPart) {
    let range = part.xml.textRange(of: node)
    guard !range.isEmpty else { return }
    let start = text.count
    text.append(contentsOf: part.xml.text[range])
    let all = part.xml.runs
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if Int(all[middle].text) + Int(all[middle].textLength) <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < all.count, Int(all[low].text) < range.upperBound {
      let run = all[low]
      low += 1
      let from = max(Int(run.text), range.lowerBound)
      let to = min(Int(run.text) + Int(run.textLength), range.upperBound)
      guard from < to else { continue }
      let skipped = run.isPlain ? from - Int(run.text) : 0
      runs.append(
        TextRun(
          text: start + from - range.lowerBound, textLength: to - from,
          source: Int(run.source) + skipped + (part.base ?? 0),
          sourceLength: run.isPlain ? to - from : Int(run.sourceLength)))
    }
  }
}
