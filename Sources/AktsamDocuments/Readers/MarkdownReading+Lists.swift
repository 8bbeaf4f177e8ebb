import AktsamText

extension MarkdownReading {
  func item(_ line: Line) -> (number: String, content: Range<Int>, isOrdered: Bool)? {
    if let content = TextMarks.bullet(line.content, in: bytes) { return ("", content, false) }
    guard let ordered = lines.ordered(line.content) else { return nil }
    // A number that a line happens to start with opens no list inside a paragraph.
    if open != nil, listIndent < 0, ordered.number != "1" { return nil }
    return (ordered.number, ordered.content, true)
  }

  /// Opens a list, unless the item is of one, or is a numbered clause.
  mutating func beginList(_ line: Line, number: String? = nil) {
    if let number, line.indent < 2, isClause(number) { return endList() }
    if listIndent < 0 {
      flow.beginList()
      boxes = -1
    }
    listIndent = listIndent < 0 ? line.indent + 2 : min(listIndent, line.indent + 2)
  }

  /// Whether a numbered item is a clause of a contract: it follows one, or stands by itself between
  /// blank lines.
  private func isClause(_ number: String) -> Bool {
    if flow.section.isNumbered, let before = Int(flow.section.number), before < .max,
      "\(before + 1)" == number
    {
      return true
    }
    guard listIndent < 0, !flow.endsInLeadIn else { return false }
    var next = index
    while next < lines.lines.count, !lines.lines[next].isBlank {
      let content = lines.lines[next].content
      if TextMarks.bullet(content, in: bytes) != nil || lines.ordered(content) != nil {
        return false
      }
      next += 1
    }
    return true
  }

  mutating func endList() {
    guard listIndent >= 0 else { return }
    flow.endList()
    listIndent = -1
    boxes = -1
  }

  /// Adds an item with a box: a ticked one is an answer, the others are what was not chosen.
  mutating func addBox(_ range: Range<Int>, isTicked: Bool) {
    let range = trimmed(range, in: flow.document.text)
    guard !range.isEmpty else { return }
    let written = flow.document.string(range).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    if boxes < 0 { boxes = questionOfBoxes(written) }
    let question = Int(boxes)
    guard flow.document.questions.indices.contains(question) else { return }
    let label = flow.document.questions[question].label
    let block = flow.add(
      isTicked ? .answer : .caption, range, element: -1, label: label, question: boxes)
    guard isTicked, let block else { return }
    if flow.document.questions[question].valueBlock < 0 {
      flow.document.questions[question].valueBlock = block
      flow.document.questions[question].value = Question.Value(written: written)
      flow.document.questions[question].written = written
    } else {
      flow.document.questions[question].value = nil
      flow.document.questions[question].written += ", \(written)"
    }
  }

  /// Returns the question that a list of boxes answers: the open one, else the paragraph that leads
  /// into the list, else the heading above.
  private mutating func questionOfBoxes(_ first: String) -> Int32 {
    if flow.question >= 0 {
      flow.document.questions[Int(flow.question)].kind = .multi
      return flow.question
    }
    var label = first
    let index = Int32(flow.document.questions.count)
    if let last = flow.document.blocks.indices.last {
      let block = flow.document.blocks[last]
      if block.kind == .paragraph, flow.endsInLeadIn || isLast(block) {
        flow.document.blocks[last].kind = .question
        flow.document.blocks[last].question = index
        label = collapsed(flow.document.string(block.text))
      } else if block.heading >= 0 {
        label = collapsed(
          flow.document.string(flow.document.blocks[Int(block.heading)].text))
      }
    }
    let number = flow.section.number
    flow.document.questions.append(
      Question(
        id: number.isEmpty ? "\(index + 1)" : number, label: label, kind: .multi,
        state: .unanswered))
    return index
  }

  /// Whether a paragraph is a question by its mark.
  private func isLast(_ block: Block) -> Bool {
    block.text.last.map { flow.document.text[$0] == UInt8(ascii: "?") } ?? false
  }
}
