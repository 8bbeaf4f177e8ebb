internal import GRDB

/// A row whose values are taken as they are: a damaged file may hold anything, and must not trap.
struct RowReading {
  let row: Row

  init(_ row: Row) { self.row = row }

  /// A text; empty where there is none.
  func text(_ column: String) -> String { optionalText(column) ?? "" }

  /// A text; nil where there is none.
  func optionalText(_ column: String) -> String? {
    value(column).flatMap { String.fromDatabaseValue($0) }
  }

  /// A whole number; 0 where there is none.
  func int(_ column: String) -> Int { optionalInt(column) ?? 0 }

  /// A whole number; nil where there is none.
  func optionalInt(_ column: String) -> Int? {
    value(column).flatMap { Int.fromDatabaseValue($0) }
  }

  /// A word of a fixed list. Who opened the file adds its path to the error.
  func word<Word: RawRepresentable<String>>(
    _ column: String, as _: Word.Type = Word.self
  ) throws(RegisterError) -> Word {
    if let word = Word(rawValue: text(column)) { return word }
    throw .damaged(path: "", detail: "\(column) is '\(text(column))'")
  }

  /// A word of a fixed list; nil where there is none.
  func optionalWord<Word: RawRepresentable<String>>(
    _ column: String, as _: Word.Type = Word.self
  ) -> Word? {
    optionalText(column).flatMap { Word(rawValue: $0) }
  }

  private func value(_ column: String) -> DatabaseValue? {
    let value: DatabaseValue? = row[column]
    return value
  }
}
