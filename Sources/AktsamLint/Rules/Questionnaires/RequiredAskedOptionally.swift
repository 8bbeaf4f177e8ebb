import AktsamClauses
import AktsamDocuments
import AktsamText

/// What the profile requires is only asked by questions that may be left empty.
package struct RequiredAskedOptionally: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1033", name: "required-asked-optionally", group: .questionnaires, severity: .warning,
    since: "0.2",
    summary: "What the profile requires is only asked by questions that may be left empty.",
    rationale: """
      A supplier may leave out an optional question and is then marked down for a gap where the \
      questionnaire told it that no answer was needed. Make one of the questions mandatory, or lower \
      the requirement in the profile. A question behind a mandatory one that decides is mandatory \
      only for those who see it.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<question id="q1" type="text" requirement="dd-risk-assessment">»
              <text>How do you assess your risks?</text>
            </question>
            <question id="q2" type="text" requirement="dd-risk-assessment">
              <text>When did you last do so?</text>
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
            <question id="q1" type="yes-no" mandatory="true" requirement="dd-risk-assessment">
              <text>Har ni bedömt riskerna?</text>
            </question>
            «<question id="q2" type="text" requirement="dd-prioritisation dd-action-plans">»
              <text>Hur har ni rangordnat riskerna, och vad gör ni åt dem?</text>
              <show-when question="q1" value="yes"/>
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
            <question id="q1" type="text" requirement="dd-risk-assessment">
              <text>Hvordan vurderer dere risiko?</text>
            </question>
            <question id="q2" type="date" mandatory="true" requirement="dd-risk-assessment">
              <text>Når ble den sist vurdert?</text>
            </question>
            <question id="q3" type="text" requirement="gov-training">
              <text>Hvem får opplæring?</text>
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
            <question id="q1" type="text" mandatory="true" requirement="dd-risk-assessment">
              <text>How do you assess your risks?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let questions = context.definedQuestions
    let required = Set(
      context.profile.entries.filter { $0.level == .required }.map(\.requirement))
    var seen = Set(questions.filter(\.isMandatory).flatMap(\.requirements))
    for question in questions {
      let ids = question.requirements.filter { required.contains($0) && seen.insert($0).inserted }
      guard !ids.isEmpty else { continue }
      report(
        context.finding(
          QuestionnaireMessages.requiredAskedOptionally(question.name, ids, context.profile.id),
          at: context.place(of: question)))
    }
  }
}
