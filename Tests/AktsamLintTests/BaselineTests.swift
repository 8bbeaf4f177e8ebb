import AktsamLint
import AktsamText
import Testing

@Suite struct BaselineTests {
  private static let text = LintFixture.questionnaire()

  private static func run(_ text: String) throws -> LintRun {
    try LintFixture.run(["a.xml": text])
  }

  private static func baseline(of text: String) throws -> Baseline {
    Baseline(of: try run(text).findings)
  }

  @Test func whatIsKnownIsNotShown() throws {
    var run = try Self.run(Self.text)
    run.apply(Baseline(of: run.findings))
    #expect(run.findings.isEmpty && run.known.count == 1 && run.fixed.isEmpty)
    #expect(run.statistics.map(\.known) == [1])
  }

  @Test func movedLinesStayKnown() throws {
    var run = try Self.run(
      Self.text.replacing(
        "<question id=\"q1\"",
        with: "\n\n<question id=\"q0\" type=\"text\">"
          + "<text>Who?</text></question>\r\n<question id=\"q1\""))
    run.apply(try Self.baseline(of: Self.text))
    #expect(run.findings.isEmpty && run.known.count == 1)
  }

  @Test func swappedFindingShows() throws {
    var run = try Self.run(LintFixture.questionnaire(condition: "q8"))
    run.apply(try Self.baseline(of: Self.text))
    #expect(run.findings.count == 1 && run.known.isEmpty)
    #expect(run.fixed.map(\.text) == ["q9"])
  }

  @Test func oneMoreOfTheSameShows() throws {
    let twice = Self.text.replacing(
      "</section>",
      with: """
        <question id="q3" type="text"><text>Why?</text>
        <show-when question="q9" value="yes"/></question></section>
        """)
    var run = try Self.run(twice)
    run.apply(try Self.baseline(of: Self.text))
    #expect(run.findings.count == 1 && run.known.count == 1)
    let baseline = try Self.baseline(of: twice)
    #expect(baseline.entries.map(\.count) == [2])
    var once = try Self.run(Self.text)
    once.apply(baseline)
    #expect(once.findings.isEmpty && once.fixed.map(\.count) == [1])
    #expect(baseline.pruned(of: once.fixed) == (try Self.baseline(of: Self.text)))
  }

  @Test func entriesOfFilesThatWereNotReadAreNotFixed() throws {
    let baseline = try Self.baseline(of: Self.text)
    var run = try LintFixture.run(["b.xml": LintFixture.questionnaire(condition: "q1")])
    run.apply(baseline)
    #expect(run.fixed.isEmpty)
    run.apply(baseline, isWhole: true)
    #expect(run.fixed.count == 1)
    #expect(baseline.pruned(of: run.fixed).entries.isEmpty)
  }

  @Test func bytesAreStableAndReadBack() throws {
    let entries = [
      Baseline.Entry(
        rule: "AK1002", path: "b å \"x\"\\.xml", element: "/q/text", text: "tab\tnul\u{0}\u{2028}😀",
        fingerprint: "01", count: 3),
      Baseline.Entry(
        rule: "AK1001", path: "a.zip", part: "x.xml", element: "", text: "", fingerprint: "02",
        count: 1),
    ]
    let baseline = Baseline(entries)
    let bytes = baseline.bytes
    #expect(bytes == Baseline(entries.reversed()).bytes)
    let read = Baseline.read(bytes, path: "baseline.json")
    #expect(read.problems == [])
    #expect(read.baseline == baseline)
    #expect(
      String(decoding: Baseline().bytes, as: UTF8.self)
        == "{\n  \"schema\": \"aktsam-baseline-1\",\n  \"entries\": []\n}\n")
  }

  @Test(arguments: [
    ("[]", "b:1:1: this is no baseline: \"schema\" must be \"aktsam-baseline-1\", not a list"),
    (
      "{\"schema\": \"x\"}",
      "b:1:12: this is no baseline: \"schema\" must be \"aktsam-baseline-1\", not \"x\""
    ),
    (
      "{\"schema\": \"aktsam-baseline-1\",\n \"entrys\": []}",
      "b:2:2: there is no key \"entrys\"; did you mean \"entries\"?"
    ),
    (
      "{\"schema\": \"aktsam-baseline-1\",\n\"entries\": [\n{\"rule\": \"AK1001\", \"path\": \"a\", "
        + "\"count\": 1}]}",
      "b:3:1: the key \"fingerprint\" is missing"
    ),
    (
      "{\"schema\": \"aktsam-baseline-1\",\n\"entries\": [{\"rule\": \"AK1001\", \"path\": \"a\", "
        + "\"fingerprint\": \"f\",\n \"count\": 0}]}",
      "b:3:11: \"count\" takes a count, not \"0\""
    ),
    ("{", "b:2:1: this is no YAML: did not find expected node content"),
  ])
  func slipIsNamed(text: String, problem: String) {
    #expect(
      Baseline.read(Array(text.utf8), path: "b").problems.map(\.description) == [problem])
  }
}
