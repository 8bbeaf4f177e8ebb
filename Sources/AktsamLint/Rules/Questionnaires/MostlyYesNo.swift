import AktsamDocuments
import AktsamText

/// Most questions of a questionnaire take a yes or a no.
package struct MostlyYesNo: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1031", name: "mostly-yes-no", group: .questionnaires, severity: .note, since: "0.2",
    summary: "Most questions of a questionnaire take a yes or a no.",
    rationale: """
      A questionnaire of boxes to tick shows who ticks boxes. Due diligence is seen in how risks were \
      found, what was done and what changed: ask for these in words, figures, sites and documents, and \
      keep yes or no for what opens further questions.
      """,
    references: ["UNGP-17"],
    options: [
      RuleOption(
        "max-share", "How many of a hundred questions may take a yes or a no.", standard: .int(60)),
      RuleOption(
        "min-questions", "From how many questions on a questionnaire is looked at.",
        standard: .int(10)),
    ],
    flagged: [
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">»
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no"><text>Do you have a policy?</text></question>
            <question id="q2" type="yes-no"><text>Do you map risks?</text></question>
            <question id="q3" type="text"><text>Who is responsible?</text></question>
          </section>
        </questionnaire>
        """, options: ["min-questions": .int(3)]),
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">»
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="yes-no"><text>Har dere en policy?</text></question>
            <question id="q2" type="text"><text>Hvem har vedtatt den?</text></question>
          </section>
        </questionnaire>
        """, options: ["max-share": .int(40), "min-questions": .int(2)]),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="yes-no"><text>Har ni en policy?</text></question>
            <question id="q2" type="text"><text>Hur kartlägger ni risker?</text></question>
            <question id="q3" type="yes-no">
              <text>Har ni bedömt riskerna?</text>
              <evidence required="true"><text>Bifoga bedömningen.</text></evidence>
            </question>
          </section>
        </questionnaire>
        """, options: ["min-questions": .int(3)]),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="yes-no"><text>Har dere en policy?</text></question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let questions = context.definedQuestions
    guard !questions.isEmpty, questions.count >= context.options.int("min-questions") else {
      return
    }
    // One that demands a document is answered with more than a yes.
    let count = questions.count { $0.kind == .yesNo && $0.definition.demand == nil }
    guard count * 100 > questions.count * min(max(context.options.int("max-share"), 0), 100) else {
      return
    }
    report(
      context.finding(
        QuestionnaireMessages.mostlyYesNo(count, of: questions.count), at: context.opening))
  }
}
