internal import AktsamText
internal import AktsamXML

/// The rows and cells of a Word table, in which merged cells know the columns that they cover.
struct WordTable {
  /// A cell.
  struct Cell {
    /// The element `tc`.
    var node: Int
    /// The columns that it covers.
    var columns: Range<Int>
    /// Whether it continues the cell above.
    var isContinued = false
    /// Its text, on one line; of a very long one the beginning.
    var text = ""
    /// Whether it holds a field for input.
    var hasField = false
    /// Whether all of its text is bold.
    var isBold = false
    /// The content control around it, -1 for none.
    var control = -1
  }

  /// A row.
  struct Row {
    /// The cells from left to right.
    var cells: [Cell] = []
    /// Whether it is marked to be repeated on each page.
    var isHeader = false

    /// Returns the cell that covers a column.
    func cell(at column: Int) -> Cell? { cells.first { $0.columns.contains(column) } }
  }

  /// The rows; deleted ones are left out.
  private(set) var rows: [Row] = []
  /// The number of columns.
  private(set) var columnCount = 0
  /// The first deleted row and how many there are.
  private(set) var deleted: [Int] = []
  /// The rows that were inserted.
  private(set) var inserted: [Int] = []

  private static let textLimit = 600
  private static let columnLimit = 1000

  /// Reads the structure of a table.
  ///
  /// - Parameters:
  ///   - table: the element `tbl`.
  ///   - part: the part that it stands in.
  init(_ table: Int, in part: WordPart) {
    collectRows(table, part)
    columnCount = rows.reduce(0) { max($0, $1.cells.last?.columns.upperBound ?? 0) }
  }

  private mutating func collectRows(_ node: Int, _ part: WordPart) {
    for child in part.xml.childElements(of: node) {
      switch part.tag(child) {
      case .tr: addRow(child, part)
      case .tblPr, .tblGrid, .sdtPr, .p, .tbl: break
      case .del, .moveFrom: deleted.append(child)
      default: collectRows(child, part)
      }
    }
  }

  private mutating func addRow(_ node: Int, _ part: WordPart) {
    var row = Row()
    var column = 0
    if let properties = part.child(node, .trPr) {
      if part.child(properties, .del) != nil {
        deleted.append(node)
        return
      }
      if part.child(properties, .ins) != nil { inserted.append(node) }
      row.isHeader = part.flag(properties, .tblHeader)
      column = Self.count(part.value(properties, .gridBefore)) ?? 0
    }
    collectCells(node, part, &row, &column, control: -1)
    if !row.cells.isEmpty { rows.append(row) }
  }

  private func collectCells(
    _ node: Int, _ part: WordPart, _ row: inout Row, _ column: inout Int, control: Int
  ) {
    for child in part.xml.childElements(of: node) {
      switch part.tag(child) {
      case .tc:
        guard column < Self.columnLimit else { return }
        var cell = Cell(node: child, columns: column..<(column + 1))
        cell.control = control
        if let properties = part.child(child, .tcPr) {
          let span = max(Self.count(part.value(properties, .gridSpan)) ?? 1, 1)
          cell.columns = column..<(column + span)
          if let merge = part.child(properties, .vMerge) ?? part.child(properties, .vmerge) {
            cell.isContinued = part.xml.attribute("val", of: merge) != "restart"
          }
        }
        var scan = CellScan()
        Self.scan(child, part, &scan)
        cell.text = collapsed(String(decoding: scan.text, as: UTF8.self))
        cell.hasField = scan.hasField || control >= 0
        cell.isBold = scan.isBold && !cell.text.isEmpty
        column = cell.columns.upperBound
        row.cells.append(cell)
      case .trPr, .sdtPr, .p, .tbl: break
      case .sdt: collectCells(child, part, &row, &column, control: child)
      default: collectCells(child, part, &row, &column, control: control)
      }
    }
  }

  private static func count(_ value: String?) -> Int? {
    value.flatMap { Int($0) }.map { min(max($0, 0), 100) }
  }

  private struct CellScan {
    var text: [UInt8] = []
    var hasField = false
    var isBold = true
  }

  /// Collects the text of a cell, nested tables left out: those are read as tables of their own.
  private static func scan(_ node: Int, _ part: WordPart, _ scan: inout CellScan) {
    for child in part.xml.children(of: node) {
      guard part.xml.nodes[child].kind == .element else { continue }
      switch part.tag(child) {
      case .t:
        if scan.text.count < textLimit {
          scan.text += part.xml.text[part.xml.textRange(of: child)].prefix(textLimit)
        }
      case .r:
        if let properties = part.child(child, .rPr) {
          if !part.flag(properties, .b), part.child(child, .t) != nil { scan.isBold = false }
        } else if part.child(child, .t) != nil {
          scan.isBold = false
        }
        Self.scan(child, part, &scan)
      case .p:
        if !scan.text.isEmpty { scan.text.append(0x20) }
        Self.scan(child, part, &scan)
      case .br, .cr, .tab: scan.text.append(0x20)
      case .ffData: scan.hasField = true
      case .sdt:
        let control = WordControl(child, in: part)
        switch control.kind {
        case .wrapper, .contents: break
        case .box, .text: scan.hasField = true
        }
        if let content = part.child(child, .sdtContent), !control.isEmpty {
          Self.scan(content, part, &scan)
        }
      case .tbl, .del, .moveFrom, .tcPr, .pPr, .rPr, .instrText, .txbxContent, .fallback: break
      default: Self.scan(child, part, &scan)
      }
    }
  }
}
