import AktsamDocuments
import AktsamText

/// The text says that a term is defined in this document, and it is not.
package struct UndefinedTerm: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1209", name: "undefined-term", group: .contracts, severity: .warning, since: "0.2",
    summary: "The text says that a term is defined in this document, and it is not.",
    rationale: """
      A term that leans on a definition which is not there means whatever each party likes. Define it, \
      or write what is meant. Only terms in quotation marks, or with capital letters, that the text \
      itself calls defined in this document are looked at.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Definitions</heading>
            <clause number="1.1"><p>"Serious Deviation" means forced labour or child labour.</p>\
        </clause>
          </section>
          <section number="2">
            <heading>Duties</heading>
            <clause number="2.1"><p>The Supplier shall assess every "«Risk Supplier»" as defined in \
        clause 1.1 and report each Serious Deviation (as defined above).</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        1.1 Leverantören ska bedöma varje ”«riskleverantör»” enligt definitionen i denna bilaga.
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall follow the "Code of Conduct" of the Buyer and \
        assess "due diligence" as defined in the OECD Guidelines.</p></clause>
          </section>
        </tender>
        """)
    ])

  /// What comes after a term that is defined in the same document.
  private static let cues: [[String]] = [
    ["defined", "above"], ["defined", "below"], ["defined", "herein"], ["defined", "in", "this"],
    ["defined", "in", "clause"], ["defined", "in", "section"], ["enligt", "definitionen", "ovan"],
    ["enligt", "definitionen", "nedan"], ["enligt", "definitionen", "i", "denna"],
    ["enligt", "definitionen", "i", "detta"], ["enligt", "definitionen", "i", "punkt"],
    ["enligt", "definitionen", "i", "avsnitt"], ["som", "definieras", "ovan"],
    ["som", "definieras", "nedan"], ["som", "definieras", "i", "punkt"],
    ["som", "definieras", "i", "avsnitt"], ["som", "definieras", "i", "denna"],
    ["som", "definert", "ovenfor"], ["som", "definert", "nedenfor"], ["som", "definert", "over"],
    ["som", "definert", "i", "punkt"], ["som", "definert", "i", "dette"],
    ["etter", "definisjonen", "i", "punkt"], ["etter", "definisjonen", "i", "dette"],
  ]
  private static let openers = Set(cues.compactMap(\.first))
  /// What may stand between the term and the cue.
  private static let fillers: Set<String> = [
    "(", ",", "as", "so", "slik", "det", "such", "är", "er",
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    var defined: Set<String>?
    for block in context.document.blocks where block.question < 0 && block.kind != .heading {
      for sentence in context.sentences(of: block) {
        for term in called(sentence) {
          let known = defined ?? Self.keys(DefinedTerms(context).terms.map(\.text))
          defined = known
          guard let first = sentence[term].first, let last = sentence[term].last else { continue }
          let range = first.range.lowerBound..<last.range.upperBound
          let text = context.document.string(range)
          guard Self.keys([text]).isDisjoint(with: known) else { continue }
          report(
            context.finding(
              ContractMessages.undefinedTerm(text), at: context.place(of: range, in: block)))
        }
      }
    }
  }

  /// Terms as they are compared: in lower case, without what an ending may take.
  private static func keys(_ terms: [String]) -> Set<String> {
    Set(
      terms.map { term in
        term.lowercased().split(whereSeparator: \.isWhitespace).map {
          $0.prefix(max(4, $0.count - 3))
        }
        .joined(separator: " ")
      })
  }

  /// The terms that a sentence calls defined in the same document.
  private func called(_ sentence: ArraySlice<TextWord>) -> [Range<Int>] {
    let quoted = QuotedWords.all(in: sentence)
    return sentence.indices.compactMap { index in
      guard Self.openers.contains(sentence[index].lower),
        Self.cues.contains(where: { cue in starts(sentence, index, cue) })
      else { return nil }
      let before = sentence[..<index]
      guard let end = before.lastIndex(where: { !Self.fillers.contains($0.lower) }) else {
        return nil
      }
      if sentence[end].isQuotationMark { return quoted.first { $0.upperBound == end } }
      var start = end + 1
      while start > sentence.startIndex, sentence[start - 1].isCapital { start -= 1 }
      return start <= end ? start..<end + 1 : nil
    }
  }

  private func starts(_ sentence: ArraySlice<TextWord>, _ index: Int, _ cue: [String]) -> Bool {
    index + cue.count <= sentence.endIndex
      && zip(sentence[index...], cue).allSatisfy { $0.lower == $1 }
  }
}
