import AktsamDocuments
import AktsamText

/// A reference names a clause, a section or an attachment that the document does not have.
package struct DanglingClauseReference: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1222", name: "dangling-clause-reference", group: .contracts, severity: .error,
    since: "0.2",
    summary:
      "A reference names a clause, a section or an attachment that the document does not have.",
    rationale: """
      A reference that leads nowhere joins no clauses: what is said in one is not read together with \
      the other, and readers cannot follow the link. Name the id of a clause that is there.
      """,
    supersedes: ["AK0305"],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1" id="s1">
            <heading>Duties</heading>
            <clause number="1.1" id="c1.1"><p>The Supplier shall map its supply chain.</p></clause>
            <clause number="1.2" id="c1.2"><p>Breach of <ref to="«c1.3»">clause 1.1</ref> has \
        consequences.</p></clause>
          </section>
        </tender>
        """)
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1" id="s1">
            <heading>Duties</heading>
            <clause number="1.1" id="c1.1"><p>The Supplier shall map its supply chain.</p></clause>
            <clause number="1.2"><p>Breach of <ref to="c1.1">clause 1.1</ref> or of <ref \
        to="s1">section 1</ref> has consequences, see <ref to="a1">the form</ref>.</p></clause>
          </section>
          <attachment id="a1" href="form.xml">Form</attachment>
        </tender>
        """)
    ])

  private static let kinds: Set<Anchor.Kind> = [.section, .clause, .definition, .attachment]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard context.isInClauses, document.isComplete else { return }
    let ids = Set(document.anchors.filter { Self.kinds.contains($0.kind) }.map(\.id))
    for reference in document.references
    where reference.kind == .clause && !ids.contains(reference.target) {
      let near = nearest(to: reference.target, among: ids)
      let place = context.place(ofSource: reference.source, element: reference.element)
      report(
        context.finding(
          ContractMessages.noSuchClause(reference.target, near: near), at: place,
          fix: near.flatMap { near in
            place.part.isEmpty
              ? Fix("refer to \"\(near)\"", [.init(reference.source, near)], isSafe: false) : nil
          }))
    }
  }
}
