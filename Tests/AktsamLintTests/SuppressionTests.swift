import AktsamLint
import AktsamText
import Testing

@Suite struct SuppressionTests {
  private static let good = "<?aktsam ignore AK1001 reason=\"the question is in part two\"?>"

  private static func run(_ inside: String, asOf: String? = nil) throws -> [String] {
    let run = try LintFixture.run(["a.xml": LintFixture.questionnaire(inside)], asOf: asOf)
    return LintFixture.lines(run.findings) + run.suppressed.map { "- \($0.finding.rule)" }
  }

  @Test func silencesTheNextElementWithItsReason() throws {
    let run = try LintFixture.run(
      ["a.xml": LintFixture.questionnaire(Self.good)], "", asOf: "2026-01-01")
    #expect(run.findings.isEmpty)
    let suppressed = try #require(run.suppressed.first)
    #expect(suppressed.finding.rule == "AK1001")
    #expect(suppressed.reason == "the question is in part two")
    #expect(suppressed.by.line == 6)
    #expect(run.statistics.map(\.suppressed) == [1])
  }

  /// The same finding behind the next element is not silenced, and the suppression is unused.
  @Test func reachesNoFurther() throws {
    let found = try Self.run(
      Self.good + "<question id=\"q3\" type=\"text\"><text>Which?</text></question>")
    #expect(found == ["AK1902 a.xml:6 warning", "AK1001 a.xml:9 error"])
  }

  @Test func beforeTheRootItIsAboutAll() throws {
    let run = try LintFixture.run(["a.xml": Self.good + "\n" + LintFixture.questionnaire()])
    #expect(run.findings.isEmpty && run.suppressed.count == 1)
  }

  @Test func wholeFile() throws {
    let text = LintFixture.questionnaire().replacing(
      "</questionnaire>", with: "<?aktsam ignore-file questionnaires reason='r'?></questionnaire>")
    #expect(try LintFixture.run(["a.xml": text]).findings.isEmpty)
  }

  @Test(arguments: [
    ("<?aktsam ignore AK1001?>", ["AK1903 a.xml:6 error", "AK1001 a.xml:9 error"]),
    (
      "<?aktsam ignore AK1001 reason='r' until='2026-01-31'?>",
      ["AK1901 a.xml:6 warning", "AK1001 a.xml:9 error"]
    ),
    ("<?aktsam ignore AK1001 reason='r' until='2026-02-01'?>", ["- AK1001"]),
    (
      "<?aktsam ignore AK1002, AK1001 reason='r'?>", ["AK1902 a.xml:6 warning", "- AK1001"]
    ),
    ("<?aktsam ignore dangling-question-reference reason='r'?>", ["- AK1001"]),
    (
      "<?aktsam ignore AK1999 reason='r'?>", ["AK1904 a.xml:6 error", "AK1001 a.xml:9 error"]
    ),
    ("<?aktsam hide AK1001 reason='r'?>", ["AK1905 a.xml:6 error", "AK1001 a.xml:9 error"]),
    ("<?aktsam?>", ["AK1001 a.xml:9 error"]),
    ("<!-- aktsam ignore AK1001 reason='r' -->", ["AK1001 a.xml:9 error"]),
    ("<?aktsam ignore AK1001 reason='r?>", ["- AK1001"]),
    ("<?aktsam ignore = AK1001 reason='r'?>", ["AK1905 a.xml:6 error", "AK1001 a.xml:9 error"]),
  ])
  func forms(inside: String, found: [String]) throws {
    #expect(try Self.run(inside, asOf: "2026-02-01") == found)
  }

  /// Nobody knows whether a suppression is needed while its rule is off.
  @Test func ofARuleThatIsOffNothingIsSaid() throws {
    let run = try LintFixture.run(
      ["a.xml": LintFixture.questionnaire(Self.good, condition: "q1")], "ignore: AK1001")
    #expect(run.findings.isEmpty)
  }

  @Test func readersCanBeSilenced() throws {
    let text = LintFixture.questionnaire("<?aktsam ignore AK0305 reason='r'?>")
    let run = try LintFixture.run(["a.xml": text], "ignore: AK1001")
    #expect(run.findings.isEmpty && run.suppressed.map(\.finding.rule) == ["AK0305"])
  }

  @Test func configurationSilencesByPath() throws {
    let configuration = """
      suppressions:
        - {files: old/**, rules: [AK1001], reason: agreed, until: 2026-06-30}
        - {files: old/**, rules: [AK1002], reason: agreed}
        - {files: elsewhere, rules: [AK1001], reason: agreed}
      """
    let texts: KeyValuePairs = [
      "old/a.xml": LintFixture.questionnaire(), "new/a.xml": LintFixture.questionnaire(),
    ]
    let run = try LintFixture.run(texts, configuration, asOf: "2026-06-30")
    #expect(
      LintFixture.lines(run.findings) == [
        "AK1902 .aktsam.yml:3 warning", "AK1001 new/a.xml:9 error",
      ])
    #expect(run.suppressed.map(\.by.line) == [2])
    let later = try LintFixture.run(texts, configuration, asOf: "2026-07-01")
    #expect(
      LintFixture.lines(later.findings) == [
        "AK1901 .aktsam.yml:2 warning", "AK1902 .aktsam.yml:3 warning",
        "AK1001 new/a.xml:9 error", "AK1001 old/a.xml:9 error",
      ])
  }

  /// What a comment says must never trap, whatever it holds.
  @Test(arguments: [
    "<?aktsam ", "<?aktsam ignore", "<?aktsam ignore AK1001 reason=", "<?aktsam ignore \"",
    "<?aktsam ignore reason=\"", "<!-- aktsam", "<!-- aktsam ignore", "<!-- aktsam -->",
    "<!-- aktsam ignore,,, = '' -->", "<!-->aktsam ignore-->", "<!--aktsam ignore x=-->",
  ])
  func brokenCommentsAreHarmless(text: String) throws {
    for path in ["a.md", "a.txt", "a.html", "a.xml"] {
      for suffix in ["", "?>", "-->", "?><a/>"] {
        let run = try LintFixture.run([path: "<p>x</p>\n" + text + suffix])
        #expect(run.suppressed.isEmpty)
      }
    }
  }

  @Test func clauseFilesHoldThemToo() throws {
    let example = try #require(NoMetExample.info.flagged.first)
    let text = example.text.replacing(
      "«", with: "<?aktsam ignore AK1401 reason='examples are being written'?>"
    )
    .replacing("»", with: "")
    let (library, findings, files) = ExampleLibrary.load(example, Array(text.utf8))
    #expect(findings.isEmpty)
    let run = Linter(
      library: try #require(ShippedClauses.library), configuration: LintFixture.configuration("")
    ).run(
      LintInput(
        clauses: [.init(path: "clauses", library: library, files: files, findings: findings)]))
    #expect(!run.findings.contains { $0.place.path == example.file })
    #expect(Set(run.suppressed.map(\.finding.rule)) == ["AK1401"])
  }
}
