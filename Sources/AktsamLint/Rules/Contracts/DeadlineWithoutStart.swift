import AktsamDocuments
import AktsamText

/// A duty is to be done within a number of days, and nothing says from when.
package struct DeadlineWithoutStart: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1211", name: "deadline-without-start", group: .contracts, severity: .warning,
    since: "0.2",
    summary: "A duty is to be done within a number of days, and nothing says from when.",
    rationale: """
      A deadline that starts nowhere cannot be missed: "within 14 days" may count from the event, from \
      knowledge of it or from a request. Say from what day it runs. A sentence that names any event is \
      left alone.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall hand over the map of its supply chain «within \
        30 days».</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        1.1 Leverantören ska lämna en åtgärdsplan «inom fyra veckor».

        1.2 Leverandøren skal levere en tiltaksplan «innen 20 virkedager».

        1.3 Leverandøren skal melde fra om alvorlige avvik «innen 14 dager».

        1.4 The Supplier shall obtain a signed statement from the manufacturer «within 30 days».
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>På begäran ska leverantören visa upp avtalen inom 14 dagar.</p>\
        </clause>
            <clause number="1.2"><p>Leverantören ska rätta felet inom 30 dagar från anmärkningen.</p>\
        </clause>
            <clause number="1.3"><p>Har leverantören orsakat skada ska leverantören inom 90 dagar \
        gottgöra de drabbade.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        1.1 If forced labour is found, the Supplier shall notify the Buyer within 14 days.

        1.2 Payment within 30 days is welcome.

        1.3 Leverandøren skal melde fra innen 14 dager fra kunnskap om avviket.

        1.4 From the signing of the contract the Supplier shall keep a list and hand it in within 30 days.

        1.5 Leverantören ska från avtalsstart lämna en karta inom 30 dagar.
        """, file: "document.txt", role: .contract),
    ])

  private static let openers: Set<String> = ["within", "inom", "innen"]
  private static let duties: Set<String> = [
    "shall", "must", "ska", "skall", "måste", "skal", "må",
  ]
  private static let units = [
    "day", "week", "month", "year", "working", "business", "calendar", "dag", "arbetsdag",
    "kalenderdag", "veck", "månad", "år", "virkedag", "arbeidsdag", "uke", "måned", "veke",
  ]
  /// What names an event, wherever it stands in the sentence.
  private static let events: Set<String> = [
    "after", "following", "since", "upon", "when", "where", "if", "once", "request",
    "requests", "starting", "counted", "before", "until", "prior", "thereafter",
    "efter", "räknat", "sedan", "när", "vid", "begäran", "anmodan", "därefter", "före",
    "innan", "etter", "regnet", "siden", "når", "ved", "dersom", "hvis", "anmodning",
    "forespørsel", "forespørselen", "deretter", "før",
  ]
  /// What names an event behind the deadline, behind the duty's verb or at the start of the sentence;
  /// elsewhere it names a source, or belongs to a verb: "obtain from", "melde fra".
  private static let from: Set<String> = ["from", "från", "fra", "frå"]
  /// What names an event right behind the deadline, or at the start of the sentence.
  private static let near: Set<String> = [
    "of", "on", "at", "for", "om", "av", "på", "i", "in", "to",
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    for block in context.document.blocks where block.question < 0 && block.kind != .heading {
      // An item hangs on its lead-in, which may name the event.
      guard block.kind != .listItem else { continue }
      for sentence in context.sentences(of: block) {
        guard let range = deadline(in: sentence) else { continue }
        report(
          context.finding(
            ContractMessages.deadlineWithoutStart(context.document.string(range)),
            at: context.place(of: range, in: block)))
      }
    }
  }

  private func deadline(in sentence: ArraySlice<TextWord>) -> Range<Int>? {
    guard
      let opener = sentence.firstIndex(where: { Self.openers.contains($0.lower) }),
      let unit = sentence[opener...].dropFirst(2).prefix(3).first(where: { word in
        Self.units.contains { word.lower.hasPrefix($0) }
      }),
      let duty = sentence.firstIndex(where: { Self.duties.contains($0.lower) }),
      !sentence.contains(where: { Self.events.contains($0.lower) }),
      !sentence.indices.contains(where: { index in
        Self.from.contains(sentence[index].lower)
          && (index > opener || index == sentence.startIndex || index == duty + 1)
      }),
      !(sentence.first.map { Self.near.contains($0.lower) } ?? false),
      !isConditional(sentence, duty: duty)
    else { return nil }
    var end = unit.range.upperBound
    let rest = sentence.drop { $0.range.lowerBound <= unit.range.lowerBound }
    let last = rest.first.flatMap { $0.lower.hasPrefix("day") ? $0 : nil }
    if let last { end = last.range.upperBound }
    let after = rest.dropFirst(last == nil ? 0 : 1).first
    if let after, Self.near.contains(after.lower) { return nil }
    return sentence[opener].range.lowerBound..<end
  }

  /// Whether the duty comes behind a condition that opens with its verb: "Har leverantören …, ska …".
  private func isConditional(_ sentence: ArraySlice<TextWord>, duty: Int) -> Bool {
    guard let first = sentence.first, duty + 1 < sentence.endIndex else { return false }
    let isInverted = [
      "leverantör", "leverandør", "köpar", "oppdragsgiv", "entrepren", "den", "det",
    ]
    .contains { sentence[duty + 1].lower.hasPrefix($0) }
    return isInverted && !Self.openers.contains(first.lower)
  }
}
