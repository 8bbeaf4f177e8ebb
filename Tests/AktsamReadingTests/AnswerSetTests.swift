import AktsamDocuments
import AktsamReading
import AktsamText
import Testing

/// What the parts of a questionnaire say together: headings, values and their comments, answers
/// given twice, dates.
@Suite struct AnswerSetTests {
  private func question(
    _ id: String, _ requirement: String, value: Question.Value? = nil, valueBlock: Int32 = -1
  ) -> Question {
    Question(
      id: id, requirements: [requirement], kind: value == nil ? .text : .yesNo, state: .answered,
      value: value, valueBlock: valueBlock)
  }

  /// A yes-or-no answer and its comment.
  private func answer(_ value: Question.Value, _ comment: String) -> Document {
    Reading.document(
      [
        Reading.Part(text: value.rawValue, kind: .answer, question: 0),
        Reading.Part(text: comment, kind: .answer, question: 0),
      ], role: .response, questions: [question("q", "assess", value: value, valueBlock: 0)])
  }

  @Test(arguments: [(Int32(0), Outcome.met), (Int32(1), .missing), (Int32(-1), .missing)])
  func aPatternMayAskForAHeading(heading: Int32, outcome: Outcome) {
    let document = Reading.document(
      [
        Reading.Part(text: "Human rights", kind: .heading, group: 0),
        Reading.Part(text: "Delivery", kind: .heading, group: 1),
        Reading.Part(text: "The supplier shall publish it.", group: 2, heading: heading),
      ], role: .contract)
    #expect(Reading.assessments([document])["publish"]?.outcome == outcome)
  }

  @Test func aStructuredNoDenies() throws {
    let found = try #require(Reading.assessments([answer(.no, "Maybe later.")])["assess"])
    #expect(found.outcome == .contradicted)
    #expect(found.contradiction?.kind == .denied)
  }

  @Test(arguments: [
    (Question.Value.yes, "We do not assess risks."),
    (.no, "Our buyers assess the risks at each site together with local owners."),
  ])
  func aCommentMayContradictItsValue(value: Question.Value, comment: String) throws {
    let found = try #require(Reading.assessments([answer(value, comment)])["assess"])
    #expect(found.outcome == .contradicted)
    #expect(found.certainty == .check)
    #expect(found.contradiction == Contradiction(kind: .conflict, between: [0, 1]))
    #expect(Set(found.evidence.prefix(2).map(\.quote)) == [value.rawValue, comment])
  }

  @Test func aValueAndACommentMayAgree() {
    #expect(
      Reading.assessments([
        answer(.yes, "Our buyers assess the risks at each site together with local owners.")
      ])["assess"]?.outcome == .met)
  }

  private func twoAnswers(_ first: Reading.Part, _ second: Reading.Part) -> [String: Assessment] {
    var (first, second) = (first, second)
    (first.kind, first.group, first.question) = (.answer, 0, 0)
    (second.kind, second.group, second.question) = (.answer, 1, 1)
    return Reading.assessments([
      Reading.document(
        [first, second], role: .response,
        questions: [question("a", "assess"), question("b", "map")])
    ])
  }

  @Test func anAnswerGivenTwiceIsCopied() {
    let text = "Since March we assess risks and map all tiers with our owners."
    let found = twoAnswers(Reading.Part(text: text), Reading.Part(text: text))
    #expect(found["map"]?.weaknesses.map(\.code).contains(.copiedAnswer) == true)
  }

  @Test func shortAnswersMayBeTheSame() {
    let text = "We map all tiers."
    let found = twoAnswers(Reading.Part(text: text), Reading.Part(text: text))
    #expect(found["map"]?.weaknesses.map(\.code).contains(.copiedAnswer) == false)
  }

  /// As many words, all of them different ones: only their numbers in two tables are the same.
  @Test func answersInTwoLanguagesAreNoCopies() {
    let found = twoAnswers(
      Reading.Part(
        text: "Since March our buyers assess all risks together with local site owners.",
        language: "en"),
      Reading.Part(
        text: "Sedan mars kartlägger våra inköpare alla led ihop med lokala ägare där.",
        language: "sv"))
    #expect(found["assess"]?.outcome == .met)
    #expect(found["map"]?.outcome == .met)
  }

  @Test(arguments: [("2026-11-24", Outcome.weak), ("2023-01-01", .met), ("", .met)])
  func evidenceGrowsOld(asOf: String, outcome: Outcome) {
    let document = Reading.document("In June 2021 we trained 84 people.", role: .response)
    let found = Reading.assessments([document], asOf: asOf.isEmpty ? nil : asOf)["train"]
    #expect(found?.outcome == outcome)
    #expect(
      found?.weaknesses.map(\.code).contains(.outdatedEvidence) == (outcome == .weak))
  }

  @Test func theDateOfTheDocumentCountsWhenNoneIsGiven() {
    var document = Reading.document("In June 2021 we trained 84 people.", role: .response)
    document.date = "2026-11-24"
    #expect(Reading.assessments([document])["train"]?.outcome == .weak)
    #expect(Reading.assessments([document], asOf: "2022-01-01")["train"]?.outcome == .met)
  }

  @Test func whatComesNearestIsShownAndSupportsNothing() throws {
    let document = Reading.document("We know the risks at each site.", role: .response)
    let found = try #require(Reading.assessments([document])["assess"])
    #expect(found.outcome == .missing)
    #expect(found.evidence.indices.allSatisfy { found.nearest.contains($0) })
    #expect(found.evidence.allSatisfy { $0.supports.isEmpty })
  }
}
