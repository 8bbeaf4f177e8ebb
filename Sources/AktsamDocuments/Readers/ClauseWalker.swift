internal import AktsamText
internal import AktsamXML

/// Walks a text in numbered clauses (a law, a manual, a catalogue of controls) and turns it into
/// blocks: each with the chain of printed numbers above it, notes kept out of the sentences that
/// they hang on.
struct ClauseWalker {
  /// What holds for the clause that is being read, and is put back after it.
  struct Frame {
    var section = BlockFlow.Section()
    /// What names the clause for a machine, or the question.
    var label = ""
    /// The numbers inside a quotation of another text; nil outside one.
    var quoted: String?
    var titlesAreCaptions = false
  }

  let xml: XMLDocument
  let dialect: ClauseDialect
  let elements: [ClauseElement]
  let marks: [ClauseMarks]
  var flow: BlockFlow
  /// The question that the next blocks belong to, -1 for none.
  var question: Int32 = -1
  /// The words of insertions, by name.
  var parameters: [String: String] = [:]
  /// The label of the next blocks.
  var label = ""
  var mainLanguage: String?
  var table = ClauseTable()

  private var quoted: String?
  private var titlesAreCaptions = false
  private(set) var listDepth = 0
  private var numbering: ListNumbering?
  private var numberedDepth = 0
  private var lastOrdinal = 0
  /// Notes that wait for the end of their clause.
  var notes: [Int] = []
  /// Elements that were read as the number of a clause.
  private var taken: Set<Int> = []

  /// Creates a walker.
  init(_ xml: XMLDocument, _ document: Document, dialect: ClauseDialect) {
    self.xml = xml
    self.dialect = dialect
    flow = BlockFlow(
      document, asksQuestions: dialect.typesNumbers && document.role == .response)
    elements = xml.names.map { dialect.elements[$0.local] ?? .other }
    marks = ClauseMarks.all(of: xml, elements: elements)
  }

  /// Reads the whole document.
  mutating func readRoot(_ root: Int) {
    mainLanguage = mainLanguage ?? dialect.language(xml, root)
    flow.document.language = flow.document.language ?? mainLanguage
    walk(root, as: .paragraph)
  }

  /// Returns the document.
  consuming func finish() -> Document {
    listDepth = 0
    flushNotes()
    var document = flow.finish()
    OwnFormat.noteEmpty(&document)
    return document
  }

  /// What an element is.
  func element(_ node: Int) -> ClauseElement {
    let name = Int(xml.nodes[node].name)
    return xml.nodes[node].kind == .element && elements.indices.contains(name)
      ? elements[name] : .other
  }

  /// Reads an element.
  mutating func walk(_ node: Int, as kind: BlockKind, isLedIn: Bool = false) {
    guard !taken.contains(node) else { return }
    let outerLanguage = flow.language
    if let language = dialect.language(xml, node) {
      flow.language = language == mainLanguage ? nil : language
    }
    defer { flow.language = outerLanguage }
    switch element(node) {
    case .skipped, .insertion, .lineBreak: break
    case .note: notes.append(node)
    case .heading: readHeading(node)
    case .number: readOtherNumber(node, as: kind)
    case .caption, .term: readContent(node, as: .caption)
    case .paragraph:
      if kind == .caption, marks[node].contains(.title) {
        readHeading(node)
      } else {
        readContent(node, as: kind)
      }
    case .captioned:
      let frame = frame
      titlesAreCaptions = true
      readContent(node, as: kind)
      end(frame)
    case .front:
      flow.startGroup()
      readContent(node, as: .caption)
      flow.startGroup()
    case .info:
      for child in xml.childElements(of: node)
      where [.heading, .division].contains(element(child)) {
        walk(child, as: .paragraph)
      }
    case .document: readDocument(node)
    case .quote:
      let frame = frame
      quoted = quoted ?? ""
      readContent(node, as: .paragraph)
      end(frame)
    case .division: readDivision(node, restarts: false)
    case .provision: readDivision(node, restarts: true)
    case .recital: readUnit(node, as: kind, joins: false)
    case .unit: readUnit(node, as: kind, joins: isLedIn || listDepth > 0)
    case .item: readUnit(node, as: kind, joins: true)
    case .list: readList(node, as: kind, isOrdered: false)
    case .orderedList: readList(node, as: kind, isOrdered: true)
    case .definition: readDefinition(node, as: kind)
    case .table: readTable(node)
    case .row: readRow(node)
    case .cell: readContent(node, as: .tableCell)
    case .headerCell: readContent(node, as: table.isInRow ? .tableCell : .caption)
    case .exchange:
      let outer = (question, frame)
      flushNotes()
      readContent(node, as: kind)
      question = outer.0
      end(outer.1)
      flow.startGroup()
    case .question: readQuestion(node)
    case .answer: readContent(node, as: question >= 0 ? .answer : kind)
    case .other, .inline, .title, .container, .intro: readContent(node, as: kind)
    }
  }

  /// Reads what stands in an element: text with the inline elements around it is a block, any other
  /// element is walked.
  mutating func readContent(_ node: Int, as kind: BlockKind) {
    let own = element(node)
    let joins = marks[node].contains(.text) || own == .paragraph || own == .heading
    var pieces = TextPieces()
    // Clauses below a text that leads them in belong to it, up to the next other text.
    var leadsIn = false
    for child in xml.children(of: node) {
      if xml.nodes[child].kind == .processingInstruction { continue }
      if isInline(child, joins: joins) {
        gather(child, into: &pieces)
        continue
      }
      add(pieces, of: node, as: kind)
      pieces = TextPieces()
      let tag = element(child)
      if tag == .unit { leadsIn = leadsIn || flow.endsInLeadIn }
      walk(child, as: kind, isLedIn: leadsIn)
      switch tag {
      case .intro: leadsIn = true
      case .unit, .number, .heading: break
      default: leadsIn = false
      }
    }
    add(pieces, of: node, as: kind)
  }

  private mutating func readDocument(_ node: Int) {
    flushNotes()
    let frame = frame
    flow.startGroup()
    flow.section = BlockFlow.Section()
    (label, quoted) = ("", nil)
    readContent(node, as: .paragraph)
    end(frame)
    flow.startGroup()
  }

  private mutating func readQuestion(_ node: Int) {
    flow.startGroup()
    question = Int32(flow.document.questions.count)
    let text = clipped(xml.string(of: node), to: 1000)
    flow.document.questions.append(
      Question(
        id: xml.attribute("id", of: node) ?? "\(question + 1)", label: text, kind: .text,
        state: .unanswered))
    label = text
    readContent(node, as: .question)
  }
}

extension ClauseWalker {
  /// What holds now.
  var frame: Frame {
    Frame(
      section: flow.section, label: label, quoted: quoted, titlesAreCaptions: titlesAreCaptions)
  }

  /// Goes back to what held before a clause.
  mutating func end(_ frame: Frame) {
    (flow.section, label, quoted) = (frame.section, frame.label, frame.quoted)
    titlesAreCaptions = frame.titlesAreCaptions
  }

  /// Goes back to what held before a division; nothing after it belongs to its last group.
  mutating func endDivision(_ frame: Frame) {
    flushNotes()
    end(frame)
    if listDepth == 0 { flow.startGroup() }
  }

  /// Enters a part with a number, perhaps none.
  ///
  /// - Parameters:
  ///   - number: its number; empty = none.
  ///   - restarts: whether it is cited without the numbers around it.
  /// - Returns: what ``endDivision(_:)`` goes back to.
  mutating func beginDivision(number: String, restarts: Bool) -> Frame {
    flushNotes()
    let frame = frame
    titlesAreCaptions = false
    flow.startGroup()
    push(number, restarts: restarts)
    flow.section.isNumbered = !number.isEmpty
    return frame
  }

  /// Enters a table, whose title is a caption, and returns what ``end(_:)`` goes back to.
  mutating func beginTable() -> Frame {
    let frame = frame
    titlesAreCaptions = true
    return frame
  }

  /// Enters a numbered clause.
  ///
  /// - Parameters:
  ///   - number: its number; empty = none.
  ///   - joins: whether it belongs to the group of what stands before it.
  /// - Returns: what ``end(_:)`` goes back to.
  mutating func beginUnit(number: String, joins: Bool) -> Frame {
    let frame = frame
    if !joins {
      flushNotes()
      flow.startGroup()
    }
    push(number)
    if !joins { flow.section.isNumbered = true }
    titlesAreCaptions = true
    return frame
  }

  private mutating func push(_ number: String, restarts: Bool = false) {
    if let around = quoted {
      quoted = NumberChain.joined(restarts ? "" : around, number)
    } else if restarts, !number.isEmpty {
      flow.section.number = number
    } else {
      flow.section.number = NumberChain.joined(flow.section.number, number)
    }
  }

  /// The label of the next block.
  var shownLabel: String {
    guard let quoted else { return label }
    let quotation = quoted.isEmpty ? "quoted" : "quoted \(quoted)"
    return label.isEmpty ? quotation : "\(label), \(quotation)"
  }

  private mutating func readDivision(_ node: Int, restarts: Bool) {
    let (number, holder) = number(of: node)
    let frame = beginDivision(number: number, restarts: restarts)
    takeIdentifier(of: node)
    if let holder, xml.parent(of: holder) == node,
      !xml.children(of: node).contains(where: {
        element($0) == .heading || (element($0) == .number && $0 != holder)
      })
    {
      // With no heading the number is one: "Article 3".
      addHeading(xml.textRange(of: holder), element: xml.nodes[holder].element)
    }
    readContent(node, as: .paragraph)
    endDivision(frame)
  }

  /// Reads a numbered clause or an item. One that nothing leads in is a group of its own; one
  /// without a number belongs to the clause around it.
  private mutating func readUnit(_ node: Int, as kind: BlockKind, joins: Bool) {
    var (number, _) = number(of: node)
    if element(node) == .item, number.isEmpty, numbering != nil {
      let override = xml.attribute("override", of: node).flatMap { Int32($0) }
      if let override { numbering?.next = Int(override) }
      number = numbering?.take() ?? ""
    }
    let frame = frame
    let isSeparate =
      !joins && (element(node) == .recital || !number.isEmpty || !flow.section.isNumbered)
    if isSeparate {
      flushNotes()
      flow.startGroup()
    }
    push(number)
    takeIdentifier(of: node)
    if isSeparate { flow.section.isNumbered = true }
    titlesAreCaptions = titlesAreCaptions || !isSeparate
    let ownKind = joins && [.paragraph, .answer].contains(kind) ? .listItem : kind
    readContent(node, as: ownKind)
    if isSeparate { flushNotes() }
    end(frame)
    if isSeparate { flow.startGroup() }
  }

  private mutating func readList(_ node: Int, as kind: BlockKind, isOrdered: Bool) {
    let frame = frame
    titlesAreCaptions = true
    takeIdentifier(of: node)
    if question < 0 { flow.beginList() }
    listDepth += 1
    let outer = (numbering, numberedDepth)
    numbering = isOrdered ? numbering(of: node) : nil
    if isOrdered { numberedDepth += 1 }
    readContent(node, as: kind)
    if let numbering { lastOrdinal = numbering.next - 1 }
    (numbering, numberedDepth) = outer
    listDepth -= 1
    if question < 0 { flow.endList() }
    end(frame)
    if !flow.section.isNumbered { flushNotes() }
  }

  /// A definition is read together: its terms, and what they mean, labelled with the first.
  private mutating func readDefinition(_ node: Int, as kind: BlockKind) {
    let frame = frame
    if listDepth == 0, !flow.section.isNumbered { flow.startGroup() }
    var hasTerm = false
    for child in xml.childElements(of: node) {
      guard element(child) == .term || xml.local(of: child) == "glossterm" else {
        walk(child, as: kind)
        continue
      }
      readContent(child, as: .caption)
      if !hasTerm { label = clipped(xml.string(of: child), to: 200) }
      hasTerm = true
    }
    end(frame)
  }

  private func numbering(of list: Int) -> ListNumbering {
    let style = xml.attribute("numeration", of: list).flatMap(ListNumbering.Style.init)
    let start =
      (xml.attribute("startingnumber", of: list) ?? xml.attribute("start", of: list))
      .flatMap { Int32($0) }.map { Int($0) }
    let continues = xml.attribute("continuation", of: list) == "continues"
    return ListNumbering(
      style: style ?? ListNumbering.style(atDepth: numberedDepth),
      next: start ?? (continues ? lastOrdinal + 1 : 1))
  }

  private mutating func takeIdentifier(of node: Int) {
    let identifier = dialect.identifier(xml, node)
    if !identifier.isEmpty { label = clipped(identifier, to: 200) }
  }

  /// Returns the number of a clause and the element that holds it, which is then not read again.
  private mutating func number(of node: Int) -> (text: String, holder: Int?) {
    let written = clipped(dialect.number(xml, node), to: NumberChain.longestNumber)
    guard written.isEmpty, let holder = dialect.numberNode(xml, node) else { return (written, nil) }
    var pieces = TextPieces()
    gather(holder, into: &pieces)
    let text = pieces.string(in: flow.document)
    guard text.utf8.count <= NumberChain.longestNumber else { return ("", nil) }
    taken.insert(holder)
    return (text, text.isEmpty ? nil : holder)
  }

  /// A second number of a division is its heading; any other is text.
  private mutating func readOtherNumber(_ node: Int, as kind: BlockKind) {
    let parent = xml.parent(of: node).map { element($0) }
    if parent == .division || parent == .provision {
      readHeading(node)
    } else {
      readContent(node, as: kind)
    }
  }

  /// Reads a heading, all of it one block.
  mutating func readHeading(_ node: Int) {
    var pieces = TextPieces()
    gather(node, into: &pieces)
    guard let range = pieces.range(in: &flow.document) else { return }
    addHeading(range, element: xml.nodes[node].element)
  }

  /// Reads the title of something that is no evidence itself.
  mutating func walkTitle(_ node: Int) {
    readContent(node, as: .caption)
  }

  private mutating func addHeading(_ range: Range<Int>, element: Int32) {
    if titlesAreCaptions {
      flow.add(.caption, range, element: element, label: shownLabel)
      return
    }
    let isNumbered = flow.section.isNumbered
    var number = flow.section.number
    var content = range
    if dialect.typesNumbers, let printed = PrintedNumber(range, in: flow.document.text),
      printed.form != .letter
    {
      number = NumberChain.joined(isNumbered ? number : "", printed.number)
      content = printed.content
    }
    flow.addHeading(
      content, element: element, number: number,
      isNumbered: isNumbered || content != range)
  }
}
