import AktsamDocuments
import AktsamText

/// An answer chooses an option that the question does not have.
package struct UnknownOption: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1105", name: "unknown-option", group: .responses, severity: .error, since: "0.2",
    summary: "An answer chooses an option that the question does not have.",
    rationale: """
      Answers are compared by the ids of their options: one that the questionnaire does not list \
      counts for nothing, and conditions that hang on it never hold. Choose one of the question's \
      options.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><choice option="«tier2»">Two tiers</choice></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="choice"><text>How deep?</text>
                    <option id="tier-1"><text>One tier</text></option>
                    <option id="tier-2"><text>Two tiers</text></option></question>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><choice option="tier-2">Two tiers</choice></answer>
            <answer question="q2"><choice option="any">Any</choice></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="multi"><text>How deep?</text>
                    <option id="tier-1"><text>One tier</text></option>
                    <option id="tier-2"><text>Two tiers</text></option></question>
                  <question id="q2" type="text"><text>Anything else?</text></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    let asked = AskedQuestions(context)
    var suggestions = Suggestions()
    for answer in context.document.questions where !answer.chosen.isEmpty {
      guard let question = asked[answer.id], !question.definition.options.isEmpty else { continue }
      let ids = question.definition.options.map(\.id)
      for option in answer.chosen where !ids.contains(option.id) {
        let near = suggestions.near(option.id, among: ids)
        report(
          context.finding(
            ResponseMessages.unknownOption(option.id, answer.id, ids, near: near),
            at: context.place(ofSource: option.source, element: option.element),
            related: asked.related(question),
            fix: context.renaming(option.source, to: near) { "choose the option \"\($0)\"" }))
      }
    }
  }
}
