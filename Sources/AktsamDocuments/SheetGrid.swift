import AktsamText

/// The visible cells of one sheet, whichever program wrote it.
struct SheetGrid {
  /// The name on the sheet's tab.
  var name: String
  /// The name in ``Document/text``.
  var title: Range<Int>
  /// The element that names it, -1 for none.
  var element: Int32
  /// The rows that hold text, ascending; the cells of a row ascending by column.
  var rows: [[TableCell]] = []
  /// How many hidden rows hold text.
  var hiddenRows = 0
  /// Hidden columns that hold text.
  var hiddenColumns: Set<Int> = []
  /// Where the sheet stands.
  var place: Place

  /// Adds a cell to the last row, or begins its row.
  mutating func add(_ cell: TableCell) {
    if let last = rows.last?.last, last.row == cell.row {
      rows[rows.count - 1].append(cell)
    } else {
      rows.append([cell])
    }
  }

  /// Brings rows and cells into order, for files that hold them in another.
  mutating func sort() {
    let cells = rows.joined()
    let isSorted = zip(cells, cells.dropFirst()).allSatisfy {
      ($0.row, $0.column) <= ($1.row, $1.column)
    }
    guard !isSorted else { return }
    let sorted = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    rows = []
    for cell in sorted { add(cell) }
  }

  /// Returns a cell's reference for people, as `Answers!B4`.
  func reference(column: Int, row: Int) -> String {
    "\(name)!\(CellReference(column: column, row: row).description)"
  }
}
