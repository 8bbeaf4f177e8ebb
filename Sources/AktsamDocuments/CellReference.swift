/// The place of a cell in a sheet, as `B4`.
struct CellReference: Hashable {
  /// The column, from 0.
  var column: Int
  /// The row, from 0.
  var row: Int

  /// Creates a reference.
  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads a reference, with or without dollar signs; nil for anything else.
  init?(_ written: some StringProtocol) {
    let plain = written.utf8.filter { $0 != UInt8(ascii: "$") }
    let letters = plain.prefix { (0x41...0x5A).contains($0 & 0xDF) && $0 >= 0x41 }
    guard let column = Self.column(String(decoding: letters, as: UTF8.self)),
      let row = Int(String(decoding: plain.dropFirst(letters.count), as: UTF8.self)),
      (1...1_048_576).contains(row)
    else { return nil }
    self.init(column: column, row: row - 1)
  }

  /// The reference as people write it.
  var description: String { Self.letters(column) + "\(row + 1)" }

  /// Returns the column, from 0, that letters name; nil when they name none that a sheet can have.
  static func column(_ letters: String) -> Int? {
    var column = 0
    guard (1...3).contains(letters.utf8.count) else { return nil }
    for byte in letters.utf8 {
      guard (0x61...0x7A).contains(byte | 0x20) else { return nil }
      column = column * 26 + Int(byte | 0x20) - 0x60
    }
    return column <= 16_384 ? column - 1 : nil
  }

  /// Returns the letters of a column.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest >= 0 {
      letters.insert(UInt8(truncatingIfNeeded: 0x41 + rest % 26), at: 0)
      rest = rest / 26 - 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Returns the corners that `A1:C3` names, the second not before the first; nil for anything else.
  static func range(_ written: String) -> (first: CellReference, last: CellReference)? {
    let corners = written.split(separator: ":", maxSplits: 1)
    guard let first = corners.first.flatMap({ CellReference($0) }),
      let last = corners.last.flatMap({ CellReference($0) }),
      first.column <= last.column, first.row <= last.row
    else { return nil }
    return (first, last)
  }
}
