package import AktsamText

/// What a user says of the columns of a workbook: which holds the questions, which the answers.
///
/// Lines of comma-separated values (RFC 4180), `sheet,column,meaning`: a sheet's name, or `*` for
/// each; a column by its letters; a ``ColumnMeaning``. A row number with the meaning `header` says
/// which row names the columns; what stands above it and in it is not read as an answer.
///
///     sheet,column,meaning
///     Frågor,B,question
///     Frågor,D,answer
///     Frågor,4,header
package struct ColumnMapping: Sendable {
  /// What is said of one sheet.
  package struct Sheet: Sendable, Hashable {
    /// The meanings by column, from 0.
    package var columns: [Int: ColumnMeaning] = [:]
    /// The row that names the columns, from 0; nil = the first row that looks so.
    package var headerRow: Int?
  }

  /// The sheets by name in lower case; `*` is every sheet that has no lines of its own.
  package var sheets: [String: Sheet] = [:]
  /// The lines that say nothing (`AK0357`).
  package var findings: [Finding]

  /// Reads a mapping; a first line of headings is passed over, a line that cannot be used is a
  /// finding.
  ///
  /// - Parameters:
  ///   - bytes: the file as stored.
  ///   - path: its path as the user gave it.
  package init(csv bytes: [UInt8], path: String) {
    let (source, findings) = TextDecoding.decode(bytes, path: path)
    self.findings = findings
    let lines = LineTable(source.bytes)
    var start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
      let line = start..<end
      start = end + 1
      if end < source.bytes.count, source.bytes[end] == 0x0D, start < source.bytes.count,
        source.bytes[start] == 0x0A
      {
        start += 1
      }
      number += 1
      let cells = Self.cells(of: source.bytes[line])
      if cells.allSatisfy(\.isEmpty) { continue }
      if number == 1, cells.count == 3, cells[0].lowercased() == "sheet" { continue }
      if let fault = take(cells) {
        self.findings.append(
          Finding(
            rule: SheetMessages.mappingRule, severity: .warning, message: fault,
            place: Place(in: source, segments: [line], lines: lines)))
      }
    }
  }

  /// Returns what is said of a sheet, or nil.
  package subscript(sheet: String) -> Sheet? {
    sheets[sheet.lowercased()] ?? sheets["*"]
  }

  /// Takes one line and returns what is wrong with it, or nil.
  private mutating func take(_ cells: [String]) -> String? {
    guard cells.count == 3, !cells[0].isEmpty else { return SheetMessages.mappingLine }
    let name = cells[0].lowercased()
    if cells[2].lowercased() == "header" {
      guard let row = Int(cells[1]), (1...1_048_576).contains(row) else {
        return SheetMessages.mappingRow(cells[1])
      }
      sheets[name, default: Sheet()].headerRow = row - 1
      return nil
    }
    guard let column = CellReference.column(cells[1]) else {
      return SheetMessages.mappingColumn(cells[1])
    }
    guard let meaning = ColumnMeaning(named: cells[2]) else {
      return SheetMessages.mappingMeaning(cells[2])
    }
    sheets[name, default: Sheet()].columns[column] = meaning
    return nil
  }

  /// The cells of a line; one in quotation marks may hold commas, two marks stand for one.
  private static func cells(of line: ArraySlice<UInt8>) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    var position = line.startIndex
    while position < line.endIndex {
      let byte = line[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        if isQuoted, position < line.endIndex, line[position] == byte {
          cells[cells.count - 1].append(byte)
          position += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == UInt8(ascii: ","), !isQuoted {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
    }
    return cells.map {
      String(decoding: $0[trimmed(0..<$0.count, in: $0)], as: UTF8.self)
    }
  }
}
