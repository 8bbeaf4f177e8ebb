import Foundation
import Testing

/// The forms of the report that other programs read.
@Suite struct FormatTests {
  private func check(_ format: String, _ files: [String]) throws -> Tool.Result {
    let result = try Tool.run(["check", "--fail-on", "never", "--format", format] + files)
    #expect(result.status == 0)
    #expect(result.errors == "")
    return result
  }

  @Test func jsonHasTheRequiredFieldsOfTheSchema() throws {
    let report = try check("json", Tool.examples).json()
    let schema = try Schema(Tool.root.appending(path: "schemas/report.schema.json"))
    #expect(schema.faults(in: report) == [])
    #expect((report["subjects"] as? [Any])?.count == Tool.examples.count)
  }

  @Test func theSchemaTestSeesAFault() throws {
    let schema = try Schema(Tool.root.appending(path: "schemas/report.schema.json"))
    var report = try check("json", [Tool.examples[0]]).json()
    report["lang"] = nil
    report["schema"] = "another"
    report["extra"] = 1
    #expect(schema.faults(in: report).count == 3)
  }

  @Test func jsonLinesAreAsManyAsFiles() throws {
    let result = try check("jsonl", Tool.examples)
    #expect(result.output.last == 0x0A)
    let lines = result.output.split(separator: 0x0A)
    #expect(lines.count == Tool.examples.count)
    let schema = try Schema(Tool.root.appending(path: "schemas/report.schema.json"))
    for (line, path) in zip(lines, Tool.examples) {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      #expect((object["subject"] as? [String: Any])?["name"] as? String == path)
      #expect(schema.faults(in: object, definition: "line") == [])
    }
  }

  @Test func sarifHasItsRequiredFields() throws {
    let log = try check("sarif", Tool.examples).json()
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.contains("sarif") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(!runs.isEmpty)
    for run in runs {
      let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
      #expect(driver?["name"] as? String == "aktsam")
      let rules = Set(
        (driver?["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
      for result in run["results"] as? [[String: Any]] ?? [] {
        #expect((result["message"] as? [String: Any])?["text"] is String)
        let rule = result["ruleId"] as? String ?? ""
        #expect(rules.contains(rule), "\(rule)")
      }
    }
  }

  @Test func togetherMakesOneSubject() throws {
    let result = try Tool.run(
      ["check", "--fail-on", "never", "--format", "json", "--together"] + Tool.examples)
    let subjects = try #require(try result.json()["subjects"] as? [[String: Any]])
    #expect(subjects.count == 1)
    #expect((subjects[0]["inputs"] as? [Any])?.count == Tool.examples.count)
  }

  @Test(arguments: ["text", "json", "jsonl", "sarif"])
  func anyNumberOfJobsGivesTheSameBytes(format: String) throws {
    let arguments = ["check", "--fail-on", "never", "--format", format]
    let one = try Tool.run(arguments + ["--jobs", "1"] + Tool.examples)
    let many = try Tool.run(arguments + ["--jobs", "8"] + Tool.examples)
    #expect(one.output == many.output)
    #expect(!one.output.isEmpty)
  }
}
