/// The line that a finding stands on, for a report to show.
package struct Excerpt: Sendable, Hashable {
  /// The 1-based number of the line.
  package var line: Int
  /// The line without its end; a long one is cut to what stands around the finding.
  package var text: String
  /// Where the finding starts in ``text``: a 0-based count of Unicode scalars.
  package var start: Int
  /// How many Unicode scalars of ``text`` it takes, at least 1 unless the line is empty.
  package var length: Int
  /// Whether something was cut off before ``text``.
  package var isCutBefore: Bool
  /// Whether something was cut off after ``text``.
  package var isCutAfter: Bool

  /// Creates an excerpt.
  package init(
    line: Int, text: String, start: Int, length: Int, isCutBefore: Bool = false,
    isCutAfter: Bool = false
  ) {
    self.line = line
    self.text = text
    self.start = start
    self.length = length
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }
}
