import AktsamTestSupport
import Foundation
import Testing

/// The rules as people read about them: `docs/rules.md`, `aktsam explain` and the README.
@Suite struct RulePagesTests {
  /// A rule as `aktsam rules --format json` lists it.
  private struct Rule: Decodable {
    var id: String
    var name: String
    var summary: String
  }

  private struct Listing: Decodable {
    var rules: [Rule]
  }

  private func rules() throws -> [Rule] {
    let result = try Tool.run(["rules", "--format", "json"])
    #expect(result.status == 0)
    return try JSONDecoder().decode(Listing.self, from: Data(result.output)).rules
  }

  @Test func thePagesAreThoseOfTheRules() throws {
    let result = try Tool.run(["rules", "--format", "markdown"])
    #expect(result.status == 0)
    try ExpectedFile.expect(result, Tool.root.appending(path: "docs/rules.md"))
  }

  @Test func everyIdAndEveryNameIsExplained() throws {
    let rules = try rules()
    #expect(!rules.isEmpty)
    for rule in rules {
      let byId = try Tool.run(["explain", rule.id])
      #expect(byId.status == 0, "\(rule.id)")
      #expect(byId.text.hasPrefix("\(rule.id): \(rule.name)\n"), "\(rule.id)")
      // Where a weakness has the same name, its page stands before that of the rule.
      let byName = try Tool.run(["explain", rule.name])
      #expect(byName.status == 0, "\(rule.name)")
      #expect(byName.text.hasSuffix(byId.text), "\(rule.name)")
    }
  }

  @Test func whatReadersReportIsExplainedByItsNameToo() throws {
    let byId = try Tool.run(["explain", "AK0302"])
    #expect(byId.text.hasPrefix("AK0302: read-as-prose\n"))
    #expect(try Tool.run(["explain", "read-as-prose"]).output == byId.output)
  }

  @Test func theConfigurationOfTheReadmeIsTaken() throws {
    let text = try String(
      contentsOf: Tool.root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(text.range(of: "```yaml\n"))
    let end = try #require(text[start.upperBound...].range(of: "```"))
    try TestFiles.withFolder { folder in
      let file = folder.appending(path: "aktsam.yml")
      try Data(text[start.upperBound..<end.lowerBound].utf8).write(to: file)
      let result = try Tool.run(["config", "show", "--config", file.path])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text.hasPrefix("profile: "))
      #expect(result.text.contains(file.path + ":1\n"))
    }
  }

  /// The table of groups has a row a group: its name, its ids, how many rules.
  @Test func theReadmeCountsTheRules() throws {
    let rules = try rules()
    let text = try String(
      contentsOf: Tool.root.appending(path: "README.md"), encoding: .utf8)
    #expect(text.contains("\(rules.count) rules"))
    for (prefix, group) in Dictionary(grouping: rules, by: { $0.id.prefix(4) }) {
      #expect(text.contains("| `\(prefix)` | \(group.count) |"), "\(prefix): \(group.count)")
    }
  }
}
