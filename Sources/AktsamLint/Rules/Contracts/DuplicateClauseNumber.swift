import AktsamDocuments
import AktsamText

/// Two clauses have the same printed number.
package struct DuplicateClauseNumber: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1202", name: "duplicate-clause-number", group: .contracts, severity: .error,
    since: "0.2", summary: "Two clauses have the same printed number.",
    rationale: """
      A reference to a number that stands twice means either clause, so that a penalty or a deadline \
      hangs on the wrong duty. Give each clause a number of its own. An annex may start anew.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Bilaga om mänskliga rättigheter</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören ska kartlägga leveranskedjan.</p></clause>
            <clause number="1.2"><p>Kartan ska lämnas till köparen.</p></clause>
            <clause number="1.2"><p>«Kartan ska uppdateras varje år.»</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        2.1 The Supplier shall map its supply chain.

        2.2 The map shall be updated every year.

        2.1 «The Supplier shall assess the risks.»
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <p>The Supplier has these duties.</p>
            <clause number="1.1"><heading>Map</heading><p>The Supplier shall map.</p></clause>
            <p>All of them hold from the start.</p>
          </section>
          <section>
            <heading>Appendix</heading>
            <section number="1"><heading>Form</heading><p>The form is free.</p></section>
          </section>
        </tender>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    let document = context.document
    var first: [String: Block] = [:]
    for clause in context.clauseOutline.clauses {
      guard let index = clause.blocks.first, document.blocks.indices.contains(index) else {
        continue
      }
      let block = document.blocks[index]
      let key = "\(clause.scope) \(clause.number)"
      guard let earlier = first[key] else {
        first[key] = block
        continue
      }
      report(
        context.finding(
          ContractMessages.duplicateClause(clause.number), at: context.place(of: block),
          related: [RelatedPlace("the first with this number", context.place(of: earlier))]))
    }
  }
}
