import AktsamDocuments
import AktsamText

/// A mandatory question was left without an answer.
package struct UnansweredMandatory: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1101", name: "unanswered-mandatory", group: .responses, severity: .error, since: "0.2",
    summary: "A mandatory question was left without an answer.",
    rationale: """
      An unanswered mandatory question can make the whole response inadmissible. Answer it; where it \
      does not apply, say so and why.
      """,
    supersedes: ["AK0309"],
    flagged: [
      RuleExample(
        """
        <response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="a"
          questionnaire-version="1">
          <supplier><name>Example Ltd</name></supplier>
          «<answer question="q1" mandatory="true">»
            <question>Do you map your risks?</question>
          </answer>
        </response>
        """),
      RuleExample(
        """
        <response xmlns="urn:aktsam:response:1" xml:lang="nb" questionnaire="a"
          questionnaire-version="1">
          <supplier><name>Eksempel AS</name></supplier>
          «<answer question="q1">»<question>Kartlegger dere risiko?</question></answer>
        </response>
        """,
        companions: [
          .init(
            "questionnaire.xml",
            """
            <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
              <title>Egenerklæring</title>
              <section>
                <heading>Risiko</heading>
                <question id="q1" type="yes-no" mandatory="true">
                  <text>Kartlegger dere risiko?</text>
                </question>
              </section>
            </questionnaire>
            """)
        ]),
    ],
    unflagged: [
      RuleExample(
        """
        <response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="a"
          questionnaire-version="1">
          <supplier><name>Example Ltd</name></supplier>
          <answer question="q1" mandatory="true"><value>no</value></answer>
          <answer question="q2" mandatory="true" not-shown-because-of="q1"/>
          <answer question="q3"/>
        </response>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    let asked = context.questionnaire?.questions.filter(\.isMandatory).map(\.id) ?? []
    let mandatory = Set(asked)
    for question in context.document.questions where question.state == .unanswered {
      guard question.isMandatory || mandatory.contains(question.id) else { continue }
      report(
        context.finding(ResponseMessages.unanswered(question), at: context.place(of: question)))
    }
  }
}
