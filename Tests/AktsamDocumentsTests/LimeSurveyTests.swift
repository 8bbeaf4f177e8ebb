import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

@Suite struct LimeSurveyTests {
  @Test func aSurveyHasAGroupForEachLanguage() throws {
    let document = SurveyFixture.read(survey())
    #expect(document.format == "limesurvey")
    #expect(document.role == .questionnaire)
    #expect(document.language == "sv")
    #expect(
      SurveyFixture.outline(document).prefix(9) == [
        "heading |  |  | Leverantörsfrågor", "heading |  |  | Supplier questions",
        "heading |  |  | Mänskliga rättigheter", "heading |  |  | Human rights",
        "question | Q1 |  | Har ni en policy mot barnarbete?",
        "question | Q1 | Har ni en policy mot barnarbete? | Gäller även underleverantörer.",
        "question | Q1 |  | Do you have a policy against child labour?",
        "question | Q2 |  | Hur ofta granskar ni?",
        "caption | Q2 | Hur ofta granskar ni? | Varje år & vid behov",
      ])
    try #require(document.blocks.count > 6)
    #expect(document.blocks[4].language == nil)
    #expect(document.blocks[6].language == "en")
    #expect(document.blocks[4].group != document.blocks[6].group)
    #expect(document.questions.map(\.id).prefix(3) == ["Q1", "Q2", "Q3"])
    #expect(document.questions.map(\.kind).prefix(3) == [.yesNo, .choice, .text])
    #expect(document.questions[0].isMandatory)
    #expect(document.questions.allSatisfy { $0.state == .notAsked })
  }

  @Test func markupIsNoWordAndKeepsItsPlace() throws {
    let document = SurveyFixture.read(survey())
    let block = try #require(
      document.blocks.first { document.string($0.text) == "Varje år & vid behov" })
    #expect(SurveyFixture.source(block, document) == "Varje år &amp; vid behov")
    let joined = try #require(
      document.blocks.first { document.string($0.text).hasPrefix("Beskriv") })
    #expect(document.string(joined.text) == "Beskriv hur ni kartlägger risker.")
    #expect(SurveyFixture.source(joined, document) == "Beskriv hur ni kartlägger risker.")
    let lines = document.blocks.map { document.string($0.text) }
    #expect(lines.contains("En rad till."))
    #expect(!lines.contains { $0.contains("<") })
  }

  @Test func rowsAndTicksAreTold() {
    let document = SurveyFixture.read(survey())
    let outline = SurveyFixture.outline(document)
    #expect(outline.contains("question | Q4_A | Vad gör ni i varje led? | Första ledet"))
    #expect(outline.contains("caption | Q5 | Vilka risker har ni funnit? | Tvångsarbete"))
    #expect(document.questions.first { $0.id == "Q4" }?.kind == Question.Kind.none)
    #expect(
      document.questions.first { $0.id == "Q4_A" }?.label == "Vad gör ni i varje led?: Första ledet"
    )
  }

  @Test func responsesAreJoinedByTheirColumns() throws {
    let document = SurveyFixture.read(survey(responses: row(policy: "Y")))
    #expect(document.role == .response)
    #expect(document.date == "2026-02-03")
    #expect(
      SurveyFixture.outline(document).filter { $0.hasPrefix("answer") } == [
        "answer | Q1 | Har ni en policy mot barnarbete? | Ja",
        "answer | Q2 | Hur ofta granskar ni? | Varje år & vid behov",
        "answer | Q3 | Beskriv hur ni kartlägger risker. En rad till. | Vi kartlade 40 leverantörer 2025 & följde upp.",
        "answer | Q4_A | Vad gör ni i varje led?: Första ledet | Vi besöker dem.",
        "answer | Q5 | Vilka risker har ni funnit? | Tvångsarbete",
        "answer | Q5 | Vilka risker har ni funnit? (other) | Löneavdrag",
      ])
    #expect(
      SurveyFixture.states(document) == [
        "Q1 answered", "Q2 answered", "Q3 answered", "Q4_A answered", "Q4_B unanswered",
        "Q5 answered",
      ])
    #expect(document.questions[0].value == .yes)
    #expect(document.questions[1].written == "Varje år & vid behov")
    let answers = document.blocks.filter { $0.kind == .answer }
    #expect(
      answers.map { SurveyFixture.source($0, document) } == [
        "Y", "A1", "Vi kartlade 40 leverantörer 2025 & följde upp.", "Vi besöker dem.", "Y",
        "Löneavdrag",
      ])
    let text = try #require(answers.first { document.string($0.text).hasPrefix("Vi kartlade") })
    #expect(document.place(of: text.text, element: text.element).element.hasSuffix("/_7X2X13[1]"))
    #expect(document.findings.isEmpty)
  }

  @Test func aConditionSwitchesQuestionsOff() {
    let document = SurveyFixture.read(
      survey(responses: row(policy: "N", frequency: "", text: "")))
    #expect(
      SurveyFixture.states(document).prefix(3) == [
        "Q1 answered", "Q2 off by Q1", "Q3 unanswered",
      ])
    let contrary = SurveyFixture.read(survey(responses: row(policy: "N")))
    #expect(contrary.findings.map(\.rule) == ["AK0304"])
    #expect(SurveyFixture.states(contrary)[1] == "Q2 answered")
  }

  @Test func aResponseIsShownInItsOwnLanguage() {
    let document = SurveyFixture.read(
      survey(
        responses: row(policy: "Y").replacing(
          "<startlanguage>sv", with: "<startlanguage>en")))
    #expect(
      SurveyFixture.outline(document).prefix(4) == [
        "heading |  |  | Leverantörsfrågor", "heading |  |  | Human rights",
        "question | Q1 |  | Do you have a policy against child labour?",
        "answer | Q1 | Do you have a policy against child labour? | Ja",
      ])
    #expect(document.blocks[3].language == "en")
  }

  @Test func severalResponsesAreToldApart() {
    let document = SurveyFixture.read(
      survey(responses: row(policy: "N", frequency: "") + row(policy: "Y", id: "2", submitted: "")))
    #expect(document.findings.map(\.rule) == ["AK0322", "AK0321"])
    #expect(document.questions.count == 12)
    #expect(SurveyFixture.states(document)[1] == "Q2 off by Q1")
    #expect(SurveyFixture.states(document)[7] == "Q2 answered")
    #expect(SurveyFixture.outline(document).contains("heading |  |  | response 2"))
  }

  @Test func tooManyResponsesAreCutOff() {
    // A question with so many boxes to tick that one response is enough.
    let boxes = (1...50_001).map {
      "<row><qid>b\($0)</qid><parent_qid>5</parent_qid><title>\($0)</title></row>"
    }
    let questions =
      "<questions><rows><row><qid>5</qid><parent_qid>0</parent_qid><type>M</type><title>M</title>"
      + "</row>\(boxes.joined())</rows></questions>"
    let row = "<id>1</id><_7X1X54>Y</_7X1X54>"
    let document = SurveyFixture.read(file("Survey", questions + table("responses", row, row)))
    #expect(document.questions.map(\.written) == ["4"])
    #expect(document.findings.suffix(2).map(\.rule) == ["AK0321", "AK0325"])
    #expect(!document.isComplete)
  }

  @Test func responsesAloneAreShownByTheirColumns() {
    let text = file("Responses", "<responses><rows>\(row(policy: "Y"))</rows></responses>")
    let document = SurveyFixture.read(text)
    #expect(document.role == .response)
    #expect(document.findings.map(\.rule) == ["AK0320"])
    #expect(
      SurveyFixture.outline(document).contains(
        "answer |  | 7X2X13 | Vi kartlade 40 leverantörer 2025 & följde upp."))
    let joined = SurveyFixture.read(text, form: survey())
    #expect(joined.findings.isEmpty)
    #expect(
      SurveyFixture.outline(joined).contains("answer | Q1 | Har ni en policy mot barnarbete? | Ja"))
    #expect(
      joined.blocks.filter { $0.kind == .answer }.map { SurveyFixture.source($0, joined) }[0] == "Y"
    )
  }

  @Test func anArchiveJoinsSurveyAndResponses() throws {
    let responses = file("Responses", "<responses><rows>\(row(policy: "Y"))</rows></responses>")
    let zip = ZipFixture(["survey_7_responses.lsr": responses, "survey_7.lss": survey()])
    let document = SurveyFixture.read(zip.bytes)
    #expect(document.format == "limesurvey")
    #expect(document.role == .response)
    #expect(document.findings.isEmpty)
    let answers = document.blocks.filter { $0.kind == .answer }
    #expect(answers.count == 6)
    #expect(SurveyFixture.source(answers[0], document) == "Y")
    let place = document.place(of: answers[2].text, element: answers[2].element)
    #expect(place.part == "survey_7_responses.lsr")
    #expect(place.element == "/document[1]/responses[1]/rows[1]/row[1]/_7X2X13[1]")
    let question = try #require(document.blocks.first { $0.kind == .question })
    #expect(document.place(of: question.text, element: question.element).part == "survey_7.lss")
  }

  @Test func olderExportsHaveARowForEachLanguage() {
    let document = SurveyFixture.read(
      file(
        "Survey",
        table("groups", "<gid>1</gid><group_name>Risk</group_name><language>en</language>")
          + table(
            "questions",
            "<qid>5</qid><parent_qid>0</parent_qid><gid>1</gid><type>L</type><title>A</title>"
              + "<question>Do you map risks?</question><language>en</language>",
            "<qid>5</qid><parent_qid>0</parent_qid><gid>1</gid><type>L</type><title>A</title>"
              + "<question>Kartlegger dere risiko?</question><language>nb</language>")
          + table(
            "answers",
            "<qid>5</qid><code>1</code><answer>Yearly</answer><language>en</language>",
            "<qid>5</qid><code>1</code><answer>Årlig</answer><language>nb</language>")))
    #expect(
      SurveyFixture.outline(document) == [
        "heading |  |  | Risk", "question | A |  | Do you map risks?",
        "caption | A | Do you map risks? | Yearly", "question | A |  | Kartlegger dere risiko?",
        "caption | A | Kartlegger dere risiko? | Årlig",
      ])
    #expect(document.questions.count == 1)
  }

  @Test func uploadedFilesAreEvidence() {
    let structure =
      table("surveys", "<sid>7</sid><language>en</language>")
      + table(
        "questions",
        "<qid>5</qid><parent_qid>0</parent_qid><gid>1</gid><type>|</type><title>F</title>")
      + table(
        "question_l10ns", "<qid>5</qid><question>Attach the code.</question><language>en</language>"
      )
    let answer =
      #"<_7X1X5><![CDATA[[{"title":"","name":"code.pdf","filename":"fu_1"}]]]></_7X1X5>"#
    let document = SurveyFixture.read(
      file(
        "Survey", structure + table("responses", answer + "<_7X1X5_filecount>1</_7X1X5_filecount>"))
    )
    #expect(document.questions.map(\.evidence).first?.map(\.title) == ["code.pdf"])
    #expect(document.questions.map(\.state) == [.answered])
  }

  @Test func damagedFilesGiveWhatCanBeRead() {
    SurveyFixture.damage(survey(responses: row(policy: "Y")))
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"))
  func theRealSurveyIsRead() throws {
    let document = try SurveyFixture.corpus("limesurvey/survey-one-question-two-languages.lss")
    #expect(document.format == "limesurvey")
    #expect(document.language == "en")
    #expect(document.questions.map(\.id) == ["Q1"])
    #expect(document.questions.map(\.kind) == [.text])
    #expect(document.blocks.count == 3)
    #expect(document.blocks.allSatisfy { $0.kind == .heading })
    #expect(document.isComplete)
  }
}

// MARK: - Helpers

private func file(_ type: String, _ content: String) -> String {
  "<?xml version=\"1.0\"?><document><LimeSurveyDocType>\(type)</LimeSurveyDocType>"
    + "<DBVersion>400</DBVersion>\(content)</document>"
}

private func table(_ name: String, _ rows: String...) -> String {
  "<\(name)><rows>" + rows.map { "<row>\($0)</row>" }.joined() + "</rows></\(name)>"
}

private func question(
  _ id: Int, _ code: String, _ type: String, parent: Int = 0, relevance: String = "1",
  mandatory: String = "N"
) -> String {
  """
  <row><qid>\(id)</qid><parent_qid>\(parent)</parent_qid><sid>7</sid><gid>2</gid>
  <type>\(type)</type><title>\(code)</title><mandatory>\(mandatory)</mandatory>
  <question_order>\(id)</question_order><scale_id>0</scale_id>
  <relevance><![CDATA[\(relevance)]]></relevance></row>
  """
}

private func text(_ id: Int, _ text: String, _ language: String = "sv", help: String = "") -> String
{
  "<row><qid>\(id)</qid><question><![CDATA[\(text)]]></question><help><![CDATA[\(help)]]></help>"
    + "<language>\(language)</language></row>"
}

/// A survey in two languages, with a condition, a table of texts, and boxes to tick.
private func survey(responses: String = "") -> String {
  let questions =
    question(11, "Q1", "Y", mandatory: "Y")
    + question(12, "Q2", "L", relevance: "((Q1.NAOK == \"Y\"))") + question(13, "Q3", "T")
    + question(14, "Q4", "Q") + question(21, "A", "T", parent: 14)
    + question(22, "B", "T", parent: 14) + question(15, "Q5", "M")
    + question(23, "T", "T", parent: 15) + question(24, "U", "T", parent: 15)
  let texts =
    text(11, "<p>Har ni en policy mot barnarbete?</p>", help: "Gäller även underleverantörer.")
    + text(11, "Do you have a policy against child labour?", "en")
    + text(12, "Hur ofta granskar ni?")
    + text(13, "<p>Beskriv <b>hur</b> ni kartlägger risker.</p><p>En rad till.</p>")
    + text(14, "Vad gör ni i varje led?") + text(21, "Första ledet") + text(22, "Andra ledet")
    + text(15, "Vilka risker har ni funnit?") + text(23, "Tvångsarbete")
    + text(24, "Barnarbete")
  return file(
    "Survey",
    """
    <languages><language>sv</language><language>en</language></languages>
    \(table("surveys", "<sid>7</sid><language>sv</language>"))
    \(table(
      "surveys_languagesettings",
      "<surveyls_title>Supplier questions</surveyls_title><surveyls_language>en</surveyls_language>",
      "<surveyls_title>Leverantörsfrågor</surveyls_title><surveyls_language>sv</surveyls_language>"))
    \(table("groups", "<gid>2</gid><group_order>1</group_order>"))
    \(table(
      "group_l10ns",
      "<gid>2</gid><group_name>Human rights</group_name><language>en</language>",
      "<gid>2</gid><group_name>Mänskliga rättigheter</group_name><language>sv</language>"))
    <questions><rows>\(questions)</rows></questions>
    <question_l10ns><rows>\(texts)</rows></question_l10ns>
    \(table(
      "answers", "<aid>1</aid><qid>12</qid><code>A1</code><sortorder>1</sortorder>",
      "<aid>2</aid><qid>12</qid><code>A2</code><sortorder>2</sortorder>"))
    \(table(
      "answer_l10ns",
      "<aid>1</aid><answer><![CDATA[Varje år &amp; vid behov]]></answer><language>sv</language>",
      "<aid>2</aid><answer>Sällan</answer><language>sv</language>"))
    \(responses.isEmpty ? "" : "<responses><rows>\(responses)</rows></responses>")
    """)
}

private func row(
  policy: String, frequency: String = "A1",
  text: String = "Vi kartlade 40 leverantörer 2025 & följde upp.", id: String = "1",
  submitted: String = "2026-02-03 10:00:00"
) -> String {
  """
  <row><id>\(id)</id><submitdate>\(submitted)</submitdate><startlanguage>sv</startlanguage>
  <_7X2X11><![CDATA[\(policy)]]></_7X2X11><_7X2X12><![CDATA[\(frequency)]]></_7X2X12>
  <_7X2X13><![CDATA[\(text)]]></_7X2X13><_7X2X14A><![CDATA[Vi besöker dem.]]></_7X2X14A>
  <_7X2X14B/><_7X2X15T><![CDATA[Y]]></_7X2X15T><_7X2X15U><![CDATA[]]></_7X2X15U>
  <_7X2X15other><![CDATA[Löneavdrag]]></_7X2X15other></row>
  """
}
