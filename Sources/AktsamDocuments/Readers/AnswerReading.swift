internal import AktsamText
internal import AktsamXML

/// The elements of an answer.
enum AnswerTag: String {
  case question, value, choice, number, date, country, p, list, lead, item, table, column, row
  case cell, site, name, place, region, tier, product, comment, evidence
}

/// Reads one answer of an `aktsam-response` into blocks of one group.
struct AnswerReading {
  private let xml: XMLDocument
  private let tags: TagTable<AnswerTag>
  private let question: Int32
  private let number: String
  private let party: Int32
  private let mainLanguage: String?

  /// The lots that the answer is for.
  var lots: [String] = []

  private var label = ""
  private var kind: Question.Kind?
  private var value: Question.Value?
  private var written: [String] = []
  private var valueBlock: Int32 = -1
  private var evidence: [EvidenceReference] = []
  private var sites: [Site] = []
  private var chosen: [AnswerOption] = []
  private var hasContent = false

  init(
    _ xml: XMLDocument, _ tags: TagTable<AnswerTag>, question: Int, number: String, party: Int32,
    mainLanguage: String?
  ) {
    self.xml = xml
    self.tags = tags
    self.question = Int32(question)
    self.number = number
    self.party = party
    self.mainLanguage = mainLanguage
  }

  /// Returns what was read.
  func result(id: String) -> Question {
    var question = Question(
      id: id, label: label, kind: kind ?? .text, state: hasContent ? .answered : .unanswered,
      value: value, written: written.joined(separator: ", "), valueBlock: valueBlock,
      evidence: evidence, sites: sites)
    question.chosen = chosen
    return question
  }

  /// Adds the blocks of an answer.
  mutating func read(_ answer: Int, into flow: inout BlockFlow) {
    for child in xml.children(of: answer) {
      let node = xml.nodes[child]
      let outer = flow.language
      if !node.attributes.isEmpty, let language = OwnFormat.language(of: child, in: xml) {
        flow.language = language == mainLanguage ? nil : language
      }
      defer { flow.language = outer }
      switch tags(node) {
      case .question:
        label = withLots(xml.string(of: child))
        flow.add(
          .question, xml.textRange(of: child), element: node.element, number: number,
          question: question)
      case .value:
        take(.yesNo, add(child, .answer, to: &flow))
        value = Question.Value(written: xml.string(of: child))
      case .choice:
        let block = addChoice(child, to: &flow)
        take(written.isEmpty ? .choice : .multi, block)
        choose(child, block)
        written.append(choice(child))
      case .number:
        take(.number, add(child, .answer, to: &flow))
        let unit = xml.attribute("unit", of: child).map { " \($0)" } ?? ""
        written.append(xml.string(of: child) + unit)
      case .date:
        take(.date, add(child, .answer, to: &flow))
        written.append(xml.string(of: child))
      case .country:
        take(.country, add(child, .answer, to: &flow))
        written.append(xml.string(of: child))
      case .list: readList(child, into: &flow)
      case .table: readTable(child, into: &flow)
      case .site: readSite(child, into: &flow)
      case .evidence: readEvidence(child, into: &flow)
      case .comment: add(child, .answer, label: commentLabel, to: &flow)
      default:
        // Paragraphs, and whatever else a file holds that the schema doesn't allow: no word of a
        // supplier is dropped.
        guard node.kind != .processingInstruction else { continue }
        if add(child, .answer, to: &flow) != nil { kind = kind ?? .text }
      }
    }
  }

  private var commentLabel: String {
    label.isEmpty ? "comment" : "\(label) (comment)"
  }

  private func withLots(_ text: String) -> String {
    guard !lots.isEmpty else { return text }
    let names = "lot " + lots.joined(separator: ", ")
    return text.isEmpty ? names : "\(text) (\(names))"
  }

  private mutating func take(_ kind: Question.Kind, _ block: Int32?) {
    guard let block else { return }
    self.kind = kind
    if valueBlock < 0 { valueBlock = block }
  }

  @discardableResult
  private mutating func add(
    _ node: Int, _ kind: BlockKind, label: String? = nil, to flow: inout BlockFlow
  ) -> Int32? {
    let block = flow.add(
      kind, xml.textRange(of: node), element: xml.nodes[node].element, number: number,
      label: label ?? (self.label.isEmpty ? withLots("") : self.label), question: question,
      party: party)
    if block != nil, kind.canBeEvidence { hasContent = true }
    return block
  }

  /// A choice with its text, else with the id of its option.
  private mutating func addChoice(_ node: Int, to flow: inout BlockFlow) -> Int32? {
    if let block = add(node, .answer, to: &flow) { return block }
    guard let option = xml.attribute("option", of: node), !option.isEmpty else { return nil }
    let range = flow.document.append(option, from: xml.attributeRange("option", of: node))
    hasContent = true
    return flow.add(
      .answer, range, element: xml.nodes[node].element, number: number, label: label,
      question: question, party: party)
  }

  /// Keeps which option was chosen.
  private mutating func choose(_ node: Int, _ block: Int32?) {
    guard let option = xml.attribute("option", of: node), !option.isEmpty,
      let source = xml.attributeRange("option", of: node)
    else { return }
    chosen.append(
      AnswerOption(
        id: option, source: source, element: xml.nodes[node].element,
        texts: [LocalBlock(language: nil, block: block ?? -1)]))
  }

  private func choice(_ node: Int) -> String {
    let text = xml.string(of: node)
    return text.isEmpty ? xml.attribute("option", of: node) ?? "" : text
  }

  private mutating func readList(_ list: Int, into flow: inout BlockFlow) {
    kind = kind ?? .text
    for child in xml.children(of: list) {
      let isItem = tags(xml.nodes[child]) == .item
      add(child, isItem ? .listItem : .answer, to: &flow)
    }
  }

  private mutating func readTable(_ table: Int, into flow: inout BlockFlow) {
    kind = kind ?? .table
    var columns: [String: String] = [:]
    for child in xml.children(of: table) {
      switch tags(xml.nodes[child]) {
      case .column:
        if let id = xml.attribute("id", of: child) { columns[id] = xml.string(of: child) }
        add(child, .caption, to: &flow)
      case .row:
        var row = Site()
        var named: Set<String> = []
        for cell in xml.childElements(of: child) {
          let column = xml.attribute("column", of: cell) ?? ""
          let heading = columns[column] ?? column
          let block = add(cell, .tableCell, label: heading, to: &flow)
          for name in [column, heading] {
            row.take(xml.string(of: cell), column: name, block: block)
          }
          named.formUnion([column, heading])
        }
        if Site.isTable(named.union(columns.keys).union(columns.values)) { sites.append(row) }
      default: break
      }
    }
  }

  private mutating func readSite(_ site: Int, into flow: inout BlockFlow) {
    kind = kind ?? .table
    var row = Site()
    for field in xml.childElements(of: site) {
      let name = String(xml.local(of: field))
      let block = add(field, .tableCell, label: name, to: &flow)
      row.take(xml.string(of: field), column: name, block: block)
    }
    sites.append(row)
  }

  private mutating func readEvidence(_ node: Int, into flow: inout BlockFlow) {
    kind = kind ?? .evidence
    let block = add(node, .answer, label: withLots(label), to: &flow)
    let location = xml.attribute("href", of: node) ?? ""
    if block == nil, location.isEmpty { return }
    hasContent = true
    evidence.append(
      EvidenceReference(
        title: xml.string(of: node), location: location,
        date: OwnFormat.date("date", of: node, in: xml, into: &flow.document),
        block: block ?? -1))
  }
}

extension Question.Value {
  /// Creates a value from what was written, also in Swedish and Norwegian; nil for anything else.
  package init?(written: String) {
    switch written.lowercased() {
    case "yes", "ja", "true": self = .yes
    case "no", "nej", "nei", "false": self = .no
    case "partly", "partially", "delvis": self = .partly
    case "not-applicable", "not applicable", "n/a", "na", "ej tillämpligt", "ikke relevant":
      self = .notApplicable
    default: return nil
    }
  }
}
