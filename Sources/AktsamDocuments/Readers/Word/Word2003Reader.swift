package import AktsamXML

/// Reads `word-2003`: the XML of Word 2003, with styles, lists, notes and margins in one tree.
package enum Word2003Reader: XMLFormatReader {
  private static let namespace = "http://schemas.microsoft.com/office/word/2003/wordml"

  package static let formats = [
    FormatInfo(
      id: "word-2003", summary: "a Word 2003 XML document", root: "{\(namespace)}wordDocument")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.local == "wordDocument" && root.namespace == namespace
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let root = xml.root ?? 0
    var parts = WordParts(main: WordPart(xml, root: root, base: 0))
    guard xml.root != nil else {
      return WordReading.read(parts, format: "word-2003", options: options)
    }
    func part(_ name: String) -> WordPart? {
      xml.firstChild(of: root, named: name).map { WordPart(xml, root: $0, base: 0) }
    }
    parts.styles = part("styles")
    parts.numbering = part("lists")
    if let properties = xml.firstChild(of: root, named: "DocumentProperties") {
      parts.modified = xml.firstChild(of: properties, named: "LastSaved")
        .flatMap { day(xml.string(of: $0)) }
    }
    return WordReading.read(parts, format: "word-2003", options: options)
  }
}
