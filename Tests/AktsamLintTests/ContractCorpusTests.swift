import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// The rules about contracts, over published texts of others: laws and samples of office files.
@Suite struct ContractCorpusTests {
  static let folders = [
    "akoma-ntoso", "docbook", "formex", "opendocument", "wordprocessingml",
  ]
  /// What is no question of opinion, so that a published text shows none of it.
  static let sureRules: Set<String> = [
    "unknown-clause-number", "duplicate-clause-number", "mixed-numbering", "empty-clause",
    "clause-in-other-language", "undefined-term", "superseded-act", "dangling-clause-reference",
  ]

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"),
    arguments: folders)
  func publishedTextsAreInOrder(folder: String) throws {
    let base = try #require(TestFiles.shared("corpus")).appending(path: folder)
    let library = try #require(ShippedClauses.library)
    let profile = try #require(library.profile("oecd-six-steps"))
    for name in try FileManager.default.contentsOfDirectory(atPath: base.path).sorted() {
      let bytes = Array(try Data(contentsOf: base.appending(path: name)))
      let document = DocumentReader.read(
        bytes, path: name, options: ReadingOptions(role: .contract))
      let context = RuleContext(
        LintSurroundings(documents: [document], library: library), index: 0, profile: profile
      ) {
        ShippedClauses.reader(profile).read(document, asOf: nil)
      }
      for rule in RuleTable.all where rule.info.group == .contracts {
        guard let rule = rule as? any DocumentRule.Type else { continue }
        for finding in context.findings(of: rule) {
          #expect(finding.place.segments.allSatisfy { $0.upperBound <= bytes.count })
          #expect(!Self.sureRules.contains(finding.name), "\(name): \(finding.message)")
        }
      }
    }
  }
}
