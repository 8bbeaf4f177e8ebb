import AktsamReading
import AktsamText
import Testing

@Suite struct ElementTests {
  @Test(arguments: [
    ("The supplier shall map its own sites.", "weak own-operations-only"),
    ("The supplier shall map its direct suppliers.", "weak first-tier-only"),
    ("The supplier shall map the whole supply chain.", "met"),
    ("The supplier shall map all subcontractors.", "met"),
    ("The supplier shall map the supply chain.", "met"),
    ("The supplier shall map everything.", "weak own-operations-only"),
    ("The supplier shall map its own sites and all tiers.", "met"),
  ])
  func chainScope(text: String, verdict: String) {
    #expect(Reading.verdict("map", text) == verdict)
  }

  @Test(arguments: [
    ("Our own sites are mapped.", ChainScope.ownOperations),
    ("Our direct suppliers are mapped.", .firstTier),
    ("Each subcontractor is mapped.", .namedTiers),
    ("Own sites and all tiers are mapped.", .wholeChain),
  ])
  func theDeepestScopeCounts(text: String, scope: ChainScope) {
    #expect(Reading.passage(text, .response)?.scope == scope)
  }

  @Test func silenceAboutScopeIsNoScope() {
    #expect(Reading.passage("Everything is mapped.", .response)?.scope == nil)
  }

  @Test(arguments: [
    ("We train all staff.", DocumentRole.response, "weak no-evidence"),
    ("We train all staff, see annex 3.", .response, "met"),
    ("We trained 84 people.", .response, "met"),
    ("We trained all staff on 4 February 2025.", .response, "met"),
    ("We train all staff, as the minutes say.", .response, "met"),
    ("The supplier shall train all staff.", .contract, "met"),
  ])
  func evidenceIsAskedForWhereItIsCore(text: String, role: DocumentRole, verdict: String) {
    #expect(Reading.verdict("train", text, role) == verdict)
  }

  @Test func elementsMayStandInAnotherSentence() {
    #expect(
      Reading.verdict(
        "policy", "The policy shall cover human rights. It builds on the Guiding Principles.")
        == "met")
    let found = Reading.assessments([
      Reading.document("The policy shall cover human rights.", role: .contract)
    ])["policy"]
    #expect(Reading.verdict(found) == "weak no-standard")
    #expect(found?.elements.map(\.state) == [.absent, .met])
    #expect(found?.elements.map(\.evidence) == [[], [0]])
  }

  @Test func metStatementsBesideWeakOnesMakeItMet() {
    let found = Reading.assessments([
      Reading.document(
        [
          Reading.Part(text: "The supplier may map all tiers.", group: 0),
          Reading.Part(text: "The supplier shall map all tiers.", group: 1),
        ], role: .contract)
    ])["map"]
    #expect(found?.outcome == .met)
    #expect(found?.evidence.first?.quote == "The supplier shall map all tiers.")
    #expect(found?.evidence.first?.place.line == 2)
    #expect(found?.evidence.count == 2)
  }
}

@Suite struct AnswerTests {
  @Test(arguments: ["N/A", "Not applicable.", "[describe the assessment of risks here]"])
  func placeholders(text: String) {
    #expect(Reading.verdict("assess", text, .response, mapped: true) == "weak placeholder")
  }

  @Test func aYesAloneIsABareAssertion() {
    #expect(Reading.verdict("assess", "Yes.", .response, mapped: true) == "weak bare-assertion")
    #expect(Reading.verdict("train", "Yes.", .response, mapped: true) == "weak bare-assertion")
    #expect(Reading.verdict("assess", "Yes.", .response) == "missing")
  }

  @Test func anAnswerNeedNotRepeatTheTopic() {
    #expect(
      Reading.verdict(
        "train", "Since 2024 all 84 buyers take a course, see annex 2.", .response, mapped: true)
        == "met")
  }

  @Test func aReferenceElsewhereIsNoAnswer() {
    #expect(
      Reading.verdict("train", "See our website for what we do.", .response, mapped: true)
        == "weak reference-elsewhere")
  }
}

@Suite struct ContextTests {
  @Test func anotherSubjectIsLeftOut() {
    #expect(
      Reading.verdict("assess", "The supplier shall assess the risk of price changes.")
        == "missing")
  }

  @Test func theFieldItselfGoesBeforeAnotherSubject() {
    #expect(
      Reading.verdict(
        "assess", "The supplier shall assess risks to human rights, at no price.") != "missing")
  }

  @Test func aMappedAnswerOnTheTopicIsKept() {
    #expect(
      Reading.verdict(
        "assess", "We assess risks at each site, the price of it included.", .response,
        mapped: true) == "met")
  }
}
