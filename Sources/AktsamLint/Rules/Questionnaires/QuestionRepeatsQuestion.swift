import AktsamDocuments
import AktsamText

/// A question is put twice in the same words.
package struct QuestionRepeatsQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1020", name: "question-repeats-question", group: .questionnaires, severity: .warning,
    since: "0.2", summary: "A question is put twice in the same words.",
    rationale: """
      What is asked twice is answered twice in different words, or the second time with "see above". \
      Remove one of the two, or say how they differ. Short questions such as "How do you follow it up?" \
      may stand under several headings and behind several conditions.
      """,
    options: [
      RuleOption(
        "min-words",
        "From how many words a question counts as repeated also under another heading.",
        standard: .int(8))
    ],
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text"><text>How do you rank risks?</text></question>
            <question id="q2" type="text"><text>«How do you rank  risks»</text></question>
            <question id="q3" type="text">
              <text>Which sites in your supply chain have you mapped this year?</text>
            </question>
          </section>
          <section>
            <heading>Transparency</heading>
            <question id="q4" type="text">
              <text>«Which sites in your supply chain have you mapped this year?»</text>
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
              <text xml:lang="sv">Vem bedömer era risker?</text>
              <text xml:lang="nb">Hvem vurderer risikoen deres?</text>
            </question>
            <question id="q2" type="text">
              <text xml:lang="sv">«Vem bedömer era risker?»</text>
              <text xml:lang="nb">Hvem vurderer risikoen deres?</text>
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
            <heading>Barnearbeid</heading>
            <question id="q1" type="yes-no"><text>Forbyr dere barnearbeid?</text></question>
            <question id="q2" type="text">
              <text>Hvordan følger dere det opp?</text><show-when question="q1" value="yes"/>
            </question>
            <question id="q3" type="yes-no"><text>Forbyr dere tvangsarbeid?</text></question>
            <question id="q4" type="text">
              <text>Hvordan følger dere det opp?</text><show-when question="q3" value="yes"/>
            </question>
          </section>
          <section>
            <heading>Lønn</heading>
            <question id="q5" type="text"><text>Hvordan følger dere det opp?</text></question>
            <question id="q6" type="text"><text>Kommentar</text></question>
            <question id="q7" type="text"><text>Kommentar</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text">
              <text>Which sites in your supply chain have you mapped this year?</text>
            </question>
            <question id="q2" type="text">
              <text>Which sites in your supply chain have you audited this year?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  /// What is compared: the words, and for short questions what they hang on.
  private struct Key: Hashable {
    var language: String?
    var words: [String]
    var heading: Int32
    var gates: [String]
  }

  /// Shorter texts are labels.
  private static let fewest = 4

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let long = max(context.options.int("min-words"), Self.fewest)
    var first: [Key: Block] = [:]
    for question in context.definedQuestions {
      let gates = question.definition.conditions.map { "\($0.question) \($0.value ?? "")" }
      var earlier: (block: Block, first: Block)?
      for text in question.definition.texts {
        guard let block = context.block(at: text.block) else { continue }
        let words = context.blockWords(block).words.map(\.text)
        guard words.count >= Self.fewest else { continue }
        let key = Key(
          language: text.language, words: words,
          heading: words.count < long ? block.heading : -1,
          gates: words.count < long ? gates.sorted() : [])
        if let known = first[key] {
          if earlier == nil { earlier = (block, known) }
        } else {
          first[key] = block
        }
      }
      guard let (block, first) = earlier else { continue }
      report(
        context.finding(
          QuestionnaireMessages.repeatsQuestion(number: first.number),
          at: context.place(of: block),
          related: [RelatedPlace("the same question stands here", context.place(of: first))]))
    }
  }
}
