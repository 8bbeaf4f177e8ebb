import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct FHIRTests {
  @Test func aQuestionnaireIsRead() {
    let document = SurveyFixture.read(questionnaire)
    #expect(document.format == "fhir-questionnaire")
    #expect(document.role == .questionnaire)
    #expect(document.language == "en")
    #expect(
      SurveyFixture.outline(document) == [
        "heading |  |  | Supplier due diligence", "heading | 1 |  | Risks",
        "question | 1.1 |  | Do you map \"salient\" risks?",
        "question | 1.1 |  | Kartlägger ni risker?", "question | 1.2 |  | How often?",
        "caption | 1.2 | How often? | Every year", "caption | 1.2 | How often? | Never",
        "caption |  |  | Attach what you have.", "question |  |  | Policy",
      ])
    #expect(document.blocks[3].language == "sv")
    #expect(document.questions.map(\.id) == ["1.1", "1.2", "2"])
    #expect(document.questions.map(\.kind) == [.yesNo, .choice, .evidence])
    #expect(document.questions[0].isMandatory)
    #expect(
      SurveyFixture.source(document.blocks[2], document) == "Do you map &quot;salient&quot; risks?")
  }

  @Test func aPartOfAnAttributeHasItsOwnPlace() {
    let document = SurveyFixture.read(
      response(
        #"<item><linkId value="a"/><answer><valueString value="Så &amp; så &#8211; vi 5"/></answer></item>"#
      ))
    let block = document.blocks[0]
    #expect(document.string(block.text) == "Så & så – vi 5")
    let end = (block.text.upperBound - 4)..<block.text.upperBound
    let segments = document.segments(of: end)
    #expect(segments.map { String(decoding: document.source.bytes[$0], as: UTF8.self) } == ["vi 5"])
    let sign = (block.text.lowerBound + 4)..<(block.text.lowerBound + 5)
    #expect(
      document.segments(of: sign).map { String(decoding: document.source.bytes[$0], as: UTF8.self) }
        == ["&amp;"])
  }

  @Test func aResponseAloneIsShownByItsOwnTexts() {
    let document = SurveyFixture.read(
      response(
        """
        <item><linkId value="1"/><text value="Risks"/>
        <item><linkId value="1.1"/><text value="Do you map risks?"/>
        <answer><valueBoolean value="true"/></answer></item>
        <item><linkId value="1.3"/><answer><valueQuantity><value value="12"/><unit value="months"/>
        </valueQuantity></answer></item><item><linkId value="1.4"/></item></item>
        """, head: "<questionnaire value=\"urn:q|2\"/>"))
    #expect(document.format == "fhir-response")
    #expect(document.role == .response)
    #expect(document.date == "2026-03-01")
    #expect(
      SurveyFixture.outline(document) == [
        "heading |  |  | Risks", "question |  |  | Do you map risks?",
        "answer |  | Do you map risks? | true", "answer |  | 1.3 | 12 months",
      ])
    #expect(
      SurveyFixture.states(document) == ["1.1 answered", "1.3 answered", "1.4 unanswered"])
    #expect(document.questions[0].value == .yes)
    #expect(document.questions[1].kind == .amount)
    #expect(document.findings.map(\.rule) == ["AK0320"])
    #expect(SurveyFixture.source(document.blocks[2], document) == "true")
  }

  @Test func aBundleJoinsFormAndAnswers() throws {
    let document = SurveyFixture.read(bundle(answers("true")))
    #expect(document.format == "fhir-response")
    #expect(
      SurveyFixture.outline(document) == [
        "heading |  |  | Supplier due diligence", "heading | 1 |  | Risks",
        "question | 1.1 |  | Do you map \"salient\" risks?",
        "answer | 1.1 | Do you map \"salient\" risks? | true", "question | 1.2 |  | How often?",
        "answer | 1.2 | How often? | Every year", "question |  |  | Policy",
        "answer |  | Policy | code.pdf", "answer |  | 9 | Extra words.",
      ])
    #expect(document.questions[1].written == "Every year")
    #expect(
      document.questions[2].evidence == [
        EvidenceReference(
          title: "code.pdf", location: "https://example.org/code.pdf", date: "2025-10-01", block: 7)
      ])
    #expect(document.findings.map(\.rule) == ["AK0323"])
    #expect(
      document.party == Party(name: "Exempelbolaget AB", identifier: "556000-0000", kind: .supplier)
    )
    #expect(SurveyFixture.source(document.blocks[5], document) == "y")
    let block = document.blocks[5]
    #expect(
      document.place(of: block.text, element: block.element).element.hasSuffix(
        "/valueCoding[1]/code[1]"))
  }

  @Test func aConditionSwitchesQuestionsOff() {
    let document = SurveyFixture.read(
      bundle(
        #"<item><linkId value="1"/><item><linkId value="1.1"/><answer><valueBoolean value="false"/></answer></item></item>"#
      ))
    #expect(
      SurveyFixture.states(document) == ["1.1 answered", "1.2 off by 1.1", "2 unanswered"])
    #expect(document.questions[0].value == .no)
  }

  @Test func theFormMayBeElsewhere() {
    let document = SurveyFixture.read(
      response(answers("true"), head: "<questionnaire value=\"urn:q\"/>"), form: questionnaire)
    #expect(document.findings.map(\.rule) == ["AK0323"])
    #expect(
      SurveyFixture.outline(document).contains("answer | 1.2 | How often? | Every year"))
    #expect(document.place(of: document.blocks[0].text, element: 0).path == "form.xml")
  }

  @Test func unfinishedResponsesAreNoted() {
    let document = SurveyFixture.read(response(answers("true"), status: "in-progress"))
    #expect(document.findings.map(\.rule) == ["AK0322"])
  }

  @Test func otherBundlesAreNotTaken() {
    let document = SurveyFixture.read(
      "<Bundle xmlns=\"http://hl7.org/fhir\"><entry><resource><Patient/></resource></entry></Bundle>"
    )
    #expect(document.format == "prose")
  }

  @Test func damagedFilesGiveWhatCanBeRead() {
    SurveyFixture.damage(bundle(answers("true")))
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"),
    arguments: [
      ("questionnaire-example", 6, 0, 1), ("questionnaire-example-gcs", 3, 0, 16),
      ("questionnaireresponse-example", 4, 4, 4), ("questionnaireresponse-example-gcs", 3, 3, 3),
      ("questionnaireresponse-example-ussg-fht-answers", 154, 155, 319),
    ])
  func realFilesAreRead(name: String, questions: Int, answers: Int, blocks: Int) throws {
    let document = try SurveyFixture.corpus("fhir-questionnaire/\(name).xml")
    #expect(document.format.hasPrefix("fhir-"))
    #expect(document.questions.count == questions)
    #expect(document.blocks.filter { $0.kind == .answer }.count == answers)
    #expect(document.blocks.count == blocks)
    for block in document.blocks {
      #expect(!document.segments(of: block.text).isEmpty)
      let source = SurveyFixture.source(block, document)
        .replacing("&#39;", with: "'").replacing("&gt;", with: ">").replacing("&lt;", with: "<")
      #expect(source == document.string(block.text))
    }
  }
}

// MARK: - Helpers

private let questionnaireContent = """
  <language value="en"/><url value="urn:q"/><title value="Supplier due diligence"/>
  <status value="active"/>
  <item><linkId value="1"/><prefix value="1"/><text value="Risks"/><type value="group"/>
  <item><linkId value="1.1"/><prefix value="1.1"/>
  <text value="Do you map &quot;salient&quot; risks?">
  <extension url="http://hl7.org/fhir/StructureDefinition/translation">
  <extension url="lang"><valueCode value="sv"/></extension>
  <extension url="content"><valueString value="Kartlägger ni risker?"/></extension></extension></text>
  <type value="boolean"/><required value="true"/></item>
  <item><linkId value="1.2"/><prefix value="1.2"/><text value="How often?"/><type value="choice"/>
  <enableWhen><question value="1.1"/><operator value="="/><answerBoolean value="true"/></enableWhen>
  <answerOption><valueCoding><code value="y"/><display value="Every year"/></valueCoding></answerOption>
  <answerOption><valueCoding><code value="n"/><display value="Never"/></valueCoding></answerOption>
  </item></item>
  <item><linkId value="d"/><text value="Attach what you have."/><type value="display"/></item>
  <item><linkId value="2"/><text value="Policy"/><type value="attachment"/></item>
  """

private let questionnaire =
  "<Questionnaire xmlns=\"http://hl7.org/fhir\">\(questionnaireContent)</Questionnaire>"

private func response(
  _ content: String, head: String = "", status: String = "completed"
) -> String {
  """
  <QuestionnaireResponse xmlns="http://hl7.org/fhir">
  <text><div xmlns="http://www.w3.org/1999/xhtml"><p>Generated.</p></div></text>
  \(head)<status value="\(status)"/><authored value="2026-03-01T08:00:00Z"/>
  <source><reference value="Organization/o1"/></source>
  \(content)</QuestionnaireResponse>
  """
}

private func bundle(_ content: String) -> String {
  """
  <Bundle xmlns="http://hl7.org/fhir">
  <entry><resource><Questionnaire>\(questionnaireContent)</Questionnaire></resource></entry>
  <entry><resource><Organization><id value="o1"/><identifier><value value="556000-0000"/></identifier>
  <name value="Exempelbolaget AB"/></Organization></resource></entry>
  <entry><resource>\(response(content, head: "<questionnaire value=\"urn:q|2\"/>"))</resource></entry>
  </Bundle>
  """
}

private func answers(_ policy: String) -> String {
  """
  <item><linkId value="1"/><item><linkId value="1.1"/>
  <answer><valueBoolean value="\(policy)"/></answer></item>
  <item><linkId value="1.2"/><answer><valueCoding><code value="y"/></valueCoding></answer></item></item>
  <item><linkId value="2"/><answer><valueAttachment><url value="https://example.org/code.pdf"/>
  <title value="code.pdf"/><creation value="2025-10-01"/></valueAttachment></answer></item>
  <item><linkId value="9"/><answer><valueString value="Extra words."/></answer></item>
  """
}
