import AktsamDocuments
import AktsamText

/// The questionnaire asks for a document, and the answer gives none.
package struct MissingEvidence: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1111", name: "missing-evidence", group: .responses, severity: .error, since: "0.2",
    summary: "The questionnaire asks for a document, and the answer gives none.",
    rationale: """
      What the buyer must see in writing cannot be assessed without it, and asking again costs both \
      sides time. Attach or name the document; where there is none, answer "no" or say why.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            «<answer question="q1">»<value>yes</value><comment>See our policy.</comment></answer>
            «<answer question="q2">»<p>Our policy was adopted in 2024.</p></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text>
                    <evidence required="true"><text>Attach the map.</text></evidence></question>
                  <question id="q2" type="evidence"><text>Attach your policy.</text>
                    <evidence required="true"/></question>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>no</value><comment>Planned for March 2027.</comment></answer>
            <answer question="q2"><value>yes</value>
              <evidence href="map.pdf" date="2026-05-02">Map of our sites</evidence></answer>
            <answer question="q3"><p>We rank them.</p></answer>
            <answer question="q4"/>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you audit?</text>
                    <evidence required="true"/></question>
                  <question id="q2" type="yes-no"><text>Do you map your risks?</text>
                    <evidence required="true"/></question>
                  <question id="q3" type="text"><text>How do you rank?</text><evidence/></question>
                  <question id="q4" type="text"><text>How do you act?</text>
                    <evidence required="true"/></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    let asked = AskedQuestions(context)
    for answer in context.document.questions
    where answer.state == .answered && answer.evidence.isEmpty {
      guard let question = asked[answer.id], let demand = question.definition.demand,
        demand.isRequired, answer.value != .no, answer.value != .notApplicable
      else { continue }
      report(
        context.finding(
          ResponseMessages.missingEvidence(answer.id), at: context.place(of: answer),
          related: asked.related(question)))
    }
  }
}
