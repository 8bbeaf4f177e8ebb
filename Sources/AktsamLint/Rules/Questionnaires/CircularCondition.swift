import AktsamDocuments
import AktsamText

/// A question is shown depending on questions that are shown depending on it.
package struct CircularCondition: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1004", name: "circular-condition", group: .questionnaires, severity: .error,
    since: "0.2",
    summary: "A question is shown depending on questions that are shown depending on it.",
    rationale: """
      Each question of the circle waits for another one to be answered, so that none of them is ever \
      shown. Decide which of them is asked of everyone, and remove its condition. A question with \
      another way in, one of several conditions of which any suffices, is in no circle.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no">
              <text>Do you map your risks?</text>
              <show-when question="«q3»" value="yes"/>
            </question>
            <question id="q2" type="yes-no">
              <text>Do you rank them?</text>
              <show-when question="q1" value="yes"/>
            </question>
            <question id="q3" type="yes-no">
              <text>Do you act on them?</text>
              <show-when question="q2" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text">
              <text>Hur kartlägger ni risker?</text>
              <show-when question="«q1»"/>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="yes-no"><text>Kartlegger dere risiko?</text></question>
            <question id="q2" type="yes-no" match="any">
              <text>Rangerer dere risikoene?</text>
              <show-when question="q1" value="yes"/>
              <show-when question="q3" value="yes"/>
            </question>
            <question id="q3" type="text">
              <text>Hvordan rangerer dere dem?</text>
              <show-when question="q2" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="yes-no"><text>Kartlägger ni risker?</text></question>
            <question id="q2" type="yes-no">
              <text>Rangordnar ni dem?</text><show-when question="q1" value="yes"/>
            </question>
            <question id="q3" type="text">
              <text>Vilka är viktigast?</text>
              <show-when question="q1" value="yes"/>
              <show-when question="q2" value="yes"/>
            </question>
            <question id="q4" type="text">
              <text>Vad gör ni åt dem?</text>
              <show-when question="q2" value="yes"/>
              <show-when question="q3"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let graph = ConditionGraph(context.definedQuestions)
    for circle in graph.circles {
      guard let first = circle.first else { continue }
      let next = circle.count > 1 ? circle[1] : first
      guard let condition = graph.needs[first].first(where: { $0.gate == next })?.condition else {
        continue
      }
      report(
        context.finding(
          QuestionnaireMessages.circularCondition(circle.map { graph.questions[$0].id }),
          at: context.place(ofSource: condition.source, element: condition.element),
          related: circle.dropFirst().prefix(20).map { index in
            RelatedPlace(
              "\(graph.questions[index].name) is asked here",
              context.place(of: graph.questions[index]))
          }))
    }
  }
}
