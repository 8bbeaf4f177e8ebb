import AktsamDocuments
import AktsamText

/// A question has so many words that it asks several things at once.
package struct LongQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1002", name: "long-question", group: .questionnaires, severity: .warning, since: "0.2",
    summary: "A question is so long that it asks several things at once.",
    rationale: """
      What is asked in one breath is answered in one breath: suppliers take up the easiest part and \
      pass over the rest, and no one can tell afterwards what a "yes" meant. Ask one thing a \
      question, and put explanations into the help text.
      """,
    options: [
      RuleOption(
        "max-words", "How many words a question may have.", standard: .int(50))
    ],
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text">
              <text>«How do you map, rank and follow up your risks in all tiers?»</text>
            </question>
          </section>
        </questionnaire>
        """, options: ["max-words": .int(8)])
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text">
              <text>Hur kartlägger ni era risker?</text>
              <help>Beskriv vem som gör det, hur ofta det görs och hur långt ned i leveranskedjan.</help>
            </question>
          </section>
        </questionnaire>
        """, options: ["max-words": .int(8)])
    ])

  package init() {}

  /// Returns how many stretches between blanks a text has.
  private static func words(in text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for byte in text {
      let isBlank = byte <= 0x20
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let limit = context.options.int("max-words")
    guard context.document.role == .questionnaire, limit > 0 else { return }
    for question in context.document.questions {
      for text in question.definition.texts {
        guard let block = context.block(at: text.block) else { continue }
        let count = Self.words(in: context.document.text[block.text])
        if count > limit {
          report(
            context.finding(
              QuestionnaireMessages.longQuestion(count, limit), at: context.place(of: block)))
        }
      }
    }
  }
}
