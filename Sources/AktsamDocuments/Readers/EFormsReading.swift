import AktsamText
import AktsamXML

/// One notice being read: the procedure, then each lot with its terms.
struct EFormsReading {
  /// A social objective that the notice claims.
  private struct Claim {
    var code: String
    var node: Int
    var lot: String
  }

  let tree: EFormsTree
  let root: Int
  /// The language that the notice was written in; translations come after it.
  let original: String?
  var document: Document
  private var claims: [Claim] = []
  /// The lots with a contract condition that says something; "" = the whole procedure.
  private var lotsWithConditions: Set<String> = []
  private var group: Int32 = -1
  private var heading: Int32 = -1
  /// The lot that is being read; empty for the procedure.
  private var lot = ""

  init(tree: EFormsTree, root: Int, original: String?, document: Document) {
    self.tree = tree
    self.root = root
    self.original = original
    self.document = document
  }

  /// Reads everything.
  mutating func read() {
    readHead()
    readPart(root, title: title)
    for node in tree.children(.procurementProjectLot, of: root) {
      lot = tree.string(.id, of: node)
      readPart(node, title: "BT-21 Title")
    }
    lot = ""
    reportClaims()
  }

  /// Reads the procedure or a lot: what is bought first, since its title heads the terms, although
  /// UBL puts it after them.
  private mutating func readPart(_ node: Int, title: String) {
    heading = -1
    for project in tree.children(.procurementProject, of: node) {
      readProject(project, title: title)
    }
    for terms in tree.children(.tenderingTerms, of: node) { readTerms(terms) }
  }

  /// The label of the notice's title: which kit and national profile it follows.
  private var title: String {
    let parts = tree.string(.customizationID, of: root).split(separator: "#")
    let profile = parts.filter { $0 != "extended" }.joined(separator: ", ")
    return profile.isEmpty ? "BT-21 Title" : "BT-21 Title (\(profile))"
  }

  private mutating func readProject(_ node: Int, title: String) {
    let first = document.blocks.count
    add(tree.children(.name, of: node), title, kind: .heading)
    if document.blocks.count > first { heading = Int32(first) }
    add(tree.children(.description, of: node), "BT-24 Description")
    add(tree.children(.note, of: node), "BT-300 Additional information")
    for type in tree.children(.procurementAdditionalType, of: node) {
      for code in tree.children(.procurementTypeCode, of: type) {
        let list = list(of: code)
        keep(code, list)
        add([code], EFormsLabels.procurementType(list), kind: .caption)
        let value = tree.string(code)
        if ["social-objective", "social-procurement"].contains(list),
          ["hum-right", "work-cond"].contains(value)
        {
          claims.append(Claim(code: value, node: code, lot: lot))
        }
      }
      add(tree.children(.procurementType, of: type), "BT-777 Strategic procurement description")
    }
  }

  private mutating func readTerms(_ node: Int) {
    for child in tree.xml.children(of: node) {
      switch tree[child] {
      case .contractExecutionRequirement: readExecution(child)
      case .tendererQualificationRequest:
        for requirement in tree.children(.specificTendererRequirement, of: child) {
          readTendererRequirement(requirement)
        }
      case .awardingTerms:
        for criterion in tree.descendants(.subordinateAwardingCriterion, of: child) {
          readAwardCriterion(criterion)
        }
      case .allowedSubcontractTerms:
        add(
          tree.children(.subcontractingConditionsCode, of: child), "BT-65 Subcontracting",
          kind: .caption)
        add(
          tree.children(.minimumPercent, of: child), "BT-64 Subcontracting, least share",
          kind: .caption)
      case .callForTendersDocumentReference:
        if let uri = tree.descend(.attachment, .externalReference, .uri, from: child) {
          add([uri], "BT-15 Procurement documents", kind: .caption)
        }
      case .ublExtensions:
        for criterion in tree.descendants(.selectionCriteria, of: child) {
          readSelectionCriterion(criterion)
        }
        for requirement in tree.descendants(.tenderSubcontractingRequirements, of: child) {
          add(
            tree.children(.tenderSubcontractingRequirementsCode, of: requirement),
            "BT-651 Subcontracting in the tender", kind: .caption)
        }
      default: break
      }
    }
  }

  private mutating func readExecution(_ node: Int) {
    let codes = tree.children(.executionRequirementCode, of: node)
    let descriptions = tree.children(.description, of: node)
    let list = codes.first.map { self.list(of: $0) } ?? ""
    guard list == "conditions" else {
      let label = EFormsLabels.execution(list)
      add(
        descriptions.isEmpty ? codes : descriptions, label,
        kind: descriptions.isEmpty ? .caption : .paragraph)
      return
    }
    let first = document.blocks.count
    add(descriptions, "BT-70 Contract performance conditions")
    guard document.blocks.count > first,
      let part = tree.byLanguage(descriptions, original: original).first(where: {
        $0.nodes.contains { !tree.text($0).isEmpty }
      })
    else { return }
    let text = part.nodes.map { tree.string($0) }.joined(separator: " ")
    guard ESPDPlaceholder.isPointer(text) else {
      lotsWithConditions.insert(lot)
      return
    }
    let block = document.blocks[first]
    document.findings.append(
      EFormsMessages.emptyCondition(
        text, lot: lot, place: document.place(of: block.text, element: block.element)))
  }

  private mutating func readTendererRequirement(_ node: Int) {
    let codes = tree.children(.tendererRequirementTypeCode, of: node)
    for code in codes { keep(code, list(of: code)) }
    let descriptions = tree.children(.description, of: node)
    let label = EFormsLabels.tendererRequirement(
      list: codes.first.map { list(of: $0) } ?? "", code: codes.first.map { tree.string($0) } ?? "")
    if descriptions.contains(where: { !tree.text($0).isEmpty }) {
      add(descriptions, label)
    } else {
      add(codes, label, kind: .caption)
    }
  }

  private mutating func readSelectionCriterion(_ node: Int) {
    let codes =
      tree.children(.tendererRequirementTypeCode, of: node)
      + tree.children(.criterionTypeCode, of: node)
    for code in codes { keep(code, list(of: code)) }
    let code = codes.first.map { tree.string($0) } ?? ""
    let label = code.isEmpty ? "BT-750 Selection criterion" : "BT-750 Selection criterion '\(code)'"
    let texts = tree.children(.name, of: node) + tree.children(.description, of: node)
    if texts.contains(where: { !tree.text($0).isEmpty }) {
      add(texts, label)
    } else {
      add(codes, "BT-809 Selection criterion", kind: .caption)
    }
  }

  private mutating func readAwardCriterion(_ node: Int) {
    let codes = tree.children(.awardingCriterionTypeCode, of: node)
    var label = "BT-540 Award criterion"
    if let code = codes.first { label += " '\(tree.string(code))'" }
    if let weight = tree.descendants(.parameterNumeric, of: node).first {
      label += ", \(tree.string(weight))"
    }
    let texts = tree.children(.name, of: node) + tree.children(.description, of: node)
    if texts.contains(where: { !tree.text($0).isEmpty }) {
      add(texts, label)
    } else {
      add(codes, "BT-539 Award criterion", kind: .caption)
    }
  }

  /// Adds the texts of one field: the original in a group, each translation in its own after it.
  private mutating func add(_ nodes: [Int], _ label: String, kind: BlockKind = .paragraph) {
    let label = lot.isEmpty ? label : "\(label), \(lot)"
    for part in tree.byLanguage(nodes, original: original) {
      var isFirst = true
      for node in part.nodes {
        let text = tree.xml.textRange(of: node)
        for segment in EFormsMarkup.segments(of: tree.xml.text, text) {
          let clauses =
            kind == .paragraph
            ? ClauseMark.segments(of: tree.xml.text, segment.text)
            : [ClauseMark.Segment(text: segment.text, mark: "")]
          for clause in clauses {
            if isFirst || !clause.mark.isEmpty { group += 1 }
            isFirst = false
            document.blocks.append(
              Block(
                kind: kind == .paragraph && segment.isListItem ? .listItem : kind,
                text: clause.text, element: tree.xml.nodes[node].element, group: group,
                heading: kind == .heading ? -1 : heading, number: lot,
                label: clause.mark.isEmpty ? label : "\(label) › \(clause.mark)",
                language: part.language))
          }
        }
      }
    }
  }

  /// Keeps a code of a list that is known.
  private mutating func keep(_ node: Int, _ list: String) {
    let kind: CodedValue.Kind
    switch list {
    case "exclusion-ground": kind = .exclusionGround
    case "selection-criterion": kind = .selectionCriterion
    case "social-objective", "social-procurement": kind = .socialObjective
    case "strategic-procurement": kind = .strategicProcurement
    default: return
    }
    let code = tree.string(node)
    guard !code.isEmpty else { return }
    document.codes.append(
      CodedValue(
        kind: kind, code: code, lot: lot, text: tree.text(node),
        element: tree.xml.nodes[node].element))
  }

  private func list(of code: Int) -> String {
    tree.xml.attribute("listName", of: code)?.trimmedSpaces ?? ""
  }

  private mutating func reportClaims() {
    for claim in claims {
      let place = document.place(
        of: tree.text(claim.node), element: tree.xml.nodes[claim.node].element)
      document.findings.append(
        EFormsMessages.socialObjective(claim.code, lot: claim.lot, place: place))
      let isBacked =
        claim.lot.isEmpty
        ? !lotsWithConditions.isEmpty
        : lotsWithConditions.contains(claim.lot) || lotsWithConditions.contains("")
      if !isBacked {
        document.findings.append(
          EFormsMessages.noCondition(claim.code, lot: claim.lot, place: place))
      }
    }
  }
}

extension EFormsReading {
  /// Reads the date and the buyers, whose names stand in the extension's list of organisations.
  private mutating func readHead() {
    document.date = day(tree.string(.issueDate, of: root))
    var organizations: [String: Int] = [:]
    if let extensions = tree.child(.ublExtensions, of: root) {
      for organization in tree.descendants(.organization, of: extensions) {
        guard let company = tree.child(.company, of: organization),
          let id = tree.descend(.partyIdentification, .id, from: company)
        else { continue }
        organizations[tree.string(id)] = company
      }
    }
    let buyers = tree.children(.contractingParty, of: root).compactMap { node -> Party? in
      let party = tree.child(.party, of: node) ?? node
      let reference =
        tree.descend(.partyIdentification, .id, from: party)
        .map { tree.string($0) } ?? ""
      let holder = organizations[reference] ?? party
      let names = tree.children(.partyName, of: holder).flatMap { tree.children(.name, of: $0) }
      guard let name = tree.byLanguage(names, original: original).first?.nodes.first else {
        return nil
      }
      let identifier =
        tree.descend(.partyLegalEntity, .companyID, from: holder)
        .map { tree.string($0) } ?? ""
      return Party(name: tree.string(name), identifier: identifier, kind: .buyer)
    }
    document.party = buyers.first
    document.otherParties = Array(buyers.dropFirst())
  }
}
