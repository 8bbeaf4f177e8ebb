import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// A requirement of the profile is in the contract, but not firmly.
package struct RequirementWeak: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1217", name: "requirement-weak", group: .contracts, severity: .warning, since: "0.2",
    summary: "A requirement of the profile is in the contract, but not firmly.",
    rationale: """
      The clause speaks about the requirement and leaves a way out: no deadline, the first tier only, \
      "where possible". The message names what weakens it and a wording that would hold.
      """,
    options: [
      .requirements,
      RuleOption(
        "level", "The lowest level of the profile to report: required, expected or optional.",
        standard: .text("expected")),
    ],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>«Leverantören ska i möjligaste mån kartlägga sina \
        underleverantörer.»</p></clause>
          </section>
        </tender>
        """, options: ["requirements": .list(["dd-supply-chain-mapping"])])
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören ska ha en aktuell karta över leveranskedjan för varje \
        vara, från slutmontering över kretskort, skärm och batteri ned till råvara. Kartan ska \
        uppdateras var sjätte månad och vid byte av anläggning.</p></clause>
          </section>
        </tender>
        """, options: ["requirements": .list(["dd-supply-chain-mapping"])])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    let least = Profile.Level(rawValue: context.options.text("level")) ?? .expected
    for entry in context.profile.entries
    where entry.level >= least && context.looksAt(entry.requirement) {
      guard let assessment = context.assessment(entry.requirement), assessment.outcome == .weak,
        let first = assessment.evidence.first
      else { continue }
      let codes = assessment.weaknesses.map(\.code.rawValue)
      report(
        context.finding(
          ContractMessages.weakRequirement(
            context.name(of: entry.requirement), codes,
            wording: context.wording(of: entry.requirement)), at: first.place,
          related: assessment.evidence.dropFirst().prefix(3).map {
            RelatedPlace("also speaks about it", $0.place)
          }))
    }
  }
}
