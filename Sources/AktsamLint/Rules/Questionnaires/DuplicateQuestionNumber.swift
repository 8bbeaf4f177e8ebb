import AktsamDocuments
import AktsamText

/// Two questions have the same printed number.
package struct DuplicateQuestionNumber: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1027", name: "duplicate-question-number", group: .questionnaires, severity: .warning,
    since: "0.2", summary: "Two questions have the same printed number.",
    rationale: """
      Suppliers write "see 2.3" and name their attachments by the number. Where two questions have the \
      same one, no one knows which is meant. Number them anew; the ids may stay. Numbers that begin \
      again under each heading are no fault.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" number="1.1" type="text"><text>How do you map risks?</text></question>
            «<question id="q2" number="1.1" type="text">»<text>How do you rank?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" number="2.1" type="text"><text>Vem kartlägger?</text></question>
          </section>
          <section>
            <heading>Åtgärder</heading>
            «<question id="q2" number="2.1" type="text">»<text>Vem agerar?</text></question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section number="1">
            <heading>Risiko</heading>
            <question id="q1" number="1" type="text"><text>Hvem kartlegger?</text></question>
            <question id="q2" number="1a" type="text"><text>Hvordan?</text></question>
            <question id="q3" type="text"><text>Når?</text></question>
            <question id="q4" type="text"><text>Hvor?</text></question>
          </section>
          <section number="2">
            <heading>Tiltak</heading>
            <question id="q5" number="1" type="text"><text>Hvem handler?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" number="2.1" type="text"><text>How do you map risks?</text></question>
            <question id="q2" number="2.10" type="text"><text>How do you rank them?</text></question>
            <question id="q3" number="2.1.1" type="text"><text>How do you act on them?</text></question>
          </section>
        </questionnaire>
        """),
    ])

  /// A number, and for those that may begin again the heading that they stand under.
  private struct Key: Hashable {
    var number: String
    var heading: Int32
  }

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    var first: [Key: Question] = [:]
    for question in context.definedQuestions {
      guard
        let block = question.definition.texts.lazy.compactMap({ context.block(at: $0.block) })
          .first,
        !block.number.isEmpty
      else { continue }
      let key = Key(
        number: block.number, heading: block.number.contains(".") ? -1 : block.heading)
      guard let earlier = first[key] else {
        first[key] = question
        continue
      }
      report(
        context.finding(
          QuestionnaireMessages.sameNumber(block.number), at: context.place(of: question),
          related: [RelatedPlace("first used here", context.place(of: earlier))]))
    }
  }
}
