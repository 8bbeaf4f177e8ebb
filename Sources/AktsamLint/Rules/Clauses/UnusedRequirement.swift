import AktsamClauses
import AktsamText

/// A requirement is in no profile.
package struct UnusedRequirement: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1403", name: "unused-requirement", group: .clauses, severity: .warning, since: "0.2",
    summary: "A requirement is in no profile.",
    rationale: """
      A requirement that no profile asks for is never checked: its examples pass and no report shows it. \
      Add it to a profile, be it as optional, or remove it.
      """,
    supersedes: ["AK0223"],
    flagged: [
      RuleExample(
        """
        <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
          <requirement id="map-sites" step="2" severity="high" roles="contract response">
            <title xml:lang="en">T</title><title xml:lang="sv">T</title><title xml:lang="nb">T</title>
            <rationale xml:lang="en">R</rationale><rationale xml:lang="sv">R</rationale>
            <rationale xml:lang="nb">R</rationale>
            <authority provision="UNGP-17"/>
            <question xml:lang="en">Q</question><question xml:lang="sv">Q</question>
            <question xml:lang="nb">Q</question>
            <dialogue xml:lang="en">D</dialogue><dialogue xml:lang="sv">D</dialogue>
            <dialogue xml:lang="nb">D</dialogue>
            <wording xml:lang="en">W</wording><wording xml:lang="sv">W</wording>
            <wording xml:lang="nb">W</wording>
            <evidence xml:lang="en">E</evidence><evidence xml:lang="sv">E</evidence>
            <evidence xml:lang="nb">E</evidence>
            <topic><match><any>map</any><any>site</any></match></topic>
          </requirement>
          «<requirement id="rank-sites" step="2" severity="high" roles="contract response">»
            <title xml:lang="en">T</title><title xml:lang="sv">T</title><title xml:lang="nb">T</title>
            <rationale xml:lang="en">R</rationale><rationale xml:lang="sv">R</rationale>
            <rationale xml:lang="nb">R</rationale>
            <authority provision="UNGP-17"/>
            <question xml:lang="en">Q</question><question xml:lang="sv">Q</question>
            <question xml:lang="nb">Q</question>
            <dialogue xml:lang="en">D</dialogue><dialogue xml:lang="sv">D</dialogue>
            <dialogue xml:lang="nb">D</dialogue>
            <wording xml:lang="en">W</wording><wording xml:lang="sv">W</wording>
            <wording xml:lang="nb">W</wording>
            <evidence xml:lang="en">E</evidence><evidence xml:lang="sv">E</evidence>
            <evidence xml:lang="nb">E</evidence>
            <topic><match><any>map</any><any>site</any></match></topic>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml")
    ],
    unflagged: [
      RuleExample(
        """
        <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
          <requirement id="map-sites" step="2" severity="high" roles="contract response">
            <title xml:lang="en">T</title><title xml:lang="sv">T</title><title xml:lang="nb">T</title>
            <rationale xml:lang="en">R</rationale><rationale xml:lang="sv">R</rationale>
            <rationale xml:lang="nb">R</rationale>
            <authority provision="UNGP-17"/>
            <question xml:lang="en">Q</question><question xml:lang="sv">Q</question>
            <question xml:lang="nb">Q</question>
            <dialogue xml:lang="en">D</dialogue><dialogue xml:lang="sv">D</dialogue>
            <dialogue xml:lang="nb">D</dialogue>
            <wording xml:lang="en">W</wording><wording xml:lang="sv">W</wording>
            <wording xml:lang="nb">W</wording>
            <evidence xml:lang="en">E</evidence><evidence xml:lang="sv">E</evidence>
            <evidence xml:lang="nb">E</evidence>
            <topic><match><any>map</any><any>site</any></match></topic>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml")
    ])

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    for requirement in LibraryChecks.requirementsWithoutProfile(context.library) {
      report(
        context.finding(
          ClauseMessages.unusedRequirement(requirement.id),
          at: context.place(of: .requirement(requirement.id))))
    }
  }
}
