import AktsamText
import AktsamXML

/// What is filled in: boxes, fields and form controls.
extension OpenDocumentReading {
  /// Reads a line with boxes to tick: what stands before them is the question.
  mutating func readTickBoxes(_ boxes: TickBoxes, element: Int32) {
    var question: Int32?
    var label = ""
    if !boxes.prompt.isEmpty {
      question = ask(boxes.prompt, element: element, kind: boxes.boxes.count > 1 ? .choice : .yesNo)
      label = text(boxes.prompt)
    }
    for box in boxes.boxes {
      let block = flow.add(
        box.isTicked ? .answer : .caption, box.label, element: element, label: label,
        question: question)
      if box.isTicked, let block, let question { take(block, question: question) }
    }
  }

  /// Reads what is filled into a line such as "Name: […]".
  ///
  /// - Returns: whether the paragraph was read; a field amid a sentence is part of it.
  mutating func readFields(_ paragraph: OpenDocumentParagraph, element: Int32) -> Bool {
    guard let first = paragraph.fields.first, !isInNote else { return false }
    let before = paragraph.pieces[..<first.before]
    let prompt = trimmed(flow.document.join(Array(before)), in: flow.document.text)
    let mark = prompt.isEmpty ? 0 : flow.document.text[prompt.upperBound - 1]
    let isPrompt = mark == UInt8(ascii: ":") || mark == UInt8(ascii: "?")
    guard isPrompt || (prompt.isEmpty && !first.name.isEmpty) else { return false }
    var question: Int32
    if isPrompt {
      question = ask(prompt, element: element, kind: .text)
    } else {
      question = ask(first.name, of: first.node)
    }
    let rest = flow.document.join(Array(paragraph.pieces[first.before...]))
    let value = trimmed(rest, in: flow.document.text)
    guard !value.isEmpty else { return true }
    let label = flow.document.questions[Int(question)].label
    if let boxes = TickBoxes(value, in: flow.document.text) {
      for box in boxes.boxes {
        let block = flow.add(
          box.isTicked ? .answer : .caption, box.label, element: element, label: label,
          question: question)
        if box.isTicked, let block { take(block, question: question) }
      }
    } else if let block = flow.add(
      .answer, value, element: element, label: label, question: question)
    {
      take(block, question: question)
    }
    return true
  }

  mutating func readControls(
    _ nodes: [Int], prompt: (text: Range<Int>, element: Int32)?
  ) {
    let controls = nodes.compactMap { node in
      xml.attribute("control", of: node).flatMap { forms.take($0) }
    }
    guard let prompt else {
      for control in controls { readControl(control, prompt: nil) }
      return
    }
    guard !controls.isEmpty else {
      add(prompt.text, element: prompt.element)
      return
    }
    let question = ask(
      prompt.text, element: prompt.element, kind: controls[0].isBox ? .choice : .text)
    for control in controls { readControl(control, prompt: question) }
  }

  /// Reads a form control: as part of a question that was asked, or as one of its own.
  mutating func readControl(_ control: OpenDocumentForms.Control, prompt: Int32?) {
    var question = prompt
    if question == nil {
      guard let label = control.label else {
        guard !control.isBox || control.isTicked, !control.values.isEmpty else { return }
        question = nil
        addValues(of: control, question: ask(control.name, of: control.node))
        return
      }
      question = ask(
        flow.document.append(label.text, from: label.source),
        element: xml.nodes[control.node].element, kind: control.isBox ? .yesNo : .text)
    }
    guard let question else { return }
    if control.isBox {
      guard let label = control.label else { return }
      // The words beside a box are what its tick says.
      let range = flow.document.append(label.text, from: label.source)
      let block = flow.add(
        control.isTicked ? .answer : .caption, range, element: xml.nodes[control.node].element,
        label: flow.document.questions[Int(question)].label, question: question)
      if control.isTicked, let block { take(block, question: question) }
    } else {
      addValues(of: control, question: question)
    }
  }

  mutating func addValues(of control: OpenDocumentForms.Control, question: Int32) {
    for value in control.values {
      let range =
        value.isText ? value.range : flow.document.append(value.text, from: value.range)
      let block = flow.add(
        .answer, range, element: xml.nodes[control.node].element,
        label: flow.document.questions[Int(question)].label, question: question)
      if let block { take(block, question: question) }
    }
  }

  mutating func ask(_ range: Range<Int>, element: Int32, kind: Question.Kind) -> Int32 {
    flow.startGroup()
    let index = Int32(flow.document.questions.count)
    let number = flow.section.number
    flow.document.questions.append(
      Question(id: "\(index + 1)", label: text(range), kind: kind, state: .unanswered))
    flow.add(.question, range, element: element, number: number, question: index)
    asked += 1
    return index
  }

  /// Asks by the name that a field has in the file.
  mutating func ask(_ name: String, of node: Int) -> Int32 {
    ask(
      flow.document.append(name, from: nil), element: xml.nodes[node].element, kind: .text)
  }

  mutating func take(_ block: Int32, question: Int32) {
    filled += 1
    let index = Int(question)
    guard flow.document.questions.indices.contains(index),
      flow.document.questions[index].valueBlock < 0
    else { return }
    flow.document.questions[index].valueBlock = block
    let written = flow.document.string(flow.document.blocks[Int(block)].text)
    if let value = Question.Value(written: written) {
      flow.document.questions[index].kind = .yesNo
      flow.document.questions[index].value = value
    }
  }

  func text(_ range: Range<Int>) -> String {
    collapsed(flow.document.string(range))
  }
}
