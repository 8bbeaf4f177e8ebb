import AktsamReading
import AktsamText
import Testing

@Suite struct DenialTests {
  @Test(arguments: [
    ("We do not assess risks.", "contradicted"), ("We don\u{2019}t assess risks.", "contradicted"),
    ("Nobody assesses risks.", "contradicted"), ("Risks are never assessed.", "contradicted"),
    ("We assess risks without delay.", "met"), ("We not only assess risks but act.", "met"),
    ("No supplier is used before risks have been assessed.", "met"),
    ("Where plants do not answer, we assess the risks.", "met"),
    ("We assess all risks, and complaints are not published.", "met"),
  ])
  func ofADuty(text: String, outcome: String) {
    #expect(Reading.verdict("assess", text, .response) == outcome)
  }

  @Test(arguments: [
    ("sv", "Vi bedömer inte risker.", "contradicted"),
    ("sv", "Vi bedömer inte bara risker.", "met"),
    ("sv", "Vi bedömer risker utan dröjsmål.", "met"),
    ("nb", "Vi vurderer ikke risiko.", "contradicted"),
    ("nb", "Vi vurderer ikke bare risiko.", "met"),
  ])
  func inSwedishAndNorwegian(language: String, text: String, outcome: String) {
    #expect(Reading.verdict("assess", text, .response, language) == outcome)
  }

  @Test(arguments: [
    ("We do not tolerate child labour.", "met"), ("Child labour shall not occur.", "met"),
    ("Child labour is accepted at harvest.", "contradicted"),
  ])
  func ofAProhibitionAffirms(text: String, outcome: String) {
    #expect(Reading.verdict("no-child-labour", text, .response) == outcome)
  }

  @Test(arguments: [
    ("No, we do not.", "contradicted"), ("No.", "contradicted"),
    ("No supplier is used before risks have been assessed in full.", "met"),
  ])
  func noAsTheAnswerToAMappedQuestion(text: String, outcome: String) {
    #expect(Reading.verdict("assess", text, .response, mapped: true) == outcome)
  }

  @Test func aHarmNearerThanTheDutyAffirms() {
    #expect(
      Reading.verdict(
        "assess", "We assess risks so that no child labour is used.", .response) == "met")
  }
}
