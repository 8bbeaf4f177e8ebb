import AktsamClauses
import AktsamText

/// A requirement shows no weak statement, or no near miss, in a language that it is read in.
package struct MissingExample: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1404", name: "missing-example", group: .clauses, severity: .note, since: "0.2",
    summary:
      "A requirement has no example of a weak statement, or of a near miss, in one of the languages.",
    rationale: """
      A requirement that is only tried with statements that meet it may well hold everything for met, and \
      speak up where another subject is meant. Show one statement that an officer would ask about, and \
      one that is about something else. What meets it is looked at by "no-met-example".
      """,
    options: [
      RuleOption(
        "languages", "The languages in which each requirement needs one.",
        standard: .list(["en", "sv", "nb"])),
      RuleOption(
        "outcomes", "The outcomes that are to be shown: weak, none, contradicted.",
        standard: .list(["weak", "none"])),
    ],
    supersedes: ["AK0225"],
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
            <example xml:lang="en" role="response" outcome="weak" weaknesses="generic">We map.</example>
            <example xml:lang="en" role="response" outcome="none">We map the price.</example>
            <example xml:lang="sv" role="response" outcome="weak" weaknesses="generic">Vi kartlägger.</example>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml", options: ["languages": .list(["en", "sv"])])
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
            <example xml:lang="en" role="response" outcome="weak" weaknesses="generic">We map.</example>
            <example xml:lang="en" role="response" outcome="none">We map the price.</example>
            <example xml:lang="sv" role="response" outcome="weak" weaknesses="generic">Vi kartlägger.</example>
            <example xml:lang="sv" role="response" outcome="none">Vi kartlägger priset.</example>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml", options: ["languages": .list(["en", "sv"])])
    ])

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    let languages = context.options.list("languages")
    for requirement in context.library.requirements {
      for outcome in context.options.list("outcomes") {
        let shown = Set(requirement.examples.filter { $0.outcome == outcome }.map(\.language))
        let missing = languages.filter { !shown.contains($0) }
        guard !missing.isEmpty else { continue }
        report(
          context.finding(
            ClauseMessages.missingExample(requirement.id, outcome, missing),
            at: context.place(of: .requirement(requirement.id))))
      }
    }
  }
}
