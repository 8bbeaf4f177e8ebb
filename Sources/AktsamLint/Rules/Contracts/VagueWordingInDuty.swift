import AktsamDocuments
import AktsamReading
import AktsamText

/// A duty is taken back by "where possible" or "strive".
package struct VagueWordingInDuty: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1213", name: "vague-wording-in-duty", group: .contracts, severity: .warning,
    since: "0.2", summary: "A duty is taken back by \"where possible\", \"strive\" or the like.",
    rationale: """
      "Shall where possible" leaves it to the supplier to say what is possible: no breach can be shown. \
      Drop the words, or say in which case the duty does not hold, who decides, and what is done \
      instead. Hedges that the norms themselves use are left alone.
      """,
    references: ["UNGP-14"],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall, «as far as possible», cease adverse impacts \
        that it causes or contributes to.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören ska «i möjligaste mån» kartlägga sina \
        underleverantörer.</p></clause>
          </section>
        </tender>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall cease adverse impacts that it causes or \
        contributes to within 14 days of learning of them.</p></clause>
            <clause number="1.2"><p>The Supplier shall, where possible, deliver on pallets.</p></clause>
          </section>
        </tender>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    for passage in context.passages {
      let weaknesses = passage.assessments.flatMap(\.weaknesses)
      guard weaknesses.contains(.conditional) || weaknesses.contains(.aspirational) else {
        continue
      }
      let hedges = Set(passage.hedges)
      let isDuty = passage.force == .obligation || passage.concepts.contains("force-obligation")
      let cue = passage.cues.first { cue in
        (hedges.contains(cue.words) && cue.concept.hasPrefix("hedge-"))
          || (isDuty && cue.concept == "force-aspiration")
      }
      guard isDuty, let cue else { continue }
      let requirement = passage.assessments.first {
        $0.weaknesses.contains(.conditional) || $0.weaknesses.contains(.aspirational)
      }
      report(
        context.finding(
          ContractMessages.vagueDuty(
            cue.words, context.name(of: requirement?.requirement ?? "")),
          at: context.place(of: cue, in: passage)))
    }
  }
}
