import AktsamDocuments
import AktsamText

/// A document given as evidence has no date, though the question limits its age.
package struct UndatedEvidence: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1114", name: "undated-evidence", group: .responses, severity: .warning, since: "0.2",
    summary: "A document given as evidence has no date, though the question limits its age.",
    rationale: """
      Whether the document is recent enough cannot be seen without opening it. Give its date beside \
      its title.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <evidence href="map.pdf">«Map of our sites»</evidence></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text>
                    <evidence required="true" max-age-months="12"/></question>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <evidence href="map.pdf">Map of our sites</evidence></answer>
            <answer question="q2"><value>yes</value>
              <evidence href="map.pdf" date="2026-03-01">Map of our sites</evidence></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text>
                    <evidence required="true"/></question>
                  <question id="q2" type="yes-no"><text>Do you map your sites?</text>
                    <evidence required="true" max-age-months="12"/></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    let asked = AskedQuestions(context)
    for answer in context.document.questions
    where answer.evidence.contains(where: { $0.date == nil }) {
      guard let question = asked[answer.id],
        let months = question.definition.demand?.maxAgeMonths
      else { continue }
      for evidence in answer.evidence where evidence.date == nil {
        report(
          context.finding(
            ResponseMessages.undated(evidence.title, months: months),
            at: context.place(of: evidence, in: answer), related: asked.related(question)))
      }
    }
  }
}
