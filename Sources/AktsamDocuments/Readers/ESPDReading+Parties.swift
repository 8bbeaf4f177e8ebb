import AktsamXML

extension ESPDReading {
  /// Reads who speaks, when, and in which language.
  mutating func readHead() {
    document.date = day(tree.string(.issueDate, of: root))
    readIdentity()
    let buyers = tree.children(.contractingParty, of: root).compactMap { party($0, kind: .buyer) }
    if isResponse {
      let operators = tree.children(.economicOperatorParty, of: root)
        .compactMap { party($0, kind: role($0)) }
      document.party = operators.first
      document.otherParties = buyers + operators.dropFirst()
    } else {
      document.party = buyers.first
      document.otherParties = Array(buyers.dropFirst())
    }
    originalLanguage = firstLanguage(of: version == 1 ? .criterion : .tenderingCriterion)
    if document.language == nil {
      document.language =
        isResponse ? firstLanguage(of: .tenderingCriterionResponse) : originalLanguage
    }
  }

  /// Reads what the document is called, and which procedure and which request it belongs to.
  private mutating func readIdentity() {
    document.id = tree.string(.id, of: root)
    if let folder = tree.child(.contractFolderID, of: root) { refer(.procedure, to: folder) }
    for reference in tree.children(.additionalDocumentReference, of: root)
    where tree.string(.documentTypeCode, of: reference).uppercased() == "ESPD_REQUEST" {
      if let id = tree.child(.id, of: reference) { refer(.questionnaire, to: id) }
    }
  }

  private mutating func refer(_ kind: Reference.Kind, to node: Int) {
    let target = tree.string(node)
    let segments = document.segments(of: tree.text(node))
    guard let first = segments.first, let last = segments.last, !ESPDPlaceholder.isFiller(target)
    else { return }
    document.references.append(
      Reference(
        kind: kind, target: target, source: first.lowerBound..<last.upperBound,
        element: tree.xml.nodes[node].element))
  }

  /// Returns the language of the first description that declares one; the original goes first.
  private func firstLanguage(of container: ESPDName) -> String? {
    for node in tree.xml.children(of: root) where tree[node] == container {
      for description in tree.descendants(.description, of: node) {
        if let language = tree.language(description) { return language }
      }
    }
    return nil
  }

  private func party(_ node: Int, kind: Party.Kind) -> Party? {
    let party = tree.child(.party, of: node) ?? node
    let name =
      tree.descend(.partyName, .name, from: party).map { tree.string($0) }
      ?? tree.string(.name, of: party)
    let identifiers = [
      tree.descend(.partyIdentification, .id, from: party),
      tree.descend(.partyLegalEntity, .companyID, from: party),
    ]
    let identifier = identifiers.compactMap { $0.map { tree.string($0) } }.first { !$0.isEmpty }
    guard !name.isEmpty || identifier != nil else { return nil }
    return Party(name: name, identifier: identifier ?? "", kind: kind)
  }

  /// Returns what the economic operator is, by the code list `eo-role-type` and its forerunner.
  private func role(_ node: Int) -> Party.Kind {
    let code =
      tree.descend(.economicOperatorRole, .roleCode, from: node)
      .map { tree.string($0).lowercased() } ?? ""
    switch code {
    case "group-mem", "gm": return .member
    case "ent-relied", "other-ent-relied", "oeron", "oer": return .reliedOn
    case "sub-cont", "subcontractor", "ent-not-relied": return .subcontractor
    default: return .supplier
    }
  }

  /// Adds the entities that answers name: group members, bodies relied on, subcontractors.
  mutating func readNamedEntities() {
    for criterion in criteria where criterion.kind.subject == .subcontractors {
      guard document.questions.indices.contains(criterion.main) else { continue }
      document.questions[criterion.main].fact = "subcontractors"
    }
    for (index, property) in properties.enumerated() {
      let criterion = criteria[property.criterion]
      let kind: Party.Kind
      switch criterion.kind.subject {
      case .group: kind = .member
      case .reliedOn: kind = .reliedOn
      case .subcontractors: kind = .subcontractor
      default: continue
      }
      guard isFirstText(index), criterion.main >= 0, saidYes[criterion.main],
        let name = answer(index)
      else { continue }
      let identifier = sibling(index, kind: .identifier).flatMap { answer($0) } ?? ""
      let party = Party(name: name, identifier: identifier, kind: kind)
      if !document.otherParties.contains(party) { document.otherParties.append(party) }
    }
  }

  private func answer(_ question: Int) -> String? {
    let block = Int(document.questions[question].valueBlock)
    guard document.blocks.indices.contains(block) else { return nil }
    let text = tree.xml.string(ofText: document.blocks[block].text)
    return ESPDPlaceholder.isFiller(text) ? nil : text
  }

  /// Whether a question is the first text of a group that depends on the main answer.
  private func isFirstText(_ question: Int) -> Bool {
    let property = properties[question]
    guard property.gate >= 0, gates[property.gate].wantsYes,
      gates[property.gate].controller == criteria[property.criterion].main
    else { return false }
    return sibling(question, kind: .text) == question
  }

  /// Returns the first question of a kind in the group of another.
  private func sibling(_ question: Int, kind: Question.Kind) -> Int? {
    let parent = tree.xml.nodes[properties[question].node].parent
    var index = question
    while index > 0, tree.xml.nodes[properties[index - 1].node].parent == parent { index -= 1 }
    while index < properties.count, tree.xml.nodes[properties[index].node].parent == parent {
      if document.questions[index].kind == kind { return index }
      index += 1
    }
    return nil
  }
}
