import AktsamDocuments
import AktsamText

/// An answer is a dash, "N/A" or the text of a template.
package struct PlaceholderAnswer: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1102", name: "placeholder-answer", group: .responses, severity: .warning, since: "0.2",
    summary: "An answer is a dash, \"N/A\" or the text of a template.",
    rationale: """
      A placeholder fills the field and says nothing; whoever reads the response must ask again. \
      Where a question does not apply, say why; where the answer is not known yet, say when it will be.
      """,
    options: [
      RuleOption(
        "words", "Further texts that are no answer, in lower case.", standard: .list([]))
    ],
    flagged: [
      RuleExample(
        """
        <response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="a"
          questionnaire-version="1">
          <supplier><name>Example Ltd</name></supplier>
          <answer question="q1"><p>«To be completed»</p></answer>
          <answer question="q2"><p>«–»</p></answer>
          <answer question="q3"><value>yes</value><comment>«N/A»</comment></answer>
        </response>
        """),
      RuleExample(
        """
        <response xmlns="urn:aktsam:response:1" xml:lang="sv" questionnaire="a"
          questionnaire-version="1">
          <supplier><name>Exempel AB</name></supplier>
          <answer question="q1"><p>«Ej aktuellt.»</p></answer>
          <answer question="q2"><p>«Se ovan»</p></answer>
        </response>
        """, options: ["words": .list(["se ovan"])]),
    ],
    unflagged: [
      RuleExample(
        """
        <response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="a"
          questionnaire-version="1">
          <supplier><name>Example Ltd</name></supplier>
          <answer question="q1"><value>not-applicable</value>
            <comment>Not applicable: we buy no cobalt.</comment></answer>
          <answer question="q2"><value>no</value></answer>
          <answer question="q3"><number>0</number></answer>
        </response>
        """)
    ])

  /// What stands where an answer should, in lower case, without marks at its ends.
  private static let words: Set<String> = [
    "n/a", "na", "n.a", "tbd", "tba", "tbc", "xxx", "xx", "lorem ipsum", "not applicable",
    "to be completed", "to be confirmed", "to be determined", "pending", "insert text here",
    "ej aktuellt", "ej tillämpligt", "inte aktuellt", "fylls i senare", "kompletteras",
    "återkommer",
    "ikke aktuelt", "ikke relevant", "fylles ut senere", "kommer senere", "kommer", "se vedlegg",
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response else { return }
    let own = Set(context.options.list("words"))
    let longest = own.union(Self.words).map(\.utf8.count).max() ?? 0
    for (index, block) in document.blocks.enumerated()
    where block.question >= 0 && block.kind.canBeEvidence {
      let question =
        document.questions.indices.contains(Int(block.question))
        ? document.questions[Int(block.question)] : nil
      // A value that was chosen from a list says what it says.
      if let question, question.valueBlock == Int32(index) { continue }
      let text = document.string(block.text)
      let bare = bare(text, longest: longest)
      guard bare.isEmpty || Self.words.contains(bare) || own.contains(bare) else { continue }
      report(context.finding(ResponseMessages.placeholder(text), at: context.place(of: block)))
    }
  }

  /// The text in lower case, blanks collapsed, without punctuation at its ends; a text that is far longer
  /// than all placeholders stays as it is.
  private func bare(_ text: String, longest: Int) -> String {
    var rest = Substring(text)
    while let first = rest.first, !first.isLetter, !first.isNumber { rest.removeFirst() }
    while let last = rest.last, !last.isLetter, !last.isNumber { rest.removeLast() }
    // Between the words of one there may be the end of a line and what indents the next.
    guard rest.utf8.count <= 2 * longest + 64 else { return String(rest) }
    return collapsed(rest.lowercased())
  }
}
