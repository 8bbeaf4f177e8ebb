import AktsamDocuments
import AktsamText

/// An answer names a question that the questionnaire does not have.
package struct UnknownQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1107", name: "unknown-question", group: .responses, severity: .error, since: "0.2",
    summary: "An answer names a question that the questionnaire does not have.",
    rationale: """
      The answer belongs to no question and is not compared with those of other suppliers, while the \
      question that was meant counts as left open. Name a question of the questionnaire.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="«q1.l»"><value>yes</value></answer>
            <answer question="q2"><value>no</value></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1.1" type="yes-no"><text>Do you map your risks?</text></question>
                  <question id="q2" type="yes-no"><text>Do you rank them?</text></question>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q2"><value>no</value></answer>
            <answer question="q1"><value>yes</value></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
                  <question id="q2" type="yes-no"><text>Do you rank them?</text></question>
            """)
        ]),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q9"><value>no</value></answer>
          """)),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response else { return }
    let asked = AskedQuestions(context)
    guard asked.questionnaire != nil else { return }
    let answered = Set(document.questions.map(\.id))
    let open = asked.ids.filter { !answered.contains($0) }
    // The first reference of an answer names what it answers; others say what switched it off.
    var elements: Set<Int32> = []
    var suggestions = Suggestions()
    for reference in document.references where reference.kind == .question {
      guard elements.insert(reference.element).inserted, answered.contains(reference.target),
        asked[reference.target] == nil
      else { continue }
      let near = suggestions.near(reference.target, among: open)
      report(
        context.finding(
          ResponseMessages.unknownQuestion(reference.target, near: near),
          at: context.place(ofSource: reference.source, element: reference.element),
          fix: context.renaming(reference.source, to: near) { "answer the question \"\($0)\"" }))
    }
  }
}
