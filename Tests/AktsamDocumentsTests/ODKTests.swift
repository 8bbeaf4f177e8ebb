import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct ODKTests {
  @Test func aFormIsRead() {
    let document = SurveyFixture.read(form)
    #expect(document.format == "odk-form")
    #expect(document.role == .questionnaire)
    #expect(document.language == "nb")
    #expect(
      SurveyFixture.outline(document) == [
        "heading |  |  | Egenmelding", "caption |  |  | Les dette først.",
        "question | 2.1 |  | Har dere retningslinjer?",
        "caption | 2.1 | 2.1 Har dere retningslinjer? | Ja, vedtatt",
        "caption | 2.1 | 2.1 Har dere retningslinjer? | Nei",
        "question | 2.1 |  | Do you have guidelines?",
        "caption | 2.1 | 2.1 Do you have guidelines? | Yes, adopted",
        "caption | 2.1 | 2.1 Do you have guidelines? | No", "question |  |  | Hvem vedtok dem?",
        "question |  | Hvem vedtok dem? | Styret eller andre.", "heading |  |  | Anlegg",
        "question |  |  | Hvilke risikoer?", "caption |  | Hvilke risikoer? | Tvangsarbeid",
        "caption |  | Hvilke risikoer? | Barnearbeid", "question |  |  | Hva gjorde dere?",
      ])
    #expect(
      document.questions.map(\.id) == [
        "/data/policy", "/data/adopted_by", "/data/site/risks", "/data/site/action",
      ])
    #expect(document.questions.map(\.kind) == [.choice, .text, .multi, .text])
    #expect(document.questions.map(\.isMandatory) == [true, false, false, false])
    #expect(document.blocks[5].language == "en")
    #expect(SurveyFixture.source(document.blocks[2], document) == "Har dere retningslinjer?")
  }

  @Test func aSubmissionAloneIsShownByItsNames() {
    let document = SurveyFixture.read(submission())
    #expect(document.format == "odk-submission")
    #expect(document.role == .response)
    #expect(document.date == "2026-01-15")
    #expect(document.findings.map(\.rule) == ["AK0320"])
    #expect(document.findings[0].message.contains("\"egenmelding\""))
    #expect(
      SurveyFixture.outline(document) == [
        "answer |  | policy | ja", "answer |  | adopted_by | Styret 12. mai 2025",
        "answer |  | site / risks | tvang barn",
        "answer |  | site / action | Vi stanset innkjøpet.",
        "answer |  | site / risks | barn",
      ])
    #expect(
      SurveyFixture.states(document) == [
        "/data/policy answered", "/data/adopted_by answered", "/data/site/risks answered",
        "/data/site/action answered", "/data/site[2]/risks answered",
        "/data/site[2]/action unanswered",
      ])
    for block in document.blocks {
      #expect(SurveyFixture.source(block, document) == document.string(block.text))
    }
  }

  @Test func theFormGivesTheTexts() throws {
    let document = SurveyFixture.read(submission(), form: form)
    #expect(document.findings.isEmpty)
    #expect(document.language == "nb")
    #expect(
      SurveyFixture.outline(document).filter { $0.hasPrefix("answer") } == [
        "answer | 2.1 | 2.1 Har dere retningslinjer? | Ja, vedtatt",
        "answer |  | Hvem vedtok dem? | Styret 12. mai 2025",
        "answer |  | Hvilke risikoer? | Tvangsarbeid", "answer |  | Hvilke risikoer? | Barnearbeid",
        "answer |  | Hva gjorde dere? | Vi stanset innkjøpet.",
        "answer |  | Hvilke risikoer? | Barnearbeid",
      ])
    #expect(
      SurveyFixture.states(document).suffix(2) == [
        "/data/site[2]/risks answered", "/data/site[2]/action off by /data/site[2]/risks",
      ])
    #expect(document.questions[0].value == nil)
    let question = try #require(document.blocks.first { $0.kind == .question })
    #expect(document.place(of: question.text, element: question.element).path == "form.xml")
    let answers = document.blocks.filter { $0.kind == .answer }
    #expect(
      answers.prefix(4).map { SurveyFixture.source($0, document) } == [
        "ja", "Styret 12. mai 2025", "tvang", "barn",
      ])
  }

  @Test func whatASubmissionLeavesOutIsOffOrOpen() {
    let document = SurveyFixture.read(
      "<data id=\"egenmelding\"><policy>nei</policy><meta><instanceID>uuid:1</instanceID></meta></data>",
      form: form)
    #expect(
      SurveyFixture.states(document) == [
        "/data/policy answered", "/data/adopted_by off by /data/policy",
        "/data/site/risks unanswered", "/data/site/action off by /data/site/risks",
      ])
    #expect(document.questions[0].value == .no)
  }

  @Test(arguments: [
    ("/data/policy = 'ja'", "unanswered"), ("/data/policy='nei'", "off"),
    ("/data/policy != 'ja'", "off"), ("not(/data/policy = 'nei')", "unanswered"),
    ("not( selected(/data/policy, 'ja') )", "off"), ("/data/policy = ''", "off"),
    ("/data/policy='nei' or /data/policy='ja'", "unanswered"),
    ("/data/policy='ja' and ../site/risks = 'x'", "off"),
    ("count(/data/site) > 1 and /data/policy='nei'", "off"),
    ("count(/data/site) > 1 or /data/policy='nei'", "unanswered"),
    ("string-length(/data/policy) + 1 > 2", "unanswered"),
    ("if(/data/policy = 'x', 'a', 'b') = 'a'", "unanswered"),
    ("/data/site[1]/risks = 'x'", "unanswered"), ("/data/unknown = 'x'", "unanswered"),
    ("(((/data/policy = 'nei'", "unanswered"), ("= = 'x'", "unanswered"),
    ("false()", "not asked"), ("", "unanswered"),
    (String(repeating: "f(", count: 4000), "unanswered"),
    (String(repeating: "-", count: 8000) + "1 = 2", "unanswered"),
    (String(repeating: "!", count: 8000), "unanswered"),
  ])
  func conditionsAreDecidedWhereTheyCan(condition: String, state: String) throws {
    let escaped = condition.replacing("'", with: "&apos;")
    let own = form.replacing("relevant=\" /data/policy ='ja'\"", with: "relevant=\"\(escaped)\"")
    let document = SurveyFixture.read(
      "<data id=\"egenmelding\"><policy>ja</policy><site><risks>barn</risks></site>"
        + "<meta><instanceID/></meta></data>", form: own)
    let states = SurveyFixture.states(document)
    let found = try #require(states.first { $0.hasPrefix("/data/adopted_by") })
    #expect(found.hasPrefix("/data/adopted_by \(state)"))
  }

  @Test func aServerMayWrapASubmission() {
    let document = SurveyFixture.read(
      "<submission xmlns=\"http://opendatakit.org/submissions\"><data><f id=\"x\">"
        + "<policy>We train buyers.</policy></f></data></submission>")
    #expect(document.format == "odk-submission")
    #expect(SurveyFixture.outline(document) == ["answer |  | policy | We train buyers."])
  }

  @Test func ordinaryPagesAreNoForms() {
    #expect(
      SurveyFixture.read("<html><head><title>A</title></head><body/></html>").format == "html")
    #expect(SurveyFixture.read("<data id=\"x\"><a>b</a></data>").format == "prose")
  }

  @Test func damagedFilesGiveWhatCanBeRead() {
    SurveyFixture.damage(form)
    SurveyFixture.damage(submission(), form: form)
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"),
    arguments: [
      ("SOAR_facilitysurvey_full_2017May11_Kenya", 299, 1534),
      ("cascading_mixture_itext_noitext", 3, 29), ("child_vaccination_VOL_tool_v12", 37, 226),
      ("new_cascading_selections", 12, 51), ("simpleFormWithThreeQuestions", 3, 4),
      ("widgets", 45, 179),
    ])
  func realFormsAreRead(name: String, questions: Int, blocks: Int) throws {
    let document = try SurveyFixture.corpus("odk-xforms/\(name).xml")
    #expect(document.format == "odk-form")
    #expect(document.questions.count == questions)
    #expect(document.blocks.count == blocks)
    for block in document.blocks { #expect(!document.segments(of: block.text).isEmpty) }
  }
}

// MARK: - Helpers

private let form = """
  <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
   xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Egenmelding</h:title><model>
  <itext>
  <translation lang="English"><text id="p"><value>2.1 Do you have guidelines?</value></text>
  <text id="y"><value>Yes, adopted</value></text><text id="n"><value>No</value></text></translation>
  <translation default="true()" lang="Norsk (nb)">
  <text id="p"><value form="image">jr://images/a.png</value><value>2.1 Har dere retningslinjer?</value>
  </text><text id="y"><value>Ja, vedtatt</value></text><text id="n"><value>Nei</value></text>
  </translation></itext>
  <instance><data id="egenmelding" version="3"><start/><intro/><policy/><adopted_by/>
  <site><risks/><action/></site><meta><instanceID/></meta></data></instance>
  <instance id="risks"><root><item><name>tvang</name><label>Tvangsarbeid</label></item>
  <item><name>barn</name><label>Barnearbeid</label></item></root></instance>
  <bind nodeset="/data/start" jr:preload="timestamp"/>
  <bind nodeset="/data/intro" readonly="true()" type="string"/>
  <bind nodeset="/data/policy" required="true()" type="select1"/>
  <bind nodeset="/data/adopted_by" relevant=" /data/policy ='ja'" type="string"/>
  <bind nodeset="/data/site/action" relevant="selected( ../risks , 'tvang')" type="string"/>
  </model></h:head><h:body>
  <input ref="/data/intro"><label>Les dette først.</label></input>
  <select1 ref="/data/policy"><label ref="jr:itext('p')"/>
  <item><label ref="jr:itext('y')"/><value>ja</value></item>
  <item><label ref="jr:itext('n')"/><value>nei</value></item></select1>
  <input ref="/data/adopted_by"><label>Hvem vedtok dem?</label><hint>Styret eller andre.</hint></input>
  <group ref="/data/site"><label>Anlegg</label><repeat nodeset="/data/site">
  <select ref="/data/site/risks"><label>Hvilke risikoer?</label>
  <itemset nodeset="instance('risks')/root/item[name != '']"><value ref="name"/><label ref="label"/>
  </itemset></select>
  <input ref="/data/site/action"><label>Hva gjorde dere?</label></input>
  </repeat></group></h:body></h:html>
  """

private func submission() -> String {
  """
  <data id="egenmelding" version="3" submissionDate="2026-01-15T10:00:00Z"><start>2026-01-15</start>
  <policy>ja</policy><adopted_by>Styret 12. mai 2025</adopted_by>
  <site><risks>tvang barn</risks><action>Vi stanset innkjøpet.</action></site>
  <site><risks>barn</risks><action/></site>
  <orx:meta xmlns:orx="http://openrosa.org/xforms"><orx:instanceID>uuid:1</orx:instanceID></orx:meta>
  </data>
  """
}
