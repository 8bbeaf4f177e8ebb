import AktsamDocuments
import AktsamText

/// Clauses of one level are numbered in two ways.
package struct MixedNumbering: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1204", name: "mixed-numbering", group: .contracts, severity: .note, since: "0.2",
    summary: "Clauses of one level are numbered in two ways.",
    rationale: """
      Where clause "3" is followed by clause "C", nobody can tell whether a reference means a clause or \
      an item, and the order is no longer clear. Number clauses of one level in one way.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1"><heading>Duties</heading><p>The Supplier shall map.</p></section>
          <section number="2"><heading>Reports</heading><p>The Supplier shall report.</p></section>
          <section number="C"><heading>«Penalties»</heading><p>The Buyer may claim one.</p></section>
        </tender>
        """)
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1">
              <list><lead>Leverantören ska:</lead><item number="a">kartlägga,</item>
                <item number="b">bedöma.</item></list>
            </clause>
            <clause number="1.2"><p>Kartan ska uppdateras.</p></clause>
          </section>
          <section number="2"><heading>Vite</heading><p>Köparen får ta ut vite.</p></section>
          <section number="2a"><heading>Jämkning</heading><p>Vite kan jämkas.</p></section>
        </tender>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    let document = context.document
    var first: [String: (isNumber: Bool, number: String, block: Block)] = [:]
    var reported: Set<String> = []
    for clause in context.clauseOutline.clauses {
      guard let sign = clause.parts.last?.unicodeScalars.first, let index = clause.blocks.first,
        document.blocks.indices.contains(index)
      else { continue }
      let key = "\(clause.scope) \(clause.parent)"
      let isNumber = ("0"..."9").contains(sign)
      guard let known = first[key] else {
        first[key] = (isNumber, clause.number, document.blocks[index])
        continue
      }
      guard known.isNumber != isNumber, reported.insert(key).inserted else { continue }
      report(
        context.finding(
          ContractMessages.mixedNumbering(clause.number, known.number),
          at: context.place(of: document.blocks[index]),
          related: [RelatedPlace("the first of this level", context.place(of: known.block))]))
    }
  }
}
