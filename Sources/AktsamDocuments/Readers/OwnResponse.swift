internal import AktsamText
package import AktsamXML

/// Reads `aktsam-response`: one supplier's answers to a questionnaire (`schemas/response.xsd`).
///
/// An answer is one group: the repeated question (not evidence), the value, the text, the comment,
/// the table rows and the documents.
package enum OwnResponse: XMLFormatReader {
  static let namespace = "urn:aktsam:response:1"

  package static let formats = [
    FormatInfo(
      id: "aktsam-response", summary: "a supplier's answers to a questionnaire",
      root: "{\(namespace)}response")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.namespace == namespace && root.local == "response"
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let document = OwnFormat.document(
      xml, format: "aktsam-response", role: .response, origin: .declared, options: options)
    guard let root = xml.root else { return document }
    var reading = ResponseReading(xml, document)
    reading.readHead(root)
    reading.readContent(of: root)
    reading.resolve()
    return reading.finish()
  }
}

/// The state of reading one response.
private struct ResponseReading {
  private enum Tag: String {
    case supplier, buyer, member, subcontractor, lot, signature, section, heading, title, answer
    case procurement
    case reliedOn = "relied-on"
  }

  private let xml: XMLDocument
  private let tags: TagTable<Tag>
  private let answerTags: TagTable<AnswerTag>
  private var flow: BlockFlow
  private var mainLanguage: String?
  private var parties: [String: Int32] = [:]
  private var lots: Set<String> = []
  private var questions: [String: Int] = [:]
  private var answered: Set<String> = []
  /// Questions that are said to be switched off: their index, their node, by which question.
  private var switchedOff: [(question: Int, node: Int, by: String)] = []

  init(_ xml: XMLDocument, _ document: Document) {
    self.xml = xml
    tags = TagTable(xml, namespace: OwnResponse.namespace)
    answerTags = TagTable(xml, namespace: OwnResponse.namespace)
    flow = BlockFlow(document)
  }

  /// Reads who answers whom, and when.
  mutating func readHead(_ root: Int) {
    mainLanguage = OwnFormat.readLanguage(of: root, in: xml, into: &flow.document)
    flow.document.date = OwnFormat.date("date", of: root, in: xml, into: &flow.document)
    OwnFormat.refer(.questionnaire, by: "questionnaire", of: root, in: xml, into: &flow.document)
    OwnFormat.refer(
      .questionnaireVersion, by: "questionnaire-version", of: root, in: xml, into: &flow.document)
    for child in xml.children(of: root) {
      switch tags(xml.nodes[child]) {
      case .supplier: flow.document.party = OwnFormat.party(child, kind: .supplier, in: xml)
      case .buyer: add(OwnFormat.party(child, kind: .buyer, in: xml), child)
      case .member: add(OwnFormat.party(child, kind: .member, in: xml), child)
      case .reliedOn: add(OwnFormat.party(child, kind: .reliedOn, in: xml), child)
      case .subcontractor: add(OwnFormat.party(child, kind: .subcontractor, in: xml), child)
      case .lot:
        if let id = xml.attribute("id", of: child) { lots.insert(id) }
        OwnFormat.declare(.lot, of: child, in: xml, into: &flow.document)
      case .signature:
        let date = OwnFormat.date("date", of: child, in: xml, into: &flow.document)
        flow.document.date = flow.document.date ?? date
      default: break
      }
    }
  }

  private mutating func add(_ party: Party?, _ node: Int) {
    guard let party else { return }
    OwnFormat.declare(.party, of: node, in: xml, into: &flow.document)
    if let id = xml.attribute("id", of: node), parties[id] == nil {
      parties[id] = Int32(flow.document.otherParties.count)
    }
    flow.document.otherParties.append(party)
  }

  /// Reads the sections and answers below the root or a section.
  mutating func readContent(of parent: Int) {
    for child in xml.children(of: parent) {
      switch tags(xml.nodes[child]) {
      case .section:
        let outer = (flow.enter(), flow.language)
        takeLanguage(of: child)
        flow.section.number = xml.attribute("number", of: child) ?? ""
        readContent(of: child)
        flow.leave(to: outer.0)
        flow.language = outer.1
      case .title, .heading:
        let outer = flow.language
        takeLanguage(of: child)
        flow.addHeading(
          xml.textRange(of: child), element: xml.nodes[child].element,
          number: flow.section.number, isNumbered: false)
        flow.language = outer
      case .answer: readAnswer(child)
      default: break
      }
    }
  }

  private mutating func takeLanguage(of node: Int) {
    guard let language = OwnFormat.language(of: node, in: xml) else { return }
    flow.language = language == mainLanguage ? nil : language
  }

  private mutating func readAnswer(_ node: Int) {
    let outer = flow.language
    takeLanguage(of: node)
    defer { flow.language = outer }
    let id = xml.attribute("question", of: node) ?? ""
    let number = xml.attribute("number", of: node) ?? ""
    let by = xml.attribute("by", of: node)
    let lot = OwnFormat.list("lot", of: node, in: xml)
    checkReferences(node, by: by, lots: lot)
    addReferences(node)
    if !answered.insert("\(id)\n\(by ?? "")\n\(lot.joined(separator: " "))").inserted {
      note(Messages.answeredTwiceRule, .warning, Messages.answeredTwice(id), at: node)
    }
    let index = flow.document.questions.count
    if questions[id] == nil { questions[id] = index }
    flow.startGroup()
    var reading = AnswerReading(
      xml, answerTags, question: index, number: number, party: by.flatMap { parties[$0] } ?? -1,
      mainLanguage: mainLanguage)
    reading.lots = lot
    reading.read(node, into: &flow)
    var question = reading.result(id: id)
    question.requirements = OwnFormat.list("requirement", of: node, in: xml)
    question.isMandatory = OwnFormat.flag("mandatory", of: node, in: xml)
    question.definition.source = OwnFormat.startTag(of: node, in: xml)
    question.definition.element = xml.nodes[node].element
    flow.document.questions.append(question)
    if let off = xml.attribute("not-shown-because-of", of: node) {
      switchedOff.append((index, node, off))
    } else if question.isMandatory, question.state == .unanswered {
      note(
        Messages.leftOpenRule, .warning, Messages.leftOpen(number.isEmpty ? id : number), at: node)
    }
  }

  private mutating func addReferences(_ node: Int) {
    let kinds: [(String, Reference.Kind)] = [
      ("question", .question), ("not-shown-because-of", .question), ("by", .party), ("lot", .lot),
      ("requirement", .requirement),
    ]
    for (attribute, kind) in kinds {
      OwnFormat.refer(kind, by: attribute, of: node, in: xml, into: &flow.document)
    }
  }

  private mutating func checkReferences(_ node: Int, by: String?, lots used: [String]) {
    if let by, parties[by] == nil {
      OwnFormat.unknownReference(
        "party", by, attribute: "by", of: node, in: xml, into: &flow.document)
    }
    for lot in used where !lots.contains(lot) {
      OwnFormat.unknownReference(
        "lot", lot, attribute: "lot", of: node, in: xml, into: &flow.document)
    }
  }

  private mutating func note(
    _ rule: String, _ severity: Severity, _ message: String, at node: Int
  ) {
    flow.document.findings.append(
      Finding(
        rule: rule, severity: severity, message: message, place: xml.place(ofStartTag: node)))
  }

  /// Settles which questions were switched off, when all are known.
  mutating func resolve() {
    for (index, node, by) in switchedOff {
      guard let other = questions[by] else {
        OwnFormat.unknownReference(
          "question", by, attribute: "not-shown-because-of", of: node, in: xml,
          into: &flow.document)
        continue
      }
      if flow.document.questions[index].state == .answered {
        let id = flow.document.questions[index].id
        note(
          Messages.answeredThoughOffRule, .note, Messages.answeredThoughOff(id, by: by), at: node)
      } else {
        flow.document.questions[index].state = .switchedOff(by: other)
      }
    }
  }

  consuming func finish() -> Document {
    var document = flow.finish()
    OwnFormat.noteEmpty(&document)
    return document
  }
}
