import AktsamDocuments
import AktsamText

/// A yes-or-no question hangs on a word that everyone understands in his own way.
package struct VagueQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1030", name: "vague-question", group: .questionnaires, severity: .note, since: "0.2",
    summary: "A yes-or-no question hangs on a word that everyone understands in his own way.",
    rationale: """
      "Do you regularly take appropriate measures?" is yes for whoever once did something. Say what \
      counts, "at least once a year", "for all sites in tier 1", or ask for the fact itself.
      """,
    options: [
      RuleOption("words", "Further words that are too vague, in lower case.", standard: .list([]))
    ],
    isDefault: false,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no">
              <text>Do you «regularly» audit your suppliers?</text>
            </question>
            <question id="q2" type="yes-no">
              <text>Is your work with human rights «robust»?</text>
            </question>
          </section>
        </questionnaire>
        """, options: ["words": .list(["robust"])]),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="yes-no">
              <text xml:lang="sv">Vidtar ni «lämpliga» åtgärder?</text>
              <text xml:lang="nb">Treffer dere «egnede» tiltak?</text>
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
            <question id="q1" type="yes-no">
              <text>Reviderer dere alle leverandører minst en gang i året?</text>
            </question>
            <question id="q2" type="text">
              <text>Hvilke tiltak regner dere som egnede?</text>
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
            <question id="q1" type="yes-no">
              <text>Do you audit all sites in tier 1 at least once a year?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  private static let words: [String: Set<String>] = [
    "en": [
      "regularly", "appropriate", "appropriately", "adequate", "adequately", "sufficient",
      "sufficiently", "reasonable", "reasonably", "periodically", "continuously",
    ],
    "sv": [
      "regelbundet", "regelbundna", "lämpliga", "lämplig", "lämpligt", "tillräcklig",
      "tillräckliga", "tillräckligt", "rimliga", "rimlig", "rimligt", "löpande", "kontinuerligt",
    ],
    "nb": [
      "regelmessig", "jevnlig", "egnede", "egnet", "passende", "tilstrekkelig", "tilstrekkelige",
      "rimelig", "rimelige", "løpende", "kontinuerlig", "hensiktsmessige", "hensiktsmessig",
    ],
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let own = Set(context.options.list("words"))
    for question in context.definedQuestions where question.kind == .yesNo {
      for text in question.definition.texts {
        guard let block = context.block(at: text.block) else { continue }
        let vague = own.union(text.language.flatMap { Self.words[$0] } ?? [])
        for word in context.blockWords(block).words where vague.contains(word.text) {
          report(
            context.finding(
              QuestionnaireMessages.vague(word.text),
              at: context.place(ofText: word.range, element: block.element)))
        }
      }
    }
  }
}
