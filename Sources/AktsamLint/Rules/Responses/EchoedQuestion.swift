import AktsamDocuments
import AktsamText

/// An answer only repeats its question.
package struct EchoedQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1119", name: "echoed-question", group: .responses, severity: .warning, since: "0.2",
    summary: "An answer only repeats its question.",
    rationale: """
      The words of the question say nothing about the supplier: the answer may have been copied into \
      the wrong field, or never written. Write what is the case.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <question>How do you map your supply chain?</question>
              <p>«How do you map your supply chain»</p></answer>
            <answer question="q2">
              <question>Hvordan rangerer dere risikoene?</question>
              <value>yes</value><comment>«Hvordan rangerer dere risikoene? Ja.»</comment></answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>«Beskriv vem som kartlägger och hur ofta.»</p></answer>
          """, language: "sv"),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="text"><text>Hur kartlägger ni?</text>
                    <help>Beskriv vem som kartlägger och hur ofta.</help></question>
            """, language: "sv")
        ]),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <question>Do you map your supply chain?</question>
              <p>We map your supply chain from assembly to raw material once a year.</p></answer>
            <answer question="q2"><question>Sites?</question><p>Sites</p></answer>
          """))
    ])

  /// A shorter question may well be its own answer.
  private static let fewestWords = 4
  /// How many words may stand beside the question's.
  private static let mostOwnWords = 2

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response else { return }
    let asked = AskedQuestions(context)
    let blocks = AnswerBlocks(document)
    var texts: [Int32: [[String]]] = [:]
    for block in document.blocks where block.kind == .question && block.question >= 0 {
      texts[block.question, default: []].append(AnswerWords.words(context.string(of: block)))
    }
    for (index, answer) in document.questions.enumerated() where answer.state == .answered {
      var questions = texts[Int32(index)] ?? []
      if let question = asked[answer.id], let questionnaire = asked.questionnaire {
        for text in question.definition.texts + question.definition.help
        where questionnaire.blocks.indices.contains(Int(text.block)) {
          let range = questionnaire.blocks[Int(text.block)].text
          questions.append(AnswerWords.words(questionnaire.string(range)))
        }
      }
      questions.removeAll { $0.count < Self.fewestWords }
      guard !questions.isEmpty else { continue }
      for block in blocks.words(index) where block.kind != .tableCell {
        let words = AnswerWords.words(context.string(of: block))
        guard questions.contains(where: { repeats(words, $0) }) else { continue }
        report(
          context.finding(ResponseMessages.echoed, at: context.place(of: block)))
      }
    }
  }

  private func repeats(_ words: [String], _ question: [String]) -> Bool {
    words.count >= question.count && words.count <= question.count + Self.mostOwnWords
      && (words.starts(with: question) || words.suffix(question.count).elementsEqual(question))
  }
}
