import AktsamClauses
import AktsamText

/// No requirement rests on any provision of a source.
package struct UncitedSource: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1408", name: "uncited-source", group: .clauses, severity: .note, since: "0.2",
    summary: "No requirement rests on any provision of a source.",
    rationale: """
      A source is there to say what a requirement rests on. One that nothing cites goes out of date unseen. \
      Cite one of its provisions as an authority, or remove it. Single provisions that are not cited are \
      found by "aktsam clauses validate".
      """,
    flagged: [
      RuleExample(
        """
        <sources xmlns="urn:aktsam:clauses:1">
          <source id="UNGP" status="soft-law" jurisdiction="global" year="2011"
            url="https://norm.example">
            <title xml:lang="en">G</title><title xml:lang="sv">G</title><title xml:lang="nb">G</title>
            <provision id="UNGP-17" number="Principle 17" verified="no">
              <statement xml:lang="en">S</statement><statement xml:lang="sv">S</statement>
              <statement xml:lang="nb">S</statement>
            </provision>
          </source>
          «<source id="CODE" status="standard" jurisdiction="global" url="https://code.example">»
            <title xml:lang="en">C</title><title xml:lang="sv">C</title><title xml:lang="nb">C</title>
            <provision id="CODE-1" number="1" verified="yes">
              <statement xml:lang="en">S</statement><statement xml:lang="sv">S</statement>
              <statement xml:lang="nb">S</statement>
            </provision>
          </source>
        </sources>
        """, file: "clauses/sources.xml")
    ],
    unflagged: [
      RuleExample(
        """
        <sources xmlns="urn:aktsam:clauses:1">
          <source id="UNGP" status="soft-law" jurisdiction="global" year="2011"
            url="https://norm.example">
            <title xml:lang="en">G</title><title xml:lang="sv">G</title><title xml:lang="nb">G</title>
            <provision id="UNGP-17" number="Principle 17" verified="no">
              <statement xml:lang="en">S</statement><statement xml:lang="sv">S</statement>
              <statement xml:lang="nb">S</statement>
            </provision>
          </source>
        </sources>
        """, file: "clauses/sources.xml")
    ])

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    let uncited = Set(LibraryChecks.uncitedProvisions(context.library).map(\.id))
    for source in context.library.sources
    where source.provisions.allSatisfy({ uncited.contains($0.id) }) {
      report(
        context.finding(
          ClauseMessages.uncitedSource(source.id), at: context.place(of: .source(source.id))))
    }
  }
}
