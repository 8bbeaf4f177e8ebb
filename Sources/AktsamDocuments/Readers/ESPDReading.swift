import AktsamText
import AktsamXML

/// A criterion, as the steps of reading share it.
struct ESPDCriterion {
  var kind: ESPDCriterionKind
  var name: String
  /// The index of its heading block, -1 for none.
  var heading: Int32
  /// What the ids of its questions start with in version 1, where a property's own id recurs.
  var path = ""
  /// The question that decides the criterion: the first INDICATOR of the first group; -1 = none.
  var main = -1
}

/// A property of a criterion; its index is the one of its question.
struct ESPDProperty {
  var node: Int
  var type: ESPDPropertyType
  var criterion: Int
  /// The innermost conditional group it stands in, an index into ``ESPDReading/gates``; -1 = none.
  var gate: Int
}

/// A group that is live only when an indicator was answered in one way.
struct ESPDGate {
  /// The question that decides.
  var controller: Int
  var wantsYes: Bool
  /// The conditional group around it, -1 for none.
  var parent: Int
}

/// One ESPD document being read: the criteria first, then the answers, then what they mean.
struct ESPDReading {
  let tree: ESPDTree
  let root: Int
  let version: Int
  let isResponse: Bool
  var document: Document
  var criteria: [ESPDCriterion] = []
  var properties: [ESPDProperty] = []
  var gates: [ESPDGate] = []
  /// The starts of question ids that criteria of version 1 have taken.
  var paths: Set<String> = []
  /// Questions by property id in lower case.
  var questionsByID: [String: Int] = [:]
  /// Which yes-or-no values each question got, over all lots.
  var saidYes: [Bool] = []
  /// The block of the first "yes" to each question, -1 for none.
  var yesBlocks: [Int] = []
  var saidNo: [Bool] = []
  var isAnswered: [Bool] = []
  /// The language of the buyer's texts, when they declare one.
  var originalLanguage: String?
  private var group: Int32 = -1

  init(
    tree: ESPDTree, root: Int, version: Int, isResponse: Bool, document: Document
  ) {
    self.tree = tree
    self.root = root
    self.version = version
    self.isResponse = isResponse
    self.document = document
  }

  /// Reads everything.
  mutating func read() {
    readHead()
    readCriteria()
    mapRequirements()
    readAnswers()
    settleStates()
    reportAdverse()
    readNamedEntities()
  }

  /// Starts a group and returns its number.
  mutating func nextGroup() -> Int32 {
    group += 1
    return group
  }

  /// Adds a block over a node's text and returns its index; nil when the node has no text.
  @discardableResult
  mutating func add(
    _ kind: BlockKind, _ node: Int, group: Int32, question: Int = -1, heading: Int32 = -1,
    label: String = "", language: String? = nil
  ) -> Int? {
    let text = tree.text(node)
    guard !text.isEmpty else { return nil }
    document.blocks.append(
      Block(
        kind: kind, text: text, element: tree.xml.nodes[node].element, group: group,
        question: Int32(question), heading: heading, label: label, language: language))
    return document.blocks.count - 1
  }

  /// Adds the texts of one element: the original in one group, each translation in its own.
  ///
  /// - Returns: the index of the first block, nil when there is no text.
  @discardableResult
  mutating func add(
    _ kind: BlockKind, _ nodes: [Int], question: Int = -1, heading: Int32 = -1, label: String = ""
  ) -> Int? {
    var first: Int?
    for part in tree.byLanguage(nodes, original: originalLanguage) {
      let texts = part.nodes.filter { !tree.text($0).isEmpty }
      guard !texts.isEmpty else { continue }
      let group = nextGroup()
      for node in texts {
        let block = add(
          kind, node, group: group, question: question, heading: heading, label: label,
          language: part.language)
        first = first ?? block
      }
    }
    return first
  }

  /// Returns the collapsed text of the nodes in the original language.
  func original(_ nodes: [Int]) -> String {
    tree.byLanguage(nodes, original: originalLanguage).first?.nodes.map { tree.string($0) }
      .filter { !$0.isEmpty }.joined(separator: " ") ?? ""
  }

  /// Returns the place of a block.
  func place(ofBlock index: Int) -> Place {
    document.place(of: document.blocks[index].text, element: document.blocks[index].element)
  }
}
