import AktsamDocuments
import AktsamLanguage
import AktsamText

/// A questionnaire does not say which language its texts are in.
package struct MissingLanguage: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1021", name: "missing-language", group: .questionnaires, severity: .warning,
    since: "0.2", summary: "A questionnaire does not say which language its texts are in.",
    rationale: """
      Without xml:lang the language must be guessed, screen readers read the texts aloud with the wrong \
      sounds, and tools cannot show each supplier its own language. Write xml:lang on the questionnaire, \
      or on each text. The fix writes it where the texts leave no doubt.
      """,
    references: ["https://www.w3.org/TR/WCAG22/#language-of-page"],
    supersedes: ["AK0306"],
    flagged: [
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" id="a" version="1">»
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text">
              <text>Hur bedömer ni riskerna i leveranskedjan, och hur ofta?</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" id="a" version="1">»
          <title xml:lang="en">Self-assessment</title>
          <section>
            <heading xml:lang="en">Risk</heading>
            <question id="q1" type="text"><text>OECD?</text></question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" id="a" version="1">
          <title xml:lang="nb">Egenrapportering</title>
          <section xml:lang="nb">
            <heading>Risiko</heading>
            <question id="q1" type="text"><text>Hvordan vurderer dere risiko?</text></question>
          </section>
        </questionnaire>
        """, nests: false),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text"><text>Hur bedömer ni risker?</text></question>
          </section>
        </questionnaire>
        """),
    ])

  /// How many words a guess needs to be safe.
  private static let fewestWords = 8

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .questionnaire, !document.opening.isEmpty, document.language == nil
    else { return }
    let blocks = document.blocks.filter { $0.language == nil }
    guard let first = blocks.first else { return }
    let guess = guess(blocks, context)
    report(
      context.finding(
        QuestionnaireMessages.missingLanguage(guess), at: context.opening,
        related: [RelatedPlace("the first text without a language", context.place(of: first))],
        fix: guess.flatMap { language in
          nameEnd(context).map { end in
            Fix(
              "write xml:lang=\"\(language)\"", [.init(end..<end, " xml:lang=\"\(language)\"")],
              isSafe: true)
          }
        }))
  }

  /// Returns the language that all the texts are in, or nil when there is doubt.
  private func guess(_ blocks: [Block], _ context: RuleContext) -> String? {
    var sample: [UInt8] = []
    var words = 0
    var guesses: Set<String> = []
    for block in blocks {
      let count = context.blockWords(block).words.count
      if sample.count < 1_000 {
        sample += context.document.text[block.text.clamped(to: 0..<context.document.text.count)]
        sample.append(0x20)
        words += count
      }
      if count >= 5, let guess = context.languageGuess.guess(context.document.text, block.text) {
        guesses.insert(guess)
      }
    }
    guard words >= Self.fewestWords,
      let guess = context.languageGuess.guess(sample, 0..<sample.count),
      guesses.isSubset(of: [guess])
    else { return nil }
    return guess
  }

  /// Returns where the name in the start tag ends, as an offset into the source.
  private func nameEnd(_ context: RuleContext) -> Int? {
    let document = context.document
    let range = document.opening.clamped(to: 0..<document.source.bytes.count)
    return range.dropFirst().first { index in
      let byte = document.source.bytes[index]
      return byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
  }
}
