import AktsamDocuments
import AktsamText

/// Two options of a question have the same text or the same id.
package struct DuplicateOption: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1018", name: "duplicate-option", group: .questionnaires, severity: .error, since: "0.2",
    summary: "Two options of a question have the same text or the same id.",
    rationale: """
      Suppliers cannot tell two options with the same text apart, and an answer that names an id which \
      stands twice means either. Remove one, or say how they differ.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="choice">
              <text>How often do you assess risks?</text>
              <option id="a"><text>Every year</text></option>
              <option id="b"><text>Every  other year</text></option>
              <option id="c"><text>«every other year»</text></option>
              <option id="«a»"><text>Never</text></option>
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
            <question id="q1" type="multi">
              <text xml:lang="sv">Vilka led?</text><text xml:lang="nb">Hvilke ledd?</text>
              <option id="a">
                <text xml:lang="sv">Första ledet</text><text xml:lang="nb">Første ledd</text>
              </option>
              <option id="b">
                <text xml:lang="sv">Andra ledet</text><text xml:lang="nb">«Første ledd»</text>
              </option>
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
            <question id="q1" type="choice">
              <text xml:lang="nb">Ansvarlig?</text><text xml:lang="sv">Ansvarig?</text>
              <option id="a"><text xml:lang="nb">Alle</text><text xml:lang="sv">Alla</text></option>
              <option id="b"><text xml:lang="nb">Leder</text><text xml:lang="sv">Alle</text></option>
            </question>
            <question id="q2" type="choice">
              <text>Hvem følger opp?</text>
              <option id="a"><text>Alle</text></option>
              <option id="b"><text>Leder</text></option>
              <option id="c"><text>100 %</text></option>
              <option id="d"><text>&lt; 100 %</text></option>
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
              <text>Who adopted your policy?</text>
              <option id="board"><text>The board</text></option>
              <option id="none"><text>No one</text></option>
            </question>
            <question id="q2" type="choice">
              <text>Who follows it up?</text>
              <option id="board"><text>The board</text></option>
              <option id="none"><text>No one</text></option>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  /// The text of an option in a language.
  private struct Key: Hashable {
    var language: String?
    var text: String
  }

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions {
      var ids: [String: AnswerOption] = [:]
      var texts: [Key: Block] = [:]
      for option in question.definition.options {
        if let earlier = ids[option.id], !option.id.isEmpty, !option.source.isEmpty {
          report(
            context.finding(
              QuestionnaireMessages.sameOptionId(option.id),
              at: context.place(ofSource: option.source, element: option.element),
              related: [
                RelatedPlace(
                  "first used here",
                  context.place(ofSource: earlier.source, element: earlier.element))
              ]))
        } else {
          ids[option.id] = option
        }
        for text in option.texts {
          guard let block = context.block(at: text.block) else { continue }
          let written = context.string(of: block)
          let key = Key(
            language: text.language,
            text: collapsed(written.lowercased()))
          guard let earlier = texts[key] else {
            texts[key] = block
            continue
          }
          report(
            context.finding(
              QuestionnaireMessages.sameOptionText(written), at: context.place(of: block),
              related: [RelatedPlace("the same text stands here", context.place(of: earlier))]))
        }
      }
    }
  }
}
