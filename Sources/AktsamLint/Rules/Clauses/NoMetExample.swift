import AktsamClauses
import AktsamText

/// A requirement shows no statement that meets it in a language that it is read in.
package struct NoMetExample: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1401", name: "no-met-example", group: .clauses, severity: .warning, since: "0.2",
    summary: "A requirement has no example of a statement that meets it in one of the languages.",
    rationale: """
      Examples are the tests of a requirement. Without one that meets it nobody notices when a change \
      to its patterns or to a lexicon lets every answer in that language fall short. Add a sentence \
      that a careful officer would accept without asking again.
      """,
    options: [
      RuleOption(
        "languages", "The languages in which each requirement needs one.",
        standard: .list(["en", "sv", "nb"]))
    ],
    flagged: [
      RuleExample(
        """
        <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
          «<requirement id="map-sites" step="2" severity="high" roles="response">»
            <title xml:lang="en">Map sites</title>
            <title xml:lang="sv">Kartlägg</title><title xml:lang="nb">Kartlegg</title>
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
            <example xml:lang="en" role="response" outcome="met">We map all sites.</example>
            <example xml:lang="sv" role="response" outcome="weak">Vi ser över.</example>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml", options: ["languages": .list(["en", "sv"])])
    ],
    unflagged: [
      RuleExample(
        """
        <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
          <requirement id="map-sites" step="2" severity="high" roles="response">
            <title xml:lang="en">Map sites</title>
            <title xml:lang="sv">Kartlägg</title><title xml:lang="nb">Kartlegg</title>
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
            <example xml:lang="en" role="response" outcome="met">We map all sites.</example>
            <example xml:lang="sv" role="response" outcome="met">Vi kartlägger alla.</example>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml", options: ["languages": .list(["en", "sv"])])
    ])

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    for requirement in context.library.requirements {
      let met = Set(requirement.examples.filter { $0.outcome == "met" }.map(\.language))
      for language in context.options.list("languages") where !met.contains(language) {
        report(
          context.finding(
            ClauseMessages.noMetExample(requirement.id, language),
            at: context.place(of: .requirement(requirement.id))))
      }
    }
  }
}
