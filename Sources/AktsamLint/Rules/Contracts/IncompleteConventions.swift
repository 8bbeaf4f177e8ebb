import AktsamDocuments
import AktsamText

/// The text names most fundamental conventions of the ILO, but not all ten.
package struct IncompleteConventions: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1218", name: "incomplete-conventions", group: .contracts, severity: .warning,
    since: "0.2",
    summary: "The text names most fundamental conventions of the ILO, but not all ten.",
    rationale: """
      Since 2022 a safe and healthy working environment is among the fundamental rights at work, with \
      Conventions 155 and 187; many models still list eight. A supplier is held to what is listed. Name \
      all ten: 29, 87, 98, 100, 105, 111, 138, 155, 182 and 187.
      """,
    references: ["ILO-C155", "ILO-C187"],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Rights</heading>
            <clause number="1.1"><p>The Supplier shall comply with «ILO Conventions Nos 29, 87, 98, \
        100, 105, 111, 138 and 182» in all tiers.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        1.1 Leverantören ska följa ILO:s «åtta» kärnkonventioner i hela leveranskedjan.
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="nb">
          <title>Vilkår</title>
          <section number="1">
            <heading>Rettigheter</heading>
            <clause number="1.1"><p>Leverandøren skal følge ILO-konvensjonene nr. 29, 87, 98, 100, \
        105, 111, 138, 155, 182 og 187.</p></clause>
            <clause number="1.2"><p>Barnearbeid er forbudt etter ILO-konvensjonene nr. 138 og 182.</p>\
        </clause>
          </section>
        </tender>
        """)
    ])

  private static let core = [29, 87, 98, 100, 105, 111, 138, 155, 182, 187]
  /// How many of them a list must name to be one of all.
  private static let most = 6
  private static let eight: Set<String> = ["eight", "8", "åtta", "åtte"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard context.isInClauses || document.role == .questionnaire else { return }
    var lists: [(start: Range<Int>, end: Range<Int>, block: Block, isOneBlock: Bool)] = []
    var all: Set<Int> = []
    var start = 0
    while start < document.blocks.count {
      let group = document.blocks[start].group
      var end = start
      var found: [(number: Int, range: Range<Int>, block: Int)] = []
      while end < document.blocks.count, document.blocks[end].group == group {
        let isNaming = Self.namesILO(document.text[document.blocks[end].text])
        let words = isNaming ? context.words(of: document.blocks[end]) : []
        for (number, range) in conventions(in: words) { found.append((number, range, end)) }
        if let range = eight(in: words) {
          reportEight(range, document.blocks[end], context, report)
        }
        end += 1
      }
      let numbers = Set(found.map(\.number))
      all.formUnion(numbers)
      if numbers.count >= Self.most, let first = found.first, let last = found.last {
        lists.append(
          (first.range, last.range, document.blocks[first.block], first.block == last.block))
      }
      start = end
    }
    let missing = Self.core.filter { !all.contains($0) }
    guard !missing.isEmpty else { return }
    for list in lists {
      let range = list.isOneBlock ? list.start.lowerBound..<list.end.upperBound : list.block.text
      let place = context.place(of: range, in: list.block)
      var fix: Fix?
      if list.isOneBlock, place.part.isEmpty, let end = place.segments.last?.upperBound {
        let added = missing.map { ", \($0)" }.joined()
        fix = Fix("name the others", [.init(end..<end, added)], isSafe: false)
      }
      report(
        context.finding(
          ContractMessages.incompleteConventions(missing.map(String.init)), at: place, fix: fix))
    }
  }

  /// Whether a text may speak of the ILO or of conventions: few do, and those words are soon looked for.
  private static func namesILO(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { index in
      switch text[index] | 0x20 {
      case UInt8(ascii: "i"): follows("ilo", in: text[index...])
      case UInt8(ascii: "c"): follows("conventions", in: text[index...])
      default: false
      }
    }
  }

  private static func follows(_ word: StaticString, in text: ArraySlice<UInt8>) -> Bool {
    word.withUTF8Buffer { word in
      text.count >= word.count && zip(text, word).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  private func reportEight(
    _ range: Range<Int>, _ block: Block, _ context: RuleContext, _ report: (LintFinding) -> Void
  ) {
    report(
      context.finding(
        ContractMessages.eightConventions, at: context.place(of: range, in: block)))
  }

  /// The fundamental conventions that a text names, where it speaks of conventions of the ILO; the
  /// first comes with the words before it.
  private func conventions(in words: [TextWord]) -> [(number: Int, range: Range<Int>)] {
    guard
      let ilo = words.firstIndex(where: { $0.lower.hasPrefix("ilo") || $0.lower == "conventions" })
    else { return [] }
    var found: [(number: Int, range: Range<Int>)] = []
    for word in words[ilo...] {
      let digits = word.lower.hasPrefix("c") ? word.lower.dropFirst() : Substring(word.lower)
      guard word.kind == .number || word.lower.hasPrefix("c"), let number = Int(digits),
        Self.core.contains(number)
      else { continue }
      let range = found.isEmpty ? words[ilo].range.lowerBound..<word.range.upperBound : word.range
      found.append((number, range))
    }
    return found
  }

  /// Where a text speaks of eight fundamental conventions.
  private func eight(in words: [TextWord]) -> Range<Int>? {
    guard words.contains(where: { $0.lower.hasPrefix("ilo") }) else { return nil }
    for (index, word) in words.enumerated() where Self.eight.contains(word.lower) {
      let after = words[(index + 1)...].prefix(4)
      let isCore = after.contains { next in
        ["core", "fundamental", "kärnkonv", "kjernekonv", "grundläggande", "grunnleggende"]
          .contains { next.lower.hasPrefix($0) }
      }
      let isConvention = after.contains {
        $0.lower.contains("konven") || $0.lower.contains("convention")
      }
      if isCore, isConvention { return word.range }
    }
    return nil
  }
}
