internal import AktsamXML

extension ClauseWalker {
  mutating func readDivision(_ node: Int, restarts: Bool) {
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
  mutating func readUnit(_ node: Int, as kind: BlockKind, joins: Bool) {
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

  mutating func readList(_ node: Int, as kind: BlockKind, isOrdered: Bool) {
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
  mutating func readDefinition(_ node: Int, as kind: BlockKind) {
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
  mutating func readOtherNumber(_ node: Int, as kind: BlockKind) {
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
