import AktsamReports
import AktsamText
import Foundation
import Testing

/// The linter's report as SARIF 2.1.0.
@Suite struct LintSARIFTests {
  private func run(_ report: LintReport = LintFixture.report) throws -> [String: Any] {
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(report.bytes(.sarif))) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ report: LintReport = LintFixture.report) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  private func physical(_ result: [String: Any]) throws -> [String: Any] {
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    return try #require(location["physicalLocation"] as? [String: Any])
  }

  @Test func everyIndexPointsToItsRuleAndFile() throws {
    let run = try run()
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let artifacts = try #require(run["artifacts"] as? [[String: Any]])
    for result in try #require(run["results"] as? [[String: Any]]) {
      let rule = try #require(result["ruleIndex"] as? Int)
      #expect(rules[rule]["id"] as? String == result["ruleId"] as? String)
      let address = try #require(try physical(result)["artifactLocation"] as? [String: Any])
      let artifact = artifacts[try #require(address["index"] as? Int)]
      let location = try #require(artifact["location"] as? [String: Any])
      #expect(location["uri"] as? String == address["uri"] as? String)
    }
  }

  @Test func rulesComeWithHelp() throws {
    let driver = try #require((try run()["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules[0]["name"] as? String == "DanglingQuestionReference")
    #expect(rules[0]["helpUri"] as? String == LintFixture.reference.helpURI)
    let help = try #require(rules[1]["help"] as? [String: String])
    #expect(help["text"]?.contains("- max-words (50): How many") == true)
    #expect(help["markdown"]?.contains("- `max-words` (`50`): How many") == true)
    let off = try #require(rules[2]["defaultConfiguration"] as? [String: Any])
    #expect(off["enabled"] as? Bool == false)
    #expect(off["level"] as? String == "note")
  }

  @Test func regionsAreThoseOfThePlace() throws {
    let place = try physical(try results()[0])
    let region = try #require(place["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 3)
    #expect(region["startColumn"] as? Int == 23)
    #expect(region["endColumn"] as? Int == 25)
    let range = LintFixture.range(of: "q9", in: LintFixture.questionnaire)
    #expect(region["byteOffset"] as? Int == range.lowerBound)
    #expect(region["byteLength"] as? Int == 2)
    #expect((region["snippet"] as? [String: String])?["text"] == "q9")
    let context = try #require(place["contextRegion"] as? [String: Any])
    #expect(
      (context["snippet"] as? [String: String])?["text"]
        == "\t<condition question=\"q9\" note=\"100 % & 'mer'\"/>")
  }

  @Test func byteOffsetsOnlyWhereTheyCountInTheFile() throws {
    let region = try #require(try physical(try results()[7])["region"] as? [String: Any])
    #expect(region["byteOffset"] == nil)
    #expect(region["startLine"] as? Int == 1)
  }

  @Test func suppressionsAreNamedForAllResultsOfARun() throws {
    let results = try results()
    let found = results.map { result in
      (result["suppressions"] as? [[String: Any]])?.map {
        "\($0["kind"] ?? ""): \($0["justification"] ?? "")"
      }
    }
    #expect(!found.contains(nil))
    #expect(
      found.compactMap { $0?.first } == ["inSource: agreed with \"all\" & others", "external: "])
  }

  @Test func baselineStatesOnlyWithABaseline() throws {
    let states = try results().map { $0["baselineState"] as? String ?? "-" }
    #expect(
      states == [
        "new", "new", "new", "unchanged", "-", "-", "new", "new", "new", "absent", "absent",
      ])
    let without = try results(LintFixture.report([LintFixture.dangling, LintFixture.known]))
    #expect(without.allSatisfy { $0["baselineState"] == nil })
  }

  @Test func fixesSayWhatToReplace() throws {
    let fix = try #require((try results()[1]["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    let replacements = try #require(change["replacements"] as? [[String: Any]])
    // Nothing is inserted by the first.
    #expect(replacements[0]["insertedContent"] == nil)
    #expect((replacements[1]["insertedContent"] as? [String: String])?["text"] == "Two")
    let region = try #require(replacements[1]["deletedRegion"] as? [String: Any])
    #expect(region["startLine"] as? Int == 5)
    #expect(region["byteLength"] as? Int == 6)
    #expect((fix["properties"] as? [String: Bool])?["safe"] == true)
  }

  @Test func aFixWithoutEditsIsNone() throws {
    #expect(try results()[7]["fixes"] == nil)
  }

  @Test func anUnreadFileIsAnUnsuccessfulRun() throws {
    let invocation = try #require((try run()["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let clean = try #require(
      (try run(LintFixture.clean)["invocations"] as? [[String: Any]])?.first)
    #expect(clean["executionSuccessful"] as? Bool == true)
  }
}
