import AktsamLanguage
import Testing

@Suite struct TokenTests {
  @Test(arguments: [
    ("We don't audit.", ["we", "do", "not", "audit"]),
    ("We don\u{2019}t audit.", ["we", "do", "not", "audit"]),
    ("WE DON'T AUDIT.", ["we", "do", "not", "audit"]),
    ("WE CAN\u{2019}T AND WON\u{2019}T.", ["we", "can", "not", "and", "will", "not"]),
    ("It isn't done.", ["it", "is", "not", "done"]),
    ("We can't say.", ["we", "can", "not", "say"]),
    ("We won't say.", ["we", "will", "not", "say"]),
    ("We'll say.", ["we", "will", "say"]),
    ("We\u{2019}ll say.", ["we", "will", "say"]),
    ("the supplier's site", ["the", "supplier", "site"]),
    ("the supplier\u{2019}s site", ["the", "supplier", "site"]),
    ("the suppliers' sites", ["the", "suppliers", "sites"]),
  ])
  func contractions(text: String, words: [String]) {
    var reader = Reader()
    reader.read(text)
    #expect(reader.words == words)
  }

  @Test(arguments: [
    ("a third-party audit/review", ["a", "third", "party", "audit", "review"]),
    ("\u{201C}risk\u{201D} \u{2026} \u{20AC} §4", ["risk", "4"]),
    ("risk\u{A0}level", ["risk", "level"]),
    ("Å, ä och ö", ["å", "ä", "och", "ö"]),
    ("café’", ["café"]),
    ("", []),
    ("… – “ ” .", []),
  ])
  func marksSeparateWords(text: String, words: [String]) {
    var reader = Reader()
    reader.read(text)
    #expect(reader.words == words)
  }

  @Test func offsetsAreThoseOfTheText() {
    var reader = Reader()
    reader.read("Vi är här")
    #expect(reader.tokens.map { Int($0.start)..<Int($0.end) } == [0..<2, 3..<6, 7..<11])
  }

  @Test func numbersHaveValues() {
    var reader = Reader("sv", numbers: ["fjorton": 14])
    reader.read("14 fjorton FJORTON 2026 999999999 1234567890 dagar")
    #expect(reader.tokens.map(\.value) == [14, 14, 14, 2026, 999_999_999, -1, -1])
    #expect(
      reader.tokens.map { $0.flags.contains(.digits) }
        == [true, false, false, true, true, true, false])
  }

  @Test func lettersAndDigitsAreMixed() {
    var reader = Reader()
    reader.read("C138 and QG1 and 12")
    #expect(reader.tokens.map { $0.flags.contains(.mixed) } == [true, false, true, false, false])
    #expect(reader.tokens[0].value == -1)
  }

  @Test(arguments: ["90%", "90 %"])
  func perCentSignMarksTheNumber(text: String) {
    var reader = Reader()
    reader.read(text + " of the sites")
    #expect(reader.tokens.map { $0.flags.contains(.percent) } == [true, false, false, false])
  }

  @Test func perCentSignAloneMarksNothing() {
    var reader = Reader()
    reader.read("Sites. % of them")
    #expect(!reader.tokens.contains { $0.flags.contains(.percent) })
  }

  @Test func bracketsMarkTemplateText() {
    var reader = Reader()
    reader.read("Fill in [name of supplier] here")
    #expect(
      reader.tokens.map { $0.flags.contains(.bracketed) }
        == [false, false, true, true, true, false])
  }

  @Test func capitalsOfAllThreeLanguagesAreSeen() {
    var reader = Reader()
    reader.read("Sites in Åland Ökna Ærø Østfold are named")
    #expect(
      reader.tokens.map { $0.flags.contains(.capitalised) }
        == [true, false, true, true, true, true, false, false])
    reader.read("ångest ärlig öl")
    #expect(!reader.tokens.contains { $0.flags.contains(.capitalised) })
  }
}
