/// The wording of the findings of word processors' OpenDocument files and of sheets.
enum SheetMessages {
  static let trackedRule = "AK0350"
  static let hiddenRule = "AK0353"
  static let mappingRule = "AK0357"
  static let partRule = "AK0358"
  static let noAnswersRule = "AK0359"

  static func tracked(deletions: Int, insertions: Int) -> String {
    "the document has tracked changes: \(count(deletions, "deletion")) left out, "
      + "\(count(insertions, "insertion")) read; ask which version is meant"
  }

  static func hiddenText(_ stretches: Int) -> String {
    "\(count(stretches, "hidden passage")) in the document: not read; "
      + "show them to have them read"
  }

  static func hiddenSheet(_ name: String) -> String {
    "the sheet \"\(name)\" is hidden: not read; show it to have it read"
  }

  static func hiddenCells(_ name: String, rows: Int, columns: Int) -> String {
    let parts = [(rows, "hidden row"), (columns, "hidden column")].filter { $0.0 > 0 }
    return "the sheet \"\(name)\" has "
      + parts.map { count($0.0, $0.1) }.joined(separator: " and ")
      + " with text: not read; show them to have them read"
  }

  static let mappingLine =
    "the line is not of the form \"sheet,column,meaning\": it is passed over"

  static func mappingColumn(_ written: String) -> String {
    "\"\(written)\" is no column, such as \"B\": the line is passed over"
  }

  static func mappingRow(_ written: String) -> String {
    "\"\(written)\" is no row number, such as \"4\": the line is passed over"
  }

  static func mappingMeaning(_ written: String) -> String {
    let known = ColumnMeaning.allCases.map(\.rawValue).joined(separator: ", ")
    return "\"\(written)\" is no meaning (\(known), header): the line is passed over"
  }

  static func unknownSheet(_ name: String) -> String {
    "the mapping names the sheet \"\(name)\", which is not read from this workbook"
  }

  static func missingPart(_ what: String) -> String {
    "\(what) cannot be read: what stands there is missing; save the file anew"
  }

  static let encrypted = "the document is protected by a password: save it without one"

  static func noAnswers(_ name: String) -> String {
    "the sheet \"\(name)\" has a column of questions and none of answers: "
      + "say which it is with a mapping of columns"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
