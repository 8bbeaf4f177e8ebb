internal import AktsamText
internal import AktsamXML

extension WordWalker {
  /// Reads a table.
  mutating func readTable(_ node: Int, _ context: WordContext) {
    let table = WordTable(node, in: part)
    for row in table.deleted { note(\.deletions, row) }
    for row in table.inserted { note(\.insertions, row) }
    guard context.kind == .flow || context.kind == .cell else {
      // A table inside an answer is part of it.
      for row in table.rows {
        for cell in row.cells { walk(cell.node, context) }
      }
      return
    }
    endList()
    openQuestion = -1
    if table.columnCount < 2 || table.rows.allSatisfy({ $0.cells.count < 2 }) {
      // A frame around text.
      for row in table.rows {
        for cell in row.cells { walk(cell.node, context) }
      }
      endList()
      return
    }
    let plan = WordTablePlan(table)
    var question: Int32 = -1
    for (row, rowPlan) in zip(table.rows, plan.rows) {
      switch rowPlan {
      case .heading, .caption:
        flow.startGroup()
        for cell in row.cells { walk(cell.node, WordContext(kind: .caption)) }
        if rowPlan == .caption { question = -1 }
      case .question(let number, let asking, let answers):
        question = readQuestion(row, number, asking, answers, plan, above: question)
      case .answer:
        for cell in row.cells { walk(cell.node, answer(to: question, "")) }
        settle(question, lastBlock(of: question))
      case .cells: readCells(row, plan, context)
      }
    }
    flow.startGroup()
  }

  private mutating func readCells(
    _ row: WordTable.Row, _ plan: WordTablePlan, _ context: WordContext
  ) {
    flow.beginRow()
    let first = row.cells.first
    for cell in row.cells {
      let column = cell.columns.lowerBound
      var label = plan.headings.indices.contains(column) ? plan.headings[column] : ""
      // In a table of two columns without headings the first cell names what the second one says.
      if label.isEmpty, plan.headings.count == 2, column > 0 { label = first?.text ?? "" }
      walk(
        cell.node,
        WordContext(kind: .cell, label: label.isEmpty ? context.label : String(label.prefix(200))))
    }
  }

  private func answer(to question: Int32, _ heading: String) -> WordContext {
    let index = Int(question)
    guard flow.document.questions.indices.contains(index) else { return WordContext(kind: .cell) }
    let asked = flow.document.questions[index]
    let label = heading.isEmpty ? asked.label : "\(asked.label) (\(heading))"
    return WordContext(
      kind: .answer, question: question, number: numbers[question] ?? "", label: label)
  }

  /// Reads a row that asks and answers, and returns its question.
  private mutating func readQuestion(
    _ row: WordTable.Row, _ numberCell: Int?, _ asking: Int, _ answers: [Int],
    _ plan: WordTablePlan, above: Int32
  ) -> Int32 {
    let cell = row.cells[asking]
    // A cell that is merged with the one above asks the same again.
    var question = cell.isContinued || cell.text.isEmpty ? above : -1
    var number = numberCell.map { row.cells[$0].text } ?? ""
    while let last = number.last, last == "." || last == ")" { number.removeLast() }
    if question < 0 {
      flow.startGroup()
      question = addQuestion(cell.text)
      rowQuestions += 1
      let before = flow.document.blocks.count
      for index in row.cells.indices where index < asking && index != numberCell {
        walk(row.cells[index].node, WordContext(kind: .caption))
      }
      let first = flow.document.blocks.count
      walk(cell.node, WordContext(kind: .question, question: question, number: number))
      if flow.document.blocks.indices.contains(first) {
        let block = flow.document.blocks[first]
        if number.isEmpty { number = block.number }
        if before == first, block.kind == .question {
          flow.document.questions[Int(question)].label = labelOfQuestion(from: first)
        }
      }
      if !number.isEmpty { flow.document.questions[Int(question)].id = number }
      numbers[question] = number
    }
    for index in row.cells.indices where index > asking && !answers.contains(index) {
      guard index != numberCell else { continue }
      walk(row.cells[index].node, WordContext(kind: .caption))
    }
    for index in answers {
      let answerCell = row.cells[index]
      let column = answerCell.columns.lowerBound
      let heading = plan.headings.indices.contains(column) ? plan.headings[column] : ""
      if let value = plan.values[column], answerCell.columns.count == 1 {
        readMark(answerCell, value, heading, question)
      } else {
        walk(answerCell.node, answer(to: question, answers.count > 1 ? heading : ""))
        if let block = lastBlock(of: question), index == answers.first { settle(question, block) }
      }
    }
    return question
  }

  /// Returns the text of the question blocks from one on, without their numbers.
  private func labelOfQuestion(from first: Int) -> String {
    flow.document.blocks[first...].filter { $0.kind == .question }.map { label($0.text) }
      .joined(separator: " ")
  }

  /// Reads a cell of a column that stands for a value: a cross or a tick in it is the answer.
  private mutating func readMark(
    _ cell: WordTable.Cell, _ value: Question.Value, _ heading: String, _ question: Int32
  ) {
    let start = flow.document.text.count
    var paragraphs = 0
    for node in part.xml.descendants(of: cell.node, named: "p") where part.tag(node) == .p {
      var paragraph = WordParagraph(node: node, start: flow.document.text.count)
      readRuns(
        node, into: &paragraph, styles[part.child(node, .pPr).flatMap { part.value($0, .pStyle) }])
      closeFieldCodes()
      paragraphs += 1
    }
    let range = trimmed(start..<flow.document.text.count, in: flow.document.text)
    guard !range.isEmpty else { return }
    let context = answer(to: question, "")
    if let boxes = WordBoxes(range, in: flow.document.text) {
      guard boxes.options.contains(where: \.isChecked) else { return }
    } else if range.count > 4 {
      // Words, not a mark: what was written is the answer.
      flow.add(
        .answer, range, element: part.element(cell.node), number: context.number,
        label: "\(context.label) (\(heading))", question: question)
      return
    }
    let source = flow.document.segments(of: range).first
    let word = flow.document.append(
      heading,
      from: source.map { $0.lowerBound + (part.base ?? 0)..<$0.upperBound + (part.base ?? 0) })
    let block = flow.add(
      .answer, word, element: part.element(cell.node), number: context.number,
      label: context.label, question: question)
    let index = Int(question)
    if flow.document.questions.indices.contains(index) {
      flow.document.questions[index].kind = .yesNo
      flow.document.questions[index].value = value
    }
    settle(question, block)
  }
}
