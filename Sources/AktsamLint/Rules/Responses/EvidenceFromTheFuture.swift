import AktsamDocuments
import AktsamText

/// A document given as evidence is dated after the response that gives it.
package struct EvidenceFromTheFuture: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1113", name: "evidence-from-the-future", group: .responses, severity: .warning,
    since: "0.2",
    summary: "A document given as evidence is dated after the response that gives it.",
    rationale: """
      A document that did not exist when the response was signed cannot support it: the date is wrong, \
      or the document is only planned. Correct the date, or say that the document is still to come.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <evidence href="map.pdf" date="2026-10-02">«Map of our sites»</evidence></answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>Kart.</p><evidence date="2062-02-01">«Kart»</evidence></answer>
          """, language: "nb", date: nil), asOf: "2026-03-01"),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <evidence href="map.pdf" date="2026-10-01">Map of our sites</evidence></answer>
          """), asOf: "2026-01-01"),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>Map.</p><evidence date="2062-02-01">Map</evidence></answer>
          """, date: nil)),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    let written = context.document.date ?? context.asOf
    guard let written, let today = AnswerWords.Day(written) else { return }
    for answer in context.document.questions {
      for evidence in answer.evidence {
        guard let date = evidence.date, let day = AnswerWords.Day(date), today < day else {
          continue
        }
        report(
          context.finding(
            ResponseMessages.fromTheFuture(evidence.title, date, today: written),
            at: context.place(of: evidence, in: answer)))
      }
    }
  }
}
