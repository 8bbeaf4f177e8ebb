import AktsamLanguage
import AktsamTestSupport
import Foundation
import Testing

@Suite struct LanguageGuessTests {
  /// The shipped table.
  private static let guesser: LanguageGuess = {
    let file = TestFiles.root.appending(path: "clauses/languages.txt")
    return LanguageGuess(LanguageTable((try? Array(Data(contentsOf: file))) ?? []))
  }()

  private func guess(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return Self.guesser.guess(bytes, 0..<bytes.count)
  }

  @Test(arguments: [
    ("en", "The supplier shall assess the risks in its supply chain and report them to us."),
    ("sv", "Leverantören ska bedöma riskerna i leveranskedjan och rapportera dem till oss."),
    ("sv", "Vi bedömer inte risker hos våra leverantörer."),
    ("nb", "Leverandøren skal vurdere risikoen i leverandørkjeden og rapportere til oss."),
    ("nb", "Vi har ikke noen oversikt over fabrikkene etter dette leddet."),
    ("nn", "Me vurderer ikkje risikoen, og det er ein plan som vert følgd opp kvart år frå no."),
    ("da", "Vi vurderer ikke risikoen, og planen bliver fulgt op af vores indkøbere efter audit."),
  ])
  func shortTexts(language: String, text: String) {
    #expect(guess(text) == language)
  }

  @Test(arguments: ["", "Yes.", "N/A", "12 34 56 78", "Xyzzy plugh frotz blorb gnusto rezrov"])
  func tooLittleGivesNothing(text: String) {
    #expect(guess(text) == nil)
  }

  /// A language that aktsam does not read is none of those that it reads.
  @Test(arguments: [
    "Me arvioimme riskit joka vuosi ja raportoimme ne, mutta se ei ole vielä valmis.",
    "Der Lieferant bewertet die Risiken in der Lieferkette und berichtet nicht an uns.",
    "Le fournisseur évalue les risques dans la chaîne et ne nous informe pas.",
  ])
  func otherLanguagesAreNoneOfOurs(text: String) {
    #expect(!["en", "sv", "nb", "nn", "da"].contains(guess(text)))
  }

  @Test func aTableThatIsNoneMakesNoGuesses() {
    for text in ["", "nonsense", "languages\ten sv\nx", "languages\t\na\tb\n"] {
      let guesser = LanguageGuess(LanguageTable(Array(text.utf8)))
      #expect(guesser.guess(Array("The plan is in the annex.".utf8), 0..<25) == nil)
    }
  }

  @Test func languagesOfTheTableAreKnown() {
    for language in ["en", "sv", "nb", "nn", "da"] { #expect(Self.guesser.knows(language)) }
    for language in ["pt", "other", ""] { #expect(!Self.guesser.knows(language)) }
    #expect(!LanguageGuess(LanguageTable([])).knows("en"))
  }

  @Test func onlyTheRangeIsLookedAt() {
    let text = Array("och det är inte så. The plan is in the annex and it shall be read.".utf8)
    #expect(Self.guesser.guess(text, 22..<text.count) == "en")
    #expect(Self.guesser.guess(text, 0..<22) == "sv")
  }

  @Test func bytesThatAreNoTextDoNotTrap() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<50 {
      let bytes = (0..<300).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      _ = Self.guesser.guess(bytes, 0..<bytes.count)
      _ = Self.guesser.guess(bytes, 250..<900)
    }
  }
}
