internal import AktsamXML

/// What is known of a node before the walk.
struct ClauseMarks: OptionSet {
  let rawValue: UInt8
  /// Text that is not blank stands directly in it.
  static let text = ClauseMarks(rawValue: 1)
  /// An element that is a block of its own stands somewhere in it, notes apart.
  static let block = ClauseMarks(rawValue: 2)
  /// Something stands in it that is no part of its text, or that stands for words.
  static let cut = ClauseMarks(rawValue: 4)
  /// The document's title stands in it.
  static let title = ClauseMarks(rawValue: 8)

  /// Returns the marks of all nodes.
  ///
  /// - Complexity: O(n) in the number of nodes and bytes of text.
  static func all(of xml: XMLDocument, elements: [ClauseElement]) -> [ClauseMarks] {
    var marks = [ClauseMarks](repeating: [], count: xml.nodes.count)
    for index in xml.nodes.indices.reversed() {
      let node = xml.nodes[index]
      let parent = Int(node.parent)
      guard parent >= 0 else { continue }
      switch node.kind {
      case .processingInstruction: break
      case .text:
        if !trimmed(xml.textRange(of: index), in: xml.text).isEmpty { marks[parent].insert(.text) }
      case .element:
        let name = Int(node.name)
        let element = elements.indices.contains(name) ? elements[name] : .other
        switch element {
        case .note, .skipped, .insertion, .lineBreak: marks[parent].insert(.cut)
        default:
          if element.isBlock { marks[parent].insert(.block) }
          if element == .title { marks[parent].insert(.title) }
          marks[parent].formUnion(marks[index].intersection([.block, .cut]))
          if !element.isBlock { marks[parent].formUnion(marks[index].intersection(.title)) }
        }
      }
    }
    return marks
  }
}

extension ClauseWalker {
  /// Whether a node is a part of the text beside it.
  func isInline(_ node: Int, joins: Bool) -> Bool {
    guard xml.nodes[node].kind == .element else { return true }
    switch element(node) {
    case .note, .skipped, .insertion, .lineBreak: return true
    case .inline, .title: return !marks[node].contains(.block)
    case .other: return joins && !marks[node].contains(.block)
    default: return false
    }
  }

  /// Gathers the text of a node; notes in it are kept for later.
  mutating func gather(_ node: Int, into pieces: inout TextPieces) {
    switch xml.nodes[node].kind {
    case .processingInstruction: return
    case .text:
      pieces.add(xml.textRange(of: node))
      return
    case .element: break
    }
    switch element(node) {
    case .skipped: break
    case .note: notes.append(node)
    case .lineBreak: pieces.add("\n", from: nil)
    case .insertion:
      pieces.add(dialect.insertion(xml, node, parameters), from: xml.sourceRange(of: node))
    default:
      guard !marks[node].isDisjoint(with: [.cut, .block]) else {
        pieces.add(xml.textRange(of: node))
        return
      }
      for child in xml.children(of: node) {
        // Paragraphs of a heading are read as one text.
        let isBlock = xml.nodes[child].kind == .element && element(child).isBlock
        if isBlock { pieces.add(" ", from: nil) }
        gather(child, into: &pieces)
        if isBlock { pieces.add(" ", from: nil) }
      }
    }
  }

  /// Adds gathered text as a block, unless it is blank.
  mutating func add(_ pieces: TextPieces, of node: Int, as kind: BlockKind) {
    guard let range = pieces.range(in: &flow.document) else { return }
    let element = xml.nodes[node].element
    let question = question >= 0 ? question : nil
    switch kind {
    case .paragraph where question == nil:
      if dialect.typesNumbers, let printed = PrintedNumber(range, in: flow.document.text),
        printed.form == .dotted || printed.form == .single
      {
        flow.addNumbered(printed, element: element)
      } else {
        flow.addParagraph(range, element: element, label: shownLabel)
      }
      if !flow.section.isNumbered, !flow.endsInLeadIn { flushNotes() }
    case .caption where question == nil && listDepth == 0:
      flow.addParagraph(range, element: element, kind: .caption, label: shownLabel)
    case .listItem:
      var content = range
      var number: String?
      if dialect.typesNumbers, let printed = PrintedNumber(range, in: flow.document.text),
        printed.form != .bare
      {
        content = printed.content
        number = NumberChain.joined(flow.section.number, printed.number)
      }
      flow.add(
        .listItem, content, element: element, number: number, label: shownLabel,
        question: question)
    case .tableCell: addCell(range, element: element)
    default: flow.add(kind, range, element: element, label: shownLabel, question: question)
    }
  }

  /// Reads the notes that were met, each a group of its own, once no group is open.
  mutating func flushNotes() {
    guard !notes.isEmpty, listDepth == 0 else { return }
    let frame = frame
    let outerQuestion = question
    question = -1
    label = label.isEmpty ? "footnote" : "\(label), footnote"
    flow.section.isNumbered = true
    while !notes.isEmpty {
      // A note in a note is met while that is read, and comes after it.
      let met = notes
      notes = []
      for note in met {
        flow.startGroup()
        readContent(note, as: .paragraph)
      }
    }
    question = outerQuestion
    end(frame)
    flow.startGroup()
  }
}

/// Returns a text, cut where it is longer than `limit` characters.
func clipped(_ text: String, to limit: Int) -> String {
  guard text.utf8.count > limit,
    let end = text.index(
      text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
  else { return text }
  return text[..<end] + "…"
}
