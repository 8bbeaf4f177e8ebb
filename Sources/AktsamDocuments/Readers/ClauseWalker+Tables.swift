internal import AktsamXML

/// The table that is being read.
struct ClauseTable {
  /// The names of the columns.
  var columns: [String] = []
  /// The column of the next cell.
  var column = 0
  /// Whether a row is being read.
  var isInRow = false
  /// Whether it names the columns.
  var isHeaderRow = false
}

extension ClauseWalker {
  mutating func readTable(_ node: Int) {
    let outer = table
    table = ClauseTable()
    let frame = beginTable()
    readContent(node, as: .paragraph)
    end(frame)
    table = outer
    if !flow.section.isNumbered { flushNotes() }
  }

  /// A row of header cells names the columns; any other row is read as one.
  mutating func readRow(_ row: Int) {
    let cells = xml.childElements(of: row).filter {
      [.cell, .headerCell].contains(element($0))
    }
    if question < 0 { flow.beginRow() }
    table.isInRow = true
    table.isHeaderRow = !cells.isEmpty && (isHeader(row) || cells.allSatisfy { isHeader($0) })
    if table.isHeaderRow { table.columns = cells.map { clipped(xml.string(of: $0), to: 200) } }
    for (index, cell) in cells.enumerated() {
      table.column = index
      walk(cell, as: .tableCell)
    }
    table.isHeaderRow = false
    table.isInRow = false
  }

  /// Adds a cell, labelled with its column.
  mutating func addCell(_ range: Range<Int>, element: Int32) {
    let question = question >= 0 ? question : nil
    if table.isHeaderRow {
      flow.add(.caption, range, element: element, label: shownLabel, question: question)
      return
    }
    let column = table.columns.indices.contains(table.column) ? table.columns[table.column] : ""
    flow.add(
      .tableCell, range, element: element, label: column.isEmpty ? shownLabel : column,
      question: question)
  }

  private func isHeader(_ node: Int) -> Bool {
    if element(node) == .headerCell || xml.attribute("TYPE", of: node) == "HEADER" { return true }
    guard let parent = xml.parent(of: node) else { return false }
    if xml.local(of: parent) == "thead" { return true }
    return xml.parent(of: parent).map { xml.local(of: $0) == "thead" } ?? false
  }
}
