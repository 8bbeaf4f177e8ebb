internal import AktsamText
internal import AktsamXML

/// Walks the elements of running text and turns them into blocks.
struct ProseWalker {
  /// What is known of a node before the walk.
  private struct Marks: OptionSet {
    let rawValue: UInt8
    /// Text that is not blank stands directly in it.
    static let text = Marks(rawValue: 1)
    /// An element that is a block of its own stands somewhere in it.
    static let block = Marks(rawValue: 2)
  }

  /// The table that is being read.
  private struct Table {
    var columns: [String] = []
    var column = 0
    var isHeaderRow = false
  }

  let xml: XMLDocument
  private let elements: [ProseElement]
  private let marks: [Marks]
  var flow: BlockFlow
  private var mainLanguage: String?
  private var table = Table()
  /// The form that is being read.
  var form: FormReading?

  /// Creates a walker.
  ///
  /// - Parameters:
  ///   - xml: what to walk.
  ///   - document: its document, with no blocks yet.
  ///   - forms: the fields of the page, if it has any.
  init(_ xml: XMLDocument, _ document: Document, forms: FormFields? = nil) {
    self.xml = xml
    form = forms.flatMap { $0.fields.isEmpty ? nil : FormReading($0) }
    flow = BlockFlow(document, asksQuestions: document.role == .response)
    let isHTML = document.format == "html"
    elements = xml.names.map {
      isHTML && ["head", "title"].contains($0.local.lowercased())
        ? .skipped : ProseElement($0.local)
    }
    var marks = [Marks](repeating: [], count: xml.nodes.count)
    for index in xml.nodes.indices.reversed() {
      let node = xml.nodes[index]
      let parent = Int(node.parent)
      guard parent >= 0 else { continue }
      if node.kind == .text {
        if !trimmed(xml.textRange(of: index), in: xml.text).isEmpty {
          marks[parent].insert(.text)
        }
      } else if node.kind == .element {
        let isBlock = elements.indices.contains(Int(node.name)) && elements[Int(node.name)].isBlock
        if isBlock || marks[index].contains(.block) || forms?.field(of: index) != nil {
          marks[parent].insert(.block)
        }
      }
    }
    self.marks = marks
  }

  /// Reads the whole document.
  mutating func readRoot(_ root: Int) {
    mainLanguage = language(of: root)
    flow.document.language = flow.document.language ?? mainLanguage
    walk(root, as: .paragraph)
  }

  /// Returns the document.
  consuming func finish() -> Document {
    finishForm()
    return flow.finish()
  }

  private func element(_ node: Int) -> ProseElement {
    let name = Int(xml.nodes[node].name)
    return elements.indices.contains(name) ? elements[name] : .other
  }

  private func language(of node: Int) -> String? {
    guard !xml.nodes[node].attributes.isEmpty else { return nil }
    return xml.attribute("lang", of: node).flatMap(LanguageTag.normalise)
  }

  private mutating func walk(_ node: Int, as kind: BlockKind) {
    let outerLanguage = flow.language
    if let language = language(of: node) {
      flow.language = language == mainLanguage ? nil : language
    }
    defer { flow.language = outerLanguage }
    switch element(node) {
    case .skipped: break
    case .heading: readContent(node, as: .heading)
    case .caption: readContent(node, as: .caption)
    case .question: readContent(node, as: .question)
    case .item: readContent(node, as: .listItem)
    case .list:
      flow.beginList()
      readContent(node, as: kind)
      flow.endList()
    case .section:
      let outer = flow.enter()
      readContent(node, as: kind)
      flow.leave(to: outer)
    case .row: readRow(node)
    case .cell, .headerCell: readContent(node, as: .tableCell)
    case .paragraph, .inline: readContent(node, as: kind)
    case .other:
      let isTable = xml.local(of: node).lowercased() == "table"
      let outer = table
      if isTable { table = Table() }
      readContent(node, as: kind)
      if isTable { table = outer }
    }
  }

  /// Reads what stands in an element: text with the inline elements around it is a block, any other
  /// element is walked.
  private mutating func readContent(_ node: Int, as kind: BlockKind) {
    let own = element(node)
    // Unknown elements inside a paragraph are parts of its text, such as the runs of a word
    // processor, which split words anywhere.
    let joins = marks[node].contains(.text) || own == .paragraph || own == .heading
    var segment: Range<Int>?
    var use: FormFields.Use?
    for child in xml.children(of: node) {
      switch xml.nodes[child].kind {
      case .processingInstruction: continue
      case .text: break
      case .element:
        if let field = form?.fields.field(of: child) {
          flush(&segment, node, kind, &use)
          readControl(child, of: field)
          continue
        }
        let tag = element(child)
        let isInline =
          !marks[child].contains(.block) && (tag == .inline || (tag == .other && joins))
        if !isInline {
          flush(&segment, node, kind, &use)
          walk(child, as: kind)
          continue
        }
      }
      let next = form?.fields.use(in: child..<max(Int(xml.nodes[child].end), child + 1))
      if let next {
        if use != nil { flush(&segment, node, kind, &use) }
        use = next
      }
      let range = xml.textRange(of: child)
      segment = (segment?.lowerBound ?? range.lowerBound)..<range.upperBound
    }
    flush(&segment, node, kind, &use)
  }

  private mutating func flush(
    _ segment: inout Range<Int>?, _ node: Int, _ kind: BlockKind, _ use: inout FormFields.Use?
  ) {
    guard let whole = segment else { return }
    segment = nil
    let meaning = use
    use = nil
    let range = trimmed(whole, in: xml.text)
    guard !range.isEmpty else { return }
    let element = xml.nodes[node].element
    if let meaning, kind != .heading { return addFormText(range, meaning, element: element) }
    if case .asks(let field) = meaning { form?.setLabel(xml.string(ofText: range), of: field) }
    // What a filled form says around its answers is the asker's.
    let isForm = kind.canBeEvidence && form?.isFilled(at: node) == true
    switch isForm && kind != .tableCell ? .caption : kind {
    case .heading:
      let printed = PrintedNumber(range, in: xml.text)
      let isNumber = printed.map { $0.form != .letter } ?? false
      flow.addHeading(
        isNumber ? printed?.content ?? range : range, element: element,
        number: isNumber ? printed?.number ?? "" : "")
    case .listItem:
      if let printed = PrintedNumber(range, in: xml.text), printed.form != .bare {
        flow.addItem(printed.content, element: element, number: printed.number)
      } else {
        flow.addItem(range, element: element)
      }
    case .tableCell:
      if table.isHeaderRow || isForm {
        flow.add(.caption, range, element: element)
      } else {
        flow.add(.tableCell, range, element: element, label: columnHeading)
      }
    case .paragraph:
      if let printed = PrintedNumber(range, in: xml.text),
        printed.form == .dotted || printed.form == .single
      {
        flow.addNumbered(printed, element: element)
      } else {
        flow.addParagraph(range, element: element)
      }
    default: flow.addParagraph(range, element: element, kind: isForm ? .caption : kind)
    }
  }

  /// The heading of the column that is being read; empty = none.
  var columnHeading: String {
    table.columns.indices.contains(table.column) ? table.columns[table.column] : ""
  }

  /// A row of header cells names the columns; any other row is read as one.
  private mutating func readRow(_ row: Int) {
    let cells = xml.childElements(of: row)
    flow.beginRow()
    // HTML lets text stand between the cells.
    for child in xml.children(of: row) where xml.nodes[child].kind == .text {
      var text: Range<Int>? = xml.textRange(of: child)
      var use = form?.fields.use(in: child..<(child + 1))
      flush(&text, row, .paragraph, &use)
    }
    table.isHeaderRow = !cells.isEmpty && cells.allSatisfy { isHeader($0) }
    if table.isHeaderRow { table.columns = cells.map { xml.string(of: $0) } }
    for (index, cell) in cells.enumerated() {
      table.column = index
      walk(cell, as: .tableCell)
    }
    table.isHeaderRow = false
  }

  private func isHeader(_ cell: Int) -> Bool {
    if element(cell) == .headerCell { return true }
    guard let row = xml.parent(of: cell), let head = xml.parent(of: row) else { return false }
    return xml.local(of: head).lowercased() == "thead"
  }
}
