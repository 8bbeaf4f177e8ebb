import AktsamClauses
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

/// The files in `clauses/` and `schemas/clauses.xsd`, as they are shipped.
@Suite struct ShippedLibraryTests {
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: TestFiles.root.appendingPathComponent(path)))
  }

  static func clauseFiles() throws -> Fixture.Files {
    let folder = TestFiles.root.appendingPathComponent("clauses")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".xml") }.sorted().map {
      ("clauses/" + $0, try bytes("clauses/" + $0))
    }
  }

  @Test func shippedFilesLoad() throws {
    let (library, findings) = LibraryLoader.load(try Self.clauseFiles(), sha256: "")
    #expect(findings.filter { $0.severity == .error }.map(Fixture.line) == [])
    #expect(
      try #require(library).profiles.map(\.id)
        == [
          "dfo-terms", "it-hardware-forced-labour", "oecd-six-steps", "regions-due-diligence",
          "uhm-supply-chains", "uhm-supply-chains-advanced",
        ])
  }

  @Test func shippedFilesHaveNoWarnings() throws {
    let findings = LibraryChecks.findings(in: try Self.clauseFiles())
    #expect(findings.filter { $0.severity > .note }.map(Fixture.line) == [])
  }

  @Test func defaultProfileAsksForEveryRequirement() throws {
    let library = try #require(LibraryLoader.load(try Self.clauseFiles(), sha256: "").library)
    let profile = try #require(library.profile("oecd-six-steps"))
    #expect(
      Set(profile.entries.map(\.requirement)) == Set(library.requirements.map(\.id)))
    #expect(Set(profile.parameters.keys) == Set(ClauseVocabulary.parameters))
    // The number begins with the step, and entries stand in the order of their numbers.
    for entry in profile.entries {
      let requirement = try #require(library.requirement(entry.requirement))
      #expect(entry.number.hasPrefix("\(requirement.step)."), "\(entry.requirement)")
    }
  }

  @Test func shippedFilesAreValidAgainstTheSchema() throws {
    let schema = try XMLSchema(name: "clauses.xsd", bytes: try Self.bytes("schemas/clauses.xsd"))
    for file in try Self.clauseFiles() + Fixture.files {
      let source = SourceFile(path: file.path, bytes: file.bytes)
      let document = XMLReader.read(source, schema: schema)
      #expect(document.findings.map(Fixture.line) == [])
    }
  }

  @Test func schemaAndLoaderKnowTheSameWords() throws {
    let schema = XMLReader.read(
      SourceFile(path: "clauses.xsd", bytes: try Self.bytes("schemas/clauses.xsd")))
    let root = try #require(schema.root)
    func values(_ type: String) throws -> [String] {
      let node = try #require(
        schema.childElements(of: root, named: "simpleType").first {
          schema.attribute("name", of: $0) == type
        })
      return schema.descendants(of: node, named: "enumeration").compactMap {
        schema.attribute("value", of: $0)
      }
    }
    #expect(try values("Code") == ClauseVocabulary.weaknesses)
    #expect(try values("Parameter") == ClauseVocabulary.parameters)
    #expect(try values("ReadLanguage") == ClauseVocabulary.readLanguages)
    #expect(try Set(values("Role")) == Set(DocumentRole.allCases.map(\.rawValue)))
  }
}
