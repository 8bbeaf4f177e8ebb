import AktsamDocuments
import AktsamText

/// A mandatory question of the questionnaire does not occur in the response.
package struct LeftOutQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1127", name: "left-out-question", group: .responses, severity: .error, since: "0.2",
    summary: "A mandatory question of the questionnaire does not occur in the response.",
    rationale: """
      A question that is left out is easily overlooked: nothing in the response shows that it was ever \
      asked. Answer it; where it does not apply, say so and why.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
          """, questionnaire: "«a»"),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no" mandatory="true">
                    <text>Do you map your risks?</text></question>
                  <question id="q2" type="text" mandatory="true"><text>How?</text>
                    <show-when question="q1" value="yes"/></question>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>no</value></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no" mandatory="true">
                    <text>Do you map your risks?</text></question>
                  <question id="q2" type="text" mandatory="true"><text>How?</text>
                    <show-when question="q1" value="yes"/></question>
                  <question id="q3" type="text"><text>Anything else?</text></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response,
      let reference = document.references.first(where: { $0.kind == .questionnaire })
    else { return }
    let asked = AskedQuestions(context)
    let answered = Set(document.questions.map(\.id))
    for question in asked.questionnaire?.questions ?? []
    where question.isMandatory && !answered.contains(question.id) {
      guard asked.isShown(question) == true else { continue }
      report(
        context.finding(
          ResponseMessages.leftOut(question.id),
          at: context.place(ofSource: reference.source, element: reference.element),
          related: asked.related(question)))
    }
  }
}
