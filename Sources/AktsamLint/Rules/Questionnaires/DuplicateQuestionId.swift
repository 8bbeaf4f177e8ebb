import AktsamDocuments
import AktsamText

/// Two questions have the same id.
package struct DuplicateQuestionId: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1003", name: "duplicate-question-id", group: .questionnaires, severity: .error,
    since: "0.2", summary: "Two questions have the same id.",
    rationale: """
      An answer names the question that it answers by its id. Where two questions share one, an answer \
      to the one is taken for an answer to the other, or one of them is never answered. Give the \
      second an id of its own; ids that suppliers have already answered to should stay as they are.
      """,
    supersedes: ["AK0310", Superseded("AK0110", saying: ["question-id'"])],
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text"><text>How do you map your supply chain?</text></question>
            <question id="«q1»" type="text"><text>How do you rank your risks?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Policy</heading>
            <question id="q1" type="text"><text>Hvem har vedtatt policyen?</text></question>
            <question id="q2" type="text"><text>Hva omfatter den?</text></question>
          </section>
          <section>
            <heading>Risiko</heading>
            <question id="«q2»" type="text"><text>Hvordan vurderer dere risiko?</text></question>
            <question id="«q2»" type="text"><text>Hvordan følger dere opp?</text></question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="q1" version="1">
          <title>Självskattning</title>
          <section id="q2">
            <heading>Risker</heading>
            <question id="q1" type="choice">
              <text>Hur långt ned har ni kartlagt leveranskedjan?</text>
              <option id="q2"><text>Första ledet</text></option>
              <option id="none"><text>Inte alls</text></option>
            </question>
            <question id="q2" type="text"><text>Hur rangordnar ni risker?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text"><text>How do you map risks?</text></question>
            <question id="Q1" type="text"><text>How do you rank risks?</text></question>
            <question id="q1.1" type="text"><text>How do you act on them?</text></question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .questionnaire else { return }
    var first: [String: Anchor] = [:]
    for anchor in context.document.anchors where anchor.kind == .question && !anchor.id.isEmpty {
      guard let earlier = first[anchor.id] else {
        first[anchor.id] = anchor
        continue
      }
      report(
        context.finding(
          QuestionnaireMessages.sameQuestionId(anchor.id),
          at: context.place(ofSource: anchor.source, element: anchor.element),
          related: [
            RelatedPlace(
              "first used here",
              context.place(ofSource: earlier.source, element: earlier.element))
          ]))
    }
  }
}
