import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct QTITests {
  private static let item = """
    <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i1"
     title="Child labour &amp; age" xml:lang="en">
    <qti-response-declaration identifier="R1" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
    <qti-item-body><p>Read the <b>code</b> first.</p>
    <qti-choice-interaction response-identifier="R1" max-choices="1">
    <qti-prompt>How do you check age?</qti-prompt>
    <qti-simple-choice identifier="A">Papers</qti-simple-choice>
    <qti-simple-choice identifier="B">Nothing</qti-simple-choice></qti-choice-interaction>
    <p>Explain: <qti-text-entry-interaction response-identifier="R2"/> in brief.</p>
    <qti-feedback-block outcome-identifier="F" identifier="ok"><p>Well done.</p></qti-feedback-block>
    </qti-item-body></qti-assessment-item>
    """

  @Test func anItemIsRead() {
    let document = SurveyFixture.read(Self.item)
    #expect(document.format == "qti")
    #expect(document.role == .questionnaire)
    #expect(document.language == "en")
    #expect(
      SurveyFixture.outline(document) == [
        "heading |  |  | Child labour & age", "question |  |  | Read the code first.",
        "question |  |  | How do you check age?",
        "caption |  | Read the code first. How do you check age? | Papers",
        "caption |  | Read the code first. How do you check age? | Nothing",
        "question |  |  | Explain:", "caption |  |  | in brief.",
      ])
    #expect(document.questions.map(\.id) == ["R1", "R2"])
    #expect(document.questions.map(\.kind) == [.choice, .text])
    #expect(SurveyFixture.source(document.blocks[0], document) == "Child labour &amp; age")
    #expect(SurveyFixture.source(document.blocks[2], document) == "How do you check age?")
  }

  @Test func versionTwoHasOtherNames() {
    let document = SurveyFixture.read(
      """
      <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="T">
      <itemBody><extendedTextInteraction responseIdentifier="X"><prompt>Describe.</prompt>
      </extendedTextInteraction></itemBody></assessmentItem>
      """)
    #expect(SurveyFixture.outline(document) == ["heading |  |  | T", "question |  |  | Describe."])
    #expect(document.questions.map(\.id) == ["X"])
  }

  @Test func aTestNamesItemsElsewhere() {
    let document = SurveyFixture.read(
      """
      <assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="Test">
      <testPart identifier="p"><assessmentSection identifier="s" title="Wages">
      <rubricBlock view="candidate"><p>Answer all.</p></rubricBlock>
      <assessmentItemRef identifier="a" href="a.xml"/><assessmentItemRef identifier="b" href="b.xml"/>
      </assessmentSection></testPart></assessmentTest>
      """)
    #expect(
      SurveyFixture.outline(document) == [
        "heading |  |  | Test", "heading |  |  | Wages", "caption |  |  | Answer all.",
      ])
    #expect(document.findings.map(\.rule) == ["AK0324"])
    #expect(document.findings[0].message.contains("2 items"))
  }

  @Test func aResultHoldsAnswers() {
    let document = SurveyFixture.read(
      """
      <assessmentResult xmlns="http://www.imsglobal.org/xsd/imsqti_result_v2p1"><context/>
      <itemResult identifier="i1" datestamp="2026-04-05T10:00:00">
      <responseVariable identifier="R2" cardinality="single" baseType="string">
      <candidateResponse><value>We ask for papers &amp; visit.</value></candidateResponse>
      </responseVariable>
      <responseVariable identifier="R3"><candidateResponse/></responseVariable>
      <responseVariable identifier="duration"><candidateResponse><value>12</value></candidateResponse>
      </responseVariable></itemResult></assessmentResult>
      """)
    #expect(document.role == .response)
    #expect(document.date == "2026-04-05")
    #expect(
      SurveyFixture.outline(document) == ["answer |  | i1 / R2 | We ask for papers & visit."])
    #expect(SurveyFixture.states(document) == ["i1/R2 answered", "i1/R3 unanswered"])
    #expect(
      SurveyFixture.source(document.blocks[0], document) == "We ask for papers &amp; visit.")
  }

  @Test func damagedFilesGiveWhatCanBeRead() {
    SurveyFixture.damage(Self.item)
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"),
    arguments: [("Likert-match-questionSet", 1, 8), ("choice_multiple_chocolade", 1, 16)])
  func realItemsAreRead(name: String, questions: Int, blocks: Int) throws {
    let document = try SurveyFixture.corpus("qti/\(name).xml")
    #expect(document.format == "qti")
    #expect(document.questions.count == questions)
    #expect(document.blocks.count == blocks)
    #expect(document.questions[0].kind == .multi)
  }
}
