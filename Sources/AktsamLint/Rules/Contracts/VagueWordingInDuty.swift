import AktsamClauses
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
      instead. Hedges that the norms themselves use are left alone. A sentence that names no requirement \
      counts when it binds the supplier in a clause that speaks about one.
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
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall assess the risks of adverse impacts on human \
        rights in the supply chain once a year. The Supplier shall, «as far as possible», record the \
        order and the reasons for it.</p></clause>
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
    let groups = context.passageGroups
    var subjects: [Int32: [String]] = [:]
    for (passage, group) in zip(context.passages, groups) {
      subjects[group, default: []] += passage.assessments.map(\.requirement)
    }
    for (passage, group) in zip(context.passages, groups) {
      let weaknesses = passage.assessments.flatMap(\.weaknesses)
      if passage.assessments.isEmpty, let subject = subjects[group]?.first {
        if let cue = Self.wayOut(passage, in: context.document.role),
          !(subjects[group] ?? []).contains(where: { Self.tolerates($0, cue, context) })
        {
          report(
            context.finding(
              ContractMessages.vagueDuty(cue.words, context.name(of: subject)),
              at: context.place(of: cue, in: passage)))
        }
        continue
      }
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

  /// Returns the words that take back a duty of the supplier, in a sentence that is about no requirement
  /// itself: only those that always do.
  private static func wayOut(_ passage: PassageReading, in role: DocumentRole) -> Cue? {
    guard role == .contract, passage.force == .obligation, passage.bearer == .supplier else {
      return nil
    }
    return passage.cues.first {
      $0.concept == "hedge-possible" && passage.hedges.contains($0.words)
    }
  }

  /// Whether the norms behind a requirement use such words themselves.
  private static func tolerates(_ requirement: String, _ cue: Cue, _ context: RuleContext) -> Bool {
    let concepts = context.library.concepts
    return context.library.requirement(requirement)?.toleratedHedges.contains { index in
      concepts.indices.contains(index) && concepts[index].id == cue.concept
    } ?? false
  }
}
