import AktsamDocuments
import AktsamText

/// A question is answered, though another answer switches it off.
package struct AnswerToSwitchedOffQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1117", name: "answer-to-switched-off-question", group: .responses, severity: .note,
    since: "0.2", summary: "A question is answered, though another answer switches it off.",
    rationale: """
      Either the answer is left over from an earlier draft, or the answer that switches the question \
      off is wrong. A reader cannot tell which of the two holds. Remove the answer, or correct the \
      other one.
      """,
    supersedes: ["AK0304"],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>no</value></answer>
            «<answer question="q2" not-shown-because-of="q1">»<p>Once a year.</p></answer>
            «<answer question="q3">»<p>By severity.</p></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
                  <question id="q2" type="text"><text>How often?</text></question>
                  <question id="q3" type="text" match="any"><text>How do you rank them?</text>
                    <show-when question="q1" value="yes"/>
                    <show-when question="q1" value="partly"/></question>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>partly</value></answer>
            <answer question="q2" not-shown-because-of="q1"/>
            <answer question="q3"><p>By severity.</p></answer>
            <answer question="q4"><choice option="b"/></answer>
            <answer question="q5"><p>In two tiers.</p></answer>
            <answer question="q7"><p>Twice.</p></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
                  <question id="q2" type="text"><text>Why not?</text></question>
                  <question id="q3" type="text" match="any"><text>How do you rank them?</text>
                    <show-when question="q1" value="yes"/>
                    <show-when question="q1" value="partly"/></question>
                  <question id="q4" type="multi"><text>How deep?</text>
                    <option id="a"><text>A</text></option><option id="b"><text>B</text></option>
                  </question>
                  <question id="q5" type="text"><text>Where?</text>
                    <show-when question="q1"/><show-when question="q4" value="b"/></question>
                  <question id="q6" type="yes-no"><text>Do you visit?</text></question>
                  <question id="q7" type="text"><text>How often do you visit?</text>
                    <show-when question="q6" value="yes"/></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response else { return }
    var reported: Set<Int> = []
    for (message, place) in context.noticed("AK0304") {
      reported.insert(place.segments.first?.lowerBound ?? 0)
      report(context.finding(message, at: place))
    }
    let asked = AskedQuestions(context)
    for answer in document.questions where answer.state == .answered {
      guard let question = asked[answer.id], asked.isShown(question) == false,
        !reported.contains(answer.definition.source.lowerBound)
      else { continue }
      let names = Set(question.definition.conditions.map(\.question)).sorted()
      report(
        context.finding(
          ResponseMessages.switchedOff(answer.id, by: names), at: context.place(of: answer),
          related: asked.related(question)))
    }
  }
}
