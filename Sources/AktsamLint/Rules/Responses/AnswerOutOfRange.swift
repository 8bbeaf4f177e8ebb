import AktsamDocuments
import AktsamText

/// An answer is less or more than its question accepts.
package struct AnswerOutOfRange: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1106", name: "answer-out-of-range", group: .responses, severity: .error, since: "0.2",
    summary: "An answer is less or more than its question accepts.",
    rationale: """
      The buyer has set bounds on the number, the day or the count; outside of them an answer is \
      either a slip or a refusal. Check the figure and its unit, and say in the comment why a value \
      outside the bounds is meant.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><number unit="days">«900»</number></answer>
            <answer question="q2"><date>«2019-12-31»</date></answer>
            «<answer question="q3">»<choice option="a"/><choice option="b"/></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="number" min="0" max="90"><text>How many days?</text>
                  </question>
                  <question id="q2" type="date" min="2024-01-01"><text>Since when?</text></question>
                  <question id="q3" type="multi" max="1"><text>Which?</text>
                    <option id="a"><text>A</text></option><option id="b"><text>B</text></option>
                  </question>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><number unit="days">90</number></answer>
            <answer question="q2"><date>2024-01-01</date></answer>
            <answer question="q3"><choice option="a"/></answer>
            <answer question="q4"><number>-7</number></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="number" min="0" max="90"><text>How many days?</text>
                  </question>
                  <question id="q2" type="date" min="2024-01-01"><text>Since when?</text></question>
                  <question id="q3" type="multi" max="1"><text>Which?</text>
                    <option id="a"><text>A</text></option><option id="b"><text>B</text></option>
                  </question>
                  <question id="q4" type="number"><text>How many degrees?</text></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response else { return }
    let asked = AskedQuestions(context)
    let blocks = AnswerBlocks(document)
    for (index, answer) in document.questions.enumerated() where answer.state == .answered {
      guard let question = asked[answer.id] else { continue }
      let (minimum, maximum) = (question.definition.minimum, question.definition.maximum)
      guard minimum != nil || maximum != nil else { continue }
      let value = blocks.value(index)
      let written = value.map { context.string(of: $0) } ?? ""
      let isCount = question.kind == .multi || question.kind == .table
      let shown = isCount ? "\(max(answer.chosen.count, answer.sites.count))" : written
      if question.kind == .table, answer.sites.isEmpty { continue }
      let isLess = minimum.flatMap { comes(shown, before: $0) } ?? false
      let isMore = maximum.flatMap { comes($0, before: shown) } ?? false
      guard isLess || isMore else { continue }
      report(
        context.finding(
          ResponseMessages.outOfRange(shown, isCount: isCount, minimum, maximum),
          at: isCount
            ? context.place(of: answer)
            : value.map { context.place(of: $0) } ?? context.place(of: answer),
          related: asked.related(question)))
    }
  }

  /// Whether a number or day is before another; nil when they cannot be compared.
  private func comes(_ left: String, before right: String) -> Bool? {
    if let left = AnswerWords.number(left), let right = AnswerWords.number(right) {
      return left < right
    }
    guard let left = AnswerWords.Day(left), let right = AnswerWords.Day(right) else { return nil }
    return left < right
  }
}
