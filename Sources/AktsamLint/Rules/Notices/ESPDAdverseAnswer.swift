import AktsamDocuments
import AktsamText

/// An ESPD answers yes to an exclusion ground.
package struct ESPDAdverseAnswer: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1311", name: "espd-adverse-answer", group: .notices, severity: .warning, since: "0.2",
    summary: "An ESPD answers yes to an exclusion ground.",
    rationale: """
      A yes to an exclusion ground may exclude the supplier, unless it has shown that it can be relied on \
      again. Read the measures that it describes; where it describes none, ask for them before \
      deciding.
      """,
    references: ["https://eur-lex.europa.eu/eli/dir/2014/24/art_57/oj"],
    supersedes: ["AK0331"],
    flagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.answer(
              "p1",
              "<cac:ResponseValue><cbc:ResponseIndicator>«true»</cbc:ResponseIndicator></cac:ResponseValue>"
            )))
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.criterion(
              "chain-manage", NoticeExamples.property("p2", "INDICATOR", "Answer"))
            + NoticeExamples.indicator("p1", false) + NoticeExamples.indicator("p2", true)))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.format.hasPrefix("espd-") else { return }
    for (message, place) in context.noticed("AK0331") {
      report(context.finding(message, at: place))
    }
  }
}
