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
  /// The language of the whole document.
  var mainLanguage: String?
  /// The table that is being read.
  var table = ClauseTable()

  /// See ``Frame/quoted``.
  var quoted: String?
  /// See ``Frame/titlesAreCaptions``.
  var titlesAreCaptions = false
  /// The lists that are open.
  var listDepth = 0
  /// The numbers of the innermost list; nil when it prints none.
  var numbering: ListNumbering?
  /// The numbered lists that are open.
  var numberedDepth = 0
  /// The last number of the numbered list before, which another may continue.
  var lastOrdinal = 0
  /// Notes that wait for the end of their clause.
  var notes: [Int] = []
  /// Elements that were read as the number of a clause.
  var taken: Set<Int> = []

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

  /// Adds the number of a clause behind those around it.
  mutating func push(_ number: String, restarts: Bool = false) {
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
}
