import AktsamText
import AktsamXML

/// One OSCAL document being read.
struct OSCALReading {
  let xml: XMLDocument
  let tags: TagTable<OSCALTag>
  var walker: ClauseWalker
  /// The titles of components by their id.
  var components: [String: String] = [:]
  private let namespace: String

  init(_ xml: XMLDocument, _ document: Document, namespace: String) {
    self.xml = xml
    self.namespace = namespace
    tags = TagTable(xml, namespace: namespace)
    walker = ClauseWalker(xml, document, dialect: Self.dialect)
  }

  /// Reads everything.
  mutating func read(_ root: Int) {
    walker.mainLanguage = walker.dialect.language(xml, root)
    walker.flow.document.language = walker.flow.document.language ?? walker.mainLanguage
    collect()
    if let metadata = xml.firstChild(of: root, named: "metadata") { readHead(metadata) }
    for child in xml.childElements(of: root) { read(child, as: .paragraph) }
  }

  /// Returns the document.
  consuming func finish() -> Document {
    walker.finish()
  }

  func tag(_ node: Int) -> OSCALTag? { tags(xml.nodes[node]) }

  /// Whether an element is marked-up text.
  func isProse(_ node: Int) -> Bool {
    xml.nodes[node].kind == .element && xml.namespace(of: node) == namespace
      && Self.prose.contains(xml.local(of: node))
  }

  /// Reads an element.
  mutating func read(_ node: Int, as kind: BlockKind) {
    switch tag(node) {
    case .metadata, .param, .prop, .link, .party, .title, .setParameter, .text, .subject: break
    case .group, .control, .alter: readControl(node)
    case .part: readPart(node, joins: false)
    case .import: noteImport(node)
    case .importProfile: break
    case .description, .remarks, .statement, .purpose, .systemName: readProse(node, as: kind)
    case .component, .capability: readComponent(node)
    case .implementedRequirement: readRequirement(node)
    case .observation, .risk, .poamItem: readRecord(node)
    case .finding: readFinding(node)
    case .localDefinitions, .reviewedControls, .assessmentAssets, .backMatter:
      // What an assessor means to do, and the list of sources.
      readTitled(node, as: .caption)
    default:
      if isProse(node) { walker.walk(node, as: kind) } else { readTitled(node, as: kind) }
    }
  }

  /// Reads an element with its title as the heading of what stands in it.
  mutating func readTitled(_ node: Int, as kind: BlockKind) {
    guard let title = xml.firstChild(of: node, named: "title") else {
      for child in xml.childElements(of: node) { read(child, as: kind) }
      return
    }
    let frame = walker.beginDivision(number: "", restarts: false)
    if kind == .caption { walker.walkTitle(title) } else { walker.readHeading(title) }
    for child in xml.childElements(of: node) { read(child, as: kind) }
    walker.endDivision(frame)
  }

  /// Reads a description: paragraphs, or text alone.
  mutating func readProse(_ node: Int, as kind: BlockKind, label: String? = nil) {
    let outer = walker.label
    if let label { walker.label = clipped(label, to: 400) }
    walker.walk(node, as: kind)
    walker.label = outer
  }

  /// Reads a control, or a group of them.
  private mutating func readControl(_ node: Int) {
    let id = xml.attribute(tag(node) == .alter ? "control-id" : "id", of: node) ?? ""
    let number = tag(node) == .alter ? id : printedLabel(of: node)
    let frame = walker.beginDivision(
      number: clipped(number, to: NumberChain.longestNumber), restarts: true)
    walker.label = clipped(id, to: 200)
    if let title = xml.firstChild(of: node, named: "title") { walker.readHeading(title) }
    for child in xml.childElements(of: node) { read(child, as: .paragraph) }
    walker.endDivision(frame)
  }

  /// Reads a part of a control: its statement, its guidance. Parts below a text that ends in a
  /// colon are its items.
  mutating func readPart(_ node: Int, joins: Bool) {
    let number = clipped(printedLabel(of: node), to: NumberChain.longestNumber)
    let frame = walker.beginUnit(number: number, joins: joins)
    let words = ["name", "id"].compactMap { xml.attribute($0, of: node) }
    walker.label = clipped(words.joined(separator: " "), to: 200)
    var leadsIn = false
    for child in xml.childElements(of: node) {
      switch tag(child) {
      case .title: walker.readHeading(child)
      case .part:
        leadsIn = leadsIn || walker.flow.endsInLeadIn
        readPart(child, joins: joins || leadsIn)
      default:
        leadsIn = false
        read(child, as: joins ? .listItem : .paragraph)
      }
    }
    walker.end(frame)
    if !joins { walker.flow.startGroup() }
  }

  /// The printed label of a control or a part: the plain one of several.
  private func printedLabel(of node: Int) -> String {
    let labels = xml.childElements(of: node, named: "prop").filter {
      xml.attribute("name", of: $0) == "label"
    }
    let plain = labels.first { xml.attribute("class", of: $0) == nil } ?? labels.first
    return plain.flatMap { xml.attribute("value", of: $0) } ?? ""
  }

  private mutating func readComponent(_ node: Int) {
    let frame = walker.beginDivision(number: "", restarts: false)
    if let title = xml.firstChild(of: node, named: "title") {
      walker.readHeading(title)
      walker.label = clipped(xml.string(of: title), to: 200)
    }
    for child in xml.childElements(of: node) { read(child, as: .paragraph) }
    walker.endDivision(frame)
  }

  private mutating func noteImport(_ node: Int) {
    guard let index = xml.attributeIndex("href", of: node) else { return }
    let document = xml.parent(of: node).map { xml.local(of: $0) } ?? "document"
    walker.flow.document.findings.append(
      Finding(
        rule: OSCALMessages.importRule, severity: .note,
        message: OSCALMessages.unreadImport(
          clipped(xml.value(ofAttribute: index), to: 200), by: document),
        place: xml.place(ofAttribute: index, of: node)))
  }
}

extension OSCALReading {
  /// Reads the title, the date and who it is about.
  private mutating func readHead(_ metadata: Int) {
    for name in ["last-modified", "published"] where walker.flow.document.date == nil {
      walker.flow.document.date = xml.firstChild(of: metadata, named: name)
        .flatMap { day(xml.string(of: $0)) }
    }
    // In results the party is the assessor, in a catalogue the publisher.
    let speaks =
      xml.root.map {
        ["system-security-plan", "component-definition", "plan-of-action-and-milestones"]
          .contains(xml.local(of: $0))
      } ?? false
    let organizations = xml.childElements(of: metadata, named: "party").filter {
      xml.attribute("type", of: $0) == "organization"
    }
    if speaks, organizations.count == 1, let party = organizations.first,
      let name = xml.firstChild(of: party, named: "name")
    {
      walker.flow.document.party = Party(name: xml.string(of: name), kind: .supplier)
    }
    if let title = xml.firstChild(of: metadata, named: "title") { walker.readHeading(title) }
    if let remarks = xml.firstChild(of: metadata, named: "remarks") {
      readProse(remarks, as: .caption)
    }
  }

  /// Learns what parameters and components are called.
  private mutating func collect() {
    for node in xml.nodes.indices {
      switch tag(node) {
      case .param:
        guard let id = xml.attribute("id", of: node) else { continue }
        let label =
          xml.firstChild(of: node, named: "label") ?? xml.firstChild(of: node, named: "value")
        let choices = xml.firstChild(of: node, named: "select").map {
          xml.childElements(of: $0, named: "choice").prefix(8).map { xml.string(of: $0) }
            .joined(separator: " / ")
        }
        let text = label.map { xml.string(of: $0) } ?? choices ?? ""
        if !text.isEmpty { walker.parameters[id] = clipped(text, to: Self.longestParameter) }
      case .component:
        guard let id = xml.attribute("uuid", of: node),
          let title = xml.firstChild(of: node, named: "title")
        else { continue }
        components[id] = clipped(xml.string(of: title), to: 200)
      default: break
      }
    }
  }

  /// Takes the values that an answer sets for parameters whose labels are not known, and returns
  /// what to put back after it.
  mutating func takeParameters(of node: Int) -> [(id: String, text: String?)] {
    var outer: [(id: String, text: String?)] = []
    for child in xml.childElements(of: node, named: "set-parameter") {
      guard let id = xml.attribute("param-id", of: child),
        let value = xml.firstChild(of: child, named: "value")
      else { continue }
      outer.append((id, walker.parameters[id]))
      walker.parameters[id] = clipped(xml.string(of: value), to: Self.longestParameter)
    }
    return outer
  }

  /// Puts back what ``takeParameters(of:)`` returned.
  mutating func putBack(_ parameters: [(id: String, text: String?)]) {
    for (id, text) in parameters.reversed() { walker.parameters[id] = text }
  }

  private static let longestParameter = 80

  static let prose: Set<String> = [
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul",
  ]

  private static let dialect = ClauseDialect(
    elements: ClauseElement.table([
      (.inline, "a b code em i img q strong sub sup"),
      (.insertion, "insert"),
      (.lineBreak, "br"),
      (.skipped, "hr prop link"),
      (.paragraph, "p pre"),
      (.caption, "h1 h2 h3 h4 h5 h6"),
      (.heading, "title"),
      (.container, "blockquote description remarks statement"),
      (.list, "ul"),
      (.orderedList, "ol"),
      (.item, "li"),
      (.table, "table"),
      (.row, "tr"),
      (.cell, "td"),
      (.headerCell, "th"),
    ]),
    numberNode: { _, _ in nil },
    insertion: { xml, node, parameters in
      let id = xml.attribute("id-ref", of: node) ?? xml.attribute("param-id", of: node) ?? ""
      return "[\(parameters[id] ?? clipped(id, to: longestParameter))]"
    })
}
