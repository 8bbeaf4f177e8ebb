import AktsamText
import AktsamXML

/// The forms of one notice being read, field by field.
struct TEDReading {
  private let tree: TEDTree
  private var flow: BlockFlow
  /// The number of the part of the form.
  private var area = ""
  /// The lot that is being read; empty for the whole notice.
  private var lot = ""
  /// The section that a corrigendum changes; empty = none.
  private var changed = ""
  /// Whether what is read has been replaced by a corrigendum.
  private var isReplaced = false
  /// The heading of the notice.
  private var title: Int32 = -1
  private var isInList = false
  /// Whether the items of the list are numbered as clauses otherwise are: "1." and not "1)".
  private var hasClauseNumbers = false

  init(tree: TEDTree, _ document: Document) {
    self.tree = tree
    flow = BlockFlow(document)
  }

  /// Returns the document.
  consuming func finish() -> Document {
    flow.finish()
  }

  /// Reads a form.
  mutating func read(_ form: TEDForms.Form) {
    flow.language = form.language
    flow.section = BlockFlow.Section()
    (area, lot, title) = ("", "", -1)
    walk(form.node)
  }

  private mutating func walk(_ node: Int) {
    for child in tree.xml.childElements(of: node) {
      let name = tree[child]
      if let inner = TEDSections.area(name) {
        enter(child, area: inner)
      } else if name == .change {
        changed = tree.descend(.place, .section, from: child).map { tree.string($0) } ?? ""
        walk(child)
        changed = ""
      } else if name == .oldValue {
        isReplaced = true
        walk(child)
        isReplaced = false
      } else if name == .criterion {
        addCriterion(child)
      } else if tree.child(.paragraph, of: child) != nil {
        addField(child)
      } else if !tree.xml.local(of: child).hasPrefix("ADDRESS") {
        walk(child)
      }
    }
  }

  private mutating func enter(_ node: Int, area inner: String) {
    let outer = (area, lot, flow.section)
    area = inner
    if inner == "II.2" || inner == "V" || inner == "VII.1" {
      lot = tree.string(.lotNumber, of: node)
    }
    walk(node)
    (area, lot) = (outer.0, outer.1)
    flow.section = outer.2
    flow.section.heading = title
  }

  /// Adds a field: its paragraphs, with lists and clauses as groups.
  private mutating func addField(_ node: Int) {
    let local = tree.xml.local(of: node)
    var field = TEDSections.field(local, in: area)
    if !changed.isEmpty {
      field = TEDSections.Field(
        number: changed, label: isReplaced ? "Text to be replaced" : "New text")
    }
    let paragraphs = tree.children(.paragraph, of: node)
    guard tree[node] != .title else {
      addTitle(paragraphs, number: field.number)
      return
    }
    flow.section.number = field.number
    flow.section.isNumbered = false
    flow.startGroup()
    let label = withLot(field.label)
    let first = flow.document.blocks.count
    for paragraph in paragraphs { add(paragraph, label: label) }
    endList()
    if tree[node] == .performanceConditions, flow.document.blocks.count > first {
      reportEmpty(paragraphs, block: first, field: field.number)
    }
  }

  private mutating func addTitle(_ paragraphs: [Int], number: String) {
    for paragraph in paragraphs {
      let range = tree.text(paragraph)
      guard !range.isEmpty else { continue }
      flow.addHeading(
        range, element: tree.xml.nodes[paragraph].element, number: number, isNumbered: false)
      if area == "II.1", title < 0 { title = flow.section.heading }
    }
  }

  private mutating func addCriterion(_ node: Int) {
    var label = TEDSections.field("AC_CRITERION", in: "II.2")
    if let parent = tree.xml.parent(of: node), let weight = tree.child(.weighting, of: parent) {
      label.label += ", \(tree.string(weight))"
    }
    flow.startGroup()
    flow.add(
      .paragraph, tree.text(node), element: tree.xml.nodes[node].element, number: label.number,
      label: withLot(label.label))
  }

  private mutating func add(_ paragraph: Int, label: String) {
    let element = tree.xml.nodes[paragraph].element
    for segment in ClauseMark.segments(of: tree.xml.text, tree.text(paragraph)) {
      if isReplaced {
        flow.add(.caption, segment.text, element: element, label: label)
      } else if !segment.mark.isEmpty {
        endList()
        flow.startGroup()
        flow.add(
          .paragraph, segment.text, element: element, label: "\(label) › \(segment.mark)")
      } else if let mark = TEDListMark(segment.text, in: tree.xml.text, canFollow: canFollow) {
        addMarked(mark, element: element, label: label)
      } else {
        endList()
        flow.addParagraph(segment.text, element: element, label: label)
      }
    }
  }

  /// Whether a clause number may number an item: below a lead-in, or another such item.
  private var canFollow: Bool { isInList ? hasClauseNumbers : flow.endsInLeadIn }

  private mutating func addMarked(_ mark: TEDListMark, element: Int32, label: String) {
    let number = [flow.section.number, mark.number].filter { !$0.isEmpty }.joined(separator: " ")
    if mark.isClause {
      endList()
      flow.startGroup()
    } else if !isInList {
      flow.beginList()
      isInList = true
      hasClauseNumbers = mark.hasClauseNumber
    }
    flow.add(
      mark.isClause ? .paragraph : .listItem, mark.content, element: element, number: number,
      label: label)
  }

  private mutating func endList() {
    guard isInList else { return }
    flow.endList()
    isInList = false
  }

  private func withLot(_ label: String) -> String {
    lot.isEmpty ? label : "\(label), lot \(lot)"
  }

  private mutating func reportEmpty(_ paragraphs: [Int], block: Int, field: String) {
    let text = paragraphs.map { tree.string($0) }.joined(separator: " ").trimmedSpaces
    guard ESPDPlaceholder.isPointer(text) else { return }
    let block = flow.document.blocks[block]
    flow.document.findings.append(
      NoticeMessages.emptyCondition(
        text, field: field, lot: "",
        place: flow.document.place(of: block.text, element: block.element)))
  }
}

/// The mark that a paragraph of a notice starts with: a dash, or a printed number.
struct TEDListMark {
  /// The number; empty for a dash.
  var number: String
  /// The byte range of what follows.
  var content: Range<Int>
  /// Whether it is a number as clauses have it: `3.`, `3.1` or `§ 3`.
  var hasClauseNumber: Bool
  /// Whether it numbers a clause, not an item of a list.
  var isClause: Bool

  /// Finds the mark at the start of a byte range.
  ///
  /// - Parameters:
  ///   - range: a byte range of `text`, trimmed.
  ///   - text: UTF-8.
  ///   - canFollow: whether a clause number may number an item here.
  init?(_ range: Range<Int>, in text: [UInt8], canFollow: Bool) {
    if let printed = PrintedNumber(range, in: text), printed.form != .bare {
      let closes = text[range.lowerBound..<printed.content.lowerBound]
        .contains(UInt8(ascii: ")"))
      number = printed.number
      content = printed.content
      hasClauseNumber = printed.form != .letter && !closes
      isClause = hasClauseNumber && !canFollow
      return
    }
    for dash in ["-", "–", "—", "•", "·", "*"] {
      let end = range.lowerBound + dash.utf8.count
      guard end < range.upperBound, text[range.lowerBound..<end].elementsEqual(dash.utf8),
        blankWidth(at: end, in: text, end: range.upperBound) > 0
      else { continue }
      number = ""
      content = trimmed(end..<range.upperBound, in: text)
      hasClauseNumber = false
      isClause = false
      return
    }
    return nil
  }
}
