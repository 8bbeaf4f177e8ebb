internal import AktsamText
package import AktsamXML

/// Reads web pages (`html`), with the fields of their forms as questions and answers, and, as the fallback, any XML that holds running text (`prose`).
///
/// An element in which text stands is a block, together with the inline elements around that text;
/// names that XHTML, DocBook and their like use tell headings, lists and tables.
package enum Prose: XMLFormatReader {
  /// Elements that stand for a break in the text.
  static let separators: Set<String> = ["br", "tab", "line-break", "lb"]

  package static let formats = [
    FormatInfo(
      id: "html", summary: "a web page or form in HTML or XHTML",
      root: "{\(HTMLReader.namespace)}html"),
    FormatInfo(id: "prose", summary: "any other XML, read as running text", root: "*"),
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool { true }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let root = xml.root.map { xml.name(of: $0) }
    let isHTML = root?.local.lowercased() == "html"
    var document = OwnFormat.document(
      xml, format: isHTML ? "html" : "prose", role: .tender, origin: .inferred,
      options: options)
    let forms = isHTML ? FormFields(xml) : nil
    if options.role == nil {
      document.role = forms?.isAnswered == true ? .response : RoleInference.role(of: xml.text)
    }
    guard let node = xml.root, let root else { return document }
    if isHTML, !xml.isWellFormed {
      note(Messages.notXHTMLRule, .warning, Messages.notXHTML, at: node, xml, &document)
    } else if !isHTML {
      note(Messages.fallbackRule, .note, message(for: root), at: node, xml, &document)
    }
    var walker = ProseWalker(xml, document, forms: forms)
    walker.readRoot(node)
    document = walker.finish()
    OwnFormat.noteEmpty(&document)
    return document
  }

  private static func message(for root: XMLName) -> String {
    let own = FormatTable.schemas.keys.sorted().first {
      $0.split(separator: ":").dropFirst(2).first.map { String($0) } == root.local
    }
    return own.map { Messages.foreignNamespace(root.local, expected: $0) }
      ?? Messages.fallback(root.local)
  }

  private static func note(
    _ rule: String, _ severity: Severity, _ message: String, at node: Int, _ xml: XMLDocument,
    _ document: inout Document
  ) {
    document.findings.append(
      Finding(
        rule: rule, severity: severity, message: message, place: xml.place(ofStartTag: node)))
  }
}
