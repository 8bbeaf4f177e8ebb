package import AktsamText

/// A further member of a package that a document's text was read from.
package struct DocumentPart: Sendable {
  /// The member, whose own offsets start at 0.
  package var source: SourceFile
  /// The lines of the member.
  package var lines: LineTable
  /// What offsets into this member are raised by in ``Document/runs``, so that they differ from
  /// those into any other.
  package var base: Int

  /// Returns the byte ranges that lie in this member, counted from its start.
  func own(_ segments: [Range<Int>]) -> [Range<Int>] {
    let all = base..<(base + source.bytes.count)
    return segments.filter { all.lowerBound <= $0.lowerBound && $0.upperBound <= all.upperBound }
      .map { $0.lowerBound - base..<$0.upperBound - base }
  }
}
