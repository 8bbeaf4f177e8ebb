import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Foundation

/// Builds small Word documents of our own and shows what was read from them.
enum WordFixture {
  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
    """

  /// A document with a body and further parts by name, such as `styles`.
  static func docx(_ body: String, parts: KeyValuePairs<String, String> = [:]) -> [UInt8] {
    var zip = ZipFixture()
    var relations = ""
    for (name, content) in parts {
      let kind = String(name.prefix { !$0.isNumber })
      relations +=
        "<Relationship Id=\"\(name)\" Type=\"http://x/relationships/\(kind)\" Target=\"\(name).xml\"/>"
      let root = ["header": "hdr", "footer": "ftr"][kind] ?? kind
      zip.add(
        "word/\(name).xml", Array("<w:\(root) \(namespaces)>\(content)</w:\(root)>".utf8))
    }
    zip.add("word/document.xml", Array(document(body).utf8))
    zip.add(
      "word/_rels/document.xml.rels",
      Array(
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        \(relations)</Relationships>
        """.utf8))
    return zip.bytes
  }

  /// The main part.
  static func document(_ body: String) -> String {
    "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
  }

  static func read(
    _ body: String, parts: KeyValuePairs<String, String> = [:], role: DocumentRole? = nil
  ) -> Document {
    OwnFixture.read(bytes: docx(body, parts: parts), path: "a.docx", role: role)
  }

  /// A paragraph: its style, its list and level, its text or runs.
  static func p(
    _ text: String, style: String? = nil, list: (id: Int, level: Int)? = nil
  ) -> String {
    let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    let list = list.map {
      "<w:numPr><w:ilvl w:val=\"\($0.level)\"/><w:numId w:val=\"\($0.id)\"/></w:numPr>"
    }
    let runs = text.hasPrefix("<w:") || text.isEmpty ? text : r(text)
    return "<w:p><w:pPr>\(style)\(list ?? "")</w:pPr>\(runs)</w:p>"
  }

  static func r(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// A table of rows of cells; a cell without markup is one paragraph.
  static func table(_ rows: [[String]]) -> String {
    "<w:tbl><w:tblPr/>"
      + rows.map { row in
        "<w:tr>"
          + row.map {
            $0.hasPrefix("<w:tc>") ? $0 : "<w:tc>\($0.hasPrefix("<w:") ? $0 : p($0))</w:tc>"
          }
          .joined() + "</w:tr>"
      }.joined() + "</w:tbl>"
  }

  /// A content control.
  static func control(
    _ content: String, alias: String = "", tag: String = "", more: String = ""
  ) -> String {
    let alias = alias.isEmpty ? "" : "<w:alias w:val=\"\(alias)\"/>"
    let tag = tag.isEmpty ? "" : "<w:tag w:val=\"\(tag)\"/>"
    return "<w:sdt><w:sdtPr>\(alias)\(tag)\(more)</w:sdtPr>"
      + "<w:sdtContent>\(content)</w:sdtContent></w:sdt>"
  }

  static func box(_ isChecked: Bool) -> String {
    control(
      r(isChecked ? "☒" : "☐"),
      more: "<w14:checkbox><w14:checked w14:val=\"\(isChecked ? 1 : 0)\"/></w14:checkbox>")
  }

  /// A list of levels: format and text.
  static func list(_ id: Int, _ levels: [(String, String)], abstract: String = "") -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(abstract)"
      + levels.enumerated().map { index, level in
        "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(level.0)\"/>"
          + "<w:lvlText w:val=\"\(level.1)\"/></w:lvl>"
      }.joined() + "</w:abstractNum>"
  }

  static func num(_ id: Int, of abstract: Int, _ more: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(more)</w:num>"
  }

  static func style(_ id: String, _ name: String, _ more: String = "") -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(more)</w:style>"
  }

  /// The questions as `id [kind] label = state value`.
  static func questions(_ document: Document) -> [String] {
    document.questions.enumerated().map { index, question in
      let texts = document.blocks.filter { Int($0.question) == index && $0.kind.canBeEvidence }
        .map { document.string($0.text) }
      let value = question.value.map { " (\($0.rawValue))" } ?? ""
      return "\(question.id) \(question.label) = \(question.state) \(texts)\(value)"
    }
  }

  /// Whether every block is what stands at its places in the parts of the package, marks of our own
  /// left out.
  static func isTraced(_ document: Document) -> Bool {
    document.blocks.allSatisfy { block in
      let place = document.place(of: block.text, element: block.element)
      let bytes = ([document.source] + document.furtherParts.map(\.source))
        .first { $0.part == place.part }?.bytes
      guard let bytes else { return false }
      let stored = place.segments.map { String(decoding: bytes[$0], as: UTF8.self) }.joined()
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      let blanks = { (text: String) in text.filter { !$0.isWhitespace } }
      return !place.segments.isEmpty && blanks(stored) == blanks(document.string(block.text))
    }
  }
}
