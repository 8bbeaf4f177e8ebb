import AktsamDocuments
import AktsamText

/// Two questions of an ESPD have the same id.
package struct ESPDRepeatedQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1313", name: "espd-repeated-question", group: .notices, severity: .error, since: "0.2",
    summary: "Two questions of an ESPD have the same id.",
    rationale: """
      Answers name their question by its id: with two of the same, the second can never be answered. \
      Give each property an id of its own.
      """,
    supersedes: ["AK0334"],
    flagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.criterion(
              "socsec-law",
              """
                      <cac:TenderingCriterionProperty>
                        «<cbc:ID>p1</cbc:ID>»<cbc:Description>Answer</cbc:Description>
                        <cbc:TypeCode>QUESTION</cbc:TypeCode>
                        <cbc:ValueDataTypeCode>INDICATOR</cbc:ValueDataTypeCode>
                      </cac:TenderingCriterionProperty>
              """), isResponse: false))
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.criterion(
              "socsec-law", NoticeExamples.property("p2", "INDICATOR", "Answer")),
          isResponse: false))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.format.hasPrefix("espd-") else { return }
    for (message, place) in context.noticed("AK0334") {
      report(context.finding(message, at: place))
    }
  }
}
