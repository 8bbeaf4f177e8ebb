internal import AktsamXML

/// The names of OpenDocument 1.0 to 1.4 (ISO/IEC 26300) that the readers know, as `text:p`.
enum OpenDocumentName: String {
  case document = "office:document"
  case content = "office:document-content"
  case body = "office:body"
  case text = "office:text"
  case spreadsheet = "office:spreadsheet"
  case annotation = "office:annotation"
  case forms = "office:forms"

  case h = "text:h"
  case p = "text:p"
  case list = "text:list"
  case listItem = "text:list-item"
  case listHeader = "text:list-header"
  case numberedParagraph = "text:numbered-paragraph"
  case number = "text:number"
  case section = "text:section"
  case s = "text:s"
  case tab = "text:tab"
  case lineBreak = "text:line-break"
  case span = "text:span"
  case note = "text:note"
  case noteBody = "text:note-body"
  case noteCitation = "text:note-citation"
  case trackedChanges = "text:tracked-changes"
  case changedRegion = "text:changed-region"
  case deletion = "text:deletion"
  case insertion = "text:insertion"
  case hiddenText = "text:hidden-text"
  case hiddenParagraph = "text:hidden-paragraph"
  case placeholder = "text:placeholder"
  case textInput = "text:text-input"
  case rubyText = "text:ruby-text"
  case contents = "text:table-of-content"
  case illustrations = "text:illustration-index"
  case tables = "text:table-index"
  case objects = "text:object-index"
  case users = "text:user-index"
  case index = "text:alphabetical-index"
  case bibliography = "text:bibliography"
  case sequences = "text:sequence-decls"
  case variables = "text:variable-decls"
  case userFields = "text:user-field-decls"

  case table = "table:table"
  case headerRows = "table:table-header-rows"
  case row = "table:table-row"
  case cell = "table:table-cell"
  case coveredCell = "table:covered-table-cell"
  case trackedCells = "table:tracked-changes"
  case column = "table:table-column"

  case frame = "draw:frame"
  case textBox = "draw:text-box"
  case customShape = "draw:custom-shape"
  case shape = "draw:rect"
  case group = "draw:g"
  case control = "draw:control"
  case image = "draw:image"
  case object = "draw:object"
  case title = "svg:title"
  case description = "svg:desc"

  case contentControl = "loext:content-control"

  /// Elements that stand for a break in the text.
  static let separators: Set<String> = ["s", "tab", "line-break"]

  static let office = namespacePrefix + "office:1.0"

  private static let namespacePrefix = "urn:oasis:names:tc:opendocument:xmlns:"
  private static let extensions = "urn:org:documentfoundation:names:experimental:office:xmlns:"

  /// Returns a name in the form of the cases: the customary prefix of its namespace, a colon, the
  /// local name; nil for a namespace of another format.
  static func prefixed(_ name: XMLName) -> String? {
    let space = name.namespace
    if space.hasPrefix(namespacePrefix), space.hasSuffix(":1.0") {
      let key = String(space.dropFirst(namespacePrefix.count).dropLast(4))
      let prefix = ["drawing": "draw", "svg-compatible": "svg"][key] ?? key
      return "\(prefix):\(name.local)"
    }
    return space.hasPrefix(extensions) ? "loext:\(name.local)" : nil
  }

  /// Returns the known names of a document by name id; nil for text and for unknown names.
  static func table(_ xml: XMLDocument) -> [OpenDocumentName?] {
    xml.names.map { prefixed($0).flatMap { OpenDocumentName(rawValue: $0) } }
  }
}
