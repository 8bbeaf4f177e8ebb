import AktsamDocuments
import AktsamText

/// A question says which answer is expected.
package struct LeadingQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1009", name: "leading-question", group: .questionnaires, severity: .warning,
    since: "0.2", summary: "A question says which answer is expected.",
    rationale: """
      "Surely you have a policy?" and "Do you agree that child labour is wrong?" are answered with yes \
      whatever is true. Ask openly for what is done, and say in the help text what is required. A \
      question whether the supplier accepts a term, "Do you agree that we may visit the sites?", is a \
      consent and no fault.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Policy</heading>
            <question id="q1" type="yes-no">
              <text>«Surely» you have a policy?</text>
            </question>
            <question id="q2" type="yes-no">
              <text>Do you, «of course», pay at least the minimum wage?</text>
            </question>
            <question id="q3" type="yes-no">
              <text>Do you «agree that» child labour is wrong?</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Policy</heading>
            <question id="q1" type="yes-no">
              <text xml:lang="sv">Ni följer «naturligtvis» ILO:s konventioner?</text>
              <text xml:lang="nb">Dere følger «selvfølgelig» ILOs konvensjoner?</text>
            </question>
            <question id="q2" type="yes-no">
              <text xml:lang="sv">«Ni har väl» en uppförandekod?</text>
              <text xml:lang="nb">Dere har etiske retningslinjer, «ikke sant»?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Policy</heading>
            <question id="q1" type="yes-no">
              <text>Do you agree that we may visit the production sites?</text>
            </question>
            <question id="q2" type="text">
              <text>How do you handle naturally occurring asbestos?</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Policy</heading>
            <question id="q1" type="text">
              <text xml:lang="sv">Hur väl känner ni era leverantörer?</text>
              <text xml:lang="nb">Hvor vel kjenner dere leverandørene?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  /// Words that say what to answer.
  private static let phrases: [String: [String]] = [
    "en": [
      "surely", "of course", "obviously", "needless to say", "don't you", "wouldn't you",
      "isn't it", "aren't you", "no doubt", "agree that",
    ],
    "sv": [
      "naturligtvis", "självklart", "självfallet", "givetvis", "såklart", "eller hur",
      "visst har ni",
      "håller ni med om att", "instämmer ni i att",
    ],
    "nb": [
      "selvfølgelig", "naturligvis", "selvsagt", "selvklart", "ikke sant", "er dere enige i at",
      "er dere enig i at",
    ],
    "nn": ["sjølvsagt", "naturlegvis", "ikkje sant", "er de einige i at"],
    "da": ["selvfølgelig", "naturligvis", "ikke sandt", "er i enige i at"],
  ]

  private static let phraseWords = phrases.mapValues { phrases in
    phrases.map { $0.split(separator: " ").map(String.init) }
  }
  /// What asks for consent to something that may be allowed.
  private static let consent = ["agree", "that"]

  /// "You surely …" by an adverb that means it only in that place: you, a verb, the adverb.
  private static let adverbs: [String: (you: String, adverb: String)] = [
    "sv": ("ni", "väl"), "nb": ("dere", "vel"),
  ]

  /// Verbs of what is consented to.
  private static let permitting: Set<String> = ["may", "can", "will", "shall", "must", "could"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions {
      for text in question.definition.texts {
        guard let language = text.language, let block = context.block(at: text.block) else {
          continue
        }
        let words = context.blockWords(block)
        guard let range = Self.leading(words, language) else { continue }
        report(
          context.finding(
            QuestionnaireMessages.leading(context.document.string(range)),
            at: context.place(ofText: range, element: block.element)))
      }
    }
  }

  /// Returns where a text says what to answer, as a byte range of the document's text.
  private static func leading(_ words: BlockWords, _ language: String) -> Range<Int>? {
    for phrase in phraseWords[language] ?? [] {
      guard let range = words.first(phrase), !range.isEmpty else { continue }
      if phrase == consent,
        words.words[range.upperBound...].contains(where: { permitting.contains($0.text) })
      {
        continue
      }
      return words.words[range.lowerBound].range
        .lowerBound..<words.words[range.upperBound - 1].range.upperBound
    }
    guard let (you, adverb) = adverbs[language] else { return nil }
    for sentence in words.sentences where sentence.count >= 4 {
      let start = sentence.startIndex
      if sentence[start].text == you, sentence[start + 2].text == adverb {
        return sentence[start].range.lowerBound..<sentence[start + 2].range.upperBound
      }
    }
    return nil
  }
}
