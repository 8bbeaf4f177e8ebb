import AktsamDocuments
import AktsamText

/// The text refers to a clause by a number that no clause has.
package struct UnknownClauseNumber: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1201", name: "unknown-clause-number", group: .contracts, severity: .warning,
    since: "0.2", summary: "The text refers to a clause by a number that no clause has.",
    rationale: """
      A reference that leads nowhere leaves open which duty is meant: a penalty for breach of "clause \
      4.7" cannot be claimed when there is no clause 4.7. Numbers drift when clauses are added or \
      removed. References to clauses of other documents are not looked at.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Annex on human rights</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall map its supply chain every year.</p></clause>
            <clause number="1.2"><p>The map under clause 1.1 shall be in writing.</p></clause>
            <clause number="1.3"><p>For breach of clauses 1.1, 1.2 or «1.7» the Buyer may claim a \
        penalty, see section «4.2».</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        1. Kartläggning

        1.1 Leverantören ska kartlägga leveranskedjan.

        1.2 Kartan ska uppdateras varje år.

        1.3 Brister i kartan enligt punkt «1.5» ska rättas inom 14 dagar.
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="nb">
          <title>Vedlegg om menneskerettigheter</title>
          <section number="1">
            <heading>Plikter</heading>
            <clause number="1.1"><p>Leverandøren skal varsle etter pkt. 1.2 bokstav a.</p></clause>
            <clause number="1.2">
              <list><lead>Varselet skal inneholde:</lead>
                <item number="a">fakta,</item><item number="b">tiltak, jf. punkt 1.</item></list>
            </clause>
            <clause number="1.3"><p>Se også punkt 4.7 i rammeavtalen og vedlegg 2 punkt 9.1, \
        og betal 2.5 prosent.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        Terms

        The Supplier shall follow clause 4.7. Clauses have no numbers here.
        """, file: "document.txt", role: .contract),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    let outline = context.clauseOutline
    var counts: [Int: Set<String>] = [:]
    for clause in outline.clauses { counts[clause.parts.count, default: []].insert(clause.number) }
    guard counts.values.contains(where: { $0.count >= Self.fewest }) else { return }
    let printed = numbersInText(context)
    for block in context.document.blocks where block.question < 0 {
      for sentence in context.sentences(of: block) {
        for word in ClauseReferences.numbers(in: sentence)
        where !outline.holds(word.text) && !printed.contains(word.text)
          && !Self.isInserted(word.text)
        {
          let depth = word.text.split(separator: ".").count
          guard counts[depth, default: []].count >= Self.fewest else { continue }
          report(
            context.finding(
              ContractMessages.unknownClause(word.text),
              at: context.place(of: word.range, in: block)))
        }
      }
    }
  }

  /// Numbers that open a block or a line: a reader that took them for text saw them in print.
  private func numbersInText(_ context: RuleContext) -> Set<String> {
    let document = context.document
    var found: Set<String> = []
    for block in document.blocks {
      for (index, word) in context.words(of: block).enumerated() where word.kind == .number {
        let before = word.range.lowerBound - 1
        let opensLine =
          document.elements.count == 0 && document.text.indices.contains(before)
          && (document.text[before] == 0x0A || document.text[before] == 0x0D)
        if index == 0 || opensLine { found.insert(word.text) }
      }
    }
    return found
  }

  /// Whether a number is that of an inserted section of a law: `23A`.
  private static func isInserted(_ number: String) -> Bool {
    number.last?.isUppercase ?? false
  }

  /// How many clauses of a level must be numbered before a reference to that level can be wrong: a
  /// text with fewer prints its numbers elsewhere.
  private static let fewest = 3
}
