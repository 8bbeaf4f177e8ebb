import AktsamDocuments
import AktsamText

/// A number is left out between two clauses.
package struct NumberingGap: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1203", name: "numbering-gap", group: .contracts, severity: .note, since: "0.2",
    summary: "A number is left out between two clauses.",
    rationale: """
      A gap makes readers look for a clause that was removed, or that a conversion lost. Number the \
      clauses without gaps, or say that one is left out on purpose. Off by default, since numbers may be \
      kept for the sake of references.
      """,
    isDefault: false,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall map its supply chain.</p></clause>
            <clause number="1.3"><p>«The map shall be updated every year.»</p></clause>
          </section>
        </tender>
        """)
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="nb">
          <title>Vilkår</title>
          <section number="1">
            <heading>Plikter</heading>
            <clause number="1.1"><p>Leverandøren skal kartlegge leverandørkjeden.</p></clause>
            <clause number="1.2"><p>Kartet skal oppdateres hvert år.</p></clause>
          </section>
          <section number="2"><heading>Innsyn</heading><p>Kartet er offentlig.</p></section>
          <section number="2a"><heading>Unntak</heading><p>Navn kan sladdes.</p></section>
        </tender>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    let document = context.document
    var last: [String: Int] = [:]
    for clause in context.clauseOutline.clauses {
      guard let own = clause.parts.last.flatMap({ Int($0) }), let index = clause.blocks.first,
        document.blocks.indices.contains(index)
      else { continue }
      let key = "\(clause.scope) \(clause.parent)"
      if let before = last[key], own > before + 1 {
        let missing = (clause.parts.dropLast() + ["\(before + 1)"]).joined(separator: ".")
        report(
          context.finding(
            ContractMessages.numberingGap(clause.number, missing),
            at: context.place(of: document.blocks[index])))
      }
      last[key] = own
    }
  }
}
