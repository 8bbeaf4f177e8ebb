/// Lines of comma-separated values (RFC 4180).
enum CSVText {
  /// Returns a line with its line end.
  static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// A cell that a spreadsheet would take for a formula is made text. Scalars are looked at, since a
  /// quotation mark with a combining mark behind it is another character but ends a cell all the
  /// same.
  private static func quoted(_ cell: String) -> String {
    let isFormula =
      cell.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let text = isFormula ? "'" + cell : cell
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}
