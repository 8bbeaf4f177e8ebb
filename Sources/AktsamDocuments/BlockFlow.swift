import AktsamText

/// Adds blocks to a document and decides which of them are read together.
///
/// A numbered section or clause is one group; elsewhere a paragraph is, and a list with the
/// paragraph before it that ends in a colon. In a response without a structure of its own, a
/// paragraph that ends in a question mark is a question, and what follows is its answer.
struct BlockFlow {
  /// Where in the document's structure the next block stands.
  struct Section {
    /// Whether what follows shares one group.
    var isNumbered = false
    /// The printed number.
    var number = ""
    /// The heading above, -1 for none.
    var heading: Int32 = -1
  }

  /// The blocks that one group holds at most, so that no input makes a unit without end.
  private static let groupLimit = 400

  /// The document.
  var document: Document
  /// The section that the next block stands in.
  var section = Section()
  /// The language of the next blocks; nil = the document's.
  var language: String?
  /// Whether the last block ends in a colon.
  private(set) var endsInLeadIn = false

  private let asksQuestions: Bool
  private var group: Int32 = -1
  private var groupCount = 0
  private var needsGroup = true
  private var listDepth = 0
  /// The question that what follows answers, -1 for none.
  private(set) var question: Int32 = -1
  /// The number of the clause that leads into those below it; empty = none.
  private var leadsIn = ""

  /// Creates a flow that fills a document.
  ///
  /// - Parameters:
  ///   - document: a document with text and no blocks.
  ///   - asksQuestions: whether a paragraph with a question mark at its end is a question.
  init(_ document: Document, asksQuestions: Bool = false) {
    self.document = document
    self.asksQuestions = asksQuestions
  }

  /// Makes the next block the first of a new group.
  mutating func startGroup() {
    needsGroup = true
    endsInLeadIn = false
  }

  /// Adds a block, unless its text is blank.
  ///
  /// - Returns: the index of the block, or nil.
  @discardableResult
  mutating func add(
    _ kind: BlockKind, _ range: Range<Int>, element: Int32, number: String? = nil,
    label: String = "", question: Int32? = nil, party: Int32 = -1
  ) -> Int32? {
    let range = trimmed(range, in: document.text)
    guard !range.isEmpty else { return nil }
    if needsGroup || groupCount >= Self.groupLimit {
      group += 1
      groupCount = 0
      needsGroup = false
    }
    groupCount += 1
    endsInLeadIn = document.text[range.upperBound - 1] == UInt8(ascii: ":")
    document.blocks.append(
      Block(
        kind: kind, text: range, element: element, group: group,
        question: question ?? self.question, heading: section.heading,
        number: number ?? section.number, label: label, language: language, party: party))
    return Int32(document.blocks.count - 1)
  }
}

extension BlockFlow {
  /// Adds a heading; what follows stands under it.
  mutating func addHeading(
    _ range: Range<Int>, element: Int32, number: String, isNumbered: Bool? = nil
  ) {
    startGroup()
    question = -1
    section.number = number
    section.isNumbered = isNumbered ?? !number.isEmpty
    if let index = add(.heading, range, element: element) { section.heading = index }
    endsInLeadIn = false
  }

  /// Adds a paragraph, a table cell or a caption.
  mutating func addParagraph(
    _ range: Range<Int>, element: Int32, kind: BlockKind = .paragraph, label: String = ""
  ) {
    if kind == .paragraph, asksQuestions, isQuestion(range) {
      addQuestion(range, element: element)
      return
    }
    if !section.isNumbered, !endsInLeadIn, listDepth == 0, question < 0 { startGroup() }
    add(kindOfAnswer(kind), range, element: element, label: label)
  }

  /// Adds a paragraph with a printed number of its own. It starts a section, unless the one above
  /// leads into it: "4.2 The supplier shall:", then "4.2.1 map …".
  mutating func addNumbered(_ printed: PrintedNumber, element: Int32) {
    if asksQuestions, isQuestion(printed.content) {
      section.number = printed.number
      addQuestion(printed.content, element: element)
      return
    }
    if isLedIn(printed) {
      leadsIn = section.number
      add(kindOfAnswer(.paragraph), printed.content, element: element, number: printed.number)
      return
    }
    leadsIn = ""
    if question < 0 { startGroup() }
    section.number = printed.number
    section.isNumbered = true
    add(kindOfAnswer(.paragraph), printed.content, element: element)
  }

  /// Whether a numbered paragraph stands below one that ends in a colon and leads it in.
  func isLedIn(_ printed: PrintedNumber) -> Bool {
    !section.number.isEmpty && printed.number.hasPrefix(section.number + ".")
      && (endsInLeadIn || leadsIn == section.number)
  }

  /// Opens a list: its items, and the paragraph before that leads it in, are one group.
  mutating func beginList() {
    if listDepth == 0, !section.isNumbered, !endsInLeadIn, question < 0 { startGroup() }
    listDepth += 1
  }

  /// Closes a list.
  mutating func endList() {
    listDepth -= 1
    if listDepth == 0 { endsInLeadIn = false }
  }

  /// Adds a list item.
  mutating func addItem(_ range: Range<Int>, element: Int32, number: String = "") {
    let printed = [section.number, number].filter { !$0.isEmpty }.joined(separator: " ")
    add(.listItem, range, element: element, number: printed)
  }

  /// Begins a table row: a group of its own outside numbered sections, answers and lists.
  mutating func beginRow() {
    if !section.isNumbered, listDepth == 0, question < 0 { startGroup() }
  }

  /// Enters a section and returns the one that ``leave(to:)`` goes back to.
  mutating func enter() -> Section {
    let outer = section
    section.isNumbered = false
    section.number = ""
    if listDepth == 0 { startGroup() }
    return outer
  }

  /// Goes back to the section around.
  mutating func leave(to outer: Section) {
    section = outer
    if listDepth == 0 { startGroup() }
  }

  /// Returns the document; a question is answered when a block of an answer follows it.
  consuming func finish() -> Document {
    for block in document.blocks where block.question >= 0 && block.kind.canBeEvidence {
      let index = Int(block.question)
      if document.questions.indices.contains(index) {
        document.questions[index].state = .answered
      }
    }
    return document
  }

  private func isQuestion(_ range: Range<Int>) -> Bool {
    let range = trimmed(range, in: document.text)
    return !range.isEmpty && document.text[range.upperBound - 1] == UInt8(ascii: "?")
  }

  private mutating func addQuestion(_ range: Range<Int>, element: Int32) {
    startGroup()
    let label = collapsed(document.string(trimmed(range, in: document.text)))
    question = Int32(document.questions.count)
    document.questions.append(
      Question(
        id: section.number.isEmpty ? "\(question + 1)" : section.number, label: label,
        kind: .text, state: .unanswered))
    add(.question, range, element: element)
    endsInLeadIn = false
  }

  private func kindOfAnswer(_ kind: BlockKind) -> BlockKind {
    question >= 0 && kind == .paragraph ? .answer : kind
  }
}
