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
      buyer may do is a right and is left alone.
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
      let weak = passage.assessments.first {
        $0.weaknesses.contains(.permissive)
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
