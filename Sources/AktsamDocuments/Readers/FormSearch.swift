internal import AktsamText
internal import AktsamXML

/// The search for the fields of one page.
struct FormSearch {
  enum Tag {
    case other, label, input, select, textarea, fieldset, row, form, body, skipped
  }

  let xml: XMLDocument
  let tags: [Tag]
  var fields: [FormFields.Field] = []
  var fieldOfControl: [Int: Int] = [:]
  var uses: [(node: Int, use: FormFields.Use)] = []
  var optionTexts: Set<Int> = []

  var labelOfControl: [Int: Int] = [:]
  var boundLabels: Set<Int> = []
  var nodesByID: [String: Int] = [:]
  var groups: [String: Int] = [:]
  var legends: [Int: Int?] = [:]
  /// The nearest text before, unless a control came since.
  var lastText: Int?
  var lastField: Int?
  var lastRow = -1
  var lastFieldset = -1
  /// A box without a label, whose text may follow it.
  var openOption: (control: Int, field: Int, isChosen: Bool)?

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

  func tag(_ node: Int) -> Tag {
    let name = Int(xml.nodes[node].name)
    return xml.nodes[node].kind == .element && tags.indices.contains(name) ? tags[name] : .other
  }

  func isBlank(_ node: Int) -> Bool {
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

  func fieldCandidate(_ node: Int) -> Bool {
    [.input, .select, .textarea].contains(tag(node))
  }

  /// Finds the control that each label belongs to.
  mutating func bindLabels() {
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
  func firstText(in node: Int) -> Int? {
    var index = node
    while index < max(Int(xml.nodes[node].end), node + 1) {
      if xml.nodes[index].kind == .text, !isBlank(index) { return index }
      let isSkipped = [.select, .textarea, .skipped].contains(tag(index))
      index = isSkipped ? max(Int(xml.nodes[index].end), index + 1) : index + 1
    }
    return nil
  }

  mutating func take(text node: Int) {
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
  func isNear(_ control: Int, _ text: Int) -> Bool {
    guard let parent = xml.parent(of: control) else { return false }
    if text < Int(xml.nodes[parent].end) { return true }
    let row = ancestor(.row, of: control)
    return row >= 0 && row == ancestor(.row, of: text)
  }

  func ancestor(_ wanted: Tag, of node: Int) -> Int {
    var index = xml.parent(of: node)
    while let ancestor = index {
      if tag(ancestor) == wanted { return ancestor }
      index = xml.parent(of: ancestor)
    }
    return -1
  }
}
