/// One cell of a table or a sheet, before it is known what it is.
struct TableCell {
  /// A paragraph of a cell.
  struct Paragraph {
    /// The byte range in ``Document/text``.
    var text: Range<Int>
    /// The index of the element, -1 for none.
    var element: Int32
    /// Its language, when not the document's.
    var language: String?
  }

  /// The row, from 0.
  var row: Int
  /// The column, from 0.
  var column: Int
  /// How many columns it takes.
  var columns = 1
  /// How many rows it takes.
  var rows = 1
  /// Its paragraphs; blank ones are left out.
  var paragraphs: [Paragraph] = []
  /// What a citation shows to find it, as `Sheet!B4`; empty = nothing.
  var reference = ""

  /// Returns its text on one line.
  func string(in document: Document) -> String {
    paragraphs.flatMap {
      document.string($0.text).split(whereSeparator: \.isWhitespace)
    }.joined(separator: " ")
  }
}
