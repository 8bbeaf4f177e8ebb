import AktsamText
import AktsamXML

/// Adds the texts of a procurement document in UBL or CODICE: what is bought, then each lot, then
/// the terms. Parties, places, periods and references hold no prose and are passed over.
struct UBLTextReading {
  let tree: UBLNoticeTree
  var document: Document
  /// The language that the document was written in; translations come after it.
  var original: String?
  /// The printed number of what is read, empty = none.
  var number = ""
  /// The index of the buyer in ``Document/otherParties``, -1 for the document's own.
  var party: Int32 = -1
  var heading: Int32 = -1
  private var group: Int32 = -1
  /// The lot that is being read; empty for the procedure.
  private var lot = ""

  init(tree: UBLNoticeTree, original: String?, document: Document) {
    self.tree = tree
    self.original = original
    self.document = document
  }

  /// Reads the elements below a document or a lot; the project first, since its title heads the
  /// terms.
  mutating func read(_ node: Int) {
    let children = tree.xml.childElements(of: node)
    for child in children where tree[child] == .procurementProject { readProject(child) }
    let label = UBLLabels.words(tree.xml.local(of: node))
    addTexts(of: node, label: label)
    for child in children where tree[child] != .procurementProject {
      if tree[child] == .procurementProjectLot {
        readLot(child)
      } else {
        walk(child)
      }
    }
  }

  private mutating func readLot(_ node: Int) {
    let outer = (heading, lot)
    lot = tree.string(.id, of: node)
    // Some only count them.
    if lot.first?.isNumber ?? false { lot = "lot \(lot)" }
    read(node)
    (heading, lot) = outer
  }

  private mutating func readProject(_ node: Int) {
    let first = document.blocks.count
    add(tree.children(.name, of: node), "Title", kind: .heading)
    if document.blocks.count > first { heading = Int32(first) }
    addTexts(of: node, label: UBLLabels.words(tree.xml.local(of: node)))
    for child in tree.xml.childElements(of: node) { walk(child) }
  }

  /// Reads an element that holds others.
  private mutating func walk(_ node: Int) {
    switch tree[node] {
    case .skipped, .documentReference, .attachment, .contractingParty, .contactingParty,
      .locatedContractingParty, .tendererParty, .requestorParty, .responderParty, .senderParty,
      .receiverParty, .mainQualifyingParty, .additionalQualifyingParty, .party, nil:
      return
    case .contractExecutionRequirement, .specificTendererRequirement, .awardingCriteria,
      .awardingCriterion, .subordinateAwardingCriterion, .technicalEvaluationCriteria,
      .financialEvaluationCriteria, .allowedSubcontractTerms, .subcontractTerms:
      readCoded(node)
    default:
      addTexts(of: node, label: UBLLabels.words(tree.xml.local(of: node)))
    }
    for child in tree.xml.childElements(of: node) { walk(child) }
  }

  /// Adds a condition or criterion with its code, its name and its share of the whole.
  private mutating func readCoded(_ node: Int) {
    let children = tree.xml.childElements(of: node).filter { !tree.text($0).isEmpty }
    let codes = children.filter { tree[$0] == .code }
    let names = children.filter { tree[$0] == .name }
    let texts = children.filter {
      tree[$0] == .description || tree[$0] == .note || tree[$0] == .prose
    }
    var label = UBLLabels.words(tree.xml.local(of: node))
    if let code = codes.last { label += " '\(tree.string(code))'" }
    if let share = children.first(where: { tree[$0] == .share }) {
      label += ", \(tree.string(share))"
    }
    if let name = tree.byLanguage(names, original: original).first?.nodes.first, !texts.isEmpty {
      label += " › \(tree.string(name))"
    }
    let first = document.blocks.count
    if texts.isEmpty {
      add(names, label)
      if names.isEmpty { add(codes, label, kind: .caption) }
    } else {
      add(names, label, kind: .caption)
      add(texts, label)
    }
    guard tree[node] == .contractExecutionRequirement, document.blocks.count > first else { return }
    reportEmpty(texts.isEmpty ? names : texts, block: document.blocks.count - 1)
  }

  private mutating func reportEmpty(_ nodes: [Int], block: Int) {
    guard let part = tree.byLanguage(nodes, original: original).first else { return }
    let text = part.nodes.map { tree.string($0) }.joined(separator: " ")
    guard ESPDPlaceholder.isPointer(text) else { return }
    let block = document.blocks[block]
    document.findings.append(
      NoticeMessages.emptyCondition(
        text, field: "ContractExecutionRequirement", lot: lot,
        place: document.place(of: block.text, element: block.element)))
  }

  /// Adds the texts that stand in an element itself, one field after the other.
  private mutating func addTexts(of node: Int, label: String) {
    var fields: [(name: Int32, nodes: [Int])] = []
    for child in tree.xml.childElements(of: node) {
      guard let name = tree[child], name == .description || name == .note || name == .prose else {
        continue
      }
      let id = tree.xml.nodes[child].name
      if fields.last?.name == id {
        fields[fields.count - 1].nodes.append(child)
      } else {
        fields.append((id, [child]))
      }
    }
    for field in fields {
      let local = field.nodes.first.map { tree.xml.local(of: $0) } ?? ""
      let words = UBLLabels.words(local).lowercased()
      add(field.nodes, local == "Description" ? label : "\(label), \(words)")
    }
  }
}

extension UBLTextReading {
  /// Adds the texts of one field: the original in a group, each translation in its own after it.
  ///
  /// - Returns: the index of the first block, nil when there is no text.
  @discardableResult
  mutating func add(_ nodes: [Int], _ label: String, kind: BlockKind = .paragraph) -> Int? {
    let label = lot.isEmpty ? label : "\(label), \(lot)"
    let first = document.blocks.count
    for part in tree.byLanguage(nodes, original: original) {
      startGroup()
      for node in part.nodes {
        for segment in EFormsMarkup.segments(of: tree.xml.text, tree.xml.textRange(of: node)) {
          guard kind == .paragraph else {
            add(kind, segment.text, node: node, label: label, language: part.language)
            continue
          }
          for clause in ClauseMark.segments(of: tree.xml.text, segment.text) {
            if !clause.mark.isEmpty { startGroup() }
            add(
              segment.isListItem ? .listItem : .paragraph, clause.text, node: node,
              label: clause.mark.isEmpty ? label : "\(label) › \(clause.mark)",
              language: part.language)
          }
        }
      }
    }
    return document.blocks.count > first ? first : nil
  }

  /// Starts a group, unless the last one is still empty.
  mutating func startGroup() {
    if document.blocks.last.map({ $0.group == group }) ?? (group < 0) { group += 1 }
  }

  /// Adds a block over a stretch of a node's text.
  mutating func add(
    _ kind: BlockKind, _ text: Range<Int>, node: Int, label: String, language: String? = nil,
    question: Int32 = -1
  ) {
    let numbers = [number, lot].filter { !$0.isEmpty }
    document.blocks.append(
      Block(
        kind: kind, text: text, element: tree.xml.nodes[node].element, group: group,
        question: question, heading: kind == .heading ? -1 : heading,
        number: numbers.joined(separator: " "), label: label, language: language, party: party))
  }
}

/// What elements of UBL are called in citations.
enum UBLLabels {
  /// Returns an element's name as words: `ContractExecutionRequirement` becomes "Contract execution
  /// requirement".
  static func words(_ local: String) -> String {
    var words = ""
    for character in local {
      if character.isUppercase, !words.isEmpty { words += " " }
      words += words.isEmpty ? character.uppercased() : character.lowercased()
    }
    return words
  }
}
