internal import AktsamText
package import AktsamXML

/// Reads `aktsam-tender`: a tender, a contract, a policy, a code or a statement in sections and
/// numbered clauses (`schemas/tender.xsd`).
package enum OwnTender: XMLFormatReader {
  static let namespace = "urn:aktsam:tender:1"

  package static let formats = [
    FormatInfo(
      id: "aktsam-tender", summary: "a tender, contract, policy, supplier code or statement",
      root: "{\(namespace)}tender")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.namespace == namespace && root.local == "tender"
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let declared = xml.root.flatMap { xml.attribute("role", of: $0) }
    let role: DocumentRole = declared == "contract" ? .contract : .tender
    let document = OwnFormat.document(
      xml, format: "aktsam-tender", role: role, origin: declared == nil ? .inferred : .declared,
      options: options)
    guard let root = xml.root else { return document }
    var reading = TenderReading(xml, document)
    reading.readHead(root)
    reading.readContent(of: root)
    return reading.finish()
  }
}

/// The state of reading one document in clauses.
private struct TenderReading {
  private enum Tag: String {
    case title, party, member, subcontractor, section, clause, heading, p, list, lead, item, table
    case caption, column, row, cell, definitions, definition, term, attachment, ref
    case reliedOn = "relied-on"
  }

  private let xml: XMLDocument
  private let tags: TagTable<Tag>
  private var flow: BlockFlow
  private var mainLanguage: String?

  init(_ xml: XMLDocument, _ document: Document) {
    self.xml = xml
    tags = TagTable(xml, namespace: OwnTender.namespace)
    flow = BlockFlow(document)
  }

  mutating func readHead(_ root: Int) {
    mainLanguage = OwnFormat.readLanguage(of: root, in: xml, into: &flow.document)
    flow.document.date = OwnFormat.date("date", of: root, in: xml, into: &flow.document)
    let kind: Party.Kind = flow.document.role == .contract ? .buyer : .supplier
    for child in xml.children(of: root) {
      let other: Party?
      switch tags(xml.nodes[child]) {
      case .party:
        flow.document.party = OwnFormat.party(child, kind: kind, in: xml)
        continue
      case .member: other = OwnFormat.party(child, kind: .member, in: xml)
      case .reliedOn: other = OwnFormat.party(child, kind: .reliedOn, in: xml)
      case .subcontractor: other = OwnFormat.party(child, kind: .subcontractor, in: xml)
      default: continue
      }
      if let other { flow.document.otherParties.append(other) }
    }
  }

  /// Reads what stands below the root, a section, a clause or a table.
  mutating func readContent(of parent: Int) {
    // Clauses below a text that ends in a colon belong to it, up to the next text of the parent.
    var leadsIn = false
    for child in xml.children(of: parent) {
      let node = xml.nodes[child]
      guard node.kind == .element else {
        if node.kind == .text { readParagraph(child) }
        continue
      }
      let outer = flow.language
      takeLanguage(of: child)
      let tag = tags(node)
      switch tag {
      case .party, .member, .reliedOn, .subcontractor: break
      case .title, .heading:
        flow.addHeading(
          xml.textRange(of: child), element: node.element, number: flow.section.number)
      case .section: readSection(child)
      case .clause:
        leadsIn = leadsIn || flow.endsInLeadIn
        readClause(child, joins: leadsIn)
      case .list: readList(child)
      case .table: readTable(child)
      case .definitions: readContent(of: child)
      case .definition: readDefinition(child)
      case .attachment:
        flow.startGroup()
        flow.add(.caption, xml.textRange(of: child), element: node.element)
      default: readParagraph(child)
      }
      if tag != .clause { leadsIn = false }
      flow.language = outer
    }
  }

  private mutating func takeLanguage(of node: Int) {
    guard let language = OwnFormat.language(of: node, in: xml) else { return }
    flow.language = language == mainLanguage ? nil : language
  }

  private mutating func readSection(_ section: Int) {
    let outer = flow.enter()
    flow.section.number = xml.attribute("number", of: section) ?? ""
    flow.section.isNumbered = !flow.section.number.isEmpty
    readContent(of: section)
    flow.leave(to: outer)
  }

  private mutating func readClause(_ clause: Int, joins: Bool) {
    let outer = flow.section
    if !joins { flow.startGroup() }
    flow.section.number = xml.attribute("number", of: clause) ?? ""
    flow.section.isNumbered = true
    readContent(of: clause)
    flow.section = outer
    if !joins { flow.startGroup() }
  }

  private mutating func readParagraph(_ node: Int) {
    let range = trimmed(xml.textRange(of: node), in: xml.text)
    guard !range.isEmpty else { return }
    flow.addParagraph(range, element: xml.nodes[node].element)
  }

  private mutating func readList(_ list: Int) {
    flow.beginList()
    for child in xml.children(of: list) {
      switch tags(xml.nodes[child]) {
      case .item: readItem(child)
      case .list: readList(child)
      default: flow.addParagraph(xml.textRange(of: child), element: xml.nodes[child].element)
      }
    }
    flow.endList()
  }

  /// An item is one block up to a list of its own, and one after it.
  private mutating func readItem(_ item: Int) {
    let number = xml.attribute("number", of: item) ?? ""
    let element = xml.nodes[item].element
    let whole = xml.textRange(of: item)
    var start = whole.lowerBound
    for child in xml.children(of: item) where tags(xml.nodes[child]) == .list {
      let inner = xml.textRange(of: child)
      flow.addItem(start..<max(inner.lowerBound, start), element: element, number: number)
      readList(child)
      start = inner.upperBound
    }
    flow.addItem(start..<max(whole.upperBound, start), element: element, number: number)
  }

  private mutating func readTable(_ table: Int) {
    var columns: [String] = []
    for child in xml.children(of: table) {
      let node = xml.nodes[child]
      switch tags(node) {
      case .caption:
        flow.addParagraph(
          xml.textRange(of: child), element: node.element, kind: .caption)
      case .column:
        columns.append(xml.string(of: child))
        flow.addParagraph(xml.textRange(of: child), element: node.element, kind: .caption)
      case .row:
        flow.beginRow()
        for (index, cell) in xml.childElements(of: child).enumerated() {
          flow.add(
            .tableCell, xml.textRange(of: cell), element: xml.nodes[cell].element,
            label: columns.indices.contains(index) ? columns[index] : "")
        }
      default: break
      }
    }
  }

  /// A definition is one group: its terms, and what they mean, labelled with the first term.
  private mutating func readDefinition(_ definition: Int) {
    let outer = flow.section
    flow.startGroup()
    if let number = xml.attribute("number", of: definition) { flow.section.number = number }
    flow.section.isNumbered = true
    var term = ""
    for child in xml.childElements(of: definition) {
      let isTerm = tags(xml.nodes[child]) == .term
      if isTerm, term.isEmpty { term = xml.string(of: child) }
      flow.addParagraph(
        xml.textRange(of: child), element: xml.nodes[child].element,
        kind: isTerm ? .caption : .paragraph, label: isTerm ? "" : term)
    }
    flow.section = outer
    flow.startGroup()
  }

  consuming func finish() -> Document {
    checkReferences()
    var document = flow.finish()
    OwnFormat.noteEmpty(&document)
    return document
  }

  private static let anchors: [Tag?: Anchor.Kind] = [
    .section: .section, .clause: .clause, .definition: .definition, .attachment: .attachment,
  ]

  /// Keeps ids and references; notes references to ids that no element has, and ids that stand twice.
  private mutating func checkReferences() {
    var ids: Set<String> = []
    var references: [(node: Int, id: String)] = []
    for index in xml.nodes.indices where !xml.nodes[index].attributes.isEmpty {
      switch tags(xml.nodes[index]) {
      case .section, .clause, .definition, .attachment:
        OwnFormat.declare(
          Self.anchors[tags(xml.nodes[index])] ?? .clause, of: index, in: xml,
          into: &flow.document)
        guard let id = xml.attribute("id", of: index), !ids.insert(id).inserted else { continue }
        flow.document.findings.append(
          Finding(
            rule: Messages.sameIdRule, severity: .warning, message: Messages.sameId(id),
            place: xml.place(ofStartTag: index)))
      case .ref:
        if let id = xml.attribute("to", of: index) { references.append((index, id)) }
        OwnFormat.refer(.clause, by: "to", of: index, in: xml, into: &flow.document)
      default: break
      }
    }
    for (node, id) in references where !ids.contains(id) {
      OwnFormat.unknownReference(
        "clause", id, attribute: "to", of: node, in: xml, into: &flow.document)
    }
  }
}
