import AktsamDocuments
import AktsamText

/// An answer repeats, word for word, the answer to another question.
package struct CopiedAnswer: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1110", name: "copied-answer", group: .responses, severity: .warning, since: "0.2",
    summary: "An answer repeats, word for word, the answer to another question.",
    rationale: """
      Two questions that ask for different things cannot both be answered by the same words: one of \
      them is passed over. Answer each question for itself; where one answer holds for both, say so \
      and name the other question.
      """,
    options: [
      RuleOption("min-words", "How many words must be the same.", standard: .int(8))
    ],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>We take our responsibility seriously, in all that we do.</p>
            </answer>
            <answer question="q2">
              <p>«We take our responsibility seriously – in all that we do!»</p>
            </answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <comment>Se vår uppförandekod.</comment></answer>
            <answer question="q2"><value>yes</value>
              <comment>«Se vår uppförandekod.»</comment></answer>
          """, language: "sv"), options: ["min-words": .int(3)]),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" lot="a"><p>We map every site from assembly to raw material.</p>
            </answer>
            <answer question="q1" lot="b"><p>We map every site from assembly to raw material.</p>
            </answer>
            <answer question="q2"><p>See our code.</p></answer>
            <answer question="q3"><p>See our code.</p></answer>
          """, head: "<lot id=\"a\">A</lot><lot id=\"b\">B</lot>"))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    let least = context.options.int("min-words")
    guard document.role == .response, least > 0 else { return }
    let blocks = AnswerBlocks(document)
    var first: [[String]: (question: String, block: Block)] = [:]
    for (index, answer) in document.questions.enumerated() {
      for block in blocks.words(index) where block.kind != .tableCell {
        let words = AnswerWords.words(context.string(of: block))
        guard words.count >= least else { continue }
        guard let earlier = first[words] else {
          first[words] = (answer.id, block)
          continue
        }
        guard earlier.question != answer.id else { continue }
        report(
          context.finding(
            ResponseMessages.copied(from: earlier.question), at: context.place(of: block),
            related: [RelatedPlace("first written here", context.place(of: earlier.block))]))
      }
    }
  }
}
