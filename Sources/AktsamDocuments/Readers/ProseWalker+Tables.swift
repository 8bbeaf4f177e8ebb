internal import AktsamText
internal import AktsamXML

/// Tables of running text: cells under headings, or questions with their answers.
extension ProseWalker {
  /// The heading of the column that is being read; empty = none.
  var columnHeading: String {
    table.columns.indices.contains(table.column) ? table.columns[table.column] : ""
  }

  /// A row of header cells names the columns; any other row is read as one.
  mutating func readRow(_ row: Int) {
    let cells = xml.childElements(of: row)
    if readsAnswers, readAnswers(cells) { return }
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

  /// Reads a row of questions and answers; returns whether it was one.
  private mutating func readAnswers(_ nodes: [Int]) -> Bool {
    defer { table.rows += 1 }
    var column = 0
    var cells: [TableCell] = []
    for node in nodes {
      let width = Self.span("colspan", of: node, in: xml)
      var cell = TableCell(
        row: table.rows, column: column, columns: width,
        rows: Self.span("rowspan", of: node, in: xml))
      // A table in a cell is layout.
      guard collect(node, into: &cell) else { return false }
      cells.append(cell)
      column += width
    }
    return table.answers.read(cells, into: &flow)
  }

  /// Collects the paragraphs of a cell; returns false when it holds a table or a list.
  private func collect(_ node: Int, into cell: inout TableCell) -> Bool {
    var segment: Range<Int>?
    func flush() {
      let range = segment.map { trimmed($0, in: xml.text) } ?? 0..<0
      segment = nil
      guard !range.isEmpty else { return }
      cell.paragraphs.append(TableCell.Paragraph(text: range, element: xml.nodes[node].element))
    }
    for child in xml.children(of: node) {
      let range = xml.textRange(of: child)
      switch xml.nodes[child].kind {
      case .processingInstruction: continue
      case .text: segment = (segment?.lowerBound ?? range.lowerBound)..<range.upperBound
      case .element:
        switch element(child) {
        case .skipped: continue
        case .inline: segment = (segment?.lowerBound ?? range.lowerBound)..<range.upperBound
        case .list, .row, .cell, .headerCell, .section: return false
        default:
          flush()
          guard xml.local(of: child).lowercased() != "table", collect(child, into: &cell) else {
            return false
          }
        }
      }
    }
    flush()
    return true
  }

  private static func span(_ attribute: String, of node: Int, in xml: XMLDocument) -> Int {
    xml.attribute(attribute, of: node).flatMap { Int($0) }.map { min(max($0, 1), 1000) } ?? 1
  }
}
