import AktsamDocuments
import AktsamText

/// A text is in a language that the configuration does not list.
package struct UnexpectedLanguage: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1035", name: "unexpected-language", group: .questionnaires, severity: .warning,
    since: "0.2",
    summary: "A text of a questionnaire is in a language that the settings do not list.",
    rationale: """
      Where .aktsam.yml lists "languages", a questionnaire is written in these and in no others: a text \
      in another one was left behind by a template or a translation, and the suppliers it is shown to \
      cannot answer it. Translate the text, take it out, or add its language to the list. A language that \
      a third of the questions or more are in is reported once, at its first text. Texts whose language \
      nobody declares are reported when they are plainly in another one. Without the setting nothing is \
      looked at.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text">
              <text>Hur bedömer ni risker?</text>
              <text xml:lang="en">How do you assess risks?</text>
              <help xml:lang="fi">«Kuvatkaa, kuka arvioinnin tekee.»</help>
            </question>
            <question id="q2" type="text">
              <text>Vem bedömer dem?</text><text xml:lang="en">Who assesses them?</text>
            </question>
          </section>
        </questionnaire>
        """, languages: ["sv", "en"]),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="text">
              <text>Hvordan vurderer dere risiko?</text>
              <text xml:lang="en">«How do you assess risks?»</text>
            </question>
            <question id="q2" type="text">
              <text>Hvem vurderer den?</text><text xml:lang="en">Who assesses them?</text>
            </question>
          </section>
        </questionnaire>
        """, languages: ["nb"]),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" id="a" version="1">
          <title xml:lang="nb">Egenrapportering</title>
          <section>
            <heading xml:lang="nb">Risiko</heading>
            <question id="q1" type="text">
              <text>«How do you assess the risks to people in your supply chain?»</text>
            </question>
          </section>
        </questionnaire>
        """, languages: ["nb"]),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Due diligence</heading>
            <question id="q1" type="text">
              <text>Följer ni OECD Guidelines for Multinational Enterprises?</text>
              <text xml:lang="en">Do you follow the OECD guidelines?</text>
            </question>
          </section>
        </questionnaire>
        """, languages: ["sv", "en"]),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="text">
              <text>Hvordan vurderer dere risiko?</text>
              <text xml:lang="fi">Miten arvioitte riskejä?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  /// How many words a text needs for its language to be guessed.
  private static let fewestWords = 5

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .questionnaire, !context.languages.isEmpty else { return }
    var found: [String: [Block]] = [:]
    for block in document.blocks {
      let language = context.language(of: block) ?? plainLanguage(of: block, context)
      if let language, !context.languages.contains(language) {
        found[language, default: []].append(block)
      }
    }
    guard !found.isEmpty else { return }
    let questions = context.definedQuestions
    for (language, blocks) in found.sorted(by: { $0.key < $1.key }) {
      let asked = Set(blocks.map(\.question).filter { $0 >= 0 }).count
      let isWhole = asked > 1 && asked * 3 >= questions.count
      for block in isWhole ? blocks.prefix(1) : blocks[...] {
        report(
          context.finding(
            QuestionnaireMessages.unexpectedLanguage(
              language, others: isWhole ? blocks.count - 1 : 0, context.languages),
            at: context.place(of: block)))
      }
    }
  }

  /// Returns the language of a text that declares none, where it is plainly none of those listed.
  private func plainLanguage(of block: Block, _ context: RuleContext) -> String? {
    guard
      let guess = context.plainLanguage(
        of: block, favoured: context.languages.first, fewestWords: Self.fewestWords),
      !context.languages.contains(where: { RuleContext.isKin(guess, $0) })
    else { return nil }
    return guess
  }
}
