import AktsamDocuments
import AktsamText

/// A choice has one option, or none.
package struct SingleOptionChoice: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1017", name: "single-option-choice", group: .questionnaires, severity: .warning,
    since: "0.2", summary: "A choice has one option, or none.",
    rationale: """
      Where there is nothing to choose between, every answer is the same and says nothing, and a \
      choice without options cannot be answered. List the other answers, or make it a yes-or-no \
      question. A confirmation that must be ticked is best put as a yes-or-no question, too.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Policy</heading>
            «<question id="q1" type="choice">»
              <text>Do you accept the terms?</text>
              <option id="yes"><text>Yes</text></option>
            </question>
            «<question id="q2" type="multi">»<text>Which tiers do you map?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            «<question id="q1" type="multi">»
              <text>Hvilke ledd kartlegger dere?</text>
              <option id="tier-1"><text>Første ledd</text></option>
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
            <heading>Policy</heading>
            <question id="q1" type="choice">
              <text>Vem har beslutat policyn?</text>
              <option id="board"><text>Styrelsen</text></option>
              <option id="none"><text>Ingen</text></option>
            </question>
            <question id="q2" type="yes-no"><text>Godtar ni villkoren?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="table">
              <text>Where are the goods made?</text>
              <column id="site"><text>Site</text></column>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions where question.isChosen {
      let count = question.definition.options.count
      guard count < 2 else { continue }
      report(
        context.finding(
          QuestionnaireMessages.fewOptions(question.name, count), at: context.place(of: question)))
    }
  }
}
