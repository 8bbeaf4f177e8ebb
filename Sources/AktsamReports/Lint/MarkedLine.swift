/// A line of an input and the carets below it, made so that both fit in a terminal and stand below
/// each other.
///
/// Tabs become blanks, what would steer the terminal becomes U+FFFD, and of a long line only the
/// stretch around the carets is shown. Letters that run from right to left are shown by terminals in
/// another order than they are stored in; below these the carets are only near.
struct MarkedLine {
  /// The line as it is shown.
  private(set) var line = ""
  /// Blanks and carets.
  private(set) var carets = ""

  private static let tabWidth = 4

  init(_ excerpt: LintItem.Excerpt, width: Int) {
    let marked = excerpt.marked
    let count = excerpt.text.unicodeScalars.count
    let start = count <= width || marked.lowerBound <= width / 2 ? 0 : marked.lowerBound - width / 3
    let text = String(String.UnicodeScalarView(excerpt.text.unicodeScalars.dropFirst(start)))
    var offset = start
    var column = 0
    var lead: Int?
    var caretCount = 0
    if start > 0 || excerpt.firstColumn > 1 {
      line = "…"
      column = 1
    }
    for character in text {
      let shown = character == "\t" ? Self.tab(at: column) : VisibleText.of(String(character))
      let shownWidth = shown.reduce(0) { $0 + DisplayWidth.of($1) }
      if column + shownWidth > width {
        line += "…"
        break
      }
      let end = offset + character.unicodeScalars.count
      if end > marked.lowerBound {
        lead = lead ?? column
        if offset < marked.upperBound { caretCount += shownWidth }
      }
      line += shown
      column += shownWidth
      offset = end
    }
    carets =
      String(repeating: " ", count: lead ?? column)
      + String(repeating: "^", count: max(1, caretCount))
    while line.hasSuffix(" ") { line.removeLast() }
  }

  private static func tab(at column: Int) -> String {
    String(repeating: " ", count: tabWidth - column % tabWidth)
  }
}
