internal import GRDB

/// A table of the register as it is stored, for export.
package struct RegisterTable: Sendable, Hashable {
  /// A value of a row.
  package enum Value: Sendable, Hashable {
    /// A text.
    case text(String)
    /// A whole number.
    case int(Int)
    /// Nothing.
    case none
  }

  /// The name.
  package var name: String
  /// The names of the columns.
  package var columns: [String]
  /// The rows in the order in which they were entered, each with a value a column.
  package var rows: [[Value]]
}

extension Register {
  /// Returns all tables as they are at one moment, always in the same order.
  package func export() throws(RegisterError) -> [RegisterTable] {
    try read { db in
      try Schema.tables.map { name in
        let columns = try db.columns(in: name).map(\.name)
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let rows = try Row.fetchAll(db, sql: "SELECT \(list) FROM \(name) ORDER BY id").map {
          Array($0.databaseValues).map(Self.value)
        }
        return RegisterTable(name: name, columns: columns, rows: rows)
      }
    }
  }

  private static func value(_ value: DatabaseValue) -> RegisterTable.Value {
    switch value.storage {
    case .null: .none
    case .int64(let number): .int(Int(number))
    case .string(let text): .text(text)
    case .double(let number): .text(String(number))
    case .blob: .text(String.fromDatabaseValue(value) ?? "")
    }
  }
}
