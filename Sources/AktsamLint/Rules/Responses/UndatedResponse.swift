import AktsamDocuments
import AktsamText

/// A response says nowhere when it was given.
package struct UndatedResponse: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1126", name: "undated-response", group: .responses, severity: .warning, since: "0.2",
    summary: "A response says nowhere when it was given.",
    rationale: """
      "This year" and "planned" mean nothing without a date, and the age of the evidence cannot be \
      counted. Give the date of the response or of its signature.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
          """, date: nil, questionnaire: "«a»"))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
          """, date: nil,
          head: "<signature date=\"2026-10-01\"><name>Kim Example</name></signature>")
      ),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.format == "aktsam-response", document.date == nil,
      let reference = document.references.first(where: { $0.kind == .questionnaire })
    else { return }
    report(
      context.finding(
        ResponseMessages.undatedResponse,
        at: context.place(ofSource: reference.source, element: reference.element)))
  }
}
