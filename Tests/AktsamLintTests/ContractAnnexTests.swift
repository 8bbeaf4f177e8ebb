import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// The rules about contracts, over the annex of the IT-hardware example.
@Suite struct ContractAnnexTests {
  /// What the rules of a group find in the annex, with the questionnaire beside it.
  static func findings() throws -> [LintFinding] {
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
    for rule in RuleTable.all where rule.info.group == .contracts {
      guard let rule = rule as? any DocumentRule.Type else { continue }
      found += context.findings(of: rule)
    }
    return found
  }

  @Test func printsFindings() throws {
    for finding in try Self.findings() {
      print("FOUND", finding.name, finding.place.line, finding.message.prefix(150))
    }
  }
}
