import AktsamDocuments
import AktsamText

/// A yes-or-no answer of an ESPD is neither true nor false.
package struct ESPDBadIndicator: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1312", name: "espd-bad-indicator", group: .notices, severity: .error, since: "0.2",
    summary: "A yes-or-no answer of an ESPD is neither \"true\" nor \"false\".",
    rationale: """
      Services read "true" and "false" only: any other word counts as no answer, and the questions that \
      hang on it are not asked. Write "true" for yes and "false" for no.
      """,
    supersedes: ["AK0335"],
    flagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.answer(
              "p1",
              "<cac:ResponseValue><cbc:ResponseIndicator>«no»</cbc:ResponseIndicator></cac:ResponseValue>"
            )))
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.indicator("p1", false)))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.format.hasPrefix("espd-") else { return }
    for (message, place) in context.noticed("AK0335") {
      report(context.finding(message, at: place))
    }
  }
}
