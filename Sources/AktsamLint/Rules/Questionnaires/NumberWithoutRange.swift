import AktsamDocuments
import AktsamText

/// A question for a number does not say which numbers are possible.
package struct NumberWithoutRange: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1022", name: "number-without-range", group: .questionnaires, severity: .note,
    since: "0.2", summary: "A question for a number does not say which numbers are possible.",
    rationale: """
      A share without a maximum is answered with 0.8 and with 80, a number of days with -1. Say with \
      min and max what is possible, and in the text which unit is meant, so that a slip is noticed \
      while the supplier is still at it.
      """,
    isDefault: false,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<question id="q1" type="number">»
              <text>What share of the sites have you audited?</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            «<question id="q1" type="number" mandatory="true">»
              <text>Innen hvor mange dager varsler dere oss?</text>
            </question>
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
            <question id="q1" type="number" min="0" max="100">
              <text>Hur många procent av anläggningarna har ni granskat?</text>
            </question>
            <question id="q2" type="number" min="0">
              <text>Inom hur många dagar svarar ni?</text>
            </question>
            <question id="q3" type="date"><text>När granskade ni senast?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="number" max="100">
              <text>How many of a hundred sites have you audited?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions
    where question.kind == .number && question.definition.minimum == nil
      && question.definition.maximum == nil
    {
      report(
        context.finding(
          QuestionnaireMessages.numberWithoutRange(question.name), at: context.place(of: question)))
    }
  }
}
