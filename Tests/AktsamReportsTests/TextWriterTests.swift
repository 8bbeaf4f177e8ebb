import AktsamReading
import AktsamReports
import AktsamText
import Testing

@Suite struct TextWriterTests {
  @Test(arguments: ["en", "sv", "nb"])
  func wholeReport(language: String) throws {
    let text = TextWriter.report(Fixture.report(language), colour: false, explain: false)
    try Golden.expect(Array(text.utf8), "report.\(language).txt")
  }

  @Test(arguments: ["en", "sv", "nb"])
  func explainedReport(language: String) throws {
    let text = TextWriter.report(Fixture.report(language), colour: false, explain: true)
    try Golden.expect(Array(text.utf8), "explained.\(language).txt")
  }

  @Test func worstOutcomeComesFirst() throws {
    let text = TextWriter.report(
      Fixture.report([Fixture.met, Fixture.weak, Fixture.missing, Fixture.conflict]),
      colour: false, explain: false)
    let places = try ["Contradicted (1)", "Not found in this document (1)", "Weak (1)", "Met (1)"]
      .map { try #require(text.firstRange(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func coloursAddNothingButSequences() {
    let report = Fixture.report("en")
    let plain = TextWriter.report(report, colour: false, explain: true)
    let coloured = TextWriter.report(report, colour: true, explain: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  /// A document must not be able to send control sequences to a terminal.
  @Test func controlsOfInputsAreReplaced() {
    var assessment = Fixture.weak
    assessment.evidence[0].quote = "a\u{1B}[2Jb\u{7}c\u{202E}d\u{9B}e\u{2028}f\tg"
    assessment.evidence[0].label = "\u{1B}]0;x"
    assessment.evidence[0].place.path = "x\u{1B}[1m.xml"
    let text = TextWriter.report(Fixture.report([assessment]), colour: false, explain: true)
    #expect(text.contains("“a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d\u{FFFD}e f g”"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test func unknownIdsAndIndicesDoNotTrap() {
    var assessment = Fixture.conflict
    assessment.requirement = "no-such"
    assessment.contradiction = Contradiction(kind: .conflict, between: [7, -1])
    assessment.nearest = [9]
    assessment.elements = [ElementState(id: "ghost", isCore: true, state: .absent)]
    for language in ["en", "sv", "nb", "xx", ""] {
      var report = Fixture.report([assessment], inputs: [])
      report.header.language = language
      let text = TextWriter.report(report, colour: false, explain: true)
      #expect(text.contains("no-such"))
      #expect(!JSONWriter.report(report).isEmpty)
      #expect(!SARIFWriter.report(report).isEmpty)
    }
  }

  @Test func linesFitTheWidth() {
    let text = TextWriter.report(Fixture.report("sv"), colour: false, explain: true)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 92 })
  }
}
