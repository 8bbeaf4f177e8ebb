import AktsamClauses
import AktsamText

/// A requirement rests only on statements that nobody has checked.
package struct UnverifiedAuthority: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1409", name: "unverified-authority", group: .clauses, severity: .note, since: "0.2",
    summary: "A requirement rests only on provisions whose statements nobody has checked.",
    rationale: """
      A report tells a supplier which norms a demand rests on. When none of them was compared with the text \
      of the norm, the demand may not be there. Check one provision against its source and set "verified".
      """,
    flagged: [
      RuleExample(
        """
        <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
          «<requirement id="map-sites" step="2" severity="high" roles="contract response">»
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
        """, file: "clauses/requirements/risk.xml",
        companions: [
          .init(
            "clauses/sources.xml",
            """
            <sources xmlns="urn:aktsam:clauses:1">
              <source id="UNGP" status="soft-law" jurisdiction="global" year="2011"
                url="https://norm.example">
                <title xml:lang="en">G</title><title xml:lang="sv">G</title><title xml:lang="nb">G</title>
                <provision id="UNGP-17" number="Principle 17" verified="partly">
                  <statement xml:lang="en">S</statement><statement xml:lang="sv">S</statement>
                  <statement xml:lang="nb">S</statement>
                </provision>
              </source>
            </sources>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    let checked = Set(
      context.library.sources.flatMap(\.provisions).filter { $0.verified != "no" }.map(\.id))
    for requirement in context.library.requirements
    where !requirement.authorities.contains(where: checked.contains) {
      report(
        context.finding(
          ClauseMessages.unverifiedAuthority(requirement.id, requirement.authorities),
          at: context.place(of: .requirement(requirement.id))))
    }
  }
}
