/// What the paragraphs of a stretch of a Word document are read as.
struct WordContext {
  /// What they are.
  enum Kind {
    /// Running text.
    case flow
    /// Cells of a table.
    case cell
    /// The supplier's answer to a question.
    case answer
    /// The buyer's question.
    case question
    /// Text that is nobody's statement: headers, footers, column headings.
    case caption
  }

  /// What they are.
  var kind = Kind.flow
  /// The question that they ask or answer, else -1.
  var question: Int32 = -1
  /// The printed number of the question.
  var number = ""
  /// What a citation shows beside them.
  var label = ""
}
