import AktsamDocuments
import AktsamText

/// A mandatory question is only shown when a question is answered that may be left empty.
package struct MandatoryBehindOptional: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1013", name: "mandatory-behind-optional", group: .questionnaires, severity: .warning,
    since: "0.2",
    summary:
      "A mandatory question is only shown when a question is answered that may be left empty.",
    rationale: """
      Whoever leaves the first question empty is never asked the second, and hands in a complete \
      response without it. Make the question that opens the way mandatory too, or the one behind it \
      optional.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
            <question id="q2" type="text" mandatory="true">
              <text>How do you map them?</text>
              <show-when question="«q1»" value="yes"/>
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
            <question id="q1" type="yes-no" mandatory="true"><text>Bedömer ni risker?</text></question>
            <question id="q2" type="yes-no"><text>Rangordnar ni dem?</text></question>
            <question id="q3" type="text" mandatory="true">
              <text>Hur rangordnar ni riskerna?</text>
              <show-when question="q1" value="yes"/>
              <show-when question="«q2»" value="yes"/>
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
            <question id="q1" type="yes-no" mandatory="true">
              <text>Vurderer dere risiko?</text>
            </question>
            <question id="q2" type="text" mandatory="true">
              <text>Hvordan vurderer dere den?</text>
              <show-when question="q1" value="yes"/>
            </question>
            <question id="q3" type="text">
              <text>Hvilke kilder bruker dere?</text>
              <show-when question="q2"/>
            </question>
            <question id="q4" type="text" mandatory="true" match="any">
              <text>Hva gjør dere med kildene?</text>
              <show-when question="q1" value="yes"/>
              <show-when question="q3"/>
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
            <question id="q1" type="yes-no" mandatory="true"><text>Do you buy cobalt?</text></question>
            <question id="q2" type="text" mandatory="true">
              <text>From which mines?</text><show-when question="q1" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let graph = ConditionGraph(context.definedQuestions)
    for question in graph.questions where question.isMandatory {
      let gates = question.definition.conditions.compactMap { condition in
        graph.indices[condition.question].map { (condition, graph.questions[$0]) }
      }
      let optional = gates.filter { !$0.1.isMandatory }
      // With one mandatory gate of several that suffice, not answering the others is an answer.
      guard question.definition.needsAllConditions || optional.count == gates.count else {
        continue
      }
      var seen: Set<String> = []
      for (condition, gate) in optional
      where gate.id != question.id && seen.insert(gate.id).inserted {
        report(
          context.finding(
            QuestionnaireMessages.mandatoryBehindOptional(question.name, gate.id),
            at: context.place(ofSource: condition.source, element: condition.element),
            related: [RelatedPlace("may be left empty", context.place(of: gate))]))
      }
    }
  }
}
