import AktsamText
import AktsamXML

extension OSCALReading {
  /// Reads what is done about one control. Each statement of it is a question, and so is the
  /// control itself where it is answered as a whole.
  mutating func readRequirement(_ node: Int) {
    let id = xml.attribute("control-id", of: node) ?? ""
    let component = walker.label
    let frame = walker.beginDivision(
      number: clipped(id, to: NumberChain.longestNumber), restarts: true)
    let outer = takeParameters(of: node)
    let statements = xml.childElements(of: node, named: "statement")
    let ids = statements.compactMap { xml.attribute("statement-id", of: $0) }.sorted()
    let isWhole = xml.childElements(of: node).contains { isAnswer($0) }
    if isWhole || statements.isEmpty {
      readAnswer(node, id: id, component: component, isParent: !statements.isEmpty)
    }
    for statement in statements {
      let id = xml.attribute("statement-id", of: statement) ?? id
      let isParent = Self.hasParts(id, in: ids)
      let outer = takeParameters(of: statement)
      readAnswer(statement, id: id, component: component, isParent: isParent)
      putBack(outer)
    }
    putBack(outer)
    walker.endDivision(frame)
  }

  /// Whether one of the ids, sorted, is that of a part: `au-1_smt.a` of `au-1_smt`.
  private static func hasParts(_ id: String, in ids: [String]) -> Bool {
    let prefix = "\(id)."
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < prefix { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low].hasPrefix(prefix)
  }

  private func isAnswer(_ node: Int) -> Bool {
    switch tag(node) {
    case .description, .remarks, .byComponent, .setParameter, .implementationStatus: true
    case .prop: xml.attribute("name", of: node) == "implementation-status"
    default: false
    }
  }

  /// Reads the answer to one question. One that has parts which are answered themselves is not
  /// missing an answer to the whole of it.
  private mutating func readAnswer(
    _ node: Int, id: String, component: String, isParent: Bool
  ) {
    let index = walker.flow.document.questions.count
    walker.flow.startGroup()
    walker.question = Int32(index)
    let label = component.isEmpty ? id : "\(id), \(component)"
    walker.label = clipped(label, to: 400)
    walker.flow.document.questions.append(
      Question(id: id, label: id, kind: .text, state: isParent ? .notAsked : .unanswered))
    readParts(of: node, label: label)
    walker.question = -1
    walker.flow.startGroup()
  }

  private mutating func readParts(of node: Int, label: String) {
    for child in xml.childElements(of: node) {
      switch tag(child) {
      case .description: readProse(child, as: .answer, label: label)
      case .remarks: readProse(child, as: .answer, label: "\(label) (remarks)")
      case .setParameter:
        let name = xml.attribute("param-id", of: child) ?? ""
        walker.label = clipped("\(label) (\(name))", to: 400)
        for value in xml.childElements(of: child, named: "value") {
          walker.walk(value, as: .answer)
        }
      case .implementationStatus: addState(child, attribute: "state", label: label)
      case .prop where xml.attribute("name", of: child) == "implementation-status":
        addState(child, attribute: "value", label: label)
      case .byComponent:
        let outer = takeParameters(of: child)
        let name = xml.attribute("component-uuid", of: child).flatMap { components[$0] }
        readParts(of: child, label: name.map { clipped("\(label), \($0)", to: 400) } ?? label)
        putBack(outer)
      case .export, .inherited, .provided, .responsibility, .satisfied:
        let part = clipped("\(label) (\(xml.local(of: child)))", to: 400)
        readParts(of: child, label: part)
      default: break
      }
    }
  }

  /// Adds how far a control is in place: a word of a fixed list.
  private mutating func addState(_ node: Int, attribute: String, label: String) {
    guard let word = xml.attribute(attribute, of: node), !word.isEmpty else { return }
    walker.label = clipped("\(label) (implementation status)", to: 400)
    let block = add(word, from: attribute, of: node)
    let index = Int(walker.question)
    guard walker.flow.document.questions.indices.contains(index) else { return }
    let value: Question.Value? =
      switch word {
      case "implemented": .yes
      case "partial": .partly
      case "not-applicable": .notApplicable
      default: nil
      }
    let isFirst = walker.flow.document.questions[index].written.isEmpty
    // Several components may differ: then part of it is in place.
    let agreed = isFirst || walker.flow.document.questions[index].value == value
    walker.flow.document.questions[index].value = agreed ? value : .partly
    guard isFirst else { return }
    walker.flow.document.questions[index].written = clipped(word, to: 80)
    walker.flow.document.questions[index].valueBlock = block ?? -1
  }

  /// Adds the value of an attribute as an answer.
  private mutating func add(_ text: String, from attribute: String, of node: Int) -> Int32? {
    let range = walker.flow.document.append(
      text, from: xml.attributeRange(attribute, of: node))
    return walker.flow.add(
      .answer, range, element: xml.nodes[node].element, label: walker.label,
      question: walker.question)
  }

  /// Reads an observation, a risk or an item of a plan: one group.
  mutating func readRecord(_ node: Int) {
    let facts = ["collected", "deadline", "status"].compactMap { name in
      xml.firstChild(of: node, named: name).map { child in
        "\(name) \(day(xml.string(of: child)) ?? xml.string(of: child))"
      }
    }
    let frame = walker.beginDivision(number: "", restarts: false)
    walker.label = clipped(
      ([xml.local(of: node)] + facts).joined(separator: ", "), to: 200)
    if let title = xml.firstChild(of: node, named: "title") { walker.readHeading(title) }
    walker.flow.section.isNumbered = true
    for child in xml.childElements(of: node) { read(child, as: .paragraph) }
    walker.endDivision(frame)
  }

  /// Reads what an assessor found about one objective: a question that the state answers.
  mutating func readFinding(_ node: Int) {
    let target = xml.firstChild(of: node, named: "target")
    let id = target.flatMap { xml.attribute("target-id", of: $0) } ?? ""
    let title = xml.firstChild(of: node, named: "title")
    let frame = walker.beginDivision(
      number: clipped(id, to: NumberChain.longestNumber), restarts: true)
    if let title { walker.readHeading(title) }
    walker.flow.startGroup()
    let text = title.map { clipped(xml.string(of: $0), to: 400) } ?? ""
    walker.question = Int32(walker.flow.document.questions.count)
    walker.flow.document.questions.append(
      Question(id: id, label: text, kind: .yesNo, state: .unanswered))
    let label = id.isEmpty ? "finding" : "finding \(id)"
    walker.label = clipped(label, to: 400)
    let status = target.flatMap { xml.firstChild(of: $0, named: "status") }
    if let status { addVerdict(status) }
    for part in [node, target, status].compactMap(\.self) {
      readParts(of: part, label: label)
    }
    walker.question = -1
    walker.endDivision(frame)
  }

  private mutating func addVerdict(_ status: Int) {
    guard let state = xml.attribute("state", of: status), !state.isEmpty,
      let block = add(state, from: "state", of: status)
    else { return }
    let index = Int(walker.question)
    guard walker.flow.document.questions.indices.contains(index) else { return }
    walker.flow.document.questions[index].written = clipped(state, to: 80)
    walker.flow.document.questions[index].valueBlock = block
    walker.flow.document.questions[index].value =
      switch state {
      case "satisfied": .yes
      case "not-satisfied": .no
      default: nil
      }
  }
}
