import AktsamText
import Testing

@testable import AktsamClauses

@Suite struct TermSyntaxTests {
  @Test(arguments: [
    "risk", "take ... into account", "=is obliged to", "15 years", "c138", "leverandørkjede",
    "a ... =b ... c", "don't", "e-learning", "and/or", "Vd",
  ])
  func goodTerm(_ term: String) {
    #expect(TermSyntax.slip(in: term) == nil)
  }

  @Test(arguments: [
    ("... risk", TermSyntax.Slip.gap), ("risk ...", .gap), ("a ... ... b", .gap), ("...", .gap),
    ("a .. b", .stop), ("a .... b", .stop), ("a...b", .stop), ("e.g.", .stop), ("=...", .stop),
    ("=", .equals), ("a = b", .equals), ("a=b", .equals), ("==a", .equals),
    ("=Shall", .capital), ("ilo:s", .foreign(0x3A)),
    ("100 % free", .foreign(0x25)), ("a (b)", .foreign(0x28)),
  ])
  func badTerm(_ term: String, _ slip: TermSyntax.Slip) {
    #expect(TermSyntax.slip(in: term) == slip)
  }

  @Test func slipsArePlacedInTheList() {
    let files = Fixture.files(replacing: "shall; =is obliged to", by: "shall; ; ilo:s; =X")
    #expect(
      Fixture.load(files).findings.map(Fixture.line) == [
        "AK0208 en.xml:4:44 term \"\": nothing stands between semicolons",
        "AK0208 en.xml:4:46 term \"ilo:s\": no word of a document holds \":\"",
        "AK0208 en.xml:4:53 term \"=X\": the exact form after \"=\" is written in lower case",
      ])
  }

  @Test func foreignMarkIsOnlyAWarning() throws {
    let files = Fixture.files(replacing: "shall; =is obliged to", by: "ilo:s")
    let (library, findings) = Fixture.load(files)
    #expect(findings.map(\.severity) == [.warning])
    #expect(try #require(library?.lexicons["en"]).entries[0].terms == ["ilo:s"])
  }
}

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("assess", "asses"), ("assess", "assesss"), ("assess", "asesss"),
    ("risk-supplier", "risk-suppliers"),
  ])
  func nearIdIsFound(_ expected: String, _ word: String) {
    #expect(Suggestion.nearest(to: word, among: ["assess", "risk-supplier", "map"]) == expected)
  }

  @Test func farIdIsNot() {
    #expect(Suggestion.nearest(to: "grievance", among: ["assess", "map"]) == nil)
    #expect(Suggestion.nearest(to: "", among: ["map"]) == nil)
  }

  @Test func firstInTheAlphabetWinsATie() {
    #expect(Suggestion.nearest(to: "bap", among: ["tap", "map", "cap"]) == "cap")
  }
}
