import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// The supplier may do what the requirement wants it to do.
package struct MayInsteadOfShall: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1214", name: "may-instead-of-shall", group: .contracts, severity: .warning,
    since: "0.2", summary: "The supplier may do what the requirement wants it to do.",
    rationale: """
      "May" permits what nobody had forbidden, so that the clause binds no one. Write "shall". What the \
      buyer may do is a right and is left alone. Beside a firm sentence about the same requirement only \
      what is permitted at a time of its own is reported: "may once a year measure".
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier «may» inform the complainant of the outcome of the \
        investigation of a grievance.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="nb">
          <title>Vilkår</title>
          <section number="1">
            <heading>Plikter</heading>
            <clause number="1.1"><p>Leverandøren «kan» opprette en klagemekanisme som er åpen for \
        arbeidere i hele leverandørkjeden.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören «får» minst en gång per år mäta om åtgärderna har \
        förbättrat arbetstagarnas situation, med resultatindikatorer och synpunkter från dem. Åtgärder \
        som inte ger effekt ska ändras.</p></clause>
          </section>
        </tender>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Rättigheter</heading>
            <clause number="1.1"><p>Köparen får göra en revision hos tillverkaren och får häva avtalet \
        vid allvarliga avvikelser.</p></clause>
            <clause number="1.2"><p>Leverantören får lämna kartan på engelska.</p></clause>
            <clause number="1.3"><p>Leverantören ska en gång per år bedöma riskerna för negativ påverkan \
        på mänskliga rättigheter i leveranskedjan. Leverantören får lägga till egna källor till \
        riskbedömningen.</p></clause>
          </section>
        </tender>
        """)
    ])

  private static let firm = ["en": "shall", "sv": "ska", "nb": "skal", "nn": "skal", "da": "skal"]
  private static let permissive: Set<String> = ["may", "can", "får", "kan"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    for passage in context.passages
    where passage.force == .permission && passage.bearer != .buyer {
      // A firm sentence beside it makes up for the words, not for the time.
      let isTimed =
        passage.bearer == .supplier
        && passage.time.contains { ($0.kind == .deadline || $0.kind == .frequency) && $0.days > 0 }
      let weak = passage.assessments.first {
        (isTimed || $0.weaknesses.contains(.permissive))
          && context.library.requirement($0.requirement)?.kind == .duty
      }
      guard let weak, let cue = passage.cues.first(where: { $0.concept == "force-permission" })
      else { continue }
      let place = context.place(of: cue, in: passage)
      var fix: Fix?
      if place.part.isEmpty, place.segments.count == 1, let range = place.segments.first,
        Self.permissive.contains(cue.words), let word = Self.firm[passage.language]
      {
        fix = Fix("write \"\(word)\"", [.init(range, word)], isSafe: false)
      }
      report(
        context.finding(
          ContractMessages.permission(cue.words, context.name(of: weak.requirement)), at: place,
          fix: fix))
    }
  }
}
