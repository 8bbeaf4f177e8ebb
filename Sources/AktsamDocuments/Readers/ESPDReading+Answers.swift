import AktsamXML

extension ESPDReading {
  /// Reads the flat list of answers and joins them with the questions by property id.
  mutating func readAnswers() {
    let evidence = evidenceByID()
    for node in tree.xml.children(of: root) where tree[node] == .tenderingCriterionResponse {
      readAnswer(node, evidence: evidence)
    }
  }

  /// One value of an answer.
  struct Value {
    /// What a value stands for.
    enum Content {
      case plain
      /// The id of an entry in the list of evidence.
      case evidenceID
      /// The place or the name of a document that is evidence.
      case evidenceFile
    }

    var node: Int
    var content = Content.plain
  }

  private mutating func readAnswer(_ node: Int, evidence: [String: Int]) {
    var values: [Value] = []
    var lots: [String] = []
    for child in tree.xml.childElements(of: node) {
      switch tree[child] {
      case .responseValue:
        values += tree.xml.childElements(of: child).filter { tree[$0] != .id }
          .flatMap { tree.leaves(of: $0) }.map { Value(node: $0) }
      case .applicablePeriod:
        values += tree.leaves(of: child).map { Value(node: $0) }
      case .evidenceSupplied:
        values += tree.children(.id, of: child).map { Value(node: $0, content: .evidenceID) }
      case .procurementProjectLotReference:
        lots.append(tree.string(.id, of: child))
      default: break
      }
    }
    values.removeAll { tree.text($0.node).isEmpty }
    guard !values.isEmpty else { return }
    let id = tree.string(.validatedPropertyID, of: node)
    let question = questionsByID[id.lowercased()]
    if question == nil {
      let place = tree.xml.place(ofNode: tree.child(.validatedPropertyID, of: node) ?? node)
      document.findings.append(ESPDMessages.unknownProperty(id, place: place))
    }
    // Version 4 writes the lot 0 for the whole procedure.
    lots.removeAll { $0.isEmpty || $0 == "0" || $0 == "LOT-0000" }
    var label = question.map { document.questions[$0].label } ?? id
    if !lots.isEmpty { label += " (\(lots.joined(separator: ", ")))" }
    addValues(values, question: question, label: label, evidence: evidence)
  }

  /// Adds the values of an answer, each in its language, and says so of the question.
  mutating func addValues(
    _ values: [Value], question: Int?, label: String, evidence: [String: Int]
  ) {
    let heading = question.map { criteria[properties[$0].criterion].heading } ?? -1
    let original = document.language ?? tree.language(values[0].node)
    var written: [String] = []
    for part in tree.byLanguage(values.map(\.node), original: original) {
      let group = nextGroup()
      for node in part.nodes {
        guard
          let block = add(
            .answer, node, group: group, question: question ?? -1, heading: heading, label: label,
            language: part.language)
        else { continue }
        written.append(self.written(node))
        guard let question else { continue }
        isAnswered[question] = true
        if document.questions[question].valueBlock < 0 {
          document.questions[question].valueBlock = Int32(block)
        }
        take(node, block: block, question: question, label: label)
      }
    }
    guard let question else { return }
    for value in values {
      switch value.content {
      case .plain: break
      case .evidenceID: addEvidence(value.node, question: question, evidence: evidence)
      case .evidenceFile: addEvidence(file: value.node, question: question)
      }
    }
    if document.questions[question].kind != .text, document.questions[question].written.isEmpty {
      document.questions[question].written = written.joined(separator: " – ")
    }
  }

  /// Takes what a value says beside its text.
  private mutating func take(_ node: Int, block: Int, question: Int, label: String) {
    let text = tree.string(node)
    switch document.questions[question].kind {
    case .yesNo:
      switch text.lowercased() {
      case "true", "1":
        saidYes[question] = true
        if yesBlocks[question] < 0 { yesBlocks[question] = block }
      case "false", "0": saidNo[question] = true
      default:
        document.findings.append(ESPDMessages.indicator(text, place: place(ofBlock: block)))
      }
    case .evidence, .date, .period, .amount, .number: break
    default:
      if ESPDPlaceholder.isFiller(text) {
        document.findings.append(
          ESPDMessages.placeholder(text, label: label, place: place(ofBlock: block)))
      }
    }
  }

  /// Returns a value with its currency, when it has one.
  private func written(_ node: Int) -> String {
    let text = tree.string(node)
    guard let currency = tree.xml.attribute("currencyID", of: node), !currency.isEmpty else {
      return text
    }
    return "\(text) \(currency)"
  }
}

extension ESPDReading {
  private func evidenceByID() -> [String: Int] {
    var result: [String: Int] = [:]
    for node in tree.xml.children(of: root) where tree[node] == .evidence {
      let id = tree.string(.id, of: node).lowercased()
      if !id.isEmpty, result[id] == nil { result[id] = node }
    }
    return result
  }

  /// Adds a document that the answer itself names, as version 1 does.
  private mutating func addEvidence(file node: Int, question: Int) {
    let name = tree.string(node)
    document.questions[question].evidence.append(
      EvidenceReference(
        title: name, location: tree[node] == .uri ? name : "",
        block: block(of: node, question: question)))
  }

  private func block(of node: Int, question: Int) -> Int32 {
    let block = document.blocks.lastIndex {
      $0.question == Int32(question) && $0.text == tree.text(node)
    }
    return block.map { Int32($0) } ?? -1
  }

  private mutating func addEvidence(_ node: Int, question: Int, evidence: [String: Int]) {
    let id = tree.string(node)
    let block = block(of: node, question: question)
    guard let found = evidence[id.lowercased()] else {
      if block >= 0 {
        document.findings.append(
          ESPDMessages.unknownEvidence(id, place: place(ofBlock: Int(block))))
      }
      document.questions[question].evidence.append(EvidenceReference(title: id, block: block))
      return
    }
    var references = tree.children(.documentReference, of: found)
    if references.isEmpty { references = [found] }
    for reference in references {
      document.questions[question].evidence.append(
        EvidenceReference(
          title: title(reference, fallback: id), location: location(reference),
          date: day(tree.string(.issueDate, of: reference)),
          block: block))
    }
  }

  /// Returns the name of a document with who issued it.
  private func title(_ reference: Int, fallback: String) -> String {
    let name =
      [
        tree.string(.documentDescription, of: reference),
        tree.descend(.attachment, .externalReference, .fileName, from: reference)
          .map { tree.string($0) } ?? "",
        tree[reference] == .evidence ? "" : tree.string(.id, of: reference),
      ].first { !$0.isEmpty } ?? fallback
    let issuer =
      tree.descend(.issuerParty, .partyName, .name, from: reference).map { tree.string($0) } ?? ""
    return issuer.isEmpty ? name : "\(name), \(issuer)"
  }

  private func location(_ reference: Int) -> String {
    tree.descend(.attachment, .externalReference, .uri, from: reference)
      .map { tree.string($0) } ?? ""
  }
}
