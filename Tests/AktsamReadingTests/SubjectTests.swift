import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText
import Testing

@Suite struct OwnWordsTests {
  private let text = "The supplier shall assess risks."

  @Test(arguments: [BlockKind.question, .requirement, .heading, .caption])
  func othersWordsAreNoEvidenceForASupplier(kind: BlockKind) {
    for role in [DocumentRole.response, .tender] {
      let document = Reading.document([Reading.Part(text: text, kind: kind)], role: role)
      #expect(Reading.assessments([document])["assess"]?.outcome == .missing)
    }
  }

  @Test(arguments: [BlockKind.answer, .paragraph, .listItem, .tableCell])
  func ownWordsAre(kind: BlockKind) {
    let document = Reading.document([Reading.Part(text: text, kind: kind)], role: .response)
    #expect(Reading.assessments([document])["assess"]?.outcome == .met)
  }

  @Test func aBuyersTermsAreReadWhole() {
    let requirement = Reading.document(
      [Reading.Part(text: text, kind: .requirement)], role: .contract)
    #expect(Reading.assessments([requirement])["assess"]?.outcome == .met)
    let heading = Reading.document([Reading.Part(text: text, kind: .heading)], role: .contract)
    #expect(Reading.assessments([heading])["assess"]?.outcome == .missing)
  }

  @Test func anEmptyResponseLacksEverything() {
    let found = Reading.assessments([Reading.document([], role: .response)])
    #expect(found.count == Fixture.library.requirements.count)
    #expect(found.values.allSatisfy { $0.outcome == .missing && $0.evidence.isEmpty })
    #expect(found.values.allSatisfy { $0.elements.allSatisfy { $0.state == .absent } })
  }

  @Test func noDocumentAtAllLacksEverything() {
    #expect(Reading.assessments([]).values.allSatisfy { $0.outcome == .missing })
  }
}

@Suite struct ContradictionTests {
  private let met = Reading.document("We assess risks at each site.", role: .response)
  private let denied = Reading.document("We do not assess risks.", role: .response)
  private let weak = Reading.document("We strive to assess risks.", role: .response)

  @Test func aDenialAlone() throws {
    let found = try #require(Reading.assessments([denied])["assess"])
    #expect(found.outcome == .contradicted)
    #expect(found.contradiction == Contradiction(kind: .denied, between: [0]))
    #expect(found.evidence.map(\.quote) == ["We do not assess risks."])
  }

  @Test(arguments: [true, false])
  func metInOneDocumentDeniedInAnother(isMetFirst: Bool) throws {
    let found = try #require(
      Reading.assessments(isMetFirst ? [met, denied] : [denied, met])["assess"])
    #expect(found.outcome == .contradicted)
    #expect(found.certainty == .check)
    #expect(found.contradiction == Contradiction(kind: .conflict, between: [0, 1]))
    #expect(
      Set(found.evidence.map(\.quote))
        == ["We do not assess risks.", "We assess risks at each site."])
  }

  @Test func aDenialGoesBeforeAWeakStatement() {
    let found = Reading.assessments([weak, denied])["assess"]
    #expect(found?.contradiction?.kind == .denied)
    #expect(found?.evidence.first?.quote == "We do not assess risks.")
  }

  @Test func oneRequirementDoesNotTouchAnother() {
    #expect(Reading.assessments([met, denied])["map"]?.outcome == .missing)
  }
}

@Suite struct PartyTests {
  @Test(arguments: [
    (Party.Kind.subcontractor, Outcome.weak), (.buyer, .weak), (.reliedOn, .met), (.member, .met),
    (.supplier, .met),
  ])
  func anotherPartysWordsGiveAtMostWeak(kind: Party.Kind, outcome: Outcome) throws {
    var document = Reading.document(
      [Reading.Part(text: "We assess risks at each site.", kind: .answer, party: 0)],
      role: .response)
    document.otherParties = [Party(name: "Beta AB", kind: kind)]
    let found = try #require(Reading.assessments([document])["assess"])
    #expect(found.outcome == outcome)
    #expect(found.evidence.map(\.party) == ["Beta AB"])
  }
}

@Suite struct AbsenceTests {
  @Test func aSwitchedOffQuestionIsNotApplicable() throws {
    let document = Reading.document(
      [Reading.Part(text: "Self-employed: yes", kind: .tableCell, question: 0)], role: .response,
      questions: [
        Question(id: "a", kind: .yesNo, state: .answered, value: .yes, valueBlock: 0),
        Question(id: "b", requirements: ["train"], kind: .text, state: .switchedOff(by: 0)),
      ])
    let found = Reading.assessments([document])
    let train = try #require(found["train"])
    #expect(train.outcome == .notApplicable)
    #expect(train.evidence.map(\.quote) == ["Self-employed: yes"])
    #expect(found["map"]?.outcome == .missing)
  }

  @Test func aConditionThatPointsNowhereDoesNotTrap() {
    for index in [-1, 7, Int.max] {
      let document = Reading.document(
        [], role: .response,
        questions: [
          Question(id: "b", requirements: ["train"], kind: .text, state: .switchedOff(by: index))
        ])
      #expect(Reading.assessments([document])["train"]?.outcome == .notApplicable)
    }
  }

  @Test func whatIsSaidElsewhereGoesBeforeASwitchedOffQuestion() {
    let document = Reading.document(
      [Reading.Part(text: "We trained 84 people in 2025.", kind: .answer)], role: .response,
      questions: [
        Question(id: "b", requirements: ["train"], kind: .text, state: .switchedOff(by: 0))
      ])
    #expect(Reading.assessments([document])["train"]?.outcome == .met)
  }

  @Test func aLanguageWithoutALexiconIsUnread() throws {
    let document = Reading.document(
      "Me arvioimme riskit joka vuosi.", role: .response, language: "fi")
    let found = try #require(Reading.assessments([document])["assess"])
    #expect(found.outcome == .unread)
    #expect(found.certainty == .check)
    #expect(found.unreadPassages == 1)
  }

  @Test func aDetectedLanguageIsUnreadToo() {
    let document = Reading.document(
      "Me arvioimme riskit joka vuosi ja raportoimme ne, mutta se ei ole vielä valmis.",
      role: .response, language: nil)
    #expect(Reading.assessments([document])["assess"]?.outcome == .unread)
  }

  @Test func theReadPartStillCounts() {
    let parts = [
      Reading.Part(text: "Me arvioimme riskit.", kind: .answer, group: 0, language: "fi"),
      Reading.Part(text: "We assess risks at each site.", kind: .answer, group: 1),
      Reading.Part(text: "We are many.", kind: .answer, group: 2),
    ]
    let found = Reading.assessments([Reading.document(parts, role: .response)])
    #expect(found["assess"]?.outcome == .met)
    #expect(found["map"]?.outcome == .missing)
    #expect(found["map"]?.certainty == .check)
  }

  @Test func nynorskIsReadWithTheBokmaalLexicon() {
    let document = Reading.document(
      "Leverandøren skal vurdere risiko.", role: .contract, language: "nn")
    #expect(Reading.assessments([document])["assess"]?.outcome == .met)
  }

  @Test func everyBlockMayHaveItsOwnLanguage() {
    let parts = [
      Reading.Part(text: "Leverantören ska bedöma risker.", group: 0, language: "sv"),
      Reading.Part(text: "Leverandøren skal kartlegge alle ledd.", group: 1, language: "nb"),
    ]
    let found = Reading.assessments([Reading.document(parts, role: .contract)])
    #expect(found["assess"]?.outcome == .met)
    #expect(found["map"]?.outcome == .met)
    #expect(found["map"]?.evidence.first?.language == "nb")
  }

  @Test func theSameDocumentsGiveTheSameAssessments() {
    let documents = [
      Reading.document("We assess risks. We map our own sites.", role: .response),
      Reading.document("The policy covers human rights.", role: .tender),
    ]
    #expect(Reading.assessments(documents) == Reading.assessments(documents))
  }
}
