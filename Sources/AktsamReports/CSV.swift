/// Comma-separated values (RFC 4180), UTF-8.
enum CSV {
  /// Returns lines of cells.
  static func text(_ lines: [[String]]) -> String { lines.map(line).joined() }

  /// Returns a line with its line end.
  static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// Returns the first sheet of a worklist.
  static func bytes(_ worklist: Worklist) -> [UInt8] {
    guard let sheet = worklist.sheets.first else { return [] }
    let rows = sheet.rows.map { row in
      row.map { cell in
        switch cell {
        case .text(let text), .date(let text): text
        case .number(let number): String(number)
        }
      }
    }
    return Array(text([sheet.columns.map(\.title)] + rows).utf8)
  }

  private static func cell(_ cell: String) -> String {
    let text = defused(cell)
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    // Scalars are looked at, since a quotation mark with a combining mark behind it is another
    // character but ends a cell all the same.
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }

  /// Makes text of a cell that a spreadsheet would take for a formula: an apostrophe in front says so.
  private static func defused(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return cell
    }
    // The wide forms are read as the narrow ones where Chinese or Japanese is set.
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    return starts.contains(first) ? "'" + cell : cell
  }
}
