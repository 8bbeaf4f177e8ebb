internal import AktsamText
package import AktsamXML

/// Reads `aktsam-questionnaire`: what a buyer asks (`schemas/questionnaire.xsd`).
///
/// Each language version of a question is one group: its text, its help, its options and columns,
/// and the documents it asks for. The questions are ``Question/State/notAsked``, since a template
/// has no answers; one that asks for documents has an ``EvidenceReference`` without a date.
package enum OwnQuestionnaire: XMLFormatReader {
  static let namespace = "urn:aktsam:questionnaire:1"

  package static let formats = [
    FormatInfo(
      id: "aktsam-questionnaire", summary: "a buyer's questionnaire, in one or more languages",
      root: "{\(namespace)}questionnaire")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.namespace == namespace && root.local == "questionnaire"
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let document = OwnFormat.document(
      xml, format: "aktsam-questionnaire", role: .questionnaire, origin: .format,
      options: options)
    guard let root = xml.root else { return document }
    var reading = QuestionnaireReading(xml, document)
    reading.readHead(root)
    reading.readContent(of: root, language: reading.mainLanguage)
    reading.checkConditions()
    return reading.finish()
  }
}

/// The state of reading one questionnaire.
private struct QuestionnaireReading {
  private enum Tag: String {
    case title, buyer, introduction, p, section, heading, question, text, help, option, column
    case evidence
    case showWhen = "show-when"
  }

  /// What a text of a question belongs to.
  private enum Part: Hashable {
    case text, help, evidence
    case option(Int)
    case column(Int)
  }

  /// A text of a question that stands once a language.
  private struct Piece {
    var node: Int
    var part: Part
    var language: String?

    var kind: BlockKind {
      switch part {
      case .text, .help, .evidence: .question
      case .option, .column: .caption
      }
    }
  }

  private let xml: XMLDocument
  private let tags: TagTable<Tag>
  private var flow: BlockFlow
  private(set) var mainLanguage: String?
  private var ids: Set<String> = []
  private var conditions: [(node: Int, question: String)] = []

  init(_ xml: XMLDocument, _ document: Document) {
    self.xml = xml
    tags = TagTable(xml, namespace: OwnQuestionnaire.namespace)
    flow = BlockFlow(document)
  }

  mutating func readHead(_ root: Int) {
    mainLanguage = OwnFormat.readLanguage(of: root, in: xml, into: &flow.document)
    flow.document.date = OwnFormat.date("date", of: root, in: xml, into: &flow.document)
    flow.document.id = xml.attribute("id", of: root) ?? ""
    flow.document.version = xml.attribute("version", of: root) ?? ""
    for child in xml.children(of: root) where tags(xml.nodes[child]) == .buyer {
      flow.document.party = OwnFormat.party(child, kind: .buyer, in: xml)
    }
  }

  /// Reads what stands below the root or a section.
  mutating func readContent(of parent: Int, language: String?) {
    for child in xml.children(of: parent) {
      guard let tag = tags(xml.nodes[child]) else { continue }
      let language = OwnFormat.language(of: child, in: xml) ?? language
      switch tag {
      case .section:
        let outer = flow.enter()
        flow.section.number = xml.attribute("number", of: child) ?? ""
        OwnFormat.declare(.section, of: child, in: xml, into: &flow.document)
        readContent(of: child, language: language)
        flow.leave(to: outer)
      case .title, .heading:
        use(language)
        flow.addHeading(
          xml.textRange(of: child), element: xml.nodes[child].element,
          number: flow.section.number, isNumbered: false)
      case .introduction:
        flow.startGroup()
        for paragraph in xml.childElements(of: child) {
          use(OwnFormat.language(of: paragraph, in: xml) ?? language)
          flow.addParagraph(
            xml.textRange(of: paragraph), element: xml.nodes[paragraph].element, kind: .caption)
        }
      case .question: readQuestion(child, language: language)
      default: break
      }
    }
    flow.language = nil
  }

  /// Sets the language of the next blocks.
  private mutating func use(_ language: String?) {
    flow.language = language == mainLanguage ? nil : language
  }

  private mutating func readQuestion(_ node: Int, language: String?) {
    let id = xml.attribute("id", of: node) ?? ""
    if !ids.insert(id).inserted {
      flow.document.findings.append(
        Finding(
          rule: Messages.sameIdRule, severity: .warning, message: Messages.sameId(id),
          place: xml.place(ofStartTag: node)))
    }
    OwnFormat.declare(.question, of: node, in: xml, into: &flow.document)
    OwnFormat.refer(.requirement, by: "requirement", of: node, in: xml, into: &flow.document)
    let index = Int32(flow.document.questions.count)
    let number = xml.attribute("number", of: node) ?? ""
    var definition = definition(of: node)
    let pieces = pieces(of: node, language: language, into: &definition)
    let label = pieces.first { $0.part == .text }.map { xml.string(of: $0.node) } ?? ""
    let type = xml.attribute("type", of: node) ?? ""
    var question = Question(
      id: id, label: label, requirements: OwnFormat.list("requirement", of: node, in: xml),
      kind: type == "sites" ? .table : Question.Kind(rawValue: type) ?? .text,
      isMandatory: OwnFormat.flag("mandatory", of: node, in: xml), state: .notAsked)
    var languages: [String?] = []
    for piece in pieces where !languages.contains(piece.language) {
      languages.append(piece.language)
    }
    for language in languages {
      flow.startGroup()
      use(language)
      var label = ""
      for piece in pieces where piece.language == language {
        let block = flow.add(
          piece.kind, xml.textRange(of: piece.node), element: xml.nodes[piece.node].element,
          number: number, label: label, question: index)
        if label.isEmpty { label = xml.string(of: piece.node) }
        let text = LocalBlock(
          language: language ?? flow.document.language, block: block ?? -1)
        switch piece.part {
        case .text: definition.texts.append(text)
        case .help: definition.help.append(text)
        case .option(let position): definition.options[position].texts.append(text)
        case .column(let position): definition.columns[position].texts.append(text)
        case .evidence:
          definition.demand?.texts.append(text)
          question.evidence.append(
            EvidenceReference(title: xml.string(of: piece.node), block: block ?? -1))
        }
      }
    }
    if question.evidence.isEmpty, type == "evidence" || definition.demand != nil {
      question.evidence = [EvidenceReference(title: "")]
    }
    question.definition = definition
    flow.document.questions.append(question)
  }

  private func definition(of question: Int) -> QuestionDefinition {
    var definition = QuestionDefinition()
    definition.source = OwnFormat.startTag(of: question, in: xml)
    definition.element = xml.nodes[question].element
    definition.needsAllConditions = xml.attribute("match", of: question) != "any"
    definition.minimum = xml.attribute("min", of: question)
    definition.maximum = xml.attribute("max", of: question)
    return definition
  }

  /// Returns the texts of a question; what they belong to goes into its definition.
  private mutating func pieces(
    of question: Int, language: String?, into definition: inout QuestionDefinition
  ) -> [Piece] {
    var pieces: [Piece] = []
    func collect(_ node: Int, _ part: Part) {
      pieces.append(
        Piece(
          node: node, part: part, language: OwnFormat.language(of: node, in: xml) ?? language))
    }
    for child in xml.children(of: question) {
      switch tags(xml.nodes[child]) {
      case .text: collect(child, .text)
      case .help: collect(child, .help)
      case .option:
        for text in xml.childElements(of: child) {
          collect(text, .option(definition.options.count))
        }
        definition.options.append(option(child))
      case .column:
        for text in xml.childElements(of: child) {
          collect(text, .column(definition.columns.count))
        }
        definition.columns.append(column(child))
      case .evidence:
        for text in xml.childElements(of: child) { collect(text, .evidence) }
        definition.demand = definition.demand ?? demand(child)
      case .showWhen:
        if let condition = condition(child) { definition.conditions.append(condition) }
      default: break
      }
    }
    return pieces
  }

  private mutating func option(_ node: Int) -> AnswerOption {
    OwnFormat.declare(.option, of: node, in: xml, into: &flow.document)
    var option = AnswerOption(
      id: xml.attribute("id", of: node) ?? "", source: xml.attributeRange("id", of: node) ?? 0..<0,
      element: xml.nodes[node].element)
    option.opening = OwnFormat.startTag(of: node, in: xml)
    return option
  }

  private mutating func column(_ node: Int) -> AnswerColumn {
    OwnFormat.declare(.column, of: node, in: xml, into: &flow.document)
    var column = AnswerColumn(
      id: xml.attribute("id", of: node) ?? "",
      kind: xml.attribute("type", of: node).flatMap(Question.Kind.init) ?? .text,
      isMandatory: OwnFormat.flag("mandatory", of: node, in: xml),
      source: xml.attributeRange("id", of: node) ?? 0..<0, element: xml.nodes[node].element)
    column.opening = OwnFormat.startTag(of: node, in: xml)
    return column
  }

  private func demand(_ node: Int) -> EvidenceDemand {
    EvidenceDemand(
      isRequired: OwnFormat.flag("required", of: node, in: xml),
      maxAgeMonths: xml.attribute("max-age-months", of: node).flatMap { Int($0) },
      types: OwnFormat.list("types", of: node, in: xml).map { $0.lowercased() },
      source: OwnFormat.startTag(of: node, in: xml), element: xml.nodes[node].element)
  }

  /// Returns a condition, and keeps it for ``checkConditions()``.
  private mutating func condition(_ node: Int) -> QuestionCondition? {
    guard let id = xml.attribute("question", of: node) else { return nil }
    conditions.append((node, id))
    OwnFormat.refer(.question, by: "question", of: node, in: xml, into: &flow.document)
    return QuestionCondition(
      question: id, value: xml.attribute("value", of: node),
      source: xml.attributeRange("question", of: node) ?? 0..<0,
      valueSource: xml.attributeRange("value", of: node) ?? 0..<0,
      element: xml.nodes[node].element)
  }

  /// Notes conditions on questions that do not exist.
  mutating func checkConditions() {
    for (node, id) in conditions where !ids.contains(id) {
      OwnFormat.unknownReference(
        "question", id, attribute: "question", of: node, in: xml, into: &flow.document)
    }
  }

  consuming func finish() -> Document {
    var document = flow.document
    OwnFormat.noteEmpty(&document)
    return document
  }
}
