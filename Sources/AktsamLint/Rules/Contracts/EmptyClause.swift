import AktsamDocuments
import AktsamText

/// A clause has a heading and no text.
package struct EmptyClause: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1205", name: "empty-clause", group: .contracts, severity: .warning, since: "0.2",
    summary: "A clause has a heading and no text.",
    rationale: """
      A heading binds nobody. Either a text was lost, or the clause was to be written later; suppliers \
      then price a duty that is not there, or the buyer relies on one. Write the clause, remove it, or \
      say under its heading that it is reserved.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><heading>Map</heading><p>The Supplier shall map.</p></clause>
            <clause number="1.2"><heading>«Forced labour»</heading><p/></clause>
          </section>
          <section number="2"><heading>«Remedy»</heading></section>
          <section number="3"><heading>Audit</heading><p>The Buyer may audit.</p></section>
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
              <heading>Kartläggning</heading>
              <list><item number="a">Leverantören ska kartlägga.</item></list>
            </clause>
            <clause number="1.2"><heading>Utgår</heading><p/></clause>
            <clause number="1.3"><p>Kartan ska uppdateras.</p></clause>
          </section>
        </tender>
        """)
    ])

  /// What a heading says where the text is left out on purpose.
  private static let reserved = [
    "reserved", "intentionally", "not used", "deleted", "utgår", "utgått", "reserverad", "upphävd",
    "reservert", "utgår", "utgått", "bortfalt", "opphevet",
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    let document = context.document
    let outline = context.clauseOutline
    var empty: [Block] = []
    for (position, clause) in outline.clauses.enumerated() {
      guard let index = clause.blocks.first, clause.blocks.count == 1,
        document.blocks.indices.contains(index), document.blocks[index].kind == .heading,
        !isFollowed(clause, position, outline, document)
      else { continue }
      let heading = context.string(of: document.blocks[index]).lowercased()
      if !Self.reserved.contains(where: heading.contains) { empty.append(document.blocks[index]) }
    }
    // A table of contents is headings throughout.
    guard empty.count * 2 <= outline.clauses.count else { return }
    for block in empty {
      report(
        context.finding(
          ContractMessages.emptyClause(block.number, context.string(of: block)),
          at: context.place(of: block)))
    }
  }

  /// Whether text stands below the heading, or a clause of its own.
  private func isFollowed(
    _ clause: ClauseOutline.Clause, _ position: Int, _ outline: ClauseOutline, _ document: Document
  ) -> Bool {
    let next = (clause.blocks.first ?? 0) + 1
    guard document.blocks.indices.contains(next) else { return false }
    if document.blocks[next].kind != .heading {
      let isNextClause =
        position + 1 < outline.clauses.count && outline.clauses[position + 1].blocks.first == next
      guard isNextClause else { return document.blocks[next].heading == Int32(next - 1) }
    } else if document.blocks[next].number.isEmpty {
      return true
    }
    return position + 1 < outline.clauses.count
      && outline.clauses[position + 1].number.hasPrefix(clause.number + ".")
  }
}
