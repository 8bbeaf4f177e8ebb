import AktsamDocuments
import AktsamText

/// An answer is in another language than the response says.
package struct AnswerInOtherLanguage: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1121", name: "answer-in-other-language", group: .responses, severity: .warning,
    since: "0.2", summary: "An answer is in another language than the response says.",
    rationale: """
      Texts are read, and searched, in the language that they declare: what is written in another one \
      is not understood. Declare the language where the text stands, or translate it.
      """,
    options: [
      RuleOption(
        "min-words", "How many words a text must have for its language to be guessed.",
        standard: .int(8))
    ],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>«Vi kartlägger varje år vilka fabriker som tillverkar våra varor
              och vilka risker som finns där.»</p></answer>
            <answer question="q2"><p>We map our sites once a year and rank the risks.</p></answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>«We have an overview of all the factories that make our goods,
              and we visit each of them once a year.»</p></answer>
          """, language: "nb")),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p xml:lang="sv">Vi kartlägger varje år vilka fabriker som
              tillverkar våra varor och vilka risker som finns där.</p></answer>
            <answer question="q2"><p>Lumena Assembly Haiphong, Selat Display Works</p></answer>
            <answer question="q3"><p>We map our sites once a year and rank the risks.</p></answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>Me kartlegg kvart år kva for fabrikkar som lagar varene våre,
              og kva risiko som finst der.</p></answer>
          """, language: "nb")),
    ])

  /// Languages that a short text does not tell apart: Danish and the two forms of Norwegian.
  private static let alike: Set<String> = ["nb", "nn", "no", "da"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    let least = context.options.int("min-words")
    guard document.role == .response, least > 0 else { return }
    for block in document.blocks where block.kind == .answer || block.kind == .listItem {
      guard let declared = context.language(of: block),
        AnswerWords.words(context.string(of: block)).count >= least,
        let guess = context.guessLanguage(of: block, favoured: declared), guess != declared,
        !(Self.alike.contains(guess) && Self.alike.contains(declared))
      else { continue }
      report(
        context.finding(
          ResponseMessages.otherLanguage(guess, declared: declared), at: context.place(of: block)))
    }
  }
}
