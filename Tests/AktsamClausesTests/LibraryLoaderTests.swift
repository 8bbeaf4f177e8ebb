import AktsamClauses
import AktsamText
import Testing

@Suite struct LibraryLoaderTests {
  @Test func goodLibraryLoads() throws {
    let (loaded, findings) = LibraryLoader.load(Fixture.files, sha256: "abc")
    #expect(findings.map(Fixture.line) == [])
    let library = try #require(loaded)
    #expect(library.version == "1.2.3")
    #expect(library.sha256 == "abc")
    #expect(library.concepts.map(\.id).prefix(3) == ["force-obligation", "risk", "assess"])
    #expect(library.concepts.map(\.kind).last == .context)
    #expect(library.provision("UNGP-17")?.source.year == 2011)
  }

  @Test func lexiconKeepsTermsAsWritten() throws {
    let library = try #require(Fixture.load(Fixture.files).library)
    let lexicon = try #require(library.lexicons["en"])
    #expect(lexicon.numbers == ["one": 1, "twelve": 12])
    #expect(lexicon.abbreviations == ["e.g.", "no."])
    #expect(lexicon.entries[0].terms == ["shall", "=is obliged to"])
    #expect(lexicon.entries[1].terms == ["risk", "danger to people"])
    #expect(lexicon.entries[2].terms == ["take ... into account", "review"])
    #expect(lexicon.entries[2].companions == [1, 3])
  }

  @Test func requirementIsReadWhole() throws {
    let library = try #require(Fixture.load(Fixture.files).library)
    let requirement = try #require(library.requirement("dd-risk"))
    #expect(requirement.theme == "risk")
    #expect(requirement.step == 2)
    #expect(requirement.severity == .high)
    #expect(requirement.roles == [.contract, .response])
    #expect(requirement.kind == .duty)
    #expect(requirement.authorities == ["UNGP-17"])
    #expect(
      requirement.topic == [
        Pattern(scope: .clause, near: 8, any: [[1, 3], [2], [1]]),
        Pattern(
          objects: [.init(verbs: [2], targets: [1])], bearers: ["own", "supplier"],
          roles: [.contract]),
      ])
    #expect(requirement.unless == [Pattern(any: [[4]])])
    #expect(requirement.denial == [Pattern(any: [[1]], none: [2])])
    #expect(requirement.elements.map(\.id) == ["when", "people", "norm"])
    #expect(requirement.elements.map(\.code) == ["no-deadline", "generic", "no-standard"])
    #expect(requirement.elements[0].parameter == "assessment-days")
    #expect(requirement.elements[1].patterns == [Pattern(heading: [1])])
    #expect(requirement.elements[2].core == [])
    let example = try #require(requirement.examples.first)
    #expect(
      example
        == Example(
          language: "en", role: .response, outcome: "weak",
          weaknesses: ["generic", "no-deadline"], isMapped: true, text: "We review risk.",
          line: 31))
  }

  @Test func languagesLimitWhatIsRead() throws {
    // A lexicon that isn't asked for isn't even parsed.
    let files = Fixture.files(adding: "clauses/concepts/sv.xml", "<broken")
    let loaded = LibraryLoader.load(files, languages: ["en"], sha256: "")
    #expect(loaded.findings.isEmpty)
    #expect(try #require(loaded.library).lexicons.keys.sorted() == ["en"])
    #expect(LibraryLoader.load(files, sha256: "").library == nil)
  }

  @Test func examplesMayBeLeftOut() throws {
    let loaded = LibraryLoader.load(Fixture.files, withExamples: false, sha256: "")
    #expect(try #require(loaded.library).requirements[0].examples.isEmpty)
  }

  @Test func orderOfFilesDoesNotMatter() throws {
    let forward = try #require(Fixture.load(Fixture.files).library)
    let backward = try #require(Fixture.load(Fixture.files.reversed()).library)
    #expect(forward.requirements.map(\.topic) == backward.requirements.map(\.topic))
    #expect(forward.concepts == backward.concepts)
  }

  @Test func otherFilesArePassedOver() {
    #expect(Fixture.load(Fixture.files(adding: "clauses/README.md", "# x")).findings.isEmpty)
  }

  @Test func byteOrderMarkAndLatin1Work() throws {
    var files = Fixture.files
    files[1].bytes = [0xEF, 0xBB, 0xBF] + files[1].bytes
    files[5].bytes =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n".utf8)
      + Array(Fixture.profile.utf8).map { $0 == UInt8(ascii: "P") ? 0xC5 : $0 }
    let loaded = Fixture.load(files)
    #expect(loaded.findings.filter { $0.severity == .error }.map(Fixture.line) == [])
    #expect(try #require(loaded.library).profiles[0].title["sv"] == "Å")
  }
}
