internal import AktsamText
internal import AktsamXML

/// The element names of a format by name id, so that a loop over nodes compares no strings.
struct TagTable<Tag: RawRepresentable<String>> {
  private let tags: [Tag?]

  init(_ xml: XMLDocument, namespace: String) {
    tags = xml.names.map { $0.namespace == namespace ? Tag(rawValue: $0.local) : nil }
  }

  /// Returns the tag of a node; nil for text and for names that the format doesn't have.
  func callAsFunction(_ node: XMLNode) -> Tag? {
    node.kind == .element && tags.indices.contains(Int(node.name)) ? tags[Int(node.name)] : nil
  }
}

/// What the readers of our own formats share.
enum OwnFormat {
  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  /// Creates the document of an XML document: its text, its runs and its findings.
  static func document(
    _ xml: XMLDocument, format: String, role: DocumentRole, origin: Document.RoleOrigin,
    options: ReadingOptions
  ) -> Document {
    var document = Document(
      source: xml.source, lines: xml.lines, format: format, role: options.role ?? role,
      roleOrigin: options.role == nil ? origin : .declared, text: xml.text, runs: xml.runs,
      elements: xml.elements, findings: xml.findings, isComplete: xml.isWellFormed)
    document.language = options.language.flatMap(LanguageTag.normalise)
    if let root = xml.root { document.opening = startTag(of: root, in: xml) }
    return document
  }

  /// Returns the language that an element itself declares, or nil.
  static func language(of node: Int, in xml: XMLDocument) -> String? {
    guard !xml.nodes[node].attributes.isEmpty else { return nil }
    return xml.attribute("lang", namespace: xmlNamespace, of: node)
      .flatMap(LanguageTag.normalise)
  }

  /// Takes the main language from the root element, or notes that there is none.
  ///
  /// - Returns: what the root element declares.
  static func readLanguage(
    of root: Int, in xml: XMLDocument, into document: inout Document
  ) -> String? {
    let declared = language(of: root, in: xml)
    if document.language == nil {
      document.language = declared
      if declared == nil {
        document.findings.append(
          Finding(
            rule: Messages.noLanguageRule, severity: .note, message: Messages.noLanguage,
            place: xml.place(ofStartTag: root)))
      }
    }
    return declared
  }

  /// Returns the day in an attribute; one that is no date is a finding.
  static func date(
    _ local: String, of node: Int, in xml: XMLDocument, into document: inout Document
  ) -> String? {
    guard let index = xml.attributeIndex(local, of: node) else { return nil }
    let value = xml.value(ofAttribute: index)
    if let day = day(value) { return day }
    document.findings.append(
      Finding(
        rule: Messages.badDateRule, severity: .warning, message: Messages.badDate(value),
        place: xml.place(ofAttribute: index, of: node)))
    return nil
  }

  /// Returns an organisation with its name and number, or nil when it has no name.
  static func party(_ node: Int, kind: Party.Kind, in xml: XMLDocument) -> Party? {
    guard let name = xml.firstChild(of: node, named: "name").map({ xml.string(of: $0) }),
      !name.isEmpty
    else { return nil }
    let number = xml.firstChild(of: node, named: "organisation-number")
    return Party(name: name, identifier: number.map { xml.string(of: $0) } ?? "", kind: kind)
  }

  /// Returns the items of a list attribute, such as the ids of requirements.
  static func list(_ local: String, of node: Int, in xml: XMLDocument) -> [String] {
    guard let value = xml.attribute(local, of: node) else { return [] }
    return value.split(whereSeparator: \.isWhitespace).map { String($0) }
  }

  /// Returns the byte range of an element's start tag in the source.
  static func startTag(of node: Int, in xml: XMLDocument) -> Range<Int> {
    xml.place(ofStartTag: node).segments.first ?? 0..<0
  }

  /// Adds what an attribute declares an id of.
  static func declare(
    _ kind: Anchor.Kind, by attribute: String = "id", of node: Int, in xml: XMLDocument,
    into document: inout Document
  ) {
    guard let index = xml.attributeIndex(attribute, of: node) else { return }
    document.anchors.append(
      Anchor(
        kind: kind, id: xml.value(ofAttribute: index), source: xml.sourceRange(ofAttribute: index),
        element: xml.nodes[node].element))
  }

  /// Adds the references that an attribute holds: one, or several parted by blanks.
  static func refer(
    _ kind: Reference.Kind, by attribute: String, of node: Int, in xml: XMLDocument,
    into document: inout Document
  ) {
    guard let index = xml.attributeIndex(attribute, of: node) else { return }
    let source = xml.sourceRange(ofAttribute: index)
    for (target, range) in words(
      xml.value(ofAttribute: index), at: source, of: xml.source.bytes)
    {
      document.references.append(
        Reference(kind: kind, target: target, source: range, element: xml.nodes[node].element))
    }
  }

  /// Returns the words of a value with their places; all of the value's where it was written with
  /// references to characters, so that bytes cannot be counted.
  private static func words(
    _ value: String, at source: Range<Int>, of bytes: [UInt8]
  ) -> [(word: String, source: Range<Int>)] {
    let written = bytes[source.clamped(to: 0..<bytes.count)]
    guard !written.contains(UInt8(ascii: "&")) else {
      return value.split(whereSeparator: \.isWhitespace).map { (String($0), source) }
    }
    return written.indices.split { written[$0] <= 0x20 }.map { part in
      (String(decoding: bytes[part], as: UTF8.self), part.startIndex..<part.endIndex)
    }
  }

  /// Whether an attribute says yes, as `xs:boolean` writes it.
  static func flag(_ local: String, of node: Int, in xml: XMLDocument) -> Bool {
    let value = xml.attribute(local, of: node)
    return value == "true" || value == "1"
  }

  /// Adds a warning that an attribute names something that is not there.
  static func unknownReference(
    _ kind: String, _ id: String, attribute: String, of node: Int, in xml: XMLDocument,
    into document: inout Document
  ) {
    document.findings.append(
      Finding(
        rule: Messages.unknownReferenceRule, severity: .warning,
        message: Messages.unknownReference(kind, id),
        place: xml.attributeIndex(attribute, of: node).map {
          xml.place(ofAttribute: $0, of: node)
        } ?? xml.place(ofStartTag: node)))
  }

  /// Notes a document in which nothing is found to read.
  static func noteEmpty(_ document: inout Document) {
    guard document.blocks.isEmpty, document.questions.isEmpty, document.isComplete else { return }
    document.findings.append(
      Finding(
        rule: Messages.emptyRule, severity: .warning, message: Messages.empty,
        place: Place(in: document.source, segments: [], lines: document.lines)))
  }
}
