import AktsamReading
import AktsamReports
import AktsamText
import Foundation
import Testing

@Suite struct SARIFWriterTests {
  @Test func wholeReport() throws {
    try Golden.expect(SARIFWriter.report(Fixture.report("en")), "report.en.sarif")
  }

  @Test func rulesAndLevelsFollowOutcomeAndProfile() throws {
    var required = Fixture.missing
    required.requirement = "gri-mechanism"
    let results = try results([
      Fixture.conflict, required, Fixture.missing, Fixture.weak, Fixture.unread, Fixture.met,
      Fixture.switchedOff,
    ])
    let found = results.map { "\($0["ruleId"] ?? "") \($0["level"] ?? "")" }
    #expect(
      found == [
        "gri-mechanism/contradicted error", "gri-mechanism/missing error",
        "dd-map/missing warning", "gri-mechanism/weak warning", "dd-map/unread note",
      ])
  }

  @Test func everyRuleIndexPointsToItsRule() throws {
    let run = try run(Fixture.report("sv"))
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
  }

  @Test func missingStandsAtTheStartOfTheInput() throws {
    let result = try #require(try results([Fixture.missing]).first)
    let region = try region(result)
    #expect(region["startLine"] as? Int == 1)
    #expect(region["snippet"] == nil)
    #expect(result["relatedLocations"] == nil)
  }

  @Test func quotationsHaveBytesWhereTheyCountInTheFile() throws {
    let utf8 = try region(try #require(try results([Fixture.weak]).first))
    #expect(utf8["byteOffset"] as? Int == 210)
    #expect(utf8["byteLength"] as? Int == 50)
    let other = try region(
      try #require(
        try results(
          [Fixture.weak], inputs: [Fixture.input("svar/granskog.xml", encoding: "utf-16le")]
        ).first))
    #expect(other["byteOffset"] == nil)
    #expect(other["startLine"] as? Int == 12)
  }

  @Test func membersOfArchivesAreNestedArtifacts() throws {
    var assessment = Fixture.weak
    assessment.evidence[0].place.path = "a.zip"
    assessment.evidence[0].place.part = "in/b.docx!/word/document.xml"
    let run = try run(Fixture.report([assessment], inputs: [Fixture.input("a.zip")]))
    let artifacts = try #require(run["artifacts"] as? [[String: Any]])
    let found = artifacts.map { artifact in
      "\((artifact["location"] as? [String: Any])?["uri"] ?? "") \(artifact["parentIndex"] ?? "")"
    }
    #expect(found == ["a.zip ", "in/b.docx 0", "word/document.xml 1"])
  }

  @Test(arguments: [
    ("a b.xml", "a%20b.xml"), ("./svar/å.xml", "svar/%C3%A5.xml"), ("/x/y.xml", "file:///x/y.xml"),
    ("a:b?.xml", "a%3Ab%3F.xml"), ("-", "stdin"), ("../a.xml", "../a.xml"),
  ])
  func addresses(path: String, uri: String) throws {
    let run = try run(Fixture.report([], inputs: [Fixture.input(path)]))
    let artifact = try #require((run["artifacts"] as? [[String: Any]])?.first)
    #expect((artifact["location"] as? [String: Any])?["uri"] as? String == uri)
  }

  @Test func fingerprintsFollowTheWordsAndNotTheLine() throws {
    var moved = Fixture.weak
    moved.evidence[0].place.line = 99
    moved.evidence[0].quote = "Vi besvarar klagomål skyndsamt  & utan \"krångel\"."
    var changed = Fixture.weak
    changed.evidence[0].quote = "Vi besvarar klagomål."
    let prints = try results([Fixture.weak, moved, changed]).map {
      ($0["partialFingerprints"] as? [String: String])?["aktsam/v1"]
    }
    #expect(prints[0]?.count == 16)
    #expect(prints[0] == prints[1])
    #expect(prints[0] != prints[2])
  }

  // MARK: - Reading

  private func run(_ report: Report) throws -> [String: Any] {
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(SARIFWriter.report(report))) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func results(
    _ assessments: [Assessment],
    inputs: [Report.Input] = [Fixture.input("svar/granskog.xml")]
  ) throws -> [[String: Any]] {
    try #require(
      try run(Fixture.report(assessments, inputs: inputs))["results"] as? [[String: Any]])
  }

  private func region(_ result: [String: Any]) throws -> [String: Any] {
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    return try #require(physical["region"] as? [String: Any])
  }
}
