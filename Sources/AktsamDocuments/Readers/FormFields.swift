internal import AktsamText
internal import AktsamXML

/// The fields of a page's forms, and which text asks for each: its label, else the text before it.
///
/// What steers the page is no field: buttons, searches, and what stands in its navigation, header
/// or footer.
struct FormFields {
  /// A question of the form: one control, or the boxes that are ticked for one question.
  struct Field {
    var id: String
    var kind: Question.Kind
    /// What the page says about it outside its text, such as a placeholder; empty = nothing.
    var label: String
    /// The legend around it; empty = none.
    var legend: String
    /// The text that asks; nil when none is found.
    var asks: Int?
    var isMandatory = false
    var hasValue = false
    /// The first control.
    var control: Int
  }

  /// What a text says about a field.
  enum Use: Equatable {
    case asks(Int)
    case option(Int, isChosen: Bool)
  }

  private(set) var fields: [Field] = []
  /// The parts of the page in which all text that is no answer is the form's.
  private(set) var filledForms: [Range<Int>] = []
  private var fieldOfControl: [Int: Int] = [:]
  private var uses: [(node: Int, use: Use)] = []
  private var optionTexts: Set<Int> = []

  /// Finds the fields of a page.
  init(_ xml: XMLDocument) {
    var search = FormSearch(xml)
    guard search.hasControls else { return }
    search.run()
    fields = search.fields
    fieldOfControl = search.fieldOfControl
    uses = search.uses.sorted { $0.node < $1.node }
    filledForms = search.filledForms()
    optionTexts = search.optionTexts
  }

  /// Returns the field of a control, or nil.
  func field(of node: Int) -> Int? { fieldOfControl[node] }

  /// Whether a field of the page holds an answer. A single choice from a list doesn't count:
  /// pages choose their language that way.
  var isAnswered: Bool {
    let filled = fields.filter { $0.hasValue }
    return filled.count > 1 || filled.contains { $0.kind != .choice || $0.asks != nil }
  }

  /// Returns what the first text in a range of nodes says about a field, or nil.
  func use(in nodes: Range<Int>) -> Use? {
    var low = 0
    var high = uses.count
    while low < high {
      let middle = (low + high) / 2
      if uses[middle].node < nodes.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < uses.count, nodes.contains(uses[low].node) else { return nil }
    return uses[low].use
  }

  /// Whether an option's own text is known, so that the control itself says nothing more.
  func hasOptionText(_ control: Int) -> Bool { optionTexts.contains(control) }
}

/// The search for the fields of one page.
private struct FormSearch {
  private enum Tag {
    case other, label, input, select, textarea, fieldset, row, form, body, skipped
  }

  let xml: XMLDocument
  private let tags: [Tag]
  var fields: [FormFields.Field] = []
  var fieldOfControl: [Int: Int] = [:]
  var uses: [(node: Int, use: FormFields.Use)] = []
  var optionTexts: Set<Int> = []

  private var labelOfControl: [Int: Int] = [:]
  private var boundLabels: Set<Int> = []
  private var nodesByID: [String: Int] = [:]
  private var groups: [String: Int] = [:]
  private var legends: [Int: Int?] = [:]
  /// The nearest text before, unless a control came since.
  private var lastText: Int?
  private var lastField: Int?
  private var lastRow = -1
  private var lastFieldset = -1
  /// A box without a label, whose text may follow it.
  private var openOption: (control: Int, field: Int, isChosen: Bool)?

  init(_ xml: XMLDocument) {
    self.xml = xml
    tags = xml.names.map { name in
      switch name.local.lowercased() {
      case "label": .label
      case "input": .input
      case "select": .select
      case "textarea": .textarea
      case "fieldset": .fieldset
      case "tr": .row
      case "form": .form
      case "body": .body
      case "button", "datalist", "footer", "head", "header", "nav", "noscript", "script", "style",
        "svg", "template":
        .skipped
      default: .other
      }
    }
  }

  var hasControls: Bool {
    tags.contains { $0 == .input || $0 == .select || $0 == .textarea }
  }

  private func tag(_ node: Int) -> Tag {
    let name = Int(xml.nodes[node].name)
    return xml.nodes[node].kind == .element && tags.indices.contains(name) ? tags[name] : .other
  }

  private func isBlank(_ node: Int) -> Bool {
    trimmed(xml.textRange(of: node), in: xml.text).isEmpty
  }

  mutating func run() {
    bindLabels()
    var node = 0
    while node < xml.nodes.count {
      let end = max(Int(xml.nodes[node].end), node + 1)
      var next = node + 1
      switch xml.nodes[node].kind {
      case .processingInstruction: break
      case .text: if !isBlank(node) { take(text: node) }
      case .element:
        let isSearch =
          xml.nodes[node].attributes.isEmpty == false
          && xml.attribute("role", of: node) == "search"
        switch tag(node) {
        case _ where isSearch: next = end
        case .skipped: next = end
        case .label:
          // A label's text is taken with its control, the controls inside it in their turn.
          if boundLabels.contains(node) {
            for inner in (node + 1)..<end where fieldCandidate(inner) { addControl(inner) }
            next = end
          }
        case .input: addControl(node)
        case .select, .textarea:
          addControl(node)
          next = end
        default: break
        }
      }
      node = next
    }
  }

  /// Returns the forms that hold an answer; the whole page where one stands in no form.
  func filledForms() -> [Range<Int>] {
    var result: [Range<Int>] = []
    for field in fields where field.hasValue {
      var node = field.control
      while tag(node) != .form, tag(node) != .body, let parent = xml.parent(of: node) {
        node = parent
      }
      let range = node..<max(Int(xml.nodes[node].end), node + 1)
      if result.last != range { result.append(range) }
    }
    return result
  }

  private func fieldCandidate(_ node: Int) -> Bool {
    [.input, .select, .textarea].contains(tag(node))
  }

  /// Finds the control that each label belongs to.
  private mutating func bindLabels() {
    var labels: [Int] = []
    for node in xml.nodes.indices where xml.nodes[node].kind == .element {
      if tag(node) == .label { labels.append(node) }
      if let id = xml.attribute("id", of: node), nodesByID[id] == nil { nodesByID[id] = node }
    }
    for label in labels {
      let target: Int?
      if let id = xml.attribute("for", of: label) {
        target = nodesByID[id].flatMap { fieldCandidate($0) ? $0 : nil }
      } else {
        target = (label..<max(Int(xml.nodes[label].end), label)).first { fieldCandidate($0) }
      }
      guard let target, labelOfControl[target] == nil, firstText(in: label) != nil else { continue }
      labelOfControl[target] = label
      boundLabels.insert(label)
    }
  }

  /// Returns the first text below a node that no control holds.
  private func firstText(in node: Int) -> Int? {
    var index = node
    while index < max(Int(xml.nodes[node].end), node + 1) {
      if xml.nodes[index].kind == .text, !isBlank(index) { return index }
      let isSkipped = [.select, .textarea, .skipped].contains(tag(index))
      index = isSkipped ? max(Int(xml.nodes[index].end), index + 1) : index + 1
    }
    return nil
  }

  private mutating func take(text node: Int) {
    if let option = openOption, isNear(option.control, node) {
      uses.append((node, .option(option.field, isChosen: option.isChosen)))
      optionTexts.insert(option.control)
      openOption = nil
      return
    }
    openOption = nil
    lastText = node
  }

  /// Whether a text follows a control on its line, or in its row of a table.
  private func isNear(_ control: Int, _ text: Int) -> Bool {
    guard let parent = xml.parent(of: control) else { return false }
    if text < Int(xml.nodes[parent].end) { return true }
    let row = ancestor(.row, of: control)
    return row >= 0 && row == ancestor(.row, of: text)
  }

  private func ancestor(_ wanted: Tag, of node: Int) -> Int {
    var index = xml.parent(of: node)
    while let ancestor = index {
      if tag(ancestor) == wanted { return ancestor }
      index = xml.parent(of: ancestor)
    }
    return -1
  }
}

// MARK: - Controls

extension FormSearch {
  private mutating func addControl(_ node: Int) {
    let type = tag(node) == .input ? (xml.attribute("type", of: node) ?? "").lowercased() : ""
    let ignored = ["hidden", "submit", "button", "reset", "image", "search", "password", "color"]
    guard !ignored.contains(type) else { return }
    let isOption = type == "radio" || type == "checkbox"
    let row = ancestor(.row, of: node)
    let fieldset = ancestor(.fieldset, of: node)
    let name = xml.attribute("name", of: node) ?? ""
    let key = "\(ancestor(.form, of: node)) \(type) \(name)"
    let label = labelOfControl[node].flatMap { firstText(in: $0) }
    var field = isOption && !name.isEmpty ? groups[key] : nil
    if field == nil, lastText == nil, let last = lastField {
      // A comment beside a choice, or the next box of the same list.
      let isSameRow = row >= 0 && row == lastRow && (isOption || label == nil)
      let isSameList =
        isOption && type == "checkbox" && fieldset == lastFieldset
        && [.multi, .yesNo].contains(fields[last].kind)
      if isSameRow || isSameList { field = last }
    }
    let index = field ?? fields.count
    if field == nil {
      add(node, type, name: name, label: label, isOption: isOption, fieldset: fieldset)
    }
    if isOption, !name.isEmpty, groups[key] == nil { groups[key] = index }
    if isOption, field != nil, fields[index].kind == .yesNo, type == "checkbox" {
      fields[index].kind = .multi
    }
    fieldOfControl[node] = index
    if isMandatory(node) { fields[index].isMandatory = true }
    let value = hasValue(node, type)
    if value { fields[index].hasValue = true }
    openOption = nil
    if isOption {
      if let label {
        uses.append((label, .option(index, isChosen: value)))
        optionTexts.insert(node)
      } else {
        openOption = (node, index, value)
      }
    }
    lastText = nil
    lastField = index
    lastRow = row
    lastFieldset = fieldset
  }

  private mutating func add(
    _ node: Int, _ type: String, name: String, label: Int?, isOption: Bool, fieldset: Int
  ) {
    let index = fields.count
    var asks = isOption ? lastText : label
    if !isOption, let label, lastText != nil, isGeneric(label) { asks = lastText }
    if asks == nil, let id = xml.attribute("aria-labelledby", of: node) {
      asks = id.split(separator: " ").first.flatMap { nodesByID[String($0)] }
        .flatMap { firstText(in: $0) }
    }
    let said = ["aria-label", "title", "placeholder"]
      .compactMap { xml.attribute($0, of: node) }.first { !$0.isEmpty }
    if asks == nil, said == nil || lastText != nil { asks = lastText }
    if let asks { uses.append((asks, .asks(index))) }
    var legend = ""
    if let node = self.legend(of: fieldset), asks.map({ $0 >= Int(xml.nodes[node].end) }) ?? true {
      legend = xml.string(of: node)
    }
    let id = name.isEmpty ? xml.attribute("id", of: node) ?? "" : name
    fields.append(
      FormFields.Field(
        id: id.isEmpty ? "\(index + 1)" : id, kind: kind(of: node, type),
        label: said ?? "", legend: legend, asks: asks, control: node))
  }

  private mutating func legend(of fieldset: Int) -> Int? {
    guard fieldset >= 0 else { return nil }
    if let known = legends[fieldset] { return known }
    let legend = xml.firstChild(of: fieldset, named: "legend")
    legends[fieldset] = .some(legend)
    return legend
  }

  /// Whether a label says no more than that something is written here.
  private func isGeneric(_ text: Int) -> Bool {
    let words: Set<String> = [
      "answer", "answer:", "your answer", "your answer:", "response", "response:", "svar", "svar:",
      "ditt svar", "ditt svar:", "besvarelse", "besvarelse:", "comment", "comment:", "kommentar",
      "kommentar:", "comments", "comments:", "kommentarer", "kommentarer:",
    ]
    return words.contains(xml.string(of: text).lowercased())
  }

  private func kind(of node: Int, _ type: String) -> Question.Kind {
    switch tag(node) {
    case .textarea: return .text
    case .select: return xml.attribute("multiple", of: node) == nil ? .choice : .multi
    default: break
    }
    return switch type {
    case "radio": .choice
    case "checkbox": .yesNo
    case "number", "range": .number
    case "date", "datetime-local", "month", "week": .date
    case "url": .url
    case "file": .evidence
    default: .text
    }
  }

  private func isMandatory(_ node: Int) -> Bool {
    xml.attribute("required", of: node) != nil || xml.attribute("aria-required", of: node) == "true"
  }

  private func hasValue(_ node: Int, _ type: String) -> Bool {
    switch tag(node) {
    case .textarea: return !isBlank(node)
    case .select: return !FormFields.chosenOptions(of: node, in: xml).isEmpty
    default: break
    }
    if type == "radio" || type == "checkbox" { return xml.attribute("checked", of: node) != nil }
    if type == "file" { return false }
    return xml.attribute("value", of: node)?.utf8.contains { $0 > 0x20 } ?? false
  }
}

extension FormFields {
  /// Returns the options of a list that are chosen. One that stands for none ("Choose …") has an
  /// empty value or is disabled.
  static func chosenOptions(of select: Int, in xml: XMLDocument) -> [Int] {
    ((select + 1)..<max(Int(xml.nodes[select].end), select + 1)).filter { node in
      xml.nodes[node].kind == .element && xml.local(of: node).lowercased() == "option"
        && xml.attribute("selected", of: node) != nil && xml.attribute("disabled", of: node) == nil
        && xml.attribute("value", of: node) != ""
        && (xml.attribute("value", of: node) != nil || !xml.string(of: node).isEmpty)
    }
  }
}
