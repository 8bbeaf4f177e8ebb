import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText
import Testing

/// A lead-in is read with its items; what is quoted stands in these and nowhere else.
@Suite struct ListQuotationTests {
  private let document = Reading.document(
    [
      Reading.Part(text: "The supplier shall:"), Reading.Part(text: "(a)", kind: .caption),
      Reading.Part(text: "assess risks at each site", kind: .listItem),
      Reading.Part(text: "(b)", kind: .caption),
      Reading.Part(text: "audit the factory each year", kind: .listItem),
    ], role: .contract)
  private let words =
    "The supplier shall: assess risks at each site audit the factory each year"

  private func source(_ place: Place) -> [String] {
    place.segments.map { String(decoding: document.source.bytes[$0], as: UTF8.self) }
  }

  @Test func whatStandsBetweenTheItemsIsNotQuoted() throws {
    let found = try #require(Reading.assessments([document])["assess"]?.evidence.first)
    #expect(found.quote == words)
    #expect(
      source(found.place) == [
        "The supplier shall:", "assess risks at each site", "audit the factory each year",
      ])
    #expect(found.place.line == 1)
    #expect(found.place.endLine == 5)
  }

  @Test func aPassageHasTheSameWords() throws {
    let assessor = DocumentAssessor(
      Reading.compiled, parameters: Fixture.profile.parameters)
    let passage = try #require(assessor.read(document, annotating: true).passageReadings.first)
    #expect(passage.text == words)
    #expect(source(passage.place).count == 3)
  }

  /// A blank with an accent behind it is one character, and white space.
  @Test func anAccentThatStandsAloneIsKept() throws {
    let passage = try #require(Reading.passage("The buyer \u{301}s  supplier shall assess risks."))
    let expected = "The buyer \u{301}s supplier shall assess risks."
    #expect(passage.text.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }
}
