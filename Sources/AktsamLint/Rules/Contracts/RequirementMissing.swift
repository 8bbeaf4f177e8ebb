import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// A requirement of the profile is not found in the contract.
package struct RequirementMissing: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1216", name: "requirement-missing", group: .contracts, severity: .warning, since: "0.2",
    summary: "A requirement that the profile holds for required is not found in the contract.",
    rationale: """
      What the contract does not demand, no supplier can be held to, whatever the questionnaire asked. \
      Add a clause; the library proposes a wording. Another document of the contract may hold it: then \
      choose a profile that fits, or name the requirements to look at with the option "requirements".
      """,
    options: [
      .requirements,
      RuleOption(
        "level", "The lowest level of the profile to report: required, expected or optional.",
        standard: .text("required")),
    ],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>«Terms on human rights»</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall deliver the goods on Mondays.</p></clause>
          </section>
        </tender>
        """, options: ["requirements": .list(["dd-supply-chain-mapping", "gov-training"])])
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms on human rights</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall maintain a map of the production chain of each \
        model, from assembly site via circuit boards, displays and batteries to the mines and \
        smelters, and shall update it every six months and within two weeks of any change.</p></clause>
          </section>
        </tender>
        """, options: ["requirements": .list(["dd-supply-chain-mapping"])])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    let least = Profile.Level(rawValue: context.options.text("level")) ?? .required
    for entry in context.profile.entries
    where entry.level >= least && context.looksAt(entry.requirement) {
      guard context.assessment(entry.requirement)?.outcome == .missing else { continue }
      report(
        context.finding(
          ContractMessages.missingRequirement(
            context.name(of: entry.requirement), entry.level.rawValue, context.profile.id,
            wording: context.wording(of: entry.requirement)), at: context.placeOfDocument))
    }
  }
}
