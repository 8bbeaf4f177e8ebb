import AktsamDocuments
import AktsamText

/// A term is defined and then never used.
package struct UnusedDefinedTerm: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1208", name: "unused-defined-term", group: .contracts, severity: .warning, since: "0.2",
    summary: "A term is defined and then never used.",
    rationale: """
      A definition that nothing refers to is left over, or the clauses use another word for the same \
      thing, so that the definition does not bind where it should. Use the term, or remove it.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <definitions>
            <definition id="d1"><term>riskleverantör</term><p>Den som medför förhöjd risk.</p>\
        </definition>
            <definition id="d2"><term>«huvudkomponent»</term><p>Batteri, skärm och kretskort.</p>\
        </definition>
          </definitions>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören ska bedöma sina riskleverantörer.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        1. Definitions

        "«Main Component»" means a battery, a display or a circuit board. "Goods" means what is \
        bought.

        2. Duties

        The Supplier shall map the chain of the goods.
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="nb">
          <title>Vilkår</title>
          <section number="1">
            <heading>Definisjoner</heading>
            <clause number="1.1"><p>Med "leverandørkjede" menes alle ledd.</p></clause>
            <clause number="1.2"><p>Med "alvorlig avvik" menes tvangsarbeid og barnearbeid.</p></clause>
          </section>
          <section number="2">
            <heading>Plikter</heading>
            <clause number="2.1"><p>Alvorlige avvik i leverandørkjeden skal varsles.</p></clause>
          </section>
        </tender>
        """)
    ])

  /// How many terms of one document are looked for, so that the time stays linear.
  private static let most = 500

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    let terms = DefinedTerms(context).terms.prefix(Self.most)
    guard !terms.isEmpty else { return }
    let uses = TermUses(context)
    // Several words for one thing: one that is used suffices.
    let used = Set(
      terms.filter { uses.isUsed($0.text, outside: $0.definition) }.map(\.definition.upperBound))
    for term in terms where !used.contains(term.definition.upperBound) {
      let block = context.document.blocks[term.block]
      report(
        context.finding(
          ContractMessages.unusedTerm(term.text), at: context.place(of: term.range, in: block)))
    }
  }
}
