import Aktsam
import AktsamClauses
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

@Suite struct LibraryTests {
  @Test func theEmbeddedLibraryLoads() throws {
    let (library, findings) = LibraryStore.load(folder: nil, withExamples: true)
    #expect(findings.filter { $0.severity == .error }.map(Shared.line) == [])
    #expect(try #require(library).requirements.isEmpty == false)
    #expect(library?.profile("oecd-six-steps") != nil)
    #expect(library?.sha256.count == 64)
  }

  @Test func theEmbeddedLibraryIsTheOneInTheFolder() throws {
    let embedded = try #require(LibraryStore.load(folder: nil).library)
    let folder = try #require(
      LibraryStore.load(folder: TestFiles.root.appending(path: "clauses").path).library)
    #expect(embedded.sha256 == folder.sha256)
    #expect(embedded.requirements.map(\.id) == folder.requirements.map(\.id))
  }

  @Test func nothingIsWrongWithIt() {
    let (library, findings) = LibraryStore.validate(folder: nil)
    #expect(library != nil)
    #expect(findings.filter { $0.severity > .note }.map(Shared.line) == [])
  }

  @Test func aFolderThatIsNotThereIsAFinding() {
    let (library, findings) = LibraryStore.load(folder: "/nowhere/at/all")
    #expect(library == nil)
    #expect(findings.map(\.severity) == [.error])
    #expect(findings.first?.message.contains("/nowhere/at/all") == true)
  }

  @Test func aBrokenFileIsAFindingWithItsPlace() throws {
    try TestFiles.withFolder { folder in
      try Data("<library xmlns='urn:aktsam:clauses:1'>\n<title>".utf8)
        .write(to: folder.appending(path: "library.xml"))
      let (library, findings) = LibraryStore.load(folder: folder.path)
      #expect(library == nil)
      #expect(findings.contains { $0.severity == .error && $0.place?.line == 2 })
    }
  }

  @Test(arguments: ["response.xsd", "questionnaire.xsd", "tender.xsd", "clauses.xsd"])
  func schemasCompile(name: String) {
    #expect(SchemaStore.schema(name) != nil)
  }

  @Test func aSchemaThatIsNotThereIsNone() {
    #expect(SchemaStore.schema("nothing.xsd") == nil)
  }
}

/// Every example of the shipped library gives what it says.
@Suite struct ExampleTests {
  private static let results: [String: [ExampleResult]] = {
    guard let library = Shared.library,
      let profile = library.profile("oecd-six-steps") ?? library.profiles.first
    else { return [:] }
    return Dictionary(
      grouping: ExampleRunner(library, profile: profile).run(in: ExampleSetting.allCases),
      by: \.requirement)
  }()

  @Test(arguments: Shared.library?.requirements.map(\.id) ?? [])
  func examplesOf(requirement: String) throws {
    let results = try #require(Self.results[requirement], "no example")
    let wrong = results.filter { !$0.isRight }.map {
      """
      line \($0.example.line) \($0.example.language): expected \($0.example.outcome) \
      \($0.example.weaknesses.joined(separator: " ")), got \($0.outcome) \
      \($0.weaknesses.joined(separator: " ")): \($0.example.text)
      """
    }
    #expect(wrong == [])
  }

  @Test func everyLanguageHasExamples() throws {
    let library = try #require(Shared.library)
    for requirement in library.requirements {
      let languages = Set(requirement.examples.map(\.language))
      #expect(languages.isSuperset(of: ["en", "sv", "nb"]), "\(requirement.id)")
    }
  }

  @Test func anExampleIsRightWhenItsWeaknessesAreAmongThoseRead() {
    var result = ExampleResult.sample(outcome: "weak", weaknesses: ["no-deadline", "generic"])
    #expect(result?.isRight == true)
    result?.weaknesses = ["generic"]
    #expect(result?.isRight == false)
    result?.outcome = "met"
    #expect(result?.isRight == false)
  }
}

extension ExampleResult {
  /// A result whose example expects `weak no-deadline`, made from a real one.
  fileprivate static func sample(outcome: String, weaknesses: [String]) -> ExampleResult? {
    guard var library = Shared.library, let profile = library.profiles.first,
      var requirement = library.requirements.first(where: { !$0.examples.isEmpty })
    else { return nil }
    requirement.examples = [requirement.examples[0]]
    library.requirements = [requirement]
    guard var result = ExampleRunner(library, profile: profile).run().first else { return nil }
    result.example.outcome = "weak"
    result.example.weaknesses = ["no-deadline"]
    result.outcome = outcome
    result.weaknesses = weaknesses
    return result
  }
}
