/// Rows to work through: sheets with named columns, for spreadsheets and for other programs.
package struct Worklist: Sendable, Hashable {
  /// A cell.
  package enum Cell: Sendable, Hashable {
    /// Text; empty = nothing.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A day, `yyyy-mm-dd`; anything else is text.
    case date(String)
  }

  /// A column.
  package struct Column: Sendable, Hashable {
    /// The heading.
    package var title: String
    /// The width in characters.
    package var width: Int
    /// What may be chosen; empty = anything.
    package var choices: [String]
    /// Whether days are entered.
    package var isDate: Bool

    /// Creates a column.
    package init(_ title: String, width: Int, choices: [String] = [], isDate: Bool = false) {
      self.title = title
      self.width = width
      self.choices = choices
      self.isDate = isDate
    }
  }

  /// A sheet.
  package struct Sheet: Sendable, Hashable {
    /// The name; spreadsheets allow 31 characters.
    package var name: String
    /// The columns.
    package var columns: [Column]
    /// The cells of each row, one for each column.
    package var rows: [[Cell]]

    /// Creates a sheet.
    package init(name: String, columns: [Column], rows: [[Cell]]) {
      self.name = name
      self.columns = columns
      self.rows = rows
    }
  }

  /// The title.
  package var title: String
  /// The language of the words that are ours.
  package var language: String
  /// The version of the tool.
  package var toolVersion: String
  /// The sheets; the first is the one to work through.
  package var sheets: [Sheet]

  /// Creates a worklist.
  package init(title: String, language: String, toolVersion: String, sheets: [Sheet]) {
    self.title = title
    self.language = language
    self.toolVersion = toolVersion
    self.sheets = sheets
  }
}
