import AktsamDocuments
import AktsamText

/// A question is shown depending on one that comes after it.
package struct ConditionOnLaterQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1025", name: "condition-on-later-question", group: .questionnaires, severity: .warning,
    since: "0.2", summary: "A question is shown depending on one that comes after it.",
    rationale: """
      Suppliers answer from the top. A question that appears above the place where they are is not \
      seen, and on paper no one turns back. Put the question that decides first.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text">
              <text>How do you map your risks?</text>
              <show-when question="«q2»" value="yes"/>
            </question>
            <question id="q2" type="yes-no"><text>Do you map your risks?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="yes-no"><text>Vurderer dere risiko?</text></question>
            <question id="q2" type="text" match="any">
              <text>Hvordan vurderer dere den?</text>
              <show-when question="q1" value="yes"/>
              <show-when question="«q3»"/>
            </question>
            <question id="q3" type="text"><text>Hvilke kilder bruker dere?</text></question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="yes-no"><text>Kartlägger ni era risker?</text></question>
            <question id="q2" type="text">
              <text>Hur kartlägger ni dem?</text>
              <show-when question="q1" value="yes"/>
            </question>
            <question id="q3" type="text">
              <text>Vem kartlägger?</text>
              <show-when question="q9"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no"><text>Do you buy cobalt?</text></question>
            <question id="q2" type="text">
              <text>From which mines?</text><show-when question="q1" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let graph = ConditionGraph(context.definedQuestions)
    for (index, question) in graph.questions.enumerated() {
      for condition in question.definition.conditions {
        guard let gate = graph.indices[condition.question], gate > index else { continue }
        report(
          context.finding(
            QuestionnaireMessages.laterQuestion(condition.question),
            at: context.place(ofSource: condition.source, element: condition.element),
            related: [
              RelatedPlace("it comes here", context.place(of: graph.questions[gate]))
            ]))
      }
    }
  }
}
