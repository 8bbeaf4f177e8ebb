import AktsamText

/// A summary for a comment on a pull request: what each rule found, how each file fares, and the
/// first findings.
enum LintMarkdownWriter {
  /// How many findings are listed; code hosts refuse comments that are too long.
  private static let limit = 50
  /// How many files are listed.
  private static let fileLimit = 100

  /// Returns the summary.
  static func report(_ report: LintReport) -> [UInt8] {
    let statistics = LintStatistics(report)
    var text = "### \(report.toolName) lint: \(statistics.found)\n"
    if !statistics.remarks.isEmpty { text += "\n\(statistics.remarks.joined(separator: "; "))\n" }
    if statistics.count > 0 {
      text += "\n" + rules(statistics, report)
      text += "\n" + files(LintGroups(report).groups)
      text += "\n" + findings(report.findings.filter { $0.state == .new })
    }
    return Array(text.utf8)
  }

  private static func rules(_ statistics: LintStatistics, _ report: LintReport) -> String {
    let pages = Dictionary(
      report.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var text = "| Findings | Rule | What is found | Severity | Fixable |\n|--:|---|---|---|--:|\n"
    for row in statistics.rows {
      let rule = pages[row.rule]
      let id = MarkdownText.line(row.rule)
      let link = rule?.helpURI.map { "[\(id)](<\(address($0))>)" } ?? id
      text += "| \(row.count) | \(link) \(MarkdownText.code(row.name, inTable: true)) "
      text += "| \(line(rule?.summary ?? "")) | \(row.severity.rawValue) | \(row.fixable) |\n"
    }
    return text
  }

  private static func files(_ groups: [LintGroups.Group]) -> String {
    let rows = groups.map { group in
      (group.path, group.items.filter { $0.state == .new }.map(\.severity))
    }.filter { !$0.1.isEmpty }
    var text = "| File | Errors | Warnings | Notes |\n|---|--:|--:|--:|\n"
    for (path, severities) in rows.prefix(fileLimit) {
      text += "| \(MarkdownText.code(path, inTable: true)) "
      for severity in [Severity.error, .warning, .note] {
        text += "| \(severities.count { $0 == severity }) "
      }
      text += "|\n"
    }
    let rest = rows.count - fileLimit
    return rest > 0 ? text + "\n… and \(rest) more files\n" : text
  }

  private static func findings(_ items: [LintItem]) -> String {
    var text = "<details><summary>Findings</summary>\n\n"
    for item in items.prefix(limit) {
      text += "- \(MarkdownText.code(item.position)) **\(item.severity.rawValue)** "
      text += "\(MarkdownText.line(item.rule)): \(line(item.message))\n"
    }
    let rest = items.count - limit
    if rest > 0 { text += "- … and \(rest) more\n" }
    return text + "\n</details>\n"
  }

  /// Returns a text in one line. An empty comment behind `@` keeps code hosts from calling someone
  /// who happens to have a name that stands in a document.
  private static func line(_ text: String) -> String {
    MarkdownText.line(text).split(separator: "@", omittingEmptySubsequences: false)
      .joined(separator: "@<!-- -->")
  }

  private static func address(_ text: String) -> String {
    text.filter { $0 != "<" && $0 != ">" && !$0.isWhitespace }
  }
}
