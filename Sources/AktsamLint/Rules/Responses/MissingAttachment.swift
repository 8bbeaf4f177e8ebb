import AktsamDocuments
import AktsamText

/// An answer refers to an annex by its number, and the response lists none with that number.
package struct MissingAttachment: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1124", name: "missing-attachment", group: .responses, severity: .warning, since: "0.2",
    summary: "An answer refers to an annex by its number, and the response lists no such annex.",
    rationale: """
      What an answer rests on must be there to be read. List the annex as evidence of the answer, or \
      correct its number. Annexes of the buyer's own documents are named together with the document: \
      "annex 4 to the contract".
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>We mapped all sites, see «annex 4».</p>
              <evidence href="map.pdf">Annex 3: Map of our sites</evidence></answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>Kartan finns i «bilaga 12», sidan 4.</p></answer>
            <answer question="q2"><p>Loggen finns i bilaga 1.</p>
              <evidence href="logg.pdf">Bilaga 1: Logg</evidence></answer>
          """, language: "sv")),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>The terms are those of annex 4 to the contract. The map is
              annex 1, the log annex 2.</p>
              <evidence href="annex-01.pdf">Map</evidence></answer>
            <answer question="q2"><p>See annex 1.</p>
              <evidence href="log.pdf">Annex 2: Log</evidence></answer>
          """))
    ])

  private static let annexes: Set<String> = [
    "annex", "annexe", "appendix", "attachment", "bilaga", "vedlegg", "bilag",
  ]
  /// What follows an annex of another document.
  private static let owners: Set<String> = ["to", "of", "till", "i", "til", "av", "in"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response else { return }
    var listed: Set<String> = []
    var titles: Set<Int32> = []
    for evidence in document.questions.flatMap(\.evidence) {
      titles.insert(evidence.block)
      for word in AnswerWords.words(evidence.title + " " + evidence.location) {
        listed.insert(Self.number(word))
      }
    }
    for attachment in document.attachments {
      for word in AnswerWords.words(attachment.name + " " + attachment.description) {
        listed.insert(Self.number(word))
      }
    }
    for (index, block) in document.blocks.enumerated()
    where block.kind.canBeEvidence && !titles.contains(Int32(index)) {
      for mention in mentions(in: document.text, block.text) where !listed.contains(mention.number)
      {
        report(
          context.finding(
            ResponseMessages.missingAttachment(document.string(mention.range)),
            at: context.place(ofText: mention.range, element: block.element)))
      }
    }
  }

  /// A number without zeros at its front: "01" and "1" name the same annex.
  private static func number(_ word: String) -> String {
    let rest = word.drop { $0 == "0" }
    return rest.isEmpty ? word : String(rest)
  }

  /// Finds "annex 4", with the range of both words; annexes to something else are left out.
  private func mentions(
    in text: [UInt8], _ range: Range<Int>
  ) -> [(number: String, range: Range<Int>)] {
    var found: [(number: String, range: Range<Int>)] = []
    var previous = ""
    var previousStart = 0
    var pending: (number: String, range: Range<Int>)?
    for word in words(in: text, range) {
      let string = String(decoding: text[word], as: UTF8.self).lowercased()
      if let mention = pending, !Self.owners.contains(string) { found.append(mention) }
      pending = nil
      if Self.annexes.contains(previous), string.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        string.utf8.count <= 3
      {
        pending = (Self.number(string), previousStart..<word.upperBound)
      }
      (previous, previousStart) = (string, word.lowerBound)
    }
    if let pending { found.append(pending) }
    return found
  }

  /// The byte ranges of runs of letters and digits.
  private func words(in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    range.clamped(to: 0..<text.count).split { index in
      let byte = text[index]
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
      return !isLetter && !(0x30...0x39).contains(byte)
    }.compactMap { part in part.first.map { $0..<$0 + part.count } }
  }
}
