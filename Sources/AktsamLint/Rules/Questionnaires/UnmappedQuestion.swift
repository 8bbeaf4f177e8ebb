import AktsamDocuments
import AktsamText

/// A question is mapped to no requirement.
package struct UnmappedQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1026", name: "unmapped-question", group: .questionnaires, severity: .note, since: "0.2",
    summary: "A question is mapped to no requirement of the clause library.",
    rationale: """
      An answer to a mapped question is read for its requirement even when it does not repeat the \
      subject: "since 2024, twice a year" is then understood. Map the question with the attribute \
      "requirement", or ask whether it is needed. Questions that open others, and those for names, \
      countries and days, are left alone.
      """,
    isDefault: false,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<question id="q1" type="text">»<text>How do you map your risks?</text></question>
            <question id="q2" type="text" requirement="dd-prioritisation">
              <text>How do you rank them?</text>
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
            <question id="q1" type="yes-no"><text>Har ni underleverantörer?</text></question>
            «<question id="q2" type="text">»
              <text>Hur godkänns de?</text><show-when question="q1" value="yes"/>
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
            <question id="q1" type="country"><text>Hvor er hovedkontoret?</text></question>
            <question id="q2" type="yes-no"><text>Har dere underleverandører?</text></question>
            <question id="q3" type="text" requirement="sub-approval">
              <text>Hvordan godkjennes de?</text><show-when question="q2" value="yes"/>
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
            <question id="q1" type="date"><text>When does your financial year end?</text></question>
            <question id="q2" type="sites" requirement="dd-supply-chain-mapping">
              <text>List the sites in the chain.</text>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let questions = context.definedQuestions
    let gates = Set(questions.flatMap { $0.definition.conditions.map(\.question) })
    for question in questions where question.requirements.isEmpty && !gates.contains(question.id) {
      switch question.kind {
      case .country, .date: continue
      default:
        report(
          context.finding(
            QuestionnaireMessages.unmapped(question.name), at: context.place(of: question)))
      }
    }
  }
}
