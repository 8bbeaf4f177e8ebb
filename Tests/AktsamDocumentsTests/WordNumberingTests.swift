import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct WordNumberingTests {
  private let clauses = WordFixture.list(
    0, [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("upperRoman", "%4.")])

  private func read(_ items: [(String, Int, Int)], _ numbering: String) -> Document {
    WordFixture.read(
      items.map { WordFixture.p($0.0, list: ($0.1, $0.2)) }.joined(),
      parts: ["numbering": numbering])
  }

  @Test func clausesAreCountedOverLevels() {
    let document = read(
      [
        ("Scope", 1, 0), ("The supplier shall:", 1, 1), ("map", 1, 2), ("audit", 1, 2),
        ("It shall report.", 1, 1), ("Breach", 1, 0), ("One.", 1, 1), ("first", 1, 2), ("IV", 1, 3),
      ], clauses + WordFixture.num(1, of: 0))
    #expect(
      document.blocks.map(\.number) == [
        "1", "1.1", "1.1 a", "1.1 b", "1.2", "2", "2.1", "2.1 a", "2.1 I",
      ])
    #expect(document.blocks[2].kind == .listItem)
    #expect(document.blocks[1].group == document.blocks[2].group)
    #expect(document.blocks[4].group != document.blocks[3].group)
    #expect(WordFixture.isTraced(document))
  }

  @Test func startsAreOverriddenOnceAndListsOnOneDefinitionCountOn() {
    let override = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"10\"/></w:lvlOverride>"
    let numbering =
      WordFixture.list(0, [("decimal", "%1)")]) + WordFixture.num(1, of: 0)
      + WordFixture.num(2, of: 0, override)
    let document = read(
      [("a", 1, 0), ("b", 1, 0), ("c", 2, 0), ("d", 2, 0), ("e", 1, 0), ("f", 7, 0)], numbering)
    #expect(document.blocks.map(\.number) == ["1", "2", "10", "11", "12", ""])
  }

  @Test func formatsAreWritten() {
    let formats = [
      ("decimalZero", "%1"), ("upperLetter", "%2"), ("lowerRoman", "%3"), ("upperRoman", "%4"),
      ("bullet", "•"), ("decimal", "§ %6"), ("decimal", "Article %7:"), ("none", "%8"),
    ]
    let document = read(
      formats.indices.map { ("x", 1, $0) } + [("y", 1, 2), ("z", 1, 2), ("å", 1, 2)],
      WordFixture.list(0, formats) + WordFixture.num(1, of: 0))
    #expect(
      document.blocks.map {
        String($0.number.split(separator: " ", maxSplits: 5).joined(separator: " "))
      }
        == [
          "01", "A", "i", "I", "", "§ 1", "Article 1", "Article 1", "Article 1 ii", "Article 1 iii",
          "Article 1 iv",
        ])
  }

  @Test func legalNumbersAndRestarts() {
    let numbering = """
      <w:abstractNum w:abstractNumId="3">
      <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/><w:lvlRestart w:val="0"/></w:lvl>
      </w:abstractNum>
      """ + WordFixture.num(1, of: 3)
    let document = read(
      [("a", 1, 0), ("b", 1, 1), ("c", 1, 0), ("d", 1, 1)], numbering)
    #expect(document.blocks.map(\.number) == ["IV", "4.1", "V", "5.2"])
  }

  @Test func stylesCarryLists() {
    let numbering = """
      <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1"/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="%1.%2"/></w:lvl>
      </w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Listan"/></w:abstractNum>
      """ + WordFixture.num(1, of: 0) + WordFixture.num(2, of: 1)
    let list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    let styles =
      WordFixture.style("Heading1", "heading 1", list)
      + WordFixture.style("Heading2", "heading 2", list)
      + "<w:style w:type=\"numbering\" w:styleId=\"Listan\"><w:name w:val=\"Listan\"/>\(list)</w:style>"
    let document = WordFixture.read(
      WordFixture.p("Krav", style: "Heading1") + WordFixture.p("Risk", style: "Heading2")
        + WordFixture.p("Onumrerad", style: "Heading2", list: (0, 0))
        + WordFixture.p("Klagomål", style: "Heading2")
        + WordFixture.p("Brott", style: "Heading1") + WordFixture.p("Vidare gäller.", list: (2, 1)),
      parts: ["styles": styles, "numbering": numbering])
    #expect(document.blocks.map(\.number) == ["1", "1.1", "", "1.2", "2", "2.1"])
    #expect(document.blocks.map(\.kind).prefix(5).allSatisfy { $0 == .heading })
  }

  @Test func aDeletedItemDoesNotCount() {
    let deleted =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
      + "<w:del w:id=\"2\"><w:r><w:delText>Old.</w:delText></w:r></w:del></w:p>"
    let document = WordFixture.read(
      WordFixture.p("One", list: (1, 0)) + deleted + WordFixture.p("Two", list: (1, 0)),
      parts: ["numbering": clauses + WordFixture.num(1, of: 0)])
    #expect(document.blocks.map(\.number) == ["1", "2"])
  }

  @Test func hostileNumbersDoNotTrap() {
    let numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999999999999999"/><w:numFmt w:val="lowerRoman"/>\
      <w:lvlText w:val="%1%%0%9%"/></w:lvl><w:lvl w:ilvl="-5"><w:start w:val="9223372036854775807"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9223372036854775807"/></w:lvlOverride></w:num>
      """
    let document = read([("a", 1, 0), ("b", 1, 0), ("c", 1, -3), ("d", 1, 99)], numbering)
    #expect(document.blocks.count == 4)
  }
}
