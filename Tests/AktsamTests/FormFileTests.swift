import Aktsam
import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamReports
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

/// Answers whose questions stand in a file of their own, and workbooks whose columns a user names.
@Suite struct FormFileTests {
  private let form = """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
    <h:title>Self-declaration</h:title><model><instance><data id="self-declaration"><policy/><meta>\
    <instanceID/></meta></data></instance><bind nodeset="/data/policy" type="string"/></model></h:head>
    <h:body><input ref="/data/policy"><label>Who adopted your policy?</label></input></h:body></h:html>
    """
  private let submission = """
    <data id="self-declaration"><policy>Our board adopted it on 12 May 2025.</policy>\
    <meta><instanceID>uuid:1</instanceID></meta></data>
    """

  private func checker(_ options: CheckOptions) throws -> Checker {
    let library = try #require(Shared.library)
    return Checker(
      library, profile: try #require(library.profile("oecd-six-steps")), options: options)
  }

  private func labels(_ input: CheckedInput) -> [String] {
    input.document?.blocks.filter { $0.kind == .answer }.map(\.label) ?? []
  }

  @Test func theFormIsFoundAmongTheBuyersDocuments() throws {
    var options = CheckOptions()
    let file = InputFile(path: "answers.xml", bytes: Array(submission.utf8))
    let alone = try checker(options)
    let read = alone.read(file, with: alone.makeAssessor())
    #expect(labels(read) == ["policy"])
    #expect(read.findings.map(\.rule) == ["AK0320"])

    options.terms = [InputFile(path: "form.xml", bytes: Array(form.utf8))]
    let checker = try checker(options)
    let joined = checker.read(file, with: checker.makeAssessor())
    #expect(labels(joined) == ["Who adopted your policy?"])
    #expect(joined.findings.isEmpty)
  }

  @Test func theFormIsFoundInTheSubmission() throws {
    try TestFiles.withFolder { folder in
      try Data(form.utf8).write(to: folder.appending(path: "z-form.xml"))
      try Data(submission.utf8).write(to: folder.appending(path: "answers.xml"))
      let checker = try checker(CheckOptions())
      let plan = try #require(CheckPlan([folder.path], grouping: .folders).subjects.first)
      let subject = checker.check(plan, with: checker.makeAssessor()).subject
      #expect(subject.inputs.map(\.format) == ["odk-submission", "odk-form"])
      #expect(!subject.findings.contains { $0.rule == "AK0320" })
    }
  }

  @Test func aFHIRQuestionnaireIsFoundByItsAddress() {
    var forms = FormIndex()
    let questionnaire = """
      <Questionnaire xmlns="http://hl7.org/fhir"><url value="https://example.org/q"/>\
      <item><linkId value="1"/><text value="Do you audit?"/><type value="string"/></item>\
      </Questionnaire>
      """
    forms.add(Array("<note>We map.</note>".utf8), path: "note.xml")
    #expect(forms.isEmpty)
    forms.add(Array(questionnaire.utf8), path: "q.xml")
    #expect(forms[name: "https://example.org/q|2"]?.source.path == "q.xml")
    #expect(forms[name: "https://example.org/other"] == nil)
  }

  @Test func answersInAnotherFormAreReadUnderTheBuyersRequirements() throws {
    let questionnaire = """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" id="q" version="1" xml:lang="en">
      <title>Q</title><section><question id="a" requirement="sifl-mapping" type="text">
      <text xml:lang="en">Have you mapped links to state schemes?</text>
      <text xml:lang="nb">Har dere kartlagt koblinger til statlige ordninger?</text>
      </question></section></questionnaire>
      """
    let page = """
      <!doctype html><table><tr><th>No.<th>Question<th>Our answer
      <tr><td>B.3<td>Har dere kartlagt  koblinger til statlige ordninger?<td>Nei, det har vi ikke kartlagt.
      <tr><td>B.4<td>Har dere noe annet å si om varene?<td>Nei, ingenting.</table>
      """
    let file = InputFile(path: "answers.html", bytes: Array(page.utf8))
    let alone = try checker(CheckOptions())
    let plain = alone.read(file, with: alone.makeAssessor())
    #expect(plain.document?.role == .response)
    #expect(plain.document?.questions.map(\.id) == ["B.3", "B.4"])
    #expect(plain.document?.questions.map(\.requirements) == [[], []])

    let checker = try checker(
      CheckOptions(terms: [InputFile(path: "q.xml", bytes: Array(questionnaire.utf8))]))
    let input = checker.read(file, with: checker.makeAssessor())
    #expect(input.document?.questions.map(\.requirements) == [["sifl-mapping"], []])
    let outcome = checker.subject(name: "a", [input]).assessments
      .first { $0.requirement == "sifl-mapping" }
    #expect(outcome?.outcome == .contradicted)
  }

  @Test func columnsAreReadAsTheUserSays() throws {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func cell(_ name: String, _ text: String) -> String {
      "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let book = ZipFixture([
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml":
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
        + "<sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" "
        + "Target=\"worksheets/s.xml\"/></Relationships>",
      "xl/worksheets/s.xml":
        "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\">\(cell("A1", "Alpha"))\(cell("B1", "Beta"))"
        + "</row><row r=\"2\">\(cell("A2", "How do you map your supply chain?"))"
        + "\(cell("B2", "We map every tier once a year."))</row></sheetData></worksheet>",
    ])
    let file = InputFile(path: "book.xlsx", bytes: book.bytes)
    var options = CheckOptions()
    let plain = try checker(options)
    #expect(labels(plain.read(file, with: plain.makeAssessor())).isEmpty)

    options.columns = ColumnMapping(
      csv: Array("One,A,question\nOne,B,answer\nOne,1,header\n".utf8), path: "columns.csv")
    let told = try checker(options)
    let input = told.read(file, with: told.makeAssessor())
    #expect(labels(input) == ["One!B2: How do you map your supply chain?"])
    #expect(input.document?.questions.map(\.state) == [.answered])
  }
}
