import AktsamClauses
import AktsamLint
import AktsamText
import Testing

/// The rules about clause libraries, over the library of this repository.
@Suite struct ShippedLibraryTests {
  private static func findings(of name: String) throws -> [LintFinding] {
    var rule: (any LibraryRule.Type)?
    for candidate in RuleTable.all where candidate.info.name == name {
      rule = candidate as? any LibraryRule.Type
    }
    let (library, _) = LibraryLoader.load(ShippedClauses.files, sha256: "")
    let context = LibraryContext(
      library: try #require(library),
      files: ShippedClauses.files.map { SourceFile(path: $0.path, bytes: $0.bytes) })
    return context.findings(of: try #require(rule))
  }

  /// What is known to be found, so that nothing else creeps in.
  static let known: [String: Set<String>] = [:]

  static let names = RuleTable.infos.filter { $0.group == .clauses && $0.isDefault }.map(\.name)

  @Test(arguments: names)
  func findsNothingNew(name: String) throws {
    let known = Self.known[name] ?? []
    for finding in try Self.findings(of: name) {
      let quoted = finding.message.split(separator: "\"").enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      let subject = name == "wording-not-met" ? quoted.prefix(2) : quoted.prefix(1)
      #expect(known.contains(subject.joined(separator: " ")), "\(finding.message)")
    }
  }

  /// A term is shown where it stands, in the file of its own language.
  @Test func ambiguousTermsAreShownInTheirLexicon() throws {
    let found = try Self.findings(of: "ambiguous-term")
    #expect(!found.isEmpty)
    for finding in found {
      let language = finding.message.split(separator: "(").dropFirst().first?.prefix(2) ?? ""
      #expect(finding.place.path.hasPrefix("clauses/concepts/\(language)/"), "\(finding.message)")
    }
  }
}
