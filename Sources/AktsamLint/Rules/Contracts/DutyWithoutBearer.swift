import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// A duty is in the passive voice, and its clause names nobody who bears it.
package struct DutyWithoutBearer: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1215", name: "duty-without-bearer", group: .contracts, severity: .warning, since: "0.2",
    summary: "A duty is in the passive voice, and its clause names nobody who bears it.",
    rationale: """
      "Risks shall be assessed" does not say by whom, so that no one is in breach. Name the supplier in \
      each clause. Only duties of the field are looked at, and a prohibition needs no bearer.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>«Risks of adverse impacts on human rights in the supply chain shall \
        be assessed once a year.»</p></clause>
          </section>
        </tender>
        """)
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören ska en gång per år bedöma risken för negativ påverkan \
        på mänskliga rättigheter i leveranskedjan. Bedömningen av riskerna för mänskliga rättigheter \
        ska vara skriftlig och daterad.</p></clause>
            <clause number="1.2"><p>Tvångsarbete får inte förekomma i något led i leveranskedjan.</p>\
        </clause>
          </section>
        </tender>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    let passages = context.passages
    let groups = context.passageGroups
    let named = Set(zip(passages, groups).filter { $0.0.bearer != .nobody }.map(\.1))
    var reported: Set<Int32> = []
    for (passage, group) in zip(passages, groups)
    where passage.force == .obligation && passage.bearer == .nobody && !named.contains(group) {
      let duty = passage.assessments.first {
        context.library.requirement($0.requirement)?.kind == .duty && $0.outcome != .contradicted
      }
      guard let duty, reported.insert(group).inserted else { continue }
      report(
        context.finding(
          ContractMessages.noBearer(context.name(of: duty.requirement)), at: passage.place))
    }
  }
}
