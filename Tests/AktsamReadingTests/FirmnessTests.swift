import AktsamReading
import AktsamText
import Testing

@Suite struct ForceTests {
  @Test(arguments: [
    ("The supplier shall assess risks.", Force.obligation),
    ("The supplier must assess risks.", .obligation),
    ("The supplier strives to assess risks.", .aspiration),
    ("The supplier shall strive to assess risks.", .aspiration),
    ("The supplier may assess risks.", .permission),
    ("The supplier plans to assess risks.", .intention),
    ("We expect our suppliers to assess risks.", .expectation),
    ("We assess risks at every site.", .practice),
    ("Do we assess risks at every site?", .bare),
    ("Risks of course.", .bare),
    // A weak word far behind a binding one belongs to something else.
    (
      "The supplier shall assess all risks and report to whom harm may be done later.", .obligation
    ),
    // What nobody may do is forbidden.
    ("No supplier may assess risks in secret.", .obligation),
    ("The supplier may not hide risks.", .obligation),
  ])
  func english(text: String, force: Force) {
    #expect(Reading.passage(text)?.force == force)
  }

  @Test(arguments: [
    ("sv", "Leverantören ska bedöma risker.", Force.obligation),
    ("sv", "Leverantören får bedöma risker.", .permission),
    ("sv", "Leverantören får inte använda barnarbete.", .obligation),
    ("sv", "Leverantören strävar efter att bedöma risker.", .aspiration),
    ("nb", "Leverandøren må vurdere risiko.", .obligation),
    ("nb", "Leverandøren må ikke bruke barnearbeid.", .obligation),
    ("nb", "Leverandøren kan vurdere risiko.", .permission),
    ("nb", "Vi planlegger å vurdere risiko.", .intention),
  ])
  func swedishAndNorwegian(language: String, text: String, force: Force) {
    #expect(Reading.passage(text, .contract, language)?.force == force)
  }

  @Test(arguments: [
    ("sv", "Leverantören får inte använda barnarbete.", Polarity.affirmed),
    ("nb", "Leverandøren må ikke bruke barnearbeid.", .affirmed),
    ("sv", "Vi bedömer inte risker.", .denied), ("nb", "Vi vurderer ikke risiko.", .denied),
  ])
  func aProhibitionIsNoDenial(language: String, text: String, polarity: Polarity) {
    #expect(Reading.passage(text, .contract, language)?.polarity == polarity)
  }

  @Test(arguments: [
    (DocumentRole.response, Force.intention), (.tender, .obligation), (.contract, .obligation),
  ])
  func willPromisesInAnOfferAndPostponesInAnAnswer(role: DocumentRole, force: Force) {
    #expect(Reading.passage("We will assess risks.", role)?.force == force)
  }

  @Test func willAfterAConditionPromisesInAnAnswer() {
    #expect(
      Reading.passage("When a site is added, we will assess risks.", .response)?.force
        == .obligation)
  }

  @Test(arguments: [
    ("The supplier strives to assess risks.", "weak aspirational"),
    ("The supplier may assess risks.", "weak permissive"),
    ("The supplier plans to assess risks by 30 June.", "weak planned-only"),
    ("The supplier shall assess risks.", "met"),
  ])
  func aWeakForceIsAWeakness(text: String, verdict: String) {
    #expect(Reading.verdict("assess", text) == verdict)
  }

  @Test func theFirmestSentenceCounts() {
    #expect(
      Reading.verdict("assess", "We strive to assess risks. The supplier shall assess risks.")
        == "met")
  }

  @Test func theWordsThatDecidedAreNamed() {
    let found = Reading.assessments([
      Reading.document("The supplier strives to assess risks.", role: .contract)
    ])["assess"]
    #expect(found?.weaknesses.map(\.words) == [["strives"]])
    #expect(found?.evidence.map(\.quote) == ["The supplier strives to assess risks."])
  }
}

@Suite struct BearerTests {
  @Test(arguments: [
    ("We assess risks.", DocumentRole.response, Bearer.supplier),
    ("We assess risks.", .tender, .supplier), ("We assess risks.", .contract, .buyer),
    ("The supplier shall assess risks.", .contract, .supplier),
    // In a bidder's own code "the supplier" is the one below.
    ("The supplier shall assess risks.", .tender, .subSupplier),
    ("The factory shall assess risks.", .tender, .subSupplier),
    ("The buyer shall assess risks.", .contract, .buyer),
    ("Risks are assessed.", .contract, .nobody),
    // The one before the force word.
    ("If the buyer asks, the supplier shall assess risks.", .contract, .supplier),
  ])
  func dependsOnTheRole(text: String, role: DocumentRole, bearer: Bearer) {
    #expect(Reading.passage(text, role)?.bearer == bearer)
  }
}

@Suite struct HedgeTests {
  @Test func aConditionIsAWeakness() {
    let found = Reading.assessments([
      Reading.document("The supplier shall assess risks where possible.", role: .contract)
    ])["assess"]
    #expect(Reading.verdict(found) == "weak conditional")
    #expect(found?.weaknesses.map(\.words) == [["where possible"]])
  }

  @Test(arguments: [
    ("assess", "The supplier shall assess risks when needed.", "weak conditional"),
    ("train", "The supplier shall train staff when needed.", "met"),
    ("train", "The supplier shall train staff where possible.", "weak conditional"),
  ])
  func aRequirementMayTolerateAHedge(requirement: String, text: String, verdict: String) {
    #expect(Reading.verdict(requirement, text) == verdict)
  }

  @Test func anotherMeasureInsteadLiftsTheCondition() {
    #expect(
      Reading.verdict(
        "assess",
        "The supplier shall assess risks where possible. Owners are asked instead.") == "met")
  }

  @Test func hedgesOfOtherSentencesDoNotCount() {
    #expect(
      Reading.verdict(
        "assess", "The supplier shall assess risks. Where possible, lists are in English.")
        == "met")
  }
}
