import AktsamDocuments
import AktsamLint
import AktsamText
import Testing

/// Every rule's examples are its tests.
@Suite struct RuleExamplesTests {
  /// Every mark is reported with exactly its bytes, and nothing else is.
  @Test(arguments: ExampleRun.all)
  func reportsWhatIsMarked(run: ExampleRun) throws {
    let reported = try run.reported()
    #expect(reported == run.expected)
  }

  @Test(arguments: ExampleRun.all.filter { $0.form == .asWritten })
  func examplesAreMarkedAndWellFormed(run: ExampleRun) {
    #expect(run.expected.isEmpty != run.isFlagged, "marks belong into flagged examples only")
    if let document = run.document {
      #expect(document.isComplete, "\(document.findings.map(\.message))")
    }
  }

  /// Messages are lower case without a full stop; a fix really goes away with what it mends.
  @Test(arguments: ExampleRun.all.filter { $0.form == .asWritten && $0.isFlagged })
  func findingsAreWellWorded(run: ExampleRun) throws {
    for finding in try run.findings() {
      #expect(finding.rule == run.rule.info.id)
      #expect(!finding.message.isEmpty)
      #expect(finding.message.last != ".", "\(finding.message)")
      #expect(!finding.message.contains("\n"), "\(finding.message)")
      for edit in finding.fix?.edits ?? [] {
        #expect(edit.range.upperBound <= run.text.bytes.count)
      }
    }
  }
}
