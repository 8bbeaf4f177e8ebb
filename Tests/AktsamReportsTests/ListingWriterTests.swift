import AktsamClauses
import AktsamReading
import AktsamReports
import Foundation
import Testing

@Suite struct ListingWriterTests {
  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func requirementsOfAProfile() {
    let text = string(
      ListingWriter.requirements(
        Fixture.library, profile: Fixture.profile, language: "sv", json: false))
    #expect(
      text == """
        test-terms 2.0.0: Testvillkor

        2.6  gri-mechanism  obligatoriskt  hög  Klagomålsmekanism
        2.2  dd-map         förväntat      hög  Kartläggning
             gov-policy     valfritt       hög  Policy

        3 krav

        """)
  }

  @Test func allRequirementsOfALibrary() {
    let text = string(
      ListingWriter.requirements(Fixture.library, profile: nil, language: "en", json: false))
    #expect(text.hasPrefix("gri-mechanism  grievance  high  Grievance mechanism\n"))
  }

  @Test(arguments: ["en", "sv", "nb"])
  func requirementPage(language: String) throws {
    try Golden.expect(
      ListingWriter.requirement(
        Fixture.mechanism, in: Fixture.library, language: language, json: false),
      "requirement.\(language).txt")
  }

  @Test func requirementAsJSON() throws {
    try Golden.expect(
      ListingWriter.requirement(Fixture.mechanism, in: Fixture.library, language: "en", json: true),
      "requirement.en.json")
  }

  @Test func emptyLibrariesHaveEmptyListings() {
    let library = Library(
      version: "1", sha256: "", concepts: [], lexicons: [:], requirements: [], sources: [],
      profiles: [])
    for json in [true, false] {
      #expect(
        !ListingWriter.requirements(library, profile: nil, language: "en", json: json).isEmpty)
      _ = ListingWriter.profiles(library, language: "en", json: json)
      _ = ListingWriter.sources(library, language: "en", json: json)
    }
  }

  @Test func norms() {
    #expect(
      string(ListingWriter.sources(Fixture.library, language: "en", json: false)) == """
        UNGP: Guiding Principles (soft law, global, 2011) https://norm.example/ungp
          UNGP-29, Principle 29: There is a channel. [checked in part against the published text]

        """)
  }

  @Test func weaknessPage() {
    #expect(
      string(ListingWriter.weakness(.noDeadline, language: "en", json: false)) == """
        no-deadline: no time limit

          What it means: No date, time limit or interval is given where one is needed.
          How to mend it: Give a date, a number of days or an interval.

        """)
  }

  /// Each code is explained in each language, in the form that the composed sentences need.
  @Test(arguments: Weakness.allCases)
  func everyWeaknessIsExplained(code: Weakness) throws {
    var seen: Set<String> = []
    for language in ReportTexts.languages {
      let bytes = ListingWriter.weakness(code, language: language, json: true)
      let page = try #require(
        JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String])
      let reason = try #require(page["reason"])
      let mend = try #require(page["mend"])
      #expect(reason.first?.isLowercase == true && !reason.hasSuffix("."))
      #expect(mend.first?.isUppercase == true && mend.hasSuffix("."))
      #expect(seen.insert(mend).inserted, "the same text in two languages")
    }
  }
}
