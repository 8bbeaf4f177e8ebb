internal import AktsamText
internal import AktsamXML

extension WordWalker {
  /// Adds a question and returns its index.
  mutating func addQuestion(_ label: String, id: String = "", kind: Question.Kind = .text) -> Int32
  {
    let index = flow.document.questions.count
    flow.document.questions.append(
      Question(id: id.isEmpty ? "\(index + 1)" : id, label: label, kind: kind, state: .unanswered))
    return Int32(index)
  }

  /// Takes the value of a question from its answer, when that is a plain yes or no.
  mutating func settle(_ question: Int32, _ block: Int32?) {
    let index = Int(question)
    guard let block, flow.document.questions.indices.contains(index),
      flow.document.blocks.indices.contains(Int(block))
    else { return }
    let text = flow.document.string(flow.document.blocks[Int(block)].text)
    let word = text.filter { $0 != "." && $0 != "\t" }
    if let value = Question.Value(written: word) {
      flow.document.questions[index].kind = .yesNo
      flow.document.questions[index].value = flow.document.questions[index].value ?? value
    }
    if flow.document.questions[index].valueBlock < 0 {
      flow.document.questions[index].valueBlock = block
    }
  }

  /// Adds the options of a paragraph: ticked ones are answers, others nobody's statement.
  mutating func addOptions(_ boxes: WordBoxes, _ element: Int32, _ context: WordContext) {
    var context = context
    if context.kind == .flow {
      context.kind = .answer
      if boxes.prompt.isEmpty {
        if openQuestion < 0 { openQuestion = questionAbove() }
        context.question = openQuestion
      } else {
        flow.startGroup()
        context.question = addQuestion(label(boxes.prompt), kind: .choice)
        openQuestion = context.question
        flow.add(.question, boxes.prompt, element: element, question: context.question)
      }
    } else if !boxes.prompt.isEmpty {
      flow.add(
        .caption, boxes.prompt, element: element, number: context.number, question: -1)
    }
    let asked = context.question
    for option in boxes.options {
      var question = context.question
      if asked < 0, context.kind == .answer {
        // A statement to tick is a question of its own.
        flow.startGroup()
        question = addQuestion(label(option.text), kind: .yesNo)
      }
      add(option, question, element, context)
    }
    for rest in boxes.rest {
      flow.add(
        context.kind == .cell ? .tableCell : .answer, rest, element: element,
        number: context.number, label: label(of: context), question: context.question)
    }
  }

  private mutating func add(
    _ option: WordBoxes.Option, _ question: Int32, _ element: Int32, _ context: WordContext
  ) {
    guard option.isChecked else {
      flow.add(
        .caption, option.text, element: element, number: context.number, label: label(of: context),
        question: -1)
      return
    }
    let block = flow.add(
      context.kind == .cell ? .tableCell : .answer, option.text, element: element,
      number: context.number, label: label(of: context), question: question)
    guard block != nil else { return }
    let index = Int(question)
    if flow.document.questions.indices.contains(index) {
      let text = label(option.text)
      let written = flow.document.questions[index].written
      flow.document.questions[index].written = written.isEmpty ? text : "\(written), \(text)"
      if flow.document.questions[index].kind == .text {
        flow.document.questions[index].kind = .choice
      }
    }
    settle(question, block)
  }

  private func label(of context: WordContext) -> String {
    let index = Int(context.question)
    guard context.label.isEmpty, flow.document.questions.indices.contains(index) else {
      return context.label
    }
    return flow.document.questions[index].label
  }

  /// Returns the question that the block before asks, and makes it one when it ends like one; -1 for
  /// none.
  mutating func questionAbove() -> Int32 {
    guard let block = flow.document.blocks.last, let end = block.text.last else { return -1 }
    if block.kind == .question { return block.question }
    let ends = flow.document.text[end]
    guard block.kind == .paragraph || block.kind == .listItem,
      ends == UInt8(ascii: "?") || ends == UInt8(ascii: ":")
    else { return -1 }
    let question = addQuestion(label(block.text), id: block.number)
    let index = flow.document.blocks.count - 1
    flow.document.blocks[index].kind = .question
    flow.document.blocks[index].question = question
    return question
  }

  /// Reads a content control around whole paragraphs.
  mutating func readControl(_ node: Int, _ context: WordContext) {
    guard let content = part.child(node, .sdtContent) else { return }
    let control = WordControl(node, in: part)
    guard case .text(let kind) = control.kind else {
      if case .contents = control.kind {
        walk(content, WordContext(kind: .caption))
      } else {
        walk(content, context)
      }
      return
    }
    let outer = isInPrompt
    isInPrompt = isInPrompt || control.isEmpty
    defer { isInPrompt = outer }
    // A control around tables or other controls is a frame, not a field.
    let isFrame =
      part.xml.descendants(of: content, named: "tbl").first != nil
      || part.xml.descendants(of: content, named: "sdt").first != nil
    guard context.kind == .flow, !isFrame else {
      walk(content, context)
      return
    }
    endList()
    let above = questionAbove()
    guard above >= 0 || !control.label.isEmpty else {
      walk(content, context)
      return
    }
    if above < 0 { flow.startGroup() }
    let question = above >= 0 ? above : addQuestion(control.label, id: control.tag, kind: kind)
    walk(
      content,
      WordContext(
        kind: .answer, question: question, label: flow.document.questions[Int(question)].label))
    settle(question, lastBlock(of: question))
    flow.startGroup()
  }

  /// Returns the last block when it answers a question, else nil.
  func lastBlock(of question: Int32) -> Int32? {
    guard let block = flow.document.blocks.last, block.question == question,
      block.kind.canBeEvidence
    else { return nil }
    return Int32(flow.document.blocks.count - 1)
  }

  /// Adds a paragraph with fields for input: what stands before a field asks for it.
  ///
  /// - Returns: false when the fields only fill gaps in running text.
  mutating func addControls(
    _ paragraph: WordParagraph, _ range: Range<Int>, _ element: Int32
  ) -> Bool {
    let text = flow.document.text
    let end = max(range.upperBound, paragraph.start)
    guard let last = paragraph.controls.last,
      trimmed(min(last.range.upperBound, end)..<end, in: text).isEmpty
    else { return false }
    // Every gap but a blank one must end like a prompt; a single one may just be short.
    var gaps: [Range<Int>] = []
    var start = paragraph.start
    for control in paragraph.controls {
      let from = max(start, paragraph.start)
      gaps.append(trimmed(from..<max(from, control.range.lowerBound), in: text))
      start = control.range.upperBound
    }
    let isForm = gaps.allSatisfy { gap in
      guard let end = gap.last else { return true }
      return text[end] == UInt8(ascii: "?") || text[end] == UInt8(ascii: ":") || gap.count <= 60
    }
    guard isForm else { return false }
    endList()
    for (control, gap) in zip(paragraph.controls, gaps) { add(control, gap, element) }
    return true
  }

  private mutating func add(_ control: WordControl, _ gap: Range<Int>, _ element: Int32) {
    var question: Int32 = -1
    var kind = Question.Kind.text
    if case .text(let own) = control.kind { kind = own }
    if gap.isEmpty {
      question = questionAbove()
      if question < 0 {
        flow.startGroup()
        if control.label.isEmpty {
          flow.add(.paragraph, control.range, element: element)
          return
        }
        question = addQuestion(control.label, id: control.tag, kind: kind)
      }
    } else {
      flow.startGroup()
      let asks = gap.last.map { flow.document.text[$0] } == UInt8(ascii: "?")
      let printed = PrintedNumber(gap, in: flow.document.text)
      question = addQuestion(
        asks || control.label.isEmpty ? label(printed?.content ?? gap) : control.label,
        id: printed?.number ?? control.tag, kind: kind)
      flow.add(
        .question, printed?.content ?? gap, element: element, number: printed?.number,
        question: question)
    }
    guard !control.isEmpty else { return }
    let index = Int(question)
    let block = flow.add(
      .answer, control.range, element: element,
      label: flow.document.questions.indices.contains(index)
        ? flow.document.questions[index].label : "", question: question)
    if kind != .text, flow.document.questions.indices.contains(index) {
      flow.document.questions[index].written = label(control.range)
    }
    settle(question, block)
  }

  /// Returns a stretch of the text on one line.
  func label(_ range: Range<Int>) -> String {
    collapsed(flow.document.string(trimmed(range, in: flow.document.text)))
  }
}
