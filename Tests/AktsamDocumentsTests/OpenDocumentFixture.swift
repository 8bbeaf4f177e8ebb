import AktsamDocuments
import AktsamTestSupport
import AktsamText

/// Builds small OpenDocument files of our own, flat and as packages.
enum OpenDocumentFixture {
  static let namespaces =
    ["office", "text", "table", "style", "form", "meta"].map {
      #"xmlns:\#($0)="urn:oasis:names:tc:opendocument:xmlns:\#($0):1.0""#
    }.joined(separator: " ")
      + """
       xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
      xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
      xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
      """

  /// A flat text with a body, automatic styles and common styles.
  static func flat(_ body: String, automatic: String = "", styles: String = "") -> String {
    """
    <office:document \(namespaces)><office:meta><dc:date>2026-02-03T10:00:00</dc:date></office:meta>
    <office:styles>\(styles)</office:styles>
    <office:automatic-styles>\(automatic)</office:automatic-styles>
    <office:body><office:text>\(body)</office:text></office:body></office:document>
    """
  }

  /// The same as a package.
  static func package(
    _ body: String, automatic: String = "", styles: String = "", type: String = "text"
  ) -> [UInt8] {
    ZipFixture([
      "mimetype": "application/vnd.oasis.opendocument.\(type)",
      "content.xml": """
      <office:document-content \(namespaces)>
      <office:automatic-styles>\(automatic)</office:automatic-styles>
      <office:body><office:\(type)>\(body)</office:\(type)></office:body></office:document-content>
      """,
      "styles.xml":
        "<office:document-styles \(namespaces)><office:styles>\(styles)</office:styles></office:document-styles>",
      "meta.xml":
        "<office:document-meta \(namespaces)><office:meta><dc:date>2026-02-03</dc:date></office:meta></office:document-meta>",
    ]).bytes
  }

  static func read(_ body: String, automatic: String = "", styles: String = "") -> Document {
    OwnFixture.read(flat(body, automatic: automatic, styles: styles), path: "a.fodt")
  }

  /// A list style whose levels are numbered `1`, `1.1`, …
  static let numbered = """
    <text:list-style style:name="L1">\
    <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>\
    <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>\
    <text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/>\
    </text:list-style>
    """
  /// Numbered headings.
  static let outline = """
    <text:outline-style style:name="Outline">\
    <text:outline-level-style text:level="1" style:num-format="1"/>\
    <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>\
    <text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
    """
}

/// What every reader's document must keep.
enum DocumentCheck {
  /// Returns the blocks whose text is not what stands at their place, as a program would check that
  /// has the parts and nothing else. What a reader made itself has no place.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - parts: the members by name; "" is a plain file.
  /// - Returns: one line a fault.
  static func faults(_ document: Document, parts: [String: [UInt8]]) -> [String] {
    document.blocks.compactMap { block in
      let place = document.place(of: block.text, element: block.element)
      guard let bytes = parts[place.part] else { return "no part \"\(place.part)\"" }
      guard place.segments.allSatisfy({ $0.upperBound <= bytes.count }) else {
        return "out of bounds: \(document.string(block.text))"
      }
      let found = place.segments.map { String(decoding: bytes[$0], as: UTF8.self) }.joined()
      let text = document.string(block.text)
      func plain(_ text: String) -> String {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
          .filter { !$0.isWhitespace }
      }
      return plain(found) == plain(text) ? nil : "\"\(text)\" is \"\(found)\" at its place"
    }
  }
}
