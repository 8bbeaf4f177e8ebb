import AktsamClauses
import AktsamDocuments
import AktsamText

/// A questionnaire puts more questions to every supplier than will be answered with care.
package struct QuestionnaireTooLong: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1015", name: "questionnaire-too-long", group: .questionnaires, severity: .warning,
    since: "0.2",
    summary: "A questionnaire puts more questions to every supplier than the limit allows.",
    rationale: """
      Long questionnaires are answered by copying, and small suppliers do not answer them at all; due \
      diligence is to be in proportion to the risk. Cut first what the profile does not ask for, then \
      put what only some suppliers need behind a condition: questions that are shown on a condition \
      are not counted. Set the limit lower for purchases of low risk.
      """,
    references: ["UNGP-17"],
    options: [
      RuleOption(
        "max-questions", "How many questions every supplier may be asked; lower for low risk.",
        standard: .int(60))
    ],
    flagged: [
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">»
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text" requirement="dd-risk-assessment">
              <text>How do you assess your risks?</text>
            </question>
            <question id="q2" type="text" requirement="gov-training">
              <text>Who is trained?</text>
            </question>
            <question id="q3" type="text"><text>What else do you do?</text></question>
          </section>
        </questionnaire>
        """, profile: "uhm-supply-chains", options: ["max-questions": .int(2)]),
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">»
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text"><text>Hur bedömer ni risker?</text></question>
            <question id="q2" type="text"><text>Hur rangordnar ni dem?</text></question>
          </section>
        </questionnaire>
        """, options: ["max-questions": .int(1)]),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="yes-no"><text>Vurderer dere risiko?</text></question>
            <question id="q2" type="text">
              <text>Hvordan vurderer dere den?</text><show-when question="q1" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """, options: ["max-questions": .int(1)]),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text"><text>How do you map your risks?</text></question>
            <question id="q2" type="text"><text>How do you rank them?</text></question>
          </section>
        </questionnaire>
        """, options: ["max-questions": .int(2)]),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let limit = context.options.int("max-questions")
    let questions = context.definedQuestions.filter { $0.definition.conditions.isEmpty }
    guard limit > 0, questions.count > limit else { return }
    let held = Set(context.profile.entries.map(\.requirement))
    let beyond = questions.filter { question in
      !question.requirements.isEmpty && question.requirements.allSatisfy { !held.contains($0) }
    }
    report(
      context.finding(
        QuestionnaireMessages.tooLong(
          questions.count, limit, beyond: beyond.map(\.id), context.profile.id),
        at: context.opening,
        related: beyond.prefix(10).map {
          RelatedPlace("the profile does not hold what this asks", context.place(of: $0))
        }))
  }
}
