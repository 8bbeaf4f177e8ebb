import AktsamDocuments
import AktsamText
import Testing

@Suite struct OwnQuestionnaireTests {
  @Test func eachLanguageOfAQuestionIsAGroup() throws {
    let document = OwnFixture.questionnaire(
      """
      <question id="q1" number="2.1" type="choice" mandatory="true" requirement="dd-leverage">
        <text>How often?</text><text xml:lang="sv">Hur ofta?</text>
        <help xml:lang="sv">Räkna besök.</help>
        <option id="a"><text>Yearly</text><text xml:lang="sv">Varje år</text></option>
        <evidence max-age-months="24"><text>Attach the report.</text></evidence>
      </question>
      """)
    #expect(document.findings.isEmpty)
    #expect(document.role == .questionnaire)
    #expect(document.roleOrigin == .format)
    #expect(document.party == Party(name: "Exempelregionen", kind: .buyer))
    let opening = String(decoding: document.source.bytes[document.opening], as: UTF8.self)
    #expect(opening.hasPrefix("<questionnaire ") && opening.hasSuffix(">"))
    #expect(!opening.dropLast().contains(">"))
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: T", "1 heading 2: Step two", "2 question 2.1: How often?",
        "2 caption 2.1: Yearly", "2 question 2.1: Attach the report.",
        "3 question 2.1: Hur ofta?", "3 question 2.1: Räkna besök.", "3 caption 2.1: Varje år",
      ])
    #expect(document.blocks.map(\.language) == [nil, nil, nil, nil, nil, "sv", "sv", "sv"])
    let question = try #require(document.questions.first)
    #expect(question.kind == .choice)
    #expect(question.label == "How often?")
    #expect(question.isMandatory)
    #expect(question.requirements == ["dd-leverage"])
    #expect(question.state == .notAsked)
    #expect(
      question.evidence == [EvidenceReference(title: "Attach the report.", block: 4)])
  }

  @Test(arguments: [
    ("yes-no", Question.Kind.yesNo), ("multi", .multi), ("text", .text), ("number", .number),
    ("date", .date), ("country", .country), ("evidence", .evidence), ("table", .table),
    ("sites", .table),
  ])
  func everyTypeHasAKind(type: String, kind: Question.Kind) {
    let document = OwnFixture.questionnaire(
      "<question id='a' type='\(type)'><text>x</text></question>")
    #expect(document.findings.isEmpty)
    #expect(document.questions.map(\.kind) == [kind])
    #expect(document.questions.map(\.evidence.isEmpty) == [kind != .evidence])
  }

  @Test func conditionsMustNameAQuestion() {
    let document = OwnFixture.questionnaire(
      """
      <question id="a" type="yes-no"><text>x</text><show-when question="b" value="yes"/></question>
      <question id="b" type="yes-no"><text>x</text><show-when question="c"/></question>
      """)
    #expect(
      document.findings.map(\.message) == ["the question \"c\" is not found in this document"])
    #expect(document.findings.map(\.place?.line) == [5])
  }

  @Test func anIdThatStandsTwiceIsNoticed() {
    let question = "<question id='a' type='text'><text>x</text></question>"
    let document = OwnFixture.questionnaire(question + question)
    #expect(Set(OwnFixture.rules(document)) == ["AK0110", "AK0310"])
  }

  @Test func theSchemaIsStrict() {
    let document = OwnFixture.questionnaire(
      "<question id='a' type='essay'><text>x</text></question>")
    #expect(OwnFixture.rules(document) == ["AK0110"])
    #expect(document.questions.map(\.kind) == [.text])
  }
}
