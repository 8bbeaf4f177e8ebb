import AktsamDocuments
import AktsamText

/// A text lacks a language that the others have.
package struct MissingTranslation: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1010", name: "missing-translation", group: .questionnaires, severity: .warning,
    since: "0.2",
    summary: "A text lacks a language that the questionnaire has, or that the settings list.",
    rationale: """
      Suppliers who chose one language get a hole, or another language, where a translation is \
      missing, and answer a different questionnaire from the rest. Translate the text. Where .aktsam.yml \
      lists "languages", every title, heading, introduction and text of a question needs each of them, \
      and one that is missing everywhere is said once; otherwise a language counts when at least a third \
      of the questions have it.
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
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title><title xml:lang="en">Self-assessment</title>
          <section>
            <heading>«Risker»</heading>
            <question id="q1" type="text"><text>«Hur bedömer ni risker?»</text></question>
            <question id="q2" type="text"><text>«Vem bedömer dem?»</text></question>
            <question id="q3" type="text">
              <text>«När bedömdes de senast?»</text><text xml:lang="fi">Milloin viimeksi?</text>
            </question>
          </section>
        </questionnaire>
        """, languages: ["sv", "en"], nests: false),
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">»
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="text"><text>Hvordan vurderer dere risiko?</text></question>
          </section>
        </questionnaire>
        """, languages: ["nb", "en"]),
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
            <question id="q2" type="text"><text>Vem bedömer dem?</text></question>
          </section>
        </questionnaire>
        """, languages: ["sv"]),
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
    guard context.document.role == .questionnaire else { return }
    let languages = context.languages.isEmpty ? usual(context) : listed(context, report: report)
    guard !languages.isEmpty else { return }
    for texts in context.languages.isEmpty ? [] : headings(context) {
      check(texts, languages, context, report: report)
    }
    for question in context.definedQuestions {
      let definition = question.definition
      var parts = [definition.texts, definition.help, definition.demand?.texts ?? []]
      parts += definition.options.map(\.texts)
      parts += definition.columns.map(\.texts)
      for texts in parts { check(texts, languages, context, report: report) }
    }
  }

  /// Reports a text that stands in some of the languages and not in all.
  private func check(
    _ texts: [LocalBlock], _ languages: [String], _ context: RuleContext,
    report: (LintFinding) -> Void
  ) {
    // A text without a language may be in any.
    guard !texts.contains(where: { $0.language == nil }) else { return }
    let present = Set(texts.compactMap(\.language))
    let missing = languages.filter { !present.contains($0) }
    guard !missing.isEmpty,
      let block = texts.lazy.compactMap({ context.block(at: $0.block) }).first
    else { return }
    report(
      context.finding(
        QuestionnaireMessages.missingTranslation(missing, present.sorted()),
        at: context.place(of: block)))
  }

  /// Returns the languages that at least a third of the questions have, when these are several.
  private func usual(_ context: RuleContext) -> [String] {
    let questions = context.definedQuestions
    var counts: [String: Int] = [:]
    for question in questions {
      for language in Set(question.definition.texts.compactMap(\.language)) {
        counts[language, default: 0] += 1
      }
    }
    let languages = counts.filter { $0.value * 3 >= questions.count }.map(\.key).sorted()
    return languages.count > 1 ? languages : []
  }

  /// Returns the languages of the configuration that any text is in, and reports the others.
  private func listed(_ context: RuleContext, report: (LintFinding) -> Void) -> [String] {
    guard !context.definedQuestions.isEmpty else { return [] }
    let declared = context.document.blocks.map { context.language(of: $0) }
    // Where texts declare no language, it is not known what is missing.
    guard !declared.contains(nil) else { return context.languages }
    let present = Set(declared.compactMap { $0 })
    let missing = context.languages.filter { !present.contains($0) }
    if !missing.isEmpty {
      report(
        context.finding(QuestionnaireMessages.noTextIn(missing), at: context.opening))
    }
    return context.languages.filter { present.contains($0) }
  }

  /// Returns the titles, headings and introductions, each with its translations: those of one kind that
  /// stand in one section.
  private func headings(_ context: RuleContext) -> [[LocalBlock]] {
    struct Key: Hashable {
      var section: Int32
      var kind: BlockKind
    }
    let document = context.document
    var found: [[LocalBlock]] = []
    var places: [Key: Int] = [:]
    for (index, block) in document.blocks.enumerated()
    where block.question < 0 && (block.kind == .heading || block.kind == .caption) {
      let key = Key(
        section: document.elements.nearest(
          of: block.element, named: ["section", "questionnaire"]), kind: block.kind)
      let text = LocalBlock(language: context.language(of: block), block: Int32(index))
      if let place = places[key] {
        found[place].append(text)
      } else {
        places[key] = found.count
        found.append([text])
      }
    }
    return found
  }
}
