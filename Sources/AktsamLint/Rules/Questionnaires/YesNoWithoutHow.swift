import AktsamDocuments
import AktsamText

/// A yes-or-no question asks for nothing that a "yes" could be checked by.
package struct YesNoWithoutHow: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1007", name: "yes-no-without-how", group: .questionnaires, severity: .warning,
    since: "0.2",
    summary: "A yes-or-no question asks for nothing that a \"yes\" could be checked by.",
    rationale: """
      "Do you work with due diligence?" is answered with yes by everyone. A yes is worth what stands \
      behind it: ask in the same question what is done, since when and how far it reaches, demand a \
      document, or put a question behind the yes that asks how.
      """,
    references: ["UNGP-17"],
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<question id="q1" type="yes-no">»
              <text>Do you carry out due diligence?</text>
            </question>
            <question id="q2" type="country"><text>Where do you have your seat?</text></question>
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
              <text>Arbetar ni med mänskliga rättigheter?</text>
              <help>Gäller hela företaget.</help>
            </question>
            «<question id="q2" type="yes-no">»
              <text>Arbetar ni med arbetsvillkor?</text>
              <show-when question="q1" value="yes"/>
            </question>
            «<question id="q3" type="yes-no">»
              <text xml:lang="nb">Gjør dere risikovurderinger?</text>
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
              <text>Have you assessed your risks? State date, scope and main findings.</text>
            </question>
            <question id="q2" type="yes-no">
              <text>Do you give us access to the sites?</text>
              <help>Say within how many weeks.</help>
            </question>
            <question id="q3" type="yes-no">
              <text>Do you have a policy?</text>
              <evidence required="true" max-age-months="36"><text>Attach it.</text></evidence>
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
            <question id="q1" type="yes-no"><text>Kartlegger dere risiko?</text></question>
            <question id="q2" type="yes-no"><text>Har dere klagekanal?</text></question>
            <question id="q3" type="text"><text>Hvis ja, beskriv den.</text></question>
            <question id="q4" type="text">
              <text>Kildene dere bruker:</text>
              <show-when question="q1" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  /// Words that ask for more than a yes. They may stand in any language of the questionnaire.
  private static let asking: Set<String> = [
    "how", "describe", "explain", "state", "specify", "give", "say", "attach", "list", "which",
    "what", "when", "who", "whom", "provide", "enclose", "name", "show", "elaborate", "comment",
    "hur", "beskriv", "förklara", "ange", "specificera", "redogör", "redovisa", "ge", "bifoga",
    "lista", "vilka", "vilken", "vilket", "vad", "när", "vem", "utveckla", "motivera",
    "kommentera", "uppge", "visa", "nämn", "berätta",
    "hvordan", "forklar", "oppgi", "angi", "spesifiser", "redegjør", "gi", "legg", "hvilke",
    "hvilken", "hvilket", "hva", "når", "hvem", "utdyp", "begrunn", "kommenter", "vis", "nevn",
    "fortell", "korleis", "forklår", "kva", "kven", "hvor",
  ]
  /// Those that do so within a yes-or-no question: "…, and how?".
  private static let how: Set<String> = ["how", "hur", "hvordan", "korleis"]
  /// What a question about the one before begins with.
  private static let conditional: Set<String> = ["if", "om", "hvis", "dersom"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let questions = context.definedQuestions
    var isFollowedUp: Set<String> = []
    for question in questions where question.kind != .yesNo {
      isFollowedUp.formUnion(question.definition.conditions.map(\.question))
    }
    for (index, question) in questions.enumerated()
    where question.kind == .yesNo && question.definition.demand == nil
      && !isFollowedUp.contains(question.id)
    {
      let texts = question.definition.texts.filter { $0.block >= 0 }
      guard !texts.isEmpty, !asksMore(question, context), !isNoYesNo(texts, context) else {
        continue
      }
      if index + 1 < questions.count, asksAbout(questions[index + 1], context) { continue }
      report(
        context.finding(
          QuestionnaireMessages.yesNoWithoutHow(question.name), at: context.place(of: question)))
    }
  }

  /// Whether the text or the help asks for more than a yes.
  private func asksMore(_ question: Question, _ context: RuleContext) -> Bool {
    let inText = question.definition.texts.contains { text in
      context.words(of: text).sentences.enumerated().contains { number, sentence in
        sentence.dropFirst().contains { Self.how.contains($0.text) }
          || number > 0 && sentence.contains { Self.asking.contains($0.text) }
      }
    }
    return inText
      || question.definition.help.contains { text in
        context.words(of: text).words.contains { Self.asking.contains($0.text) }
      }
  }

  /// Whether the question is none for yes or no, which another rule says.
  private func isNoYesNo(_ texts: [LocalBlock], _ context: RuleContext) -> Bool {
    texts.contains { text in
      guard let first = context.words(of: text).words.first else { return false }
      return Self.asking.contains(first.text)
    }
  }

  /// Whether a question asks about the yes of the one before it.
  private func asksAbout(_ question: Question, _ context: RuleContext) -> Bool {
    guard question.kind != .yesNo else { return false }
    return question.definition.texts.contains { text in
      guard let first = context.words(of: text).words.first else { return false }
      return (question.kind == .text && Self.asking.contains(first.text))
        || Self.conditional.contains(first.text)
    }
  }
}
