import AktsamText

/// What a report of the linter shows on a terminal.
package struct LintTextOptions: Sendable, Hashable {
  /// Whether severities and carets are coloured by control sequences.
  package var colour: Bool
  /// Whether the lines that findings stand on are shown.
  package var showsLines: Bool
  /// Whether a table of what each rule found stands at the end.
  package var showsStatistics: Bool
  /// How many columns a line of an input may take.
  package var width: Int

  /// Creates options.
  package init(
    colour: Bool = false, showsLines: Bool = true, showsStatistics: Bool = false, width: Int = 100
  ) {
    self.colour = colour
    self.showsLines = showsLines
    self.showsStatistics = showsStatistics
    self.width = width
  }
}

/// A report of the linter for a terminal: each finding that counts with its line and carets below
/// what it is about. Findings in the baseline and suppressed ones are counted only.
enum LintTextWriter {
  /// Returns the report, with a final line feed.
  static func report(_ report: LintReport, _ options: LintTextOptions) -> [UInt8] {
    var writer = LintPage(options)
    for item in report.findings where item.state == .new { writer.write(item) }
    let statistics = LintStatistics(report)
    if options.showsStatistics { writer.write(statistics.rows) }
    writer.writeSummary(statistics)
    return Array(writer.page.text.utf8)
  }
}

/// Writes findings to a page.
private struct LintPage {
  private let options: LintTextOptions
  var page: TextPage

  init(_ options: LintTextOptions) {
    self.options = options
    page = TextPage(colour: options.colour)
  }

  mutating func write(_ item: LintItem) {
    let style = Self.style(item.severity)
    page.line(
      "\(page.styled(VisibleText.of(item.position), .strong)): "
        + "\(page.styled(item.severity.rawValue, style)) "
        + "\(page.styled(item.rule, .strong)) \(page.clean(item.message)) "
        + page.styled("[\(item.name)]", .faint))
    if options.showsLines, let excerpt = item.excerpt {
      let marked = MarkedLine(excerpt, width: max(20, options.width))
      let number = "\(item.place.line)"
      let blanks = String(repeating: " ", count: max(0, 5 - number.count))
      let margin = String(repeating: " ", count: max(5, number.count))
      page.line(
        "\(page.styled("\(blanks)\(number) |", .faint))"
          + (marked.line.isEmpty ? "" : " \(marked.line)"))
      let indent = marked.carets.prefix { $0 == " " }
      let carets = String(marked.carets.dropFirst(indent.count))
      page.line("\(page.styled("\(margin) |", .faint)) \(indent)\(page.styled(carets, style))")
    }
    for related in item.related {
      let place = related.place
      page.line(
        "  \(VisibleText.of(place.pathWithPart)):\(place.line):\(place.column): "
          + page.clean(related.message))
    }
    if let fix = item.fix {
      let word = fix.isSafe ? "fix" : "fix, to be checked"
      page.line("  \(page.styled(word, .strong)): \(page.clean(fix.message))")
    }
    if options.showsLines { page.blank() }
  }

  mutating func write(_ rows: [LintStatistics.Row]) {
    guard !rows.isEmpty else { return }
    if !options.showsLines { page.blank() }
    let table =
      [["count", "rule", "name", "fixable"]]
      + rows.map { ["\($0.count)", $0.rule, $0.name, $0.fixable > 0 ? "\($0.fixable)" : "-"] }
    let widths = (0..<4).map { column in table.map { $0[column].count }.max() ?? 0 }
    for row in table {
      let cells = row.enumerated().map { index, cell in
        let blanks = String(repeating: " ", count: widths[index] - cell.count)
        return index == 0 || index == 3 ? blanks + cell : cell + blanks
      }
      page.line(cells.joined(separator: "  "))
    }
    page.blank()
  }

  mutating func writeSummary(_ statistics: LintStatistics) {
    let style: TextPage.Style? =
      statistics.errors > 0
      ? Self.style(.error) : statistics.warnings > 0 ? Self.style(.warning) : nil
    let files = "in \(statistics.files) \(statistics.files == 1 ? "file" : "files")"
    let remarks = statistics.remarks.map { "; \($0)" }.joined()
    page.line("\(page.styled(statistics.found, style)) \(files)\(remarks)")
  }

  private static func style(_ severity: Severity) -> TextPage.Style {
    switch severity {
    case .error: .severity(isError: true)
    case .warning: .severity(isError: false)
    case .note: .note
    }
  }
}
