import AktsamDocuments
import AktsamText

/// A condition names a question that the questionnaire does not have.
package struct DanglingQuestionReference: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1001", name: "dangling-question-reference", group: .questionnaires, severity: .error,
    since: "0.2", summary: "A condition names a question that the questionnaire does not have.",
    rationale: """
      A question whose condition can never be looked up is never shown, or always, depending on the \
      tool that shows it. Suppliers then answer different questionnaires. Name a question that is \
      there, or remove the condition.
      """,
    supersedes: ["AK0305"],
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="«q11»" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """)
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q1" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .questionnaire else { return }
    let ids = Set(document.questions.map(\.id))
    for question in document.questions {
      for condition in question.definition.conditions where !ids.contains(condition.question) {
        let near = nearest(to: condition.question, among: ids)
        let place = context.place(ofSource: condition.source, element: condition.element)
        report(
          context.finding(
            QuestionnaireMessages.noSuchQuestion(condition.question, near: near), at: place,
            fix: near.map {
              Fix("name the question \"\($0)\"", [.init(condition.source, $0)], isSafe: false)
            }))
      }
    }
  }
}
