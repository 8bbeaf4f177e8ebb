import AktsamDocuments
import AktsamLint
import AktsamText
import Testing

@Suite struct LinterTests {
  @Test func findingsAreSortedAndComplete() throws {
    let response = """
      <response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="a"
        questionnaire-version="1">
        <supplier><name>Example Ltd</name></supplier>
        <answer question="q1"><p>TBD</p></answer>
        <answer question="q2" mandatory="true"/>
      </response>
      """
    let run = try LintFixture.run([
      "b.xml": response, "a.xml": LintFixture.questionnaire(),
    ])
    #expect(
      LintFixture.lines(run.findings) == [
        "AK1001 a.xml:9 error", "AK1102 b.xml:4 warning", "AK1101 b.xml:5 error",
      ])
    #expect(run.paths == ["a.xml", "b.xml"])
    #expect(run.isComplete)
    #expect(run.statistics.map(\.rule) == ["AK1001", "AK1101", "AK1102"])
    #expect(run.statistics.first?.fixable == 1)
  }

  @Test func excerptShowsTheLine() throws {
    let finding = try #require(
      try LintFixture.run(["a.xml": LintFixture.questionnaire()])
        .findings.first)
    #expect(
      finding.excerpt
        == Excerpt(
          line: 9, text: "<show-when question=\"q9\" value=\"yes\"/>", start: 21, length: 2))
  }

  /// Of a line that does not end only what stands around the finding is shown, whatever its letters.
  @Test(arguments: ["x", "å", "😀"])
  func excerptOfALongLine(letter: String) throws {
    let filling = "<!--" + String(repeating: letter, count: 6_000) + "-->"
    let text = LintFixture.questionnaire().replacing("\n", with: "")
      .replacing("<show-when", with: filling + "<show-when")
      .replacing("</section>", with: filling + "</section>")
    let finding = try #require(
      try LintFixture.run(["a.xml": text]).findings.first { $0.rule == "AK1001" })
    let excerpt = try #require(finding.excerpt)
    let scalars = Array(excerpt.text.unicodeScalars)
    #expect(scalars.count == 200 && excerpt.isCutBefore && excerpt.isCutAfter)
    let shown = scalars[excerpt.start..<excerpt.start + excerpt.length]
    #expect(String(String.UnicodeScalarView(shown)) == "q9")
    #expect(excerpt.start == 60)
  }

  /// The readers' AK0305 says the same as AK1001 and is left out; with the rule off it shows.
  @Test func readersSayItOnlyWhenTheRuleDoesNot() throws {
    let text = LintFixture.questionnaire()
    #expect(try !LintFixture.run(["a.xml": text]).findings.contains { $0.rule == "AK0305" })
    let off = try LintFixture.run(["a.xml": text], "ignore: AK1001")
    #expect(LintFixture.lines(off.findings) == ["AK0305 a.xml:9 warning"])
    let neither = try LintFixture.run(["a.xml": text], "ignore: [AK1001, AK0305]")
    #expect(neither.findings.isEmpty)
  }

  @Test func severityFollowsTheConfiguration() throws {
    let run = try LintFixture.run(
      ["old/a.xml": LintFixture.questionnaire(), "new/a.xml": LintFixture.questionnaire()],
      "overrides: [{files: old/**, severity: {AK10: note}}]")
    #expect(
      LintFixture.lines(run.findings) == ["AK1001 new/a.xml:9 error", "AK1001 old/a.xml:9 note"])
    #expect(run.findings(from: .error).count == 1)
  }

  @Test func brokenFileIsSaidAndIncomplete() throws {
    let run = try LintFixture.run(["a.xml": "<questionnaire xmlns='urn:aktsam:questionnaire:1'><t"])
    #expect(run.findings.contains { $0.rule == "AK0101" && $0.severity == .error })
    #expect(!run.isComplete)
  }

  @Test func orderOfInputsDoesNotMatter() throws {
    let first = try LintFixture.run([
      "b.xml": LintFixture.questionnaire(), "a.xml": LintFixture.questionnaire("<x/>"),
    ])
    let second = try LintFixture.run([
      "a.xml": LintFixture.questionnaire("<x/>"), "b.xml": LintFixture.questionnaire(),
    ])
    #expect(first.findings == second.findings)
  }

  @Test func clauseLibraryIsChecked() throws {
    let example = try #require(NoMetExample.info.flagged.first)
    let bytes = MarkedText(example.text).bytes
    let (library, findings, files) = ExampleLibrary.load(example, bytes)
    let shipped = try #require(ShippedClauses.library)
    let linter = Linter(
      library: shipped,
      configuration: LintFixture.configuration("select: AK1401\nrules: {AK1401: {languages: sv}}"))
    let run = linter.run(
      LintInput(
        clauses: [.init(path: "clauses", library: library, files: files, findings: findings)]))
    #expect(
      LintFixture.lines(run.findings.filter { $0.rule == "AK1401" }) == [
        "AK1401 \(example.file):2 warning"
      ])
  }

  /// Tasks may share the documents in any way.
  @Test func tasksFindTheSame() async throws {
    let texts = (0..<6).map { number in
      LintFixture.document(
        LintFixture.questionnaire("<?aktsam ignore AK1002 reason='r'?>"), path: "\(number).xml")
    }
    let input = LintInput(documents: texts)
    let linter = Linter(
      library: try #require(ShippedClauses.library), configuration: LintFixture.configuration(""))
    let surroundings = linter.surroundings(of: input)
    let found = await withTaskGroup(of: [LintFinding].self) { group in
      for first in [3, 0] {
        group.addTask {
          let task = linter.makeTask()
          return (first..<first + 3).flatMap { task.findings(surroundings, index: $0) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let run = linter.finish(input, surroundings, found: found.reversed())
    #expect(run.findings == linter.run(input).findings)
    #expect(run.findings.count == 12)
  }
}
