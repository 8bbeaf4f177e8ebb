import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// The rules about contracts, over the annex of the IT-hardware example.
@Suite struct ContractAnnexTests {
  /// What the rules find in the annex, with the questionnaire beside it.
  private static func findings() throws -> [LintFinding] {
    let folder = TestFiles.root.appending(path: "examples/it-hardware")
    let documents = try ["contract-annex.xml", "questionnaire.xml"].map { name in
      DocumentReader.read(
        Array(try Data(contentsOf: folder.appending(path: name))), path: name,
        options: ReadingOptions())
    }
    let library = try #require(ShippedClauses.library)
    let profile = try #require(library.profile("it-hardware-forced-labour"))
    let context = RuleContext(
      LintSurroundings(documents: documents, library: library), index: 0, profile: profile
    ) {
      ShippedClauses.reader(profile).read(documents[0], asOf: nil)
    }
    var found: [LintFinding] = []
    for rule in RuleTable.all where rule.info.group == .contracts && rule.info.isDefault {
      guard let rule = rule as? any DocumentRule.Type else { continue }
      found += context.findings(of: rule)
    }
    return found
  }

  /// The annex is in order: only what it really lacks is reported.
  @Test func findsOnlyWhatIsThere() throws {
    var counts: [String: Int] = [:]
    for finding in try Self.findings() { counts[finding.name, default: 0] += 1 }
    #expect(
      counts == [
        "requirement-missing": 10, "requirement-weak": 2, "contract-not-asked": 7,
        "should-instead-of-shall": 1,
      ])
  }

  @Test func pointsAtTheWeakClauses() throws {
    let weak = try Self.findings().filter { $0.name == "requirement-weak" }
    #expect(weak.map(\.place.line).sorted() == [49, 146])
    let training = try #require(weak.first { $0.message.contains("gov-training") })
    #expect(training.message.contains("aspirational"))
    #expect(training.message.contains("Leverantören ska minst en gång per år utbilda"))
  }

  /// The weak clause on training is weak by one word.
  @Test func pointsAtTheWordThatRecommends() throws {
    let found = try Self.findings().filter { $0.name == "should-instead-of-shall" }
    #expect(found.map(\.place.line) == [49])
    #expect(found.first?.fix?.edits.map(\.replacement) == ["ska"])
    #expect(found.first?.fix?.isSafe == false)
  }

  /// With a questionnaire that asks about something else, both directions are shown.
  @Test func comparesWithTheQuestionnaire() throws {
    let found = try Self.findings().filter { $0.name == "contract-not-asked" }
    #expect(found.contains { $0.message.contains("(dd-leverage)") && $0.place.line == 94 })
    #expect(found.allSatisfy { $0.message.contains("\"questionnaire.xml\"") })
  }
}
