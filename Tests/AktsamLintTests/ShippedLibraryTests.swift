import AktsamClauses
import AktsamLint
import AktsamText
import Testing

/// The rules about clause libraries, over the library of this repository.
@Suite struct ShippedLibraryTests {
  static func findings(of rule: any LibraryRule.Type) throws -> [LintFinding] {
    let (library, _) = LibraryLoader.load(ShippedClauses.files, sha256: "")
    let context = LibraryContext(
      library: try #require(library),
      files: ShippedClauses.files.map { SourceFile(path: $0.path, bytes: $0.bytes) })
    return context.findings(of: rule)
  }

  static let ids = RuleTable.infos.filter { $0.group == .clauses }.map { $0.id }

  @Test(arguments: ids)
  func printsFindings(id: String) throws {
    var rule: (any LibraryRule.Type)?
    for candidate in RuleTable.all where candidate.info.id == id {
      rule = candidate as? any LibraryRule.Type
    }
    guard let rule else { return }
    let found = try Self.findings(of: rule)
    print("LIBRARY", id, found.count)
    for finding in found.prefix(id == "AK1405" ? 5 : 25) {
      print("LIBFOUND", finding.name, finding.place.path, finding.place.line, finding.message.prefix(170))
    }
  }
}
