import AktsamClauses
import AktsamText

/// A concept has words in the lexicons, and nothing reads it.
package struct UnusedConcept: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1402", name: "unused-concept", group: .clauses, severity: .warning, since: "0.2",
    summary: "A concept has words in the lexicons, and nothing reads it.",
    rationale: """
      Words are looked for in every sentence, and whoever adds a language translates them. A concept that \
      no requirement, no other term and no reading class uses costs both and finds nothing. Use it in a \
      pattern, or remove it with its terms.
      """,
    supersedes: ["AK0222"],
    flagged: [
      RuleExample(
        """
        <concepts xmlns="urn:aktsam:clauses:1">
          <concept id="force-obligation" class="reading">binding words</concept>
          «<concept id="risk" class="topic">»risk of harm</concept>
          «<concept id="assess" class="topic">»to assess</concept>
          <concept id="map" class="topic">to map</concept>
          <concept id="site" class="topic">a place of work</concept>
          «<concept id="norm-ungp" class="norm">»the UN principles</concept>
          <concept id="context-price" class="context">prices</concept>
        </concepts>
        """, file: "clauses/concepts/concepts.xml")
    ],
    unflagged: [
      RuleExample(
        """
        <concepts xmlns="urn:aktsam:clauses:1">
          <concept id="force-obligation" class="reading">binding words</concept>
          <concept id="risk" class="topic">risk of harm</concept>
          <concept id="assess" class="topic">to assess</concept>
          <concept id="map" class="topic">to map</concept>
          <concept id="site" class="topic">a place of work</concept>
          <concept id="norm-ungp" class="norm">the UN principles</concept>
          <concept id="context-price" class="context">prices</concept>
        </concepts>
        """, file: "clauses/concepts/concepts.xml",
        companions: [
          .init(
            "clauses/requirements/risk.xml",
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
                <topic><match><any>map</any><any>site</any><any>risk assess norm-ungp</any></match></topic>
              </requirement>
            </requirements>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    for concept in LibraryChecks.unusedConcepts(context.library) {
      report(
        context.finding(
          ClauseMessages.unusedConcept(concept.id), at: context.place(of: .concept(concept.id))))
    }
  }
}
