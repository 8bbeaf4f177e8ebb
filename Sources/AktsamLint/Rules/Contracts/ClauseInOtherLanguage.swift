import AktsamClauses
import AktsamDocuments
import AktsamLanguage
import AktsamText

/// A paragraph is in another language than the document says.
package struct ClauseInOtherLanguage: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1207", name: "clause-in-other-language", group: .contracts, severity: .warning,
    since: "0.2",
    summary: "A paragraph is in another language than the document says.",
    rationale: """
      A clause that was pasted from a model in another language is easily overlooked, and it is not \
      read with the words of the language that the document declares. Translate it, or mark its \
      language (xml:lang). Norwegian and Danish are not told apart here.
      """,
    options: [
      RuleOption(
        "least-letters", "How many letters a paragraph must have to be looked at.",
        standard: .int(60))
    ],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor om mänskliga rättigheter</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören ska varje år kartlägga leveranskedjan för varorna \
        och lämna kartan till köparen.</p></clause>
            <clause number="1.2"><p>«The Supplier shall answer the requests of the Buyer for \
        information on working conditions within ten working days.»</p></clause>
          </section>
        </tender>
        """)
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="nb">
          <title>Vilkår om menneskerettigheter</title>
          <section number="1">
            <heading>Plikter</heading>
            <clause number="1.1"><p>Leverandøren skal følge OECD Due Diligence Guidance for \
        Responsible Business Conduct og kartlegge leverandørkjeden hvert år.</p></clause>
            <clause number="1.2" xml:lang="en"><p>The Supplier shall answer the requests of the \
        Buyer for information on working conditions within ten working days.</p></clause>
          </section>
        </tender>
        """)
    ])

  private static let scandinavian: Set<String> = ["nb", "nn", "no", "da"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard context.isInClauses, !context.library.languageTable.isEmpty else { return }
    let least = context.options.int("least-letters")
    let guess = context.languageGuess
    for block in document.blocks
    where block.question < 0 && block.kind != .heading && block.text.count >= least {
      guard let declared = context.language(of: block),
        ClauseVocabulary.readLanguages.contains(declared),
        let found = guess.guess(document.text, block.text, favoured: declared),
        !Self.isNear(found, declared), Self.hasManyWords(context.string(of: block))
      else { continue }
      report(
        context.finding(
          ContractMessages.wrongLanguage(found, declared), at: context.place(of: block)))
    }
  }

  /// Names, codes and filling text are no language.
  private static func hasManyWords(_ text: String) -> Bool {
    Set(text.lowercased().split { !$0.isLetter }).count >= 8
  }

  private static func isNear(_ left: String, _ right: String) -> Bool {
    left == right || (scandinavian.contains(left) && scandinavian.contains(right))
  }
}
