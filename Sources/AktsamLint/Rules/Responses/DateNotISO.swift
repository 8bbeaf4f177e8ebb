import AktsamDocuments
import AktsamText

/// A date is not written as year, month and day.
package struct DateNotISO: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1125", name: "date-not-iso", group: .responses, severity: .error, since: "0.2",
    summary: "A date is not written as year, month and day, or no calendar has it.",
    rationale: """
      "03/04/2026" is a day in March to some and in April to others, and a program reads neither. \
      Write "2026-04-03".
      """,
    references: ["https://www.w3.org/TR/xmlschema-2/#date"],
    supersedes: ["AK0311"],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><date>«3 April 2026»</date></answer>
            <answer question="q2"><value>yes</value>
              <evidence href="map.pdf" date="«03/04/2026»">Map</evidence></answer>
            <answer question="q3"><date>«2026-02-30»</date></answer>
          """))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><date>2028-02-29</date></answer>
            <answer question="q2"><p>It was adopted on 3 April 2026.</p>
              <evidence href="map.pdf" date="2026-04-03">Map</evidence></answer>
          """))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response else { return }
    for (message, place) in context.noticed("AK0311") {
      report(context.finding(message, at: place))
    }
    guard document.format == "aktsam-response" else { return }
    for answer in document.questions where answer.kind == .date && answer.state == .answered {
      guard let block = context.block(at: answer.valueBlock) else { continue }
      let text = context.string(of: block)
      // A time zone may follow, as in `2026-01-31+02:00`.
      guard AnswerWords.Day(String(text.prefix(10))) == nil || text.utf8.count > 16 else {
        continue
      }
      report(context.finding(ResponseMessages.notISO(text), at: context.place(of: block)))
    }
  }
}
