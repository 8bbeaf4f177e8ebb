import AktsamDocuments
import AktsamReading
import AktsamText

/// The supplier should do what a requirement wants it to do.
package struct ShouldInsteadOfShall: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1223", name: "should-instead-of-shall", group: .contracts, severity: .warning,
    since: "0.2", summary: "The supplier \"should\" do what a requirement wants it to do.",
    rationale: """
      "Should" recommends: whoever does not follow it breaks nothing, and no sanction can rest on it. \
      Write "shall", or move the advice out of the terms. A firm sentence beside it does not help, since \
      the two do not say the same.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier «should» assess the risks of adverse impacts on human \
        rights in the supply chain once a year.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören «bör» kartlägga leveranskedjan för varje vara ned till \
        råvara. Kartan ska uppdateras var sjätte månad.</p></clause>
          </section>
        </tender>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="nb">
          <title>Vilkår</title>
          <section number="1">
            <heading>Plikter</heading>
            <clause number="1.1"><p>Leverandøren bør levere varene på paller.</p></clause>
            <clause number="1.2"><p>Oppdragsgiver bør svare på spørsmål om leverandørkjeden innen to \
        uker.</p></clause>
            <clause number="1.3"><p>Leverandøren skal kartlegge leverandørkjeden for hver vare ned til \
        råvare og oppdatere kartet hver sjette måned.</p></clause>
          </section>
        </tender>
        """)
    ])

  /// The words that have a firm one in their place, by language.
  private static let firm: [String: [String: String]] = [
    "en": ["should": "shall"], "sv": ["bör": "ska"], "nb": ["bør": "skal"], "nn": ["bør": "skal"],
    "da": ["bør": "skal"],
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    for passage in context.passages
    where (passage.force == .aspiration || passage.force == .expectation)
      && passage.bearer != .buyer
    {
      guard let requirement = passage.assessments.first?.requirement,
        let (place, words) = recommendation(in: passage, context)
      else { continue }
      var fix: Fix?
      if place.part.isEmpty, place.segments.count == 1, let range = place.segments.first,
        let word = Self.firm[passage.language]?[words]
      {
        fix = Fix("write \"\(word)\"", [.init(range, word)], isSafe: false)
      }
      report(
        context.finding(
          ContractMessages.recommendation(words, context.name(of: requirement)), at: place, fix: fix
        ))
    }
  }

  /// Returns the words that recommend. The engine may read them together with who is meant, "Supplier
  /// should": the place is then that of the last one.
  private func recommendation(
    in passage: PassageReading, _ context: RuleContext
  ) -> (place: Place, words: String)? {
    if let cue = passage.cues.first(where: { $0.concept == "force-recommendation" }) {
      return (context.place(of: cue, in: passage), cue.words)
    }
    for cue in passage.cues where cue.concept == "force-expectation" {
      guard let word = cue.words.split(separator: " ").last.map({ String($0) }),
        Self.firm[passage.language]?[word] != nil, passage.place.part.isEmpty,
        let end = cue.segments.last?.upperBound
      else { continue }
      let bytes = context.document.source.bytes
      let range = (end - word.utf8.count..<end).clamped(to: 0..<bytes.count)
      guard bytes[range].elementsEqual(word.utf8) else { continue }
      var last = cue
      last.segments = [range]
      return (context.place(of: last, in: passage), word)
    }
    return nil
  }
}
