import AktsamClauses
import AktsamText

/// Two ids of one kind differ only in case, hyphens or dots.
package struct ConfusableID: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1406", name: "confusable-id", group: .clauses, severity: .warning, since: "0.2",
    summary: "Two ids of one kind differ only in case, hyphens or dots.",
    rationale: """
      Ids are never reused: reports, baselines and profiles name them for years. One that looks like \
      another is taken for it, above all where the other was given up. Choose an id that reads \
      differently.
      """,
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
          «<requirement id="mapsites" step="2" severity="high" roles="contract response">»
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
          <requirement id="map-sites-again" step="2" severity="high" roles="contract response">
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
    let library = context.library
    check(library.requirements.map { ($0.id, .requirement($0.id)) }, context, report)
    check(library.concepts.map { ($0.id, .concept($0.id)) }, context, report)
    check(library.sources.map { ($0.id, .source($0.id)) }, context, report)
    check(
      library.sources.flatMap(\.provisions).map { ($0.id, .provision($0.id)) }, context, report)
    check(library.profiles.map { ($0.id, .profile($0.id)) }, context, report)
  }

  private func check(
    _ ids: [(id: String, part: ClausePart)], _ context: LibraryContext,
    _ report: (LintFinding) -> Void
  ) {
    var first: [String: (id: String, part: ClausePart)] = [:]
    for (id, part) in ids {
      let bare = String(id.lowercased().filter { $0.isLetter || $0.isNumber })
      guard let known = first[bare] else {
        first[bare] = (id, part)
        continue
      }
      report(
        context.finding(
          ClauseMessages.confusableID(id, known.id), at: context.place(of: part),
          related: [RelatedPlace("the other id", context.place(of: known.part))]))
    }
  }
}
