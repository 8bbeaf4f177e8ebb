import AktsamXML

/// The strings that all cells of a workbook share, as byte ranges of the document's text.
struct WorkbookStrings {
  private var texts: [TableCell.Paragraph] = []

  /// Creates an empty table.
  init() {}

  /// Takes the strings of a part.
  ///
  /// - Parameters:
  ///   - xml: the part, already appended to the document.
  ///   - text: what to add to offsets into its text.
  ///   - element: what to add to its element indices.
  ///   - document: the document.
  init(_ xml: XMLDocument, text: Int, element: Int32, in document: inout Document) {
    guard let root = xml.root else { return }
    for item in xml.childElements(of: root, named: "si") {
      texts.append(
        TableCell.Paragraph(
          text: Self.join(item, of: xml, base: text, in: &document),
          element: xml.nodes[item].element + element))
    }
  }

  /// Returns the string with an index as written in a cell; nil when there is none.
  func text(at written: String) -> TableCell.Paragraph? {
    guard let index = Int(written), texts.indices.contains(index) else { return nil }
    return texts[index]
  }

  /// Joins the runs of a string (`si` or `is`); the phonetic ones say how it is pronounced.
  static func join(
    _ item: Int, of xml: XMLDocument, base: Int, in document: inout Document
  ) -> Range<Int> {
    var pieces: [Range<Int>] = []
    for child in xml.childElements(of: item) {
      switch xml.local(of: child) {
      case "t": append(xml.textRange(of: child), base, &pieces, document)
      case "r":
        for text in xml.childElements(of: child, named: "t") {
          append(xml.textRange(of: text), base, &pieces, document)
        }
      default: break
      }
    }
    return document.join(pieces)
  }

  /// Adds a piece without the escape that Excel writes for a carriage return (ECMA-376 part 1,
  /// 22.9.2.19).
  private static func append(
    _ range: Range<Int>, _ base: Int, _ pieces: inout [Range<Int>], _ document: Document
  ) {
    var start = range.lowerBound + base
    let end = range.upperBound + base
    let escape = Array("_x000D_".utf8)
    var position = start
    while position + escape.count <= end {
      if document.text[position] == escape[0],
        document.text[position..<(position + escape.count)].elementsEqual(escape)
      {
        pieces.append(start..<position)
        start = position + escape.count
        position = start
      } else {
        position += 1
      }
    }
    pieces.append(start..<end)
  }
}
