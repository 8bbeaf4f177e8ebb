import AktsamDocuments
import AktsamText

/// Documents are asked for without saying how old they may be.
package struct EvidenceWithoutAgeLimit: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1014", name: "evidence-without-age-limit", group: .questionnaires, severity: .note,
    since: "0.2", summary: "Documents are asked for without saying how old they may be.",
    rationale: """
      Without a limit an audit report of five years ago meets the demand, and one supplier's fresh \
      documents are worth no more than another's old ones. Say with max-age-months how old a \
      document may be: a year for assessments and audits, two or three for policies.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text">
              <text>How have you assessed your risks?</text>
              «<evidence required="true">»<text>Attach the assessment.</text></evidence>
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
            «<question id="q1" type="evidence">»
              <text>Legg ved siste revisjonsrapport.</text>
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
            <question id="q1" type="evidence">
              <text>Bifoga den senaste revisionsrapporten.</text>
              <evidence required="true" max-age-months="12"/>
            </question>
            <question id="q2" type="text"><text>Vem har gjort revisionen?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text">
              <text>How have you assessed your risks?</text>
              <evidence max-age-months="24" types="pdf"><text>Attach the assessment.</text></evidence>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions {
      if let demand = question.definition.demand {
        guard demand.maxAgeMonths == nil else { continue }
        report(
          context.finding(
            QuestionnaireMessages.noAgeLimit(question.name),
            at: context.place(ofSource: demand.source, element: demand.element)))
      } else if question.kind == .evidence {
        report(
          context.finding(
            QuestionnaireMessages.noAgeLimit(question.name), at: context.place(of: question)))
      }
    }
  }
}
