import AktsamDocuments
import AktsamText

/// A question is put so that it cannot be answered with the type of answer that it takes.
package struct WrongQuestionType: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1029", name: "wrong-question-type", group: .questionnaires, severity: .warning,
    since: "0.2",
    summary: "A question is put so that it cannot be answered with the type of answer it takes.",
    rationale: """
      "How do you map risks?" cannot be answered with yes or no, and "Do you map risks?" not with a \
      number or a day. Suppliers put something into the field, and what they would have said is lost. \
      Change the type, or the wording.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<question id="q1" type="yes-no">»
              <text>How do you map your risks?</text>
            </question>
            «<question id="q2" type="date">»
              <text>Do you assess your risks each year?</text>
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
            «<question id="q1" type="yes-no">»
              <text xml:lang="sv">Vilka källor använder ni?</text>
              <text xml:lang="nb">Hvilke kilder bruker dere?</text>
            </question>
            «<question id="q2" type="number">»
              <text xml:lang="sv">Har ni granskat era anläggningar?</text>
              <text xml:lang="nb">Har dere revidert anleggene?</text>
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
            «<question id="q1" type="yes-no">»
              <text>Nevn de tre største risikoene.</text>
            </question>
            «<question id="q2" type="yes-no">»
              <text>Hvis arbeidere klager, hvem behandler klagen?</text>
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
            <question id="q1" type="yes-no">
              <text xml:lang="sv">Ange om ni har bedömt risker.</text>
              <text xml:lang="en">Please state whether you have assessed risks.</text>
            </question>
            <question id="q2" type="yes-no">
              <text xml:lang="sv">När en brist hittas, följer ni upp den?</text>
              <text xml:lang="en">When a deviation is found, do you follow it up?</text>
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
            <question id="q1" type="yes-no">
              <text>Kartlegger dere risiko? Hvordan gjør dere det?</text>
            </question>
            <question id="q2" type="number">
              <text>Innen hvor mange dager varsler dere oss?</text>
            </question>
            <question id="q3" type="text"><text>Har dere en policy, og hva sier den?</text></question>
            <question id="q4" type="date">
              <text>Har dere vurdert risiko? Oppgi når den sist ble vurdert.</text>
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
            <question id="q1" type="choice">
              <text>How often do you assess risks?</text>
              <option id="yearly"><text>Every year</text></option>
              <option id="never"><text>Never</text></option>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions {
      let isWrong = question.definition.texts.contains { text in
        guard let forms = text.language.flatMap(QuestionForms.of) else { return false }
        let sentences = context.words(of: text).sentences
        guard let first = sentences.first else { return false }
        return switch question.kind {
        case .yesNo: forms.asksMore(first)
        case .number, .date: sentences.count == 1 && forms.asksYesNo(first)
        default: false
        }
      }
      guard isWrong else { continue }
      report(
        context.finding(
          QuestionnaireMessages.wrongType(question.name, question.kind.rawValue),
          at: context.place(of: question)))
    }
  }
}
