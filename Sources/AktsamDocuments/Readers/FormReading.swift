internal import AktsamText
internal import AktsamXML

/// The state of reading a page's form: the fields that were met so far.
struct FormReading {
  /// The fields.
  let fields: FormFields
  /// The index in ``Document/questions`` of each field, -1 before it is met.
  private(set) var questions: [Int32]
  /// What asks for each field, as read.
  private(set) var labels: [String]
  /// The number printed before that.
  var numbers: [String]
  /// The field that the last block belongs to.
  var current = -1
  private let filled: [Range<Int>]

  init(_ fields: FormFields) {
    self.fields = fields
    questions = Array(repeating: -1, count: fields.fields.count)
    labels = Array(repeating: "", count: fields.fields.count)
    numbers = labels
    filled = fields.isAnswered ? fields.filledForms.sorted { $0.lowerBound < $1.lowerBound } : []
  }

  /// Whether a node stands in a form that holds an answer.
  func isFilled(at node: Int) -> Bool {
    var low = 0
    var high = filled.count
    while low < high {
      let middle = (low + high) / 2
      if filled[middle].lowerBound <= node { low = middle + 1 } else { high = middle }
    }
    return low > 0 && filled[low - 1].contains(node)
  }

  /// Takes what asks for a field.
  mutating func setLabel(_ label: String, of field: Int) {
    if labels[field].isEmpty { labels[field] = label }
  }

  /// Begins a field as a question.
  mutating func begin(_ field: Int, as question: Int) {
    questions[field] = Int32(question)
  }
}

extension ProseWalker {
  /// Adds a text that asks for a field or names one of its options. Only the chosen option is the
  /// supplier's word.
  mutating func addFormText(_ range: Range<Int>, _ use: FormFields.Use, element: Int32) {
    switch use {
    case .asks(let field):
      let printed = PrintedNumber(range, in: xml.text).flatMap { $0.form == .bare ? nil : $0 }
      form?.setLabel(xml.string(ofText: printed?.content ?? range), of: field)
      if let printed { form?.numbers[field] = printed.number }
      let question = begin(field)
      flow.add(
        .question, printed?.content ?? range, element: element, number: form?.numbers[field],
        question: question)
    case .option(let field, let isChosen):
      let question = begin(field)
      let block = flow.add(
        isChosen ? .answer : .caption, range, element: element, number: form?.numbers[field],
        question: question)
      if isChosen { take(xml.string(ofText: range), block, of: field, isBox: true) }
    }
  }

  /// Adds what a control holds.
  mutating func readControl(_ control: Int, of field: Int) {
    _ = begin(field)
    switch xml.local(of: control).lowercased() {
    case "textarea":
      for range in paragraphs(of: xml.textRange(of: control)) {
        addAnswer(range, "", at: control, of: field)
      }
    case "select":
      for option in FormFields.chosenOptions(of: control, in: xml) {
        let range = xml.textRange(of: option)
        if trimmed(range, in: xml.text).isEmpty {
          addAttribute("value", of: option, field: field)
        } else {
          addAnswer(range, xml.string(of: option), at: option, of: field)
        }
      }
    default:
      let type = xml.attribute("type", of: control)?.lowercased()
      guard type == "radio" || type == "checkbox" else {
        // A comment beside a choice is no part of its value.
        let isValue = form?.fields.fields[field].control == control
        if type != "file" {
          addAttribute("value", of: control, field: field, means: isValue ? nil : "")
        }
        return
      }
      guard xml.attribute("checked", of: control) != nil,
        form?.fields.hasOptionText(control) == false
      else { return }
      // A box without a text of its own, as in a table with a column for each option.
      let meaning = columnHeading.isEmpty ? nil : columnHeading
      if !addAttribute("value", of: control, field: field, means: meaning, isBox: true) {
        let tag = xml.place(ofStartTag: control).segments.first
        let written = meaning ?? "yes"
        addAnswer(
          flow.document.append(written, from: tag), written, at: control, of: field, isBox: true)
      }
    }
  }

  /// Completes the questions when all that asks for them is known.
  mutating func finishForm() {
    guard let form else { return }
    var labels: [Int32: String] = [:]
    for (index, field) in form.fields.fields.enumerated() where form.questions[index] >= 0 {
      let question = Int(form.questions[index])
      let asked = form.labels[index].isEmpty ? field.label : form.labels[index]
      let own = flow.document.questions[question].written
      let label = [field.legend, asked].filter { !$0.isEmpty }
        .joined(separator: ESPDReading.arrow)
      labels[form.questions[index]] = label.isEmpty ? own : label
      flow.document.questions[question].label = label.isEmpty ? own : label
      let isOpen = flow.document.questions[question].valueBlock < 0
      if label.isEmpty, !isOpen, field.kind != .yesNo, field.kind != .multi {
        note(FormMessages.unaskedRule, FormMessages.unasked(field.id), at: field.control)
      } else if isOpen, field.isMandatory, flow.document.role == .response {
        note(
          Messages.leftOpenRule, Messages.leftOpen(label.isEmpty ? field.id : label),
          at: field.control)
      }
    }
    for index in flow.document.blocks.indices {
      let block = flow.document.blocks[index]
      guard block.kind != .question, let label = labels[block.question] else { continue }
      flow.document.blocks[index].label = label
    }
  }

  private mutating func note(_ rule: String, _ message: String, at node: Int) {
    flow.document.findings.append(
      Finding(
        rule: rule, severity: .warning, message: message, place: xml.place(ofStartTag: node)))
  }

  /// Returns the question of a field, a new one when it is met first; what follows belongs to it.
  private mutating func begin(_ field: Int) -> Int32 {
    guard let form else { return -1 }
    if form.current != field {
      flow.startGroup()
      self.form?.current = field
    }
    if form.questions[field] >= 0 { return form.questions[field] }
    let known = form.fields.fields[field]
    let question = flow.document.questions.count
    flow.document.questions.append(
      Question(
        id: known.id, kind: known.kind, isMandatory: known.isMandatory, state: .unanswered))
    self.form?.begin(field, as: question)
    return Int32(question)
  }

  private mutating func addAnswer(
    _ range: Range<Int>, _ written: String, at node: Int, of field: Int, isBox: Bool = false
  ) {
    let question = begin(field)
    let block = flow.add(
      .answer, range, element: xml.nodes[node].element, number: form?.numbers[field],
      question: question)
    take(written, block, of: field, isBox: isBox)
  }

  /// Adds the value of an attribute; returns whether there is one.
  @discardableResult
  private mutating func addAttribute(
    _ name: String, of node: Int, field: Int, means meaning: String? = nil, isBox: Bool = false
  ) -> Bool {
    let value = xml.attribute(name, of: node) ?? ""
    guard value.utf8.contains(where: { $0 > 0x20 }) else { return false }
    let range = flow.document.append(value, from: xml.attributeRange(name, of: node))
    addAnswer(range, meaning ?? value, at: node, of: field, isBox: isBox)
    return true
  }

  /// Takes a value as written; an empty one is prose, which stands in its block alone.
  private mutating func take(_ written: String, _ block: Int32?, of field: Int, isBox: Bool) {
    guard let block, let index = form?.questions[field], index >= 0 else { return }
    let question = Int(index)
    if flow.document.questions[question].valueBlock < 0 {
      flow.document.questions[question].valueBlock = block
    }
    let kind = flow.document.questions[question].kind
    guard kind != .text, !written.isEmpty else { return }
    let before = flow.document.questions[question].written
    flow.document.questions[question].written =
      before.isEmpty ? written : "\(before), \(written)"
    guard kind == .choice || kind == .yesNo else { return }
    if let value = Question.Value(written: written) {
      flow.document.questions[question].value = value
      flow.document.questions[question].kind = .yesNo
    } else if kind == .yesNo, isBox {
      // A ticked box says yes to what stands beside it.
      flow.document.questions[question].value = .yes
    }
  }

  /// Returns the paragraphs of a text that blank lines part.
  private func paragraphs(of range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    var lineIsBlank = false
    while index < range.upperBound {
      let byte = xml.text[index]
      if byte == 0x0A || (byte == 0x0D && !isLineFeed(index + 1, before: range.upperBound)) {
        if lineIsBlank {
          result.append(start..<index)
          start = index
        }
        lineIsBlank = true
      } else if byte > 0x20 {
        lineIsBlank = false
      }
      index += 1
    }
    result.append(start..<range.upperBound)
    return result.filter { !trimmed($0, in: xml.text).isEmpty }
  }

  private func isLineFeed(_ index: Int, before end: Int) -> Bool {
    index < end && xml.text[index] == 0x0A
  }
}
