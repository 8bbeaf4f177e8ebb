import AktsamDocuments
import AktsamText

/// A contract still holds what a template leaves to be filled in.
package struct UnfilledPlaceholder: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1206", name: "unfilled-placeholder", group: .contracts, severity: .error, since: "0.2",
    summary: "The text still holds what a template leaves to be filled in.",
    rationale: """
      "Within XX days" sets no deadline, and "[insert amount]" no penalty. What is still open when the \
      tender is published cannot be priced, and cannot be claimed. Fill it in, or remove it.
      """,
    options: [
      RuleOption(
        "words", "Further words in brackets that open a placeholder, in lower case.",
        standard: .list([]))
    ],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall report within «XX» days of the finding, \
        and at the latest on «[insert date]».</p></clause>
            <clause number="1.2"><p>The penalty is «[…]» a week. Contact person: «TBD».</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv">
          <title>Villkor</title>
          <section number="1">
            <heading>Skyldigheter</heading>
            <clause number="1.1"><p>Leverantören ska anmäla brister inom «xx» dagar till \
        «[fyll i namn]».</p></clause>
            <clause number="1.2"><p>«Fylls i senare.»</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        1.1 Leverandøren skal varsle «[sett inn navn]» innen «____» dager, og betale «.....» kroner.

        1.2 Kontaktperson er «<navn på kontaktperson>» og frist «{dato}». Svar gis innen «……» dager.
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The form is to be completed by the Supplier [see annex 2], \
        cf. Annex XX and the Guidance [3].</p></clause>
            <clause number="1.2"><p>[ ] I agree. Signed this ____ day of ______, ____________.</p></clause>
            <clause number="1.3"><p>Name: ............ Place: ………… Where x &lt; 10 and y > 5, the \
        number is rounded ... days count whole.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="nb">
          <title>Vilkår</title>
          <section number="1">
            <heading>Plikter</heading>
            <clause number="1.1"><p>Skjemaet fylles ut av leverandøren hvert år.</p></clause>
          </section>
        </tender>
        """),
    ])

  /// What a bracket opens with when something is to be put in its place.
  private static let openers: Set<String> = [
    "insert", "enter", "fill", "add", "state", "specify", "name", "date", "amount", "number", "xx",
    "fyll", "ange", "infoga", "skriv", "namn", "datum", "belopp", "antal", "ifylles", "fylls",
    "sett", "angi", "oppgi", "navn", "dato", "beløp", "antall", "fylles", "tbd", "tbc", "tba",
    "todo",
  ]
  private static let units = [
    "day", "week", "month", "year", "working", "business", "dag", "arbetsdag", "veck", "månad",
    "år",
    "virkedag", "arbeidsdag", "uke", "måned", "percent", "per", "procent", "prosent", "kronor",
    "kroner", "kr", "sek", "nok", "dkk", "eur", "euro", "%",
  ]
  /// What placeholders stand between.
  private static let brackets = ["[": "]", "<": ">", "{": "}"]
  /// What a line to write on is made of, and how many of it: three dots are an ellipsis.
  private static let leaders = ["_": 2, "…": 2, ".": 4]
  private static let initials: Set<String> = ["TBD", "TBC", "TBA"]
  /// Whole texts that only say that something is to follow.
  private static let texts: Set<String> = [
    "fylls i", "fylls i senare", "ifylles", "ifylles senare", "fylles ut", "fylles ut senere",
    "fylles inn", "kommer senare", "kommer senere", "kompletteras", "kompletteras senare",
    "to be completed", "to be inserted", "to be added", "to be confirmed", "to be determined",
    "to follow", "lorem ipsum", "insert text here",
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.isInClauses else { return }
    let openers = Self.openers.union(context.options.list("words"))
    for block in context.document.blocks where block.question < 0 {
      let words = context.words(of: block)
      let ranges =
        isOnlyPlaceholder(words) ? [block.text] : placeholders(in: words, openers: openers)
      for range in ranges {
        report(
          context.finding(
            ContractMessages.placeholder(context.document.string(range)),
            at: context.place(of: range, in: block)))
      }
    }
  }

  private func isOnlyPlaceholder(_ words: [TextWord]) -> Bool {
    guard words.count <= 6 else { return false }
    let text = words.filter { $0.kind != .sign }.map(\.lower).joined(separator: " ")
    return Self.texts.contains(text)
  }

  private func placeholders(in words: [TextWord], openers: Set<String>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      defer { index += 1 }
      if word.kind == .letters {
        let isInitials = word.text.utf8.count == 3 && Self.initials.contains(word.text)
        if isInitials || (isCross(word) && isUnit(words, index + 1)) { found.append(word.range) }
      } else if let close = Self.brackets[word.text],
        let end = words[index...].prefix(14).firstIndex(where: { $0.text == close })
      {
        let inside = words[index + 1..<end]
        // Less than and greater than stand before numbers and blanks, not around words.
        guard isOpen(inside, openers: openers),
          close != ">" || (inside.first?.kind == .letters && inside.first?.followsBlank == false)
        else { continue }
        found.append(word.range.lowerBound..<words[end].range.upperBound)
        index = end
      } else if let fewest = Self.leaders[word.text] {
        var end = index
        while end + 1 < words.count, words[end + 1].text == word.text,
          !words[end + 1].followsBlank
        {
          end += 1
        }
        if end - index + 1 >= fewest, isUnit(words, end + 1), !isDayOfSigning(words, end + 1) {
          found.append(word.range.lowerBound..<words[end].range.upperBound)
        }
        index = end
      }
    }
    return found
  }

  /// Whether what stands between brackets asks for something, or is only dots.
  private func isOpen(_ inside: ArraySlice<TextWord>, openers: Set<String>) -> Bool {
    // Nothing at all between brackets is a box to tick.
    guard !inside.isEmpty else { return false }
    guard let first = inside.first(where: { $0.kind != .sign }) else {
      return inside.allSatisfy { ["…", ".", "_", "-", "–", "●", "•", "*", "?"].contains($0.text) }
    }
    return openers.contains(first.lower) || isCross(first)
  }

  /// `XX`, `xxx`.
  private func isCross(_ word: TextWord) -> Bool {
    word.lower.utf8.count >= 2 && word.lower.utf8.allSatisfy { $0 == UInt8(ascii: "x") }
  }

  /// "This ____ day of ____" waits for the signatures.
  private func isDayOfSigning(_ words: [TextWord], _ index: Int) -> Bool {
    words.indices.contains(index + 1) && words[index].lower == "day"
      && words[index + 1].lower == "of"
  }

  private func isUnit(_ words: [TextWord], _ index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    return Self.units.contains { words[index].lower.hasPrefix($0) }
  }
}
