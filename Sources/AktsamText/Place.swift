/// Where something stands in an input, as a report shows it (design, section 2, *Place*).
package struct Place: Sendable, Hashable {
  /// The path of the input as the user gave it.
  package var path: String
  /// The member inside an archive; empty for a plain file.
  package var part: String
  /// Half-open byte ranges into the part as stored, one a text run.
  package var segments: [Range<Int>]
  /// 1-based line of the first byte.
  package var line: Int
  /// 1-based column of the first byte, in Unicode scalars.
  package var column: Int
  /// 1-based line of the end.
  package var endLine: Int
  /// 1-based column just past the end, in Unicode scalars.
  package var endColumn: Int
  /// The element path, as `/response[1]/answer[3]`; empty where the input has no elements.
  package var element: String

  /// Creates a place.
  package init(
    path: String, part: String = "", segments: [Range<Int>], line: Int, column: Int,
    endLine: Int, endColumn: Int, element: String = ""
  ) {
    self.path = path
    self.part = part
    self.segments = segments
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.element = element
  }

  /// Creates the place of byte ranges of a source.
  ///
  /// - Parameters:
  ///   - source: the source that the ranges count in.
  ///   - segments: byte ranges, ascending; an empty list gives the start of the source.
  ///   - lines: the line table of the source.
  ///   - element: the element path.
  package init(
    in source: SourceFile, segments: [Range<Int>], lines: LineTable, element: String = ""
  ) {
    let start = lines.position(at: segments.first?.lowerBound ?? 0, in: source.bytes)
    let end = lines.position(at: segments.last?.upperBound ?? 0, in: source.bytes)
    self.init(
      path: source.path, part: source.part, segments: segments, line: start.line,
      column: start.column, endLine: end.line, endColumn: end.column, element: element)
  }
}
