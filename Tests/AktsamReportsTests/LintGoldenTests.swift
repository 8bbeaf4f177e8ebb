import AktsamReports
import Testing

/// Whole reports of the linter in every format.
@Suite struct LintGoldenTests {
  private static let names: [LintFormat: String] = [
    .text: "lint.txt", .json: "lint.json", .jsonl: "lint.jsonl", .sarif: "lint.sarif",
    .junit: "lint.junit.xml", .github: "lint.github.txt", .gitlab: "lint.gitlab.json",
    .checkstyle: "lint.checkstyle.xml", .csv: "lint.csv", .markdown: "lint.md",
  ]

  @Test(arguments: LintFormat.allCases)
  func wholeReport(format: LintFormat) throws {
    let options = LintTextOptions(showsStatistics: true)
    try Golden.expect(
      LintFixture.report.bytes(format, text: options), try #require(Self.names[format]))
  }

  @Test(arguments: LintFormat.allCases)
  func sameReportSameBytes(format: LintFormat) {
    #expect(LintFixture.report.bytes(format) == LintFixture.report.bytes(format))
  }

  /// What is shown to people and machines ends with one line feed; a list of nothing may be empty.
  @Test(arguments: LintFormat.allCases)
  func nothingFoundIsAReportToo(format: LintFormat) {
    let text = LintFixture.text(format, LintFixture.clean)
    switch format {
    case .jsonl, .github: #expect(text.isEmpty)
    case .text: #expect(text == "no findings in 1 file\n")
    case .gitlab: #expect(text == "[]\n")
    case .markdown: #expect(text == "### aktsam lint: no findings\n")
    case .csv: #expect(text.unicodeScalars.count { $0 == "\n" } == 1)
    case .checkstyle: #expect(text.contains("<file name=\"a.xml\"/>"))
    case .junit: #expect(text.contains("tests=\"1\" failures=\"0\""))
    case .json: #expect(text.contains("\"findings\": []"))
    case .sarif: #expect(text.contains("\"results\": []"))
    }
  }

  @Test func pagesOfRules() throws {
    try Golden.expect(Array(RulePages.document(LintFixture.rules).utf8), "rules.md")
    try Golden.expect(RulePages.listing(LintFixture.rules, json: false), "rules.txt")
    try Golden.expect(RulePages.listing(LintFixture.rules, json: true), "rules.json")
    let pages = LintFixture.rules.map { RulePages.explain($0, json: false) }
    try Golden.expect(Array(pages.joined(separator: [0x0A])), "rule-pages.txt")
    try Golden.expect(RulePages.explain(LintFixture.long, json: true), "rule.json")
  }

  @Test func anchorsAreThoseOfTheHeadings() {
    let document = RulePages.document(LintFixture.rules)
    for rule in LintFixture.rules {
      #expect(document.contains("## \(rule.id) \(rule.name)\n"))
      #expect(document.contains("](#\(RulePages.anchor(rule)))"))
      #expect(RulePages.anchor(rule) == "\(rule.id.lowercased())-\(rule.name)")
    }
  }
}
