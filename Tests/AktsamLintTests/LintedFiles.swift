import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation

/// Runs rules over whole files, as one run.
enum LintedFiles {
  /// Returns the findings of some groups of rules.
  ///
  /// - Parameters:
  ///   - files: the files of the run, by the paths that findings name.
  ///   - groups: the groups.
  ///   - id: the profile that documents are held against.
  /// - Returns: the findings in the order of a report.
  /// - Throws: when a file cannot be read.
  static func findings(
    _ files: [String: URL], groups: Set<RuleGroup>, profile id: String = "oecd-six-steps"
  ) throws -> [LintFinding] {
    let documents = try files.sorted { $0.key < $1.key }.map { path, file in
      DocumentReader.read(
        Array(try Data(contentsOf: file)), path: path,
        options: ReadingOptions(schema: ShippedSchemas.schema))
    }
    guard let library = ShippedClauses.library, let profile = library.profile(id)
    else { throw ExampleError("the clause library does not load") }
    let rules = RuleTable.all.filter { groups.contains($0.info.group) && $0.info.isDefault }
    let surroundings = LintSurroundings(documents: documents, library: library)
    let reader = ShippedClauses.reader(profile)
    var found: [LintFinding] = []
    for (index, document) in documents.enumerated() {
      let context = RuleContext(surroundings, index: index, profile: profile) {
        reader.read(document, asOf: nil)
      }
      for case let rule as any DocumentRule.Type in rules { found += context.findings(of: rule) }
    }
    return found.sorted(by: LintFinding.precedes)
  }

  /// Returns how often each rule reports something in each file: "file AK1103 2".
  static func counts(_ findings: [LintFinding]) -> [String] {
    Dictionary(grouping: findings) { "\($0.place.path) \($0.rule)" }
      .map { "\($0.key) \($0.value.count)" }.sorted()
  }
}
