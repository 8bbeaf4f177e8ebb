import AktsamLanguage
import Testing

@Suite struct SentenceTests {
  private func sentences(
    _ text: String, _ language: String = "en", _ abbreviations: [String] = []
  ) -> [String] {
    var reader = Reader(language, abbreviations: abbreviations)
    reader.read(text)
    return reader.sentences
  }

  @Test func fullStopsQuestionAndExclamationMarksEnd() {
    #expect(
      sentences("We act. Do we? We do! Yes") == ["We act.", "Do we?", "We do!", "Yes"])
  }

  @Test func abbreviationsDoNotEnd() {
    #expect(
      sentences("Sources, e.g. Amnesty, are read.", "en", ["e.g."])
        == ["Sources, e.g. Amnesty, are read."])
    #expect(
      sentences("Se bl.a. Bilaga 3 och jfr. Bilaga 4.", "sv", ["bl.a.", "jfr."])
        == ["Se bl.a. Bilaga 3 och jfr. Bilaga 4."])
    #expect(sentences("It ends etc. Then more.", "en", []) == ["It ends etc.", "Then more."])
  }

  @Test func aNumberOpensASentence() {
    #expect(sentences("1. The board approves. 2. The plan is public.").count == 2)
  }

  @Test func datesStayWhole() {
    #expect(
      sentences("Rapporten leveres den 3. mars hvert år. Vi følger opp.", "nb")
        == ["Rapporten leveres den 3. mars hvert år.", "Vi følger opp."])
  }

  @Test func initialsAndDecimalsDoNotEnd() {
    #expect(sentences("It was signed by J. Berg in May.").count == 1)
    #expect(sentences("The share rose to 3.5 of all sites.").count == 1)
    #expect(sentences("See www.a.example for more.").count == 1)
  }

  @Test func smallLettersGoOn() {
    #expect(sentences("The plan vs. the result. ändringar följer").count == 1)
  }

  @Test(arguments: ["- assess risks\n- report them", "* assess risks\n* report them"])
  func dashesAtALineStartAreBullets(text: String) {
    #expect(sentences(text).count == 2)
  }

  @Test func bulletMarksEnd() {
    #expect(sentences("• assess risks • report them").count == 2)
  }

  @Test(arguments: ["One line\n\nAnother", "One line\r\n\r\nAnother", "One line\n \t\nAnother"])
  func blankLinesEnd(text: String) {
    #expect(sentences(text).count == 2)
  }

  @Test func aLineBreakAloneDoesNotEnd() {
    #expect(sentences("We assess\nall risks").count == 1)
    #expect(sentences("We assess\r\nall risks").count == 1)
  }

  @Test func aColonAtTheEndMakesALeadIn() {
    var reader = Reader()
    reader.read("The supplier shall: ")
    #expect(reader.analysed.map(\.isLeadIn) == [true])
    reader.read("One thing counts: the risk")
    #expect(reader.analysed.map(\.isLeadIn) == [false])
  }

  @Test func questionsAreMarked() {
    var reader = Reader()
    reader.read("Do you assess risks? We do.")
    #expect(reader.analysed.map(\.isQuestion) == [true, false])
  }

  @Test func closingMarksBelongToTheSentence() {
    #expect(sentences("(We act.) Others wait.").count == 2)
    #expect(sentences("They said \"no.\" Others wait.").count == 2)
  }

  @Test func aRangeIsReadAlone() {
    let text = Array("Left out. We act. Left out".utf8)
    var analyzer = Analyzer(
      CompiledLexicon(LexiconSource(language: "en", terms: [], numbers: [:], abbreviations: [])))
    analyzer.analyze(text, 10..<17)
    #expect(analyzer.sentences.map(\.text) == [10..<17])
    analyzer.reset()
    analyzer.analyze(text, -5..<10_000)
    #expect(analyzer.sentences.count == 3)
  }
}

@Suite struct ClauseTests {
  @Test(arguments: [
    ("We assess risks, and we report.", ["we assess risks", "and we report"]),
    ("We assess risks but do nothing.", ["we assess risks", "but do nothing"]),
    ("We assess; others wait.", ["we assess", "others wait"]),
    ("One thing: the risk", ["one thing", "the risk"]),
    ("Sites (two of them) are known.", ["sites", "two of them", "are known"]),
    ("We assess – when asked – all sites.", ["we assess", "when asked", "all sites"]),
    ("We assess risks, audits, plans and sites.", ["we assess risks audits plans and sites"]),
  ])
  func english(text: String, clauses: [String]) {
    var reader = Reader()
    reader.read(text)
    #expect(reader.clauses == clauses)
  }

  @Test func swedishAndNorwegian() {
    var swedish = Reader("sv")
    swedish.read("Vi bedömer risker, som vi rapporterar, men inte alla.")
    #expect(swedish.clauses == ["vi bedömer risker", "som vi rapporterar", "men inte alla"])
    var norwegian = Reader("nb")
    norwegian.read("Vi vurderer risiko, fordi loven krever det, men ikke alltid.")
    #expect(
      norwegian.clauses == ["vi vurderer risiko", "fordi loven krever det", "men ikke alltid"])
  }

  @Test func eachSentenceCountsFromZero() {
    var reader = Reader()
    reader.read("We act; they wait. We go on.")
    #expect(reader.tokens.map(\.clause) == [0, 0, 1, 1, 0, 0, 0])
  }

  @Test func thousandsOfClausesDoNotTrap() {
    var reader = Reader()
    reader.read(String(repeating: "risk; ", count: 40_000))
    #expect(reader.tokens.count == 40_000)
  }
}
