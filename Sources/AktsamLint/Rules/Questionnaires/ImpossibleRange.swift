import AktsamDocuments
import AktsamText

/// The least that a question accepts is more than the most.
package struct ImpossibleRange: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1024", name: "impossible-range", group: .questionnaires, severity: .error, since: "0.2",
    summary: "The least that a question accepts is more than the most.",
    rationale: """
      No answer lies within such a range, so that every answer is refused, or the range is not \
      heeded at all. Swap min and max, or correct the one that is wrong. Of options no more can be \
      asked for than there are.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<question id="q1" type="number" min="100" max="9.5">»
              <text>How many sites are there?</text>
            </question>
            «<question id="q2" type="date" min="2026-02-01" max="2025-12-31">»
              <text>When did you last assess risks?</text>
            </question>
            «<question id="q3" type="multi" min="3">»
              <text>Which tiers do you map?</text>
              <option id="tier-1"><text>First</text></option>
              <option id="tier-2"><text>Second</text></option>
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
            «<question id="q1" type="choice" min="2" max="1">»
              <text>Hvem har ansvaret?</text>
              <option id="a"><text>Styret</text></option><option id="b"><text>Ledelsen</text></option>
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
            <question id="q1" type="number" min="-1" max="100">
              <text>Hur många anläggningar finns det?</text>
            </question>
            <question id="q2" type="number" min="5" max="5.0"><text>Hur många led?</text></question>
            <question id="q3" type="date" min="2025-12-31"><text>När?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="multi" min="2" max="2">
              <text>Hvem har ansvaret?</text>
              <option id="a"><text>Styret</text></option><option id="b"><text>Ledelsen</text></option>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions {
      let definition = question.definition
      guard let least = definition.minimum else { continue }
      if let most = definition.maximum, exceeds(least, most, question.kind) {
        report(
          context.finding(
            QuestionnaireMessages.impossibleRange(least, most), at: context.place(of: question)))
      } else if question.isChosen, !definition.options.isEmpty, let count = Double(least),
        count > Double(definition.options.count)
      {
        report(
          context.finding(
            QuestionnaireMessages.tooFewOptions(least, definition.options.count),
            at: context.place(of: question)))
      }
    }
  }

  private func exceeds(_ least: String, _ most: String, _ kind: Question.Kind) -> Bool {
    if let least = Double(least), let most = Double(most) { return least > most }
    // Days as yyyy-mm-dd are in the order of their letters.
    let isDay = kind == .date && least.utf8.count == 10 && most.utf8.count == 10
    return isDay && least > most
  }
}
