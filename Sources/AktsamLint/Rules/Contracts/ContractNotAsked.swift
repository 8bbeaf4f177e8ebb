import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// The contract demands something that the questionnaire of the same run does not ask about.
package struct ContractNotAsked: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1220", name: "contract-not-asked", group: .contracts, severity: .note, since: "0.2",
    summary: "The contract demands something that the questionnaire does not ask about.",
    rationale: """
      A self-assessment that passes over a duty gives the supplier no occasion to say how it meets it, \
      and the buyer nothing to follow up. Map a question to the requirement, or add one. Found only \
      where a questionnaire is checked together with the contract; only what the profile holds for \
      required is looked at.
      """,
    options: [.requirements],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>«Leverantören ska ha en aktuell karta över leveranskedjan för varje \
        vara, från slutmontering över kretskort, skärm och batteri ned till råvara.» Kartan ska \
        uppdateras var sjätte månad och vid byte av anläggning.</p></clause>
          </section>
        </tender>
        """, options: ["requirements": .list(["dd-supply-chain-mapping"])],
        companions: [
          .init(
            "questionnaire.xml",
            """
            <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
              <title>Egenrapportering</title>
              <section>
                <heading>Risker</heading>
                <question id="q1" type="text" requirement="dd-risk-assessment">
                  <text>Hur bedömer ni risker?</text>
                </question>
              </section>
            </questionnaire>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören ska ha en aktuell karta över leveranskedjan för varje \
        vara, från slutmontering över kretskort, skärm och batteri ned till råvara.</p></clause>
          </section>
        </tender>
        """, options: ["requirements": .list(["dd-supply-chain-mapping"])],
        companions: [
          .init(
            "questionnaire.xml",
            """
            <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
              <title>Egenrapportering</title>
              <section>
                <heading>Risker</heading>
                <question id="q1" type="text" requirement="dd-supply-chain-mapping">
                  <text>Hur kartlägger ni leveranskedjan?</text>
                </question>
              </section>
            </questionnaire>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    let questionnaires = context.others(.questionnaire)
    let asked = Set(questionnaires.flatMap(\.questions).flatMap(\.requirements))
    guard !asked.isEmpty else { return }
    for entry in context.profile.entries
    where entry.level == .required && !asked.contains(entry.requirement)
      && context.looksAt(entry.requirement)
    {
      guard let requirement = context.library.requirement(entry.requirement),
        !requirement.roles.isDisjoint(with: [.questionnaire, .response]),
        let assessment = context.assessment(entry.requirement),
        assessment.outcome == .met || assessment.outcome == .weak,
        let first = assessment.evidence.first
      else { continue }
      report(
        context.finding(
          ContractMessages.notAsked(
            context.name(of: entry.requirement), questionnaires.map(\.source.path)),
          at: first.place))
    }
  }
}
