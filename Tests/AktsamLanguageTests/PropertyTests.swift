import AktsamLanguage
import AktsamTestSupport
import Testing

/// What the automaton finds, against a search that tries every term at every word.
@Suite struct PropertyTests {
  private struct Term {
    var concept: Int
    /// Words; nil is a gap.
    var words: [String?]
    var isReading: Bool
    var companions: [Int]
  }

  private struct Found: Hashable {
    var concept: Int
    var start: Int
    var end: Int
  }

  private static let vocabulary = ["qa", "qb", "qc", "qd", "qe"]

  private static func terms(_ random: inout SeededRandom) -> [Term] {
    (0..<12).map { concept in
      let length = 1 + random.below(3)
      var words: [String?] = []
      for position in 0..<length {
        if position > 0, random.below(4) == 0 { words.append(nil) }
        words.append(vocabulary[random.below(vocabulary.count)])
      }
      let isReading = concept % 3 == 0
      return Term(
        concept: concept, words: words, isReading: isReading,
        companions: concept % 3 == 1 && random.below(2) == 0 ? [random.below(12)] : [])
    }
  }

  /// A match of a term: where it ends, and whether words stand in its gaps.
  private struct Match: Hashable {
    var end: Int
    var isGapped: Bool
  }

  /// The matches of a term from `at`, a gap spanning none to four words.
  private static func matches(
    _ words: ArraySlice<String?>, _ tokens: [String], _ at: Int
  ) -> [Match] {
    guard let word = words.first else { return [Match(end: at, isGapped: false)] }
    let rest = words.dropFirst()
    guard let word else {
      return (0...4).flatMap { skipped -> [Match] in
        guard at + skipped <= tokens.count else { return [] }
        return matches(rest, tokens, at + skipped).map {
          Match(end: $0.end, isGapped: $0.isGapped || skipped > 0)
        }
      }
    }
    guard at < tokens.count, tokens[at] == word else { return [] }
    return matches(rest, tokens, at + 1)
  }

  /// Whether a longer term hides a shorter one: not one that merely stands in its gap.
  private static func hides(_ other: Found, isGapped: Bool, _ item: Found) -> Bool {
    guard other.start <= item.start, other.end >= item.end,
      other.end - other.start > item.end - item.start
    else { return false }
    return !isGapped || other.start == item.start || other.end == item.end
  }

  private static func search(_ terms: [Term], _ tokens: [String]) -> Set<Found> {
    var all: [(term: Term, found: Found, isGapped: Bool)] = []
    for term in terms {
      for start in tokens.indices {
        for match in Set(matches(term.words[...], tokens, start)) {
          all.append(
            (
              term, Found(concept: term.concept, start: start, end: match.end), match.isGapped
            ))
        }
      }
    }
    let free = Set(all.filter(\.term.companions.isEmpty).map(\.found.concept))
    return Set(
      all.filter { item in
        guard item.term.companions.isEmpty || item.term.companions.contains(where: free.contains)
        else { return false }
        return !item.term.isReading
          || !all.contains { other in
            other.term.isReading && hides(other.found, isGapped: other.isGapped, item.found)
          }
      }.map(\.found))
  }

  @Test(arguments: 0..<60)
  func matcherFindsWhatASearchFinds(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let terms = Self.terms(&random)
    let source = LexiconSource(
      language: "xx",
      terms: terms.map {
        LexiconSource.Terms(
          concept: $0.concept,
          text: Array(($0.words.map { $0 ?? "..." }.joined(separator: " ") + ";").utf8),
          companions: $0.companions, isReading: $0.isReading)
      }, numbers: [:], abbreviations: [])
    var analyzer = Analyzer(CompiledLexicon(source))
    for _ in 0..<20 {
      let tokens = (0..<(1 + random.below(14))).map { _ in
        Self.vocabulary[random.below(Self.vocabulary.count)]
      }
      let text = Array(tokens.joined(separator: " ").utf8)
      analyzer.reset()
      analyzer.analyze(text, 0..<text.count)
      let found = Set(
        analyzer.hits.map {
          Found(concept: Int($0.concept), start: Int($0.start), end: Int($0.end))
        })
      #expect(found == Self.search(terms, tokens), "\(terms.map(\.words)) in \(tokens)")
    }
  }

  @Test func theSameTextIsReadTheSameWhateverCameBefore() {
    let terms = ["risk: risk; riskanalys", "forced: tvångsarbete", "+duty: ska", "+no: inte"]
    let text = "Vi ska bedöma tvångsarbetsrisker; risker bedöms inte. RISKER och Riskanalyser."
    var fresh = Reader("sv", terms)
    fresh.read(text)
    var used = Reader("sv", terms)
    used.read("Riskerna är stora. Tvångsarbetets risker ska inte döljas.")
    used.read(text)
    #expect(used.hits == fresh.hits)
    #expect(used.rawHits == fresh.rawHits)
    #expect(used.words == fresh.words)
    #expect(used.sentences == fresh.sentences)
    used.read(text)
    #expect(used.rawHits == fresh.rawHits)
  }
}

/// Nothing that a text contains may trap.
@Suite struct HostileTextTests {
  @Test(arguments: [199, 200, 201, 65_535, 65_536, 70_000])
  func overlongWords(length: Int) {
    for letter in ["a", "ä"] {
      var reader = Reader("sv", ["risk: risk"])
      reader.read("risk \(String(repeating: letter, count: length)) risk")
      #expect(reader.tokens.count == 3)
      #expect(reader.named == ["risk"])
    }
  }

  @Test(arguments: ["en", "sv", "nb", "xx"])
  func randomBytes(language: String) {
    var random = SeededRandom(seed: 42)
    var reader = Reader(language, ["risk: risk; ris kan", "+no: inte; ikke; not"])
    // Letters that begin words of the lexicon, lead bytes and marks make odd neighbours likelier.
    let odd: [UInt8] = [
      0xC3, 0xE2, 0xC2, 0x80, 0x99, 0xA5, 0xF0, 0xFF, 0x27, 0x2E, 0x3A, 0x25, 0x5B, 0x0A, 0x20,
      0x6E, 0x74, 0x72, 0x69, 0x73, 0x6B, 0x31, 0x2D,
    ]
    for _ in 0..<300 {
      let bytes = (0..<120).map { _ in
        random.below(3) == 0
          ? UInt8(truncatingIfNeeded: random.next()) : odd[random.below(odd.count)]
      }
      reader.read(bytes)
      #expect(reader.tokens.allSatisfy { $0.start < $0.end && Int($0.end) <= bytes.count })
      #expect(reader.analysed.allSatisfy { $0.text.upperBound <= bytes.count })
    }
  }

  @Test(arguments: ["\u{2019}t", "n't", "'", "a'", "\u{E2}", "\u{C2}", "50%%", "]]", "[", ":", "."])
  func fragments(text: String) {
    var reader = Reader()
    reader.read(text)
    for cut in 0...text.utf8.count { reader.read(Array(text.utf8.prefix(cut))) }
  }

  /// More word forms than the table holds, in one sentence.
  @Test func moreFormsThanTheTableHolds() async {
    await #expect(processExitsWith: .success) {
      var reader = Reader("en", ["risk: risk"])
      reader.read((0..<200_100).map { "w\($0)" }.joined(separator: " ") + " risk")
      guard reader.tokens.count == 200_101 else { fatalError("tokens are missing") }
    }
  }
}
