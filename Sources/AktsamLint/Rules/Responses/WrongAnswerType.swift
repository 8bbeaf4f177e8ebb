import AktsamDocuments
import AktsamText

/// An answer is of another kind than its question asks for.
package struct WrongAnswerType: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1104", name: "wrong-answer-type", group: .responses, severity: .warning, since: "0.2",
    summary: "An answer is of another kind than its question asks for.",
    rationale: """
      A number in a sentence cannot be compared, and a text in the place of a yes or no leaves the \
      reader to guess. Answer in the form that the question asks for, and put the rest into the \
      comment.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>«We end it as soon as we can.»</p></answer>
            <answer question="q2"><p>«Sure, in all tiers.»</p></answer>
            <answer question="q3"><choice option="one"/><choice option="«two»"/></answer>
            <answer question="q4"><value>«yes»</value></answer>
            <answer question="q5"><country>«Norway»</country></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="number"><text>Within how many days?</text></question>
                  <question id="q2" type="yes-no"><text>Do you map your risks?</text></question>
                  <question id="q3" type="choice"><text>How deep?</text>
                    <option id="one"><text>One tier</text></option>
                    <option id="two"><text>Two tiers</text></option></question>
                  <question id="q4" type="date"><text>When did you map them last?</text></question>
                  <question id="q5" type="country"><text>Where?</text></question>
            """)
        ]),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>«Vi har god oversikt.»</p></answer>
          """, language: "nb"),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="sites"><text>Hvilke fabrikker?</text></question>
            """, language: "nb")
        ]),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><number unit="days">30.5</number><p>From the notice on.</p></answer>
            <answer question="q2"><value>not-applicable</value></answer>
            <answer question="q3"><choice option="one"/></answer>
            <answer question="q4"><date>2026-02-28</date></answer>
            <answer question="q5"><p>Yes: we rank them once a year.</p></answer>
            <answer question="q6"/>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="number"><text>Within how many days?</text></question>
                  <question id="q2" type="yes-no"><text>Do you map your risks?</text></question>
                  <question id="q3" type="choice"><text>How deep?</text>
                    <option id="one"><text>One tier</text></option></question>
                  <question id="q4" type="date"><text>When did you map them last?</text></question>
                  <question id="q5" type="text"><text>Do you rank them?</text></question>
                  <question id="q6" type="number"><text>How many?</text></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.format == "aktsam-response" else { return }
    let asked = AskedQuestions(context)
    let blocks = AnswerBlocks(document)
    for (index, answer) in document.questions.enumerated() where answer.state == .answered {
      guard let question = asked[answer.id] else { continue }
      if question.kind == .choice, answer.chosen.count > 1 {
        let second = answer.chosen[1]
        report(
          context.finding(
            ResponseMessages.oneChoiceOnly(answer.id),
            at: context.place(ofSource: second.source, element: second.element),
            related: asked.related(question)))
        continue
      }
      let value = blocks.value(index)
      let text = value.map { context.string(of: $0) } ?? ""
      guard !fits(answer, text, question.kind, hasRows: hasRows(index, blocks)) else { continue }
      report(
        context.finding(
          ResponseMessages.wrongType(answer.id, question.kind),
          at: value.map { context.place(of: $0) } ?? context.place(of: answer),
          related: asked.related(question)))
    }
  }

  private func hasRows(_ index: Int, _ blocks: AnswerBlocks) -> Bool {
    blocks.all(index).contains { $0.kind == .tableCell }
  }

  /// Whether an answer is of the kind that is asked for.
  private func fits(_ answer: Question, _ text: String, _ kind: Question.Kind, hasRows: Bool)
    -> Bool
  {
    switch kind {
    case .yesNo: answer.value != nil
    case .choice, .multi: !answer.chosen.isEmpty
    case .number: answer.kind == .number && AnswerWords.number(text) != nil
    // The form of a date is a rule of its own.
    case .date: answer.kind == .date
    case .country: answer.kind == .country && text.count == 2
    case .table: hasRows
    default: true
    }
  }
}
