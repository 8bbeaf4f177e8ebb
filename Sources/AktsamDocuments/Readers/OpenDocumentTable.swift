import AktsamXML

/// The rows and cells of an OpenDocument table, repeated ones told apart and hidden ones left out.
struct OpenDocumentTable {
  /// One cell that is there.
  struct Cell {
    /// The element.
    var node: Int
    /// The column, from 0.
    var column: Int
    var columns: Int
    var rows: Int
  }

  /// One row.
  struct Row {
    /// The element.
    var node: Int
    /// The row, from 0.
    var index: Int
    var cells: [Cell]
    /// Whether it is marked as a heading.
    var isHeading: Bool
    var isHidden: Bool
  }

  /// As many rows and columns as sheets have; what claims to stand further out is left out.
  private static let maxRows = 1_048_576
  private static let maxColumns = 16_384

  private let xml: XMLDocument
  private let names: [OpenDocumentName?]
  private var index = 0
  private var rows: [Row] = []

  init(_ xml: XMLDocument, _ names: [OpenDocumentName?]) {
    self.xml = xml
    self.names = names
  }

  /// Returns the rows of a table that have cells of their own; a repeated row is returned once.
  mutating func rows(of table: Int) -> [Row] {
    index = 0
    rows = []
    collect(table, isHeading: false)
    return rows
  }

  /// Returns the hidden columns of a table.
  func hiddenColumns(of table: Int) -> [Range<Int>] {
    var column = 0
    var hidden: [Range<Int>] = []
    for node in xml.descendants(of: table, named: "table-column") {
      let end = min(column + count("number-columns-repeated", node), Self.maxColumns)
      if isHidden(node), column < end { hidden.append(column..<end) }
      column = end
    }
    return hidden
  }

  private mutating func collect(_ node: Int, isHeading: Bool) {
    for child in xml.childElements(of: node) {
      let id = Int(xml.nodes[child].name)
      switch names.indices.contains(id) ? names[id] : nil {
      case .row: add(child, isHeading: isHeading)
      case .headerRows: collect(child, isHeading: true)
      case .trackedCells, .forms, .cell, .coveredCell: break
      default: collect(child, isHeading: isHeading)
      }
    }
  }

  private mutating func add(_ row: Int, isHeading: Bool) {
    var cells: [Cell] = []
    var column = 0
    for cell in xml.childElements(of: row) {
      let isCovered = xml.local(of: cell) == "covered-table-cell"
      guard isCovered || xml.local(of: cell) == "table-cell" else { continue }
      let repeated = count("number-columns-repeated", cell)
      if !isCovered, !xml.textRange(of: cell).isEmpty || xml.nodes[cell].end > cell + 1 {
        // What is repeated says the same again; the first one is enough.
        cells.append(
          Cell(
            node: cell, column: column, columns: count("number-columns-spanned", cell),
            rows: count("number-rows-spanned", cell)))
      }
      column = min(column + repeated, Self.maxColumns)
      if column == Self.maxColumns { break }
    }
    if index < Self.maxRows {
      rows.append(
        Row(
          node: row, index: index, cells: cells, isHeading: isHeading, isHidden: isHidden(row)))
    }
    index = min(index + count("number-rows-repeated", row), Self.maxRows)
  }

  private func isHidden(_ node: Int) -> Bool {
    let visibility = xml.attribute("visibility", of: node)
    return visibility == "collapse" || visibility == "filter"
  }

  private func count(_ attribute: String, _ node: Int) -> Int {
    min(max(xml.attribute(attribute, of: node).flatMap { Int($0) } ?? 1, 1), Self.maxRows)
  }
}
