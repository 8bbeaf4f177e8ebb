import AktsamDocuments
import AktsamText

/// An ESPD answers a question that its criteria do not hold.
package struct ESPDUnknownQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1310", name: "espd-unknown-question", group: .notices, severity: .error, since: "0.2",
    summary: "An ESPD answers a question that its criteria do not hold.",
    rationale: """
      The answer refers to a property by an id that is nowhere declared: a service passes over it, and \
      the question that was meant counts as left open. Make the response from the buyer's request, so \
      that the ids are the same.
      """,
    supersedes: ["AK0330"],
    flagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
              + """
                <cac:TenderingCriterionResponse>
                  «<cbc:ValidatedCriterionPropertyID>p7</cbc:ValidatedCriterionPropertyID>»
                  <cac:ResponseValue><cbc:ResponseIndicator>true</cbc:ResponseIndicator></cac:ResponseValue>
                </cac:TenderingCriterionResponse>
              """))
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("P1", "INDICATOR", "Answer"))
            + NoticeExamples.indicator("p1", true)))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.format.hasPrefix("espd-") else { return }
    for (message, place) in context.noticed("AK0330") {
      report(context.finding(message, at: place))
    }
  }
}
