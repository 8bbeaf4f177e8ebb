import AktsamDocuments
import AktsamText

/// A response is not as its schema says.
package struct InvalidBySchema: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1103", name: "invalid-by-schema", group: .responses, severity: .error, since: "0.2",
    summary: "A response is not as its schema says.",
    rationale: """
      A program that expects the schema may pass over what does not fit it, or refuse the whole file. \
      Put the element where the schema has it, or write the value in the form that it asks for.
      """,
    supersedes: ["AK0110"],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">«<value>»perhaps</value></answer>
            <answer question="q2"><p>Yes.</p>«<remark>»We map yearly.</remark></answer>
          """))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>partly</value><comment>We map two tiers.</comment></answer>
          """))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    for (message, place) in context.noticed("AK0110") {
      report(context.finding(ResponseMessages.invalid(message), at: place))
    }
  }
}
