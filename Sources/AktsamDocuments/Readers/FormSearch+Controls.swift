internal import AktsamXML

extension FormSearch {
  mutating func addControl(_ node: Int) {
    let type = tag(node) == .input ? (xml.attribute("type", of: node) ?? "").lowercased() : ""
    let ignored = ["hidden", "submit", "button", "reset", "image", "search", "password", "color"]
    guard !ignored.contains(type) else { return }
    let isOption = type == "radio" || type == "checkbox"
    let row = ancestor(.row, of: node)
    let fieldset = ancestor(.fieldset, of: node)
    let name = xml.attribute("name", of: node) ?? ""
    let key = "\(ancestor(.form, of: node)) \(type) \(name)"
    let label = labelOfControl[node].flatMap { firstText(in: $0) }
    let value = hasValue(node, type)
    // A control without name, label, value and form is a switch of the page's own.
    guard !name.isEmpty || label != nil || value || ancestor(.form, of: node) >= 0 else { return }
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
        label: said ?? "", legend: legend, asks: asks, isList: tag(node) == .select, control: node))
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
