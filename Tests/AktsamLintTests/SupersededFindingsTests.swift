import AktsamDocuments
import AktsamLint
import AktsamText
import Testing

/// A rule that takes the place of a reader's finding reports something where that one stands.
@Suite struct SupersededFindingsTests {
  @Test(
    arguments: ExampleRun.all.filter { run in
      run.form == .asWritten && run.isFlagged
        && [.questionnaires, .responses, .notices].contains(run.rule.info.group)
        && !run.rule.info.supersedes.isEmpty
    })
  func theRuleReportsWhatItTakesThePlaceOf(run: ExampleRun) throws {
    let reported = try run.findings().flatMap(\.place.segments)
    for finding in run.document?.findings ?? []
    where run.rule.info.supersedes.contains(where: {
      $0.covers(rule: finding.rule, message: finding.message)
    }) {
      let range = try #require(finding.place?.segments.first)
      #expect(
        reported.contains {
          range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
        },
        "\(finding.rule) \(finding.message)")
    }
  }
}
