import AktsamXML

extension ESPDReading {
  /// Reads the tree of criteria: headings, the buyer's texts, and a question for each property.
  mutating func readCriteria() {
    for node in tree.xml.children(of: root) {
      guard let name = tree[node] else { continue }
      switch name {
      case .procurementProject:
        add(.caption, tree.children(.name, of: node), label: "Procurement")
        add(.caption, tree.children(.description, of: node), label: "Procurement")
      case .tenderingCriterion, .criterion:
        readCriterion(node, chain: [])
      default: break
      }
    }
  }

  /// Reads a criterion and the national criteria inside it.
  private mutating func readCriterion(_ node: Int, chain: [String]) {
    let names = tree.children(.name, of: node)
    let code = readCode(of: node, isNested: !chain.isEmpty)
    let title = original(names)
    let name = title.isEmpty ? code : title
    let chain = name.isEmpty ? chain : chain + [shortened(name)]
    let heading = add(.heading, names, label: code).map { Int32($0) } ?? -1
    let index = criteria.count
    let id = tree.string(.id, of: node)
    let kind = ESPDCriterionKind(id: id, code: code)
    var path = id.isEmpty ? code : id
    if !paths.insert(path.lowercased()).inserted { path += "#\(index + 1)" }
    criteria.append(ESPDCriterion(kind: kind, name: name, heading: heading, path: path))
    add(
      .caption, tree.children(.description, of: node), heading: heading,
      label: chain.joined(separator: Self.arrow))
    var isFirst = true
    var groups = 0
    for child in tree.xml.children(of: node) {
      switch tree[child] {
      case .tenderingCriterionPropertyGroup, .requirementGroup:
        groups += 1
        readGroup(
          child, criterion: index, chain: chain, path: "\(criteria[index].path)/G\(groups)",
          gate: -1,
          indicator: -1, isFirst: isFirst)
        isFirst = false
      case .subTenderingCriterion:
        readCriterion(child, chain: chain)
      default: break
      }
    }
  }

  /// Keeps the code of a criterion; returns it, empty when there is none.
  private mutating func readCode(of criterion: Int, isNested: Bool) -> String {
    guard let node = tree.child(version == 1 ? .typeCode : .criterionTypeCode, of: criterion) else {
      return ""
    }
    let code = tree.string(node)
    if !code.isEmpty {
      document.codes.append(
        CodedValue(
          kind: .criterion, code: code, isNested: isNested, text: tree.text(node),
          element: tree.xml.nodes[node].element))
    }
    return code
  }

  /// Reads a group of properties and the groups below it.
  ///
  /// - Parameters:
  ///   - node: the group.
  ///   - criterion: the index of its criterion.
  ///   - chain: the texts above, for labels.
  ///   - path: where it stands in the criterion, for the ids of version 1.
  ///   - gate: the conditional group around it, -1 for none.
  ///   - indicator: the nearest preceding INDICATOR question at the parent level, -1 for none.
  ///   - isFirst: whether it belongs to the criterion's first group.
  private mutating func readGroup(
    _ node: Int, criterion: Int, chain: [String], path: String, gate: Int, indicator: Int,
    isFirst: Bool
  ) {
    var gate = gate
    var chain = chain
    if indicator >= 0, let wantsYes = condition(of: node) {
      gates.append(ESPDGate(controller: indicator, wantsYes: wantsYes, parent: gate))
      gate = gates.count - 1
      if indicator != criteria[criterion].main {
        append(original(tree.children(.description, of: properties[indicator].node)), to: &chain)
      }
    }
    var current = indicator
    var (groups, count) = (0, 0)
    for child in tree.xml.children(of: node) {
      switch tree[child] {
      case .tenderingCriterionProperty, .requirement:
        count += 1
        let index = addProperty(
          child, criterion: criterion, chain: chain, path: "\(path)/R\(count)", gate: gate)
        switch properties[index].type {
        case .question where document.questions[index].kind == .yesNo:
          current = index
          if isFirst, criteria[criterion].main < 0 {
            criteria[criterion].main = index
            document.questions[index].isMandatory = true
            document.questions[index].yesIsAdverse =
              criteria[criterion].kind.yesIsAdverse(version: version)
          }
        case .caption:
          append(original(tree.children(.description, of: child)), to: &chain)
        default: break
        }
      case .subsidiaryGroup, .tenderingCriterionPropertyGroup, .requirementGroup:
        groups += 1
        readGroup(
          child, criterion: criterion, chain: chain, path: "\(path)/G\(groups)", gate: gate,
          indicator: current, isFirst: isFirst)
      default: break
      }
    }
  }

  /// Returns the answer that a group depends on; nil for a group without a condition, and for codes
  /// that are unknown or empty, as `ON*`.
  private func condition(of group: Int) -> Bool? {
    let code =
      version == 1
      ? tree.xml.attribute("pi", of: group)?.trimmedSpaces ?? ""
      : tree.string(.propertyGroupTypeCode, of: group)
    switch code.uppercased() {
    case "ONTRUE", "GROUP_FULFILLED.ON_TRUE": return true
    case "ONFALSE", "GROUP_FULFILLED.ON_FALSE": return false
    default: return nil
    }
  }

  /// Adds a property's question and blocks; returns its index.
  private mutating func addProperty(
    _ node: Int, criterion: Int, chain: [String], path: String, gate: Int
  ) -> Int {
    let index = properties.count
    let id = version == 1 ? path : tree.string(.id, of: node)
    let type = version == 1 ? .question : ESPDPropertyType(code: tree.string(.typeCode, of: node))
    let dataType =
      version == 1
      ? tree.xml.attribute("responseDataType", of: node)?.trimmedSpaces ?? ""
      : tree.string(.valueDataTypeCode, of: node)
    let descriptions = tree.children(.description, of: node)
    var text = original(descriptions)
    if text.isEmpty { text = original(tree.children(.name, of: node)) }
    let label = (text.isEmpty ? chain : chain + [shortened(text)]).joined(separator: Self.arrow)
    properties.append(ESPDProperty(node: node, type: type, criterion: criterion, gate: gate))
    saidYes.append(false)
    yesBlocks.append(-1)
    saidNo.append(false)
    isAnswered.append(false)
    let cardinality = tree.string(.cardinality, of: node)
    document.questions.append(
      Question(
        id: id, label: label, kind: Question.Kind(espdDataType: dataType),
        isMandatory: type == .question && cardinality.hasPrefix("1"), state: .notAsked))
    let heading = criteria[criterion].heading
    let key = id.lowercased()
    if id.isEmpty || questionsByID[key] != nil {
      let range = tree.xml.sourceRange(of: node)
      if !id.isEmpty, !range.isEmpty {
        let place = tree.xml.place(ofNode: tree.child(.id, of: node) ?? node)
        document.findings.append(ESPDMessages.repeatedProperty(id, place: place))
      }
    } else {
      questionsByID[key] = index
    }
    if version == 1 {
      add(.question, descriptions, question: index, heading: heading, label: label)
      readNestedAnswer(node, question: index)
    } else {
      addBlocks(
        node, type: type, descriptions: descriptions, question: index, heading: heading,
        label: label)
    }
    return index
  }

  private mutating func addBlocks(
    _ node: Int, type: ESPDPropertyType, descriptions: [Int], question: Int, heading: Int32,
    label: String
  ) {
    let demands = demands(node)
    let kind: BlockKind =
      switch type {
      case .question: .question
      case .requirement: demands.isEmpty ? .requirement : .caption
      case .caption: .caption
      }
    let first = add(
      kind, descriptions, question: question, heading: heading, label: label)
    guard !demands.isEmpty else { return }
    for part in tree.byLanguage(demands, original: originalLanguage) {
      // In the original language the demand stands with the words that introduce it.
      let joins = first == document.blocks.count - 1 && part.language == nil
      let group = first.map { joins ? document.blocks[$0].group : nextGroup() } ?? nextGroup()
      for demand in part.nodes {
        add(
          type == .requirement ? .requirement : .caption, demand, group: group,
          question: question, heading: heading, label: label, language: part.language)
      }
    }
  }

  /// Returns the elements with the buyer's demand: `ExpectedDescription` and its kin.
  private func demands(_ property: Int) -> [Int] {
    var result: [Int] = []
    for child in tree.xml.childElements(of: property) {
      switch tree[child] {
      case .id, .name, .description, .typeCode, .valueDataTypeCode, .cardinality,
        .templateEvidence:
        continue
      default:
        result += tree.leaves(of: child).filter { !tree.text($0).isEmpty }
      }
    }
    return result
  }

  /// Maps the questions whose answer speaks to a requirement.
  ///
  /// Left out are indicators that only ask who fulfils the criterion or whether evidence is
  /// available electronically, and everything asked in the case of "no".
  mutating func mapRequirements() {
    var asksWho = [Bool](repeating: false, count: properties.count)
    var asksForEvidence = asksWho
    for gate in gates where !gate.wantsYes { asksWho[gate.controller] = true }
    for (index, property) in properties.enumerated() where property.gate >= 0 {
      if document.questions[index].kind == .evidence {
        asksForEvidence[gates[property.gate].controller] = true
      }
    }
    for (index, property) in properties.enumerated() where property.type == .question {
      let kind = criteria[property.criterion].kind
      let requirements = kind.requirements
      guard !requirements.isEmpty, !standsBelowNo(property.gate) else { continue }
      switch document.questions[index].kind {
      case .text: break
      case .yesNo where kind.subject == .checks && !asksWho[index] && !asksForEvidence[index]:
        break
      default: continue
      }
      document.questions[index].requirements = requirements
    }
  }

  private func standsBelowNo(_ gate: Int) -> Bool {
    var gate = gate
    while gate >= 0 {
      if !gates[gate].wantsYes { return true }
      gate = gates[gate].parent
    }
    return false
  }

  static let arrow = " › "

  private func append(_ text: String, to chain: inout [String]) {
    if !text.isEmpty, !ESPDPlaceholder.isFiller(text) { chain.append(shortened(text)) }
  }

  /// Texts in a chain are there to recognise a question by, not to be read whole.
  private func shortened(_ text: String) -> String {
    guard text.utf8.count > 160 else { return text }
    return text.prefix(159).description.trimmedSpaces + "…"
  }
}
