import AktsamLanguage
import Testing

@Suite struct TermTests {
  @Test func wordsAreFoundByTheirStem() {
    var reader = Reader("en", ["risk: risk", "assess: assess"])
    reader.read("Risks were assessed; assessing a risk")
    #expect(reader.hits == ["assess: assessed", "assess: assessing", "risk: risk", "risk: risks"])
  }

  @Test func severalWordsMustFollowEachOther() {
    var reader = Reader("en", ["chain: supply chain"])
    reader.read("Our supply chains and the supply-chain map")
    #expect(reader.hits == ["chain: supply chain", "chain: supply chains"])
    reader.read("The supply of a chain. We supply. Chain")
    #expect(reader.hits == [])
  }

  @Test func anExactWordIsNotStemmed() {
    var reader = Reader("en", ["will: =will", "bound: =is obliged"])
    reader.read("We will. WILL")
    #expect(reader.hits == ["will: will", "will: will"])
    reader.read("wills willing are obliged")
    #expect(reader.hits == [])
    reader.read("It is obliged")
    #expect(reader.hits == ["bound: is obliged"])
  }

  @Test(arguments: [
    ("take into account", true), ("take risks into account", true),
    ("take one two three four into account", true),
    ("take one two three four five into account", false),
    ("take risks into no account", false),
  ])
  func aGapSpansUpToFourWords(text: String, isFound: Bool) {
    var reader = Reader("en", ["heed: take ... into account"])
    reader.read(text)
    #expect(reader.named == (isFound ? ["heed"] : []))
  }

  @Test func companionsMustStandInTheSameSentence() {
    var reader = Reader("en", ["review[risk]: review", "risk: risk"])
    reader.read("We review the contract. Risk is high.")
    #expect(reader.named == ["risk"])
    reader.read("We review the risk.")
    #expect(reader.named == ["review", "risk"])
  }

  @Test func longerReadingTermsHideShorterOnes() {
    var reader = Reader("en", ["+duty: shall", "+no: not", "+ban: shall not"])
    reader.read("The supplier shall not act")
    #expect(reader.hits == ["ban: shall not"])
    reader.read("The supplier shall act, not wait")
    #expect(reader.hits == ["duty: shall", "no: not"])
  }

  @Test func topicsAreNeverHidden() {
    var reader = Reader("en", ["chain: supply chain", "chains: chain", "+own: our supply chain"])
    reader.read("in our supply chain")
    #expect(reader.hits == ["chain: supply chain", "chains: chain", "own: our supply chain"])
  }

  @Test func oneWordMayNameSeveralConcepts() {
    var reader = Reader("en", ["audit: audit", "verify: audit; verify"])
    reader.read("An audit")
    #expect(reader.hits == ["audit: audit", "verify: audit"])
  }

  @Test func contractionsTakePartInTerms() {
    var reader = Reader("en", ["+no: not", "+refuse: do not"])
    reader.read("We don\u{2019}t")
    #expect(reader.hits == ["refuse: do not"])
  }

  @Test func sentencesCarryTheirConcepts() {
    var reader = Reader("en", ["risk: risk", "audit: audit"])
    reader.read("A risk. An audit. Nothing.")
    #expect(reader.analysed.map { $0.concepts.contains(0) } == [true, false, false])
    #expect(reader.analysed.map { $0.concepts.contains(1) } == [false, true, false])
    #expect(reader.analysed.map { $0.concepts.isEmpty } == [false, false, true])
    #expect(reader.analysed.map(\.hits.count) == [1, 1, 0])
  }
}

@Suite struct CompoundTests {
  @Test func bothPartsOfASwedishCompoundAreNamed() {
    var reader = Reader("sv", ["forced: tvångsarbete", "risk: risk"])
    reader.read("tvångsarbetsrisker")
    #expect(reader.named == ["forced", "risk"])
    #expect(reader.tokens.count == 1)
  }

  @Test(arguments: ["leverandørkjedekartlegging", "Leverandørkjedekartleggingen"])
  func bothPartsOfANorwegianCompoundAreNamed(word: String) {
    var reader = Reader("nb", ["chain: leverandørkjede", "map: kartlegging"])
    reader.read(word)
    #expect(reader.named == ["chain", "map"])
  }

  @Test func aKnownLastPartIsEnough() {
    var reader = Reader("sv", ["risk: risk"])
    reader.read("Gruvrisker")
    #expect(reader.named == ["risk"])
    reader.read("leverantörsbedömning")
    #expect(reader.named == [])
    var norwegian = Reader("nb", ["assess: vurdering"])
    norwegian.read("leverandørvurderinger")
    #expect(norwegian.named == ["assess"])
  }

  @Test func knownWordsAreNotSplit() {
    var reader = Reader("sv", ["risk: risk", "analysis: riskanalys", "analyse: analys"])
    reader.read("riskanalys")
    #expect(reader.named == ["analysis"])
  }

  @Test func partsNameNoReadingClass() {
    var reader = Reader("sv", ["+year: årsskifte", "report: rapport"])
    reader.read("årsskiftesrapport")
    #expect(reader.named == ["report"])
  }

  @Test func englishWordsAreNotSplit() {
    var reader = Reader("en", ["chain: chain", "supply: supply"])
    reader.read("supplychain")
    #expect(reader.named == [])
  }
}

@Suite struct FoldTests {
  @Test(arguments: [
    ("MÄNSKLIGA RÄTTIGHETER ÅÄÖ", "mänskliga rättigheter åäö"), ("ÆØÅ Øre ÉÜÐÞ", "æøå øre éüðþ"),
    ("2 × 3 ß ÿ ž Ž", "2 × 3 ß ÿ ž Ž"),
  ])
  func capitalsOfLatin1BecomeSmall(text: String, folded: String) {
    #expect(String(decoding: Fold.lowercased(text.utf8), as: UTF8.self) == folded)
  }

  @Test(arguments: [
    ("sv", "åtgärd", "ÅTGÄRD"), ("sv", "översyn", "Översyn"), ("nb", "øving", "ØVING"),
    ("nb", "ærlighet", "Ærlighet"), ("nb", "årsak", "ÅRSAK"),
  ])
  func capitalsAreFound(language: String, term: String, text: String) {
    var reader = Reader(language, ["word: \(term)"])
    // The form in capitals is met first, then from the table.
    reader.read("\(text) \(term) \(text)")
    #expect(reader.rawHits.count == 3)
    #expect(Set(reader.tokens.map(\.word)).count == 1)
  }
}
