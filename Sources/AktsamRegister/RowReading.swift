internal import GRDB

/// A row whose values are taken as they are: a damaged file may hold anything, and must not trap.
struct RowReading {
  private let row: Row
  /// Where each column stands: GRDB looks names up one by one, in each row anew.
  private let columns: [String: Int]

  /// Returns what a body makes of each row of a query.
  static func map<Value>(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = [],
    _ body: (RowReading) throws -> Value
  ) throws -> [Value] {
    let statement = try db.makeStatement(sql: sql)
    let columns = Dictionary(
      statement.columnNames.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    var values: [Value] = []
    while let row = try cursor.next() {
      values.append(try body(RowReading(row: row, columns: columns)))
    }
    return values
  }

  /// Returns what a body makes of the first row of a query; nil when it has none.
  static func first<Value>(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = [],
    _ body: (RowReading) throws -> Value
  ) throws -> Value? {
    try map(db, sql, arguments, body).first
  }

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
    guard let index = columns[column] else { return nil }
    let value: DatabaseValue = row[index]
    return value
  }
}
