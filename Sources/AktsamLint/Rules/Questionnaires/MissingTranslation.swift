import AktsamDocuments
import AktsamText

/// A text lacks a language that the others have.
package struct MissingTranslation: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1010", name: "missing-translation", group: .questionnaires, severity: .warning,
    since: "0.2", summary: "A text of a question lacks a language that the questionnaire has.",
    rationale: """
      Suppliers who chose one language get a hole, or another language, where a translation is \
      missing, and answer a different questionnaire from the rest. Translate the text. A language counts \
      when at least a third of the questions have it.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="choice">
              <text xml:lang="sv">Hur ofta bedömer ni risker?</text>
              <text xml:lang="en">How often do you assess risks?</text>
              <help xml:lang="sv">«Räkna från den senaste bedömningen.»</help>
              <option id="yearly">
                <text xml:lang="sv">Varje år</text><text xml:lang="en">Every year</text>
              </option>
              <option id="never"><text xml:lang="en">«Never»</text></option>
            </question>
            <question id="q2" type="text">
              <text xml:lang="sv">«Vem ansvarar för bedömningen?»</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Anlegg</heading>
            <question id="q1" type="table">
              <text xml:lang="nb">Hvor produseres varene?</text>
              <text xml:lang="en">Where are the goods made?</text>
              <column id="c1"><text xml:lang="nb">«Anlegg»</text></column>
              <evidence max-age-months="12"><text xml:lang="en">«Attach the list.»</text></evidence>
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
            <question id="q1" type="text">
              <text>Hur bedömer ni risker?</text>
              <text xml:lang="en">How do you assess risks?</text>
            </question>
            <question id="q2" type="text">
              <text xml:lang="en">Who assesses them?</text>
              <text xml:lang="sv">Vem bedömer dem?</text>
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
            <question id="q1" type="text"><text>Hvordan vurderer dere risiko?</text></question>
            <question id="q2" type="text"><text>Hvem vurderer den?</text></question>
            <question id="q3" type="text"><text>Når ble den sist vurdert?</text></question>
            <question id="q4" type="text">
              <text>Hvilke kilder brukes?</text><text xml:lang="en">Which sources are used?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let questions = context.definedQuestions
    var counts: [String: Int] = [:]
    for question in questions {
      for language in Set(question.definition.texts.compactMap(\.language)) {
        counts[language, default: 0] += 1
      }
    }
    let languages = counts.filter { $0.value * 3 >= questions.count }.map(\.key).sorted()
    guard languages.count > 1 else { return }
    for question in questions {
      let definition = question.definition
      var parts = [definition.texts, definition.help, definition.demand?.texts ?? []]
      parts += definition.options.map(\.texts)
      parts += definition.columns.map(\.texts)
      for texts in parts {
        // A text without a language may be in any.
        guard !texts.contains(where: { $0.language == nil }) else { continue }
        let present = Set(texts.compactMap(\.language))
        let missing = languages.filter { !present.contains($0) }
        guard !missing.isEmpty,
          let block = texts.lazy.compactMap({ context.block(at: $0.block) }).first
        else { continue }
        report(
          context.finding(
            QuestionnaireMessages.missingTranslation(missing, present.sorted()),
            at: context.place(of: block)))
      }
    }
  }
}
