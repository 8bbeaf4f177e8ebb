import AktsamDocuments
import AktsamText

/// A question with one answer asks two things.
package struct DoubleBarrelledQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1008", name: "double-barrelled-question", group: .questionnaires, severity: .warning,
    since: "0.2", summary: "A question that takes one answer asks two things.",
    rationale: """
      "Do you map your risks, and do you publish them?" cannot be answered with one yes when the one \
      is done and the other is not, and afterwards no one knows which of the two the yes meant. Make \
      it two questions. Only questions that take one value are looked at (yes or no, choices, numbers, \
      days): a text can answer several things. Neither a request for how, after a yes-or-no question, \
      nor "or" makes a second question.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no">
              <text>Do you map your risks, «and do you publish the results»?</text>
            </question>
            <question id="q2" type="number">
              <text>How many sites are in the chain, «and how many of them were audited»?</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Klagomål</heading>
            <question id="q1" type="yes-no">
              <text xml:lang="sv">Kan arbetstagare lämna klagomål «och har ni gett gottgörelse»?</text>
              <text xml:lang="nb">Kan arbeidere klage til dere, «og har dere gitt oppreisning»?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no">
              <text>Do you map and rank risks that you and your suppliers have, and how?</text>
            </question>
            <question id="q2" type="text">
              <text>How do you map risks, and what does the map show?</text>
            </question>
            <question id="q3" type="number">
              <text>How many sites in tiers one and two have been audited?</text>
            </question>
            <question id="q4" type="yes-no">
              <text>Are you on an official list or do you hold an equivalent certificate?</text>
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
            <question id="q1" type="yes-no">
              <text>Har ni kartlagt de varor och tjänster ni köper?</text>
            </question>
            <question id="q2" type="yes-no">
              <text>Har ni en policy? Ange vem som beslutat den och när den gäller.</text>
            </question>
            <question id="q3" type="choice">
              <text>Hur långt ned i kedjan, och sedan när, har ni kartlagt?</text>
              <option id="tier-1"><text>Första ledet</text></option>
              <option id="none"><text>Inte alls</text></option>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions {
      switch question.kind {
      case .yesNo, .choice, .number, .date, .country: break
      default: continue
      }
      for text in question.definition.texts {
        guard let block = context.block(at: text.block),
          let forms = text.language.flatMap(QuestionForms.of)
        else { continue }
        for sentence in context.blockWords(block).sentences {
          guard let second = forms.second(in: sentence, isYesNo: question.kind == .yesNo) else {
            continue
          }
          report(
            context.finding(
              QuestionnaireMessages.doubleBarrelled,
              at: context.place(ofText: second, element: block.element)))
        }
      }
    }
  }
}
