/// What the columns of a table of questions hold, as its heading row says.
struct TableColumns {
  /// The meanings by column, from 0; empty = nothing is known.
  var meanings: [Int: ColumnMeaning] = [:]
  /// The columns in which a mark stands for an answer, such as "Yes" and "No".
  var marks: [Int: Question.Value] = [:]

  /// Whether anything is known.
  var isEmpty: Bool { meanings.isEmpty }

  /// Whether answers stand in some column.
  var hasAnswers: Bool { meanings.values.contains(where: \.isAnswer) }

  /// Creates columns of which the meanings are known.
  init(_ meanings: [Int: ColumnMeaning] = [:]) {
    self.meanings = meanings
  }

  /// Reads a heading row of a questionnaire: one that names a column of questions or requirements,
  /// and one of answers; nil for any other row.
  ///
  /// - Parameters:
  ///   - row: the cells.
  ///   - document: their document.
  ///   - isFirst: whether the row stands first in its table; the nearest column before the answers
  ///     may then hold the questions without saying so.
  init?(heading row: [TableCell], in document: Document, isFirst: Bool) {
    let texts = row.map { $0.string(in: document) }
    let values = texts.map { Question.Value(written: $0) }
    let areMarks = Set(values.compactMap { $0 }).count > 1
    for (index, cell) in row.enumerated() {
      let value = areMarks ? values[index] : nil
      let meaning = value == nil ? ColumnMeaning(heading: texts[index]) : .answer
      for column in cell.covered {
        if let meaning { meanings[column] = meaning }
        if let value { marks[column] = value }
      }
    }
    guard hasAnswers else { return nil }
    if meanings.values.contains(where: { $0 == .question || $0 == .requirement }) { return }
    // "Remarks" alone make no questionnaire, and a sentence is no heading.
    guard isFirst, !texts.contains(where: { $0.hasSuffix(".") || $0.hasSuffix("?") }),
      let first = meanings.filter({ $0.value == .answer }).keys.min(),
      let asking = row.last(where: { $0.column < first && meanings[$0.column] == nil })
    else { return nil }
    for column in asking.covered where column < first { meanings[column] = .question }
  }
}

extension TableCell {
  /// The columns that it takes, as many as a person would merge.
  var covered: Range<Int> { column..<(column + min(max(columns, 1), 64)) }
}
