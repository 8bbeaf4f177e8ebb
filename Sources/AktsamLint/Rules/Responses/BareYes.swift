import AktsamDocuments
import AktsamText

/// A question asks how or when, and the answer is a yes without any word.
package struct BareYes: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1118", name: "bare-yes", group: .responses, severity: .warning, since: "0.2",
    summary: "A question asks how or when, and the answer is a yes without any word.",
    rationale: """
      A yes alone cannot be told from a good intention, and the question asked for more. Say what is \
      done, by whom and how often, and name the document that shows it. A text that says nothing but \
      yes counts as one.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <question>Do you forbid forced labour in all tiers? Say how you follow it up.</question>
              <value>«yes»</value></answer>
            <answer question="q2">
              <question>Do you map your sites, and how often?</question>
              <value>«partly»</value></answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>«yes»</value></answer>
          """, language: "sv"),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Förbjuder ni barnarbete? Ange hur åldern
                    kontrolleras.</text></question>
            """, language: "sv")
        ]),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <question>Hvordan kartlegger dere leverandørkjeden?</question>
              <p>«Ja.»</p></answer>
            <answer question="q2">
              <question>Kartlegger dere anleggene? Oppgi hvor ofte.</question>
              <value>«yes»</value><comment>Ja, det gjør vi.</comment></answer>
          """, language: "nb")),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <question>Do you forbid forced labour, also when imposed by a state?</question>
              <value>yes</value></answer>
            <answer question="q2">
              <question>Do you map your sites? State how often.</question>
              <value>yes</value><comment>Twice a year.</comment></answer>
            <answer question="q3">
              <question>Do you map your sites? State how often.</question>
              <value>yes</value><evidence href="map.pdf">Map</evidence></answer>
            <answer question="q4">
              <question>Do you map your sites? State how often.</question>
              <value>no</value></answer>
            <answer question="q5">
              <question>Is it known how your suppliers recruit?</question>
              <value>yes</value></answer>
            <answer question="q7">
              <question>Do you map your sites? State how often.</question>
              <p>Yes.</p><p>Twice a year, last in May 2026.</p></answer>
            <answer question="q8">
              <question>Do you map your sites?</question>
              <p>Yes.</p></answer>
            <answer question="q6">
              <question>Do you follow up recruiters, state programmes, name changes?</question>
              <value>yes</value></answer>
          """))
    ])

  /// What a question begins a sentence with that asks for words.
  private static let openers: Set<String> = [
    "how", "what", "which", "who", "when", "where", "describe", "state", "say", "explain",
    "specify", "name", "list", "give", "within",
    "hur", "vad", "vilka", "vilken", "vilket", "vem", "när", "var", "beskriv", "ange", "förklara",
    "redogör", "nämn", "ge", "inom",
    "hvordan", "hva", "hvilke", "hvilken", "hvilket", "hvem", "når", "hvor", "oppgi", "angi",
    "forklar", "redegjør", "nevn", "gi", "innen",
  ]
  /// Those of them that stand behind a comma for nothing else.
  private static let plainOpeners: Set<String> = [
    "how", "describe", "explain", "specify", "hur", "beskriv", "ange", "förklara", "redogör",
    "hvordan", "oppgi", "forklar", "redegjør",
  ]
  /// What joins such a sentence to the one before it.
  private static let joints: Set<String> = ["and", "och", "og", "please", "if", "so", "yes", "ja"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.format == "aktsam-response" else { return }
    let asked = AskedQuestions(context)
    let blocks = AnswerBlocks(document)
    for (index, answer) in document.questions.enumerated() {
      let words = blocks.words(index)
      guard answer.evidence.isEmpty, answer.sites.isEmpty,
        words.allSatisfy({ AnswerWords.onlyAffirms(context.string(of: $0)) })
      else { continue }
      let bare: Block?
      switch answer.value {
      case .yes, .partly: bare = context.block(at: answer.valueBlock)
      case nil where answer.kind == .text: bare = words.first
      default: bare = nil
      }
      guard let value = bare else { continue }
      let question = answer.label.isEmpty ? asked[answer.id]?.label ?? "" : answer.label
      guard asksForWords(question) else { continue }
      report(
        context.finding(
          ResponseMessages.bareYes(value: context.string(of: value)),
          at: context.place(of: value)))
    }
  }

  /// Whether a sentence of the question opens with a question word or with a verb that asks to tell
  /// something, or has a part behind a comma that plainly does.
  private func asksForWords(_ question: String) -> Bool {
    question.split { ".?!:;\n".contains($0) }.contains { sentence in
      let parts = sentence.split { ",–".contains($0) }.map { opener(of: $0) }
      return parts.first.map(Self.openers.contains) ?? false
        || parts.dropFirst().contains(where: Self.plainOpeners.contains)
    }
  }

  /// The first word that joins nothing; empty when there is none.
  private func opener(of part: Substring) -> String {
    AnswerWords.words(String(part)).prefix(4).first { !Self.joints.contains($0) } ?? ""
  }
}
