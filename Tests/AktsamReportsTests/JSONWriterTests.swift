import AktsamReading
import AktsamReports
import AktsamText
import Foundation
import Testing

@Suite struct JSONWriterTests {
  @Test(arguments: ["en", "sv", "nb"])
  func wholeReport(language: String) throws {
    try Golden.expect(JSONWriter.report(Fixture.report(language)), "report.\(language).json")
  }

  @Test func lines() throws {
    let report = Fixture.report("en")
    let lines = report.subjects.flatMap { JSONWriter.line(for: $0, header: report.header) }
    try Golden.expect(lines, "report.en.jsonl")
  }

  @Test func sameInputSameBytes() {
    #expect(
      JSONWriter.report(Fixture.report("nb")) == JSONWriter.report(Fixture.report("nb")))
  }

  @Test func fieldsComeInTheOrderOfTheForm() throws {
    let text = String(decoding: JSONWriter.report(Fixture.report("en")), as: UTF8.self)
    let names = [
      "schema", "tool", "library", "profile", "lang", "asOf", "subjects", "subject", "inputs",
      "assessments", "requirement", "number", "level", "severity", "outcome", "certainty",
      "reason", "elements", "weaknesses",
    ]
    var rest = text[...]
    for name in names {
      let range = try #require(rest.firstRange(of: "\"\(name)\":"), "\(name) is not in its place")
      rest = rest[range.upperBound...]
    }
  }

  @Test func absentValuesAreLeftOutAndArraysStay() throws {
    var report = Fixture.report([
      Assessment(requirement: "gov-policy", outcome: .missing, certainty: .sure)
    ])
    report.header.asOf = nil
    let root = try object(JSONWriter.report(report))
    #expect(root["asOf"] == nil)
    let subject = try #require((root["subjects"] as? [[String: Any]])?.first)
    #expect((subject["subject"] as? [String: Any])?.keys.sorted() == ["name"])
    let assessment = try #require((subject["assessments"] as? [[String: Any]])?.first)
    #expect(assessment["number"] == nil)
    #expect(assessment["contradiction"] == nil)
    for name in ["elements", "weaknesses", "evidence", "nearest"] {
      #expect((assessment[name] as? [Any])?.isEmpty == true)
    }
  }

  @Test func everyCharacterComesBack() throws {
    var assessment = Fixture.weak
    let quote = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}å\u{2028}\u{FFFD}😀"
    assessment.evidence[0].quote = quote
    let line = JSONWriter.line(for: Fixture.subject([assessment]), header: Fixture.header("en"))
    #expect(line.last == 0x0A)
    #expect(line.dropLast().allSatisfy { $0 >= 0x20 })
    let root = try object(line)
    let found = (root["assessments"] as? [[String: Any]])?.first?["evidence"] as? [[String: Any]]
    #expect(found?.first?["quote"] as? String == quote)
  }

  @Test func annotation() throws {
    let passage = PassageReading(
      place: Fixture.place("a.txt", [3..<40], line: 2), language: "en",
      text: "Where possible we answer within 10 working days.", concepts: ["complain", "answer"],
      cues: [Cue(concept: "answer", words: "answer", segments: [21..<27])],
      force: .practice, polarity: .affirmed, bearer: .supplier, hedges: ["Where possible"],
      scope: .wholeChain,
      time: [
        TimeExpression(
          kind: .deadline, days: 10, isWorkingDays: true, words: "within 10 working days")
      ], specifics: ["10"],
      assessments: [
        PassageAssessment(
          requirement: "gri-mechanism", outcome: .weak, weaknesses: [.conditional])
      ])
    #expect(
      String(decoding: AnnotateWriter.line(for: passage), as: UTF8.self) == """
        {"path":"a.txt","segments":[[3,40]],"line":2,"column":9,"endLine":2,"endColumn":40,\
        "language":"en","text":"Where possible we answer within 10 working days.",\
        "concepts":["complain","answer"],\
        "cues":[{"concept":"answer","words":"answer","segments":[[21,27]]}],"force":"practice","polarity":"affirmed",\
        "bearer":"supplier","hedges":["Where possible"],"scope":"whole-chain",\
        "time":[{"kind":"deadline","days":10,"workingDays":true,\
        "words":"within 10 working days"}],"specifics":["10"],\
        "assessments":[{"requirement":"gri-mechanism","outcome":"weak",\
        "weaknesses":["conditional"]}]}

        """)
    #expect(
      AnnotateWriter.text(for: passage, colour: false) == """
        a.txt:2:9  en
          “Where possible we answer within 10 working days.”
          practice, affirmed, bearer supplier, scope whole-chain
          concepts: complain, answer
          hedges: “Where possible”
          time: deadline 10 working days “within 10 working days”
          specifics: “10”
          > gri-mechanism weak: conditional


        """)
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
