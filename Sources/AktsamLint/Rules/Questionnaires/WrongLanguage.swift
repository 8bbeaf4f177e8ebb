import AktsamDocuments
import AktsamLanguage
import AktsamText

/// A text is in another language than it is marked with.
package struct WrongLanguage: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1011", name: "wrong-language", group: .questionnaires, severity: .warning, since: "0.2",
    summary: "A text is in another language than it is marked with.",
    rationale: """
      Tools show a supplier the texts of one language by their marks, and answers are read with the \
      words of the language that the question is marked with. A text under the wrong mark mostly comes \
      from copying: translate it, or correct xml:lang. Only texts of some length that are plainly in \
      another language are reported; Norwegian and Danish are taken for one another.
      """,
    options: [
      RuleOption("min-words", "How many words a text must have to be looked at.", standard: .int(5))
    ],
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text">
              <text xml:lang="en">How do you assess the risks in your supply chain?</text>
              <text xml:lang="sv">«How do you assess the risks in your supply chain?»</text>
              <help xml:lang="en">«Beskriv vem som gör bedömningen och hur ofta den görs.»</help>
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
            <question id="q1" type="text">
              <text>«Hvordan vurderer dere risikoen for brudd på arbeidernes rettigheter?»</text>
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
            <heading>Due diligence</heading>
            <question id="q1" type="text">
              <text>Følger dere OECD Guidelines for Multinational Enterprises?</text>
              <text xml:lang="en">Do you follow the OECD guidelines?</text>
              <text xml:lang="sv">Följer ni OECD:s riktlinjer för multinationella företag?</text>
            </question>
            <question id="q2" type="choice">
              <text>Hvilken standard følger dere?</text>
              <option id="ungp"><text>UN Guiding Principles</text></option>
              <option id="none"><text>Ingen</text></option>
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
            <question id="q1" type="text">
              <text xml:lang="da">Hvordan vurderer I risikoen for mennesker i jeres leverandørkæde?</text>
              <text xml:lang="nb">Hvordan vurderer dere risikoen for mennesker i leverandørkjeden?</text>
              <help xml:lang="fi">Kuvatkaa, kuka arvioinnin tekee ja kuinka usein se tehdään.</help>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    let fewest = max(context.options.int("min-words"), 2)
    guard document.role == .questionnaire else { return }
    for block in document.blocks {
      guard let declared = context.language(of: block), context.languageGuess.knows(declared)
      else { continue }
      guard
        let guess = context.plainLanguage(of: block, favoured: declared, fewestWords: fewest)
      else { continue }
      report(
        context.finding(
          QuestionnaireMessages.wrongLanguage(declared, guess), at: context.place(of: block)))
    }
  }
}
