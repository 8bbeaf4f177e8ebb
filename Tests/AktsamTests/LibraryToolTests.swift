import Aktsam
import AktsamClauses
import AktsamReports
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// The tools of whoever owns the clause library.
struct LibraryToolTests {
  private func folder(_ body: (URL) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "aktsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url)
  }

  @Test func coverageNamesWhatIsLacking() throws {
    var library = try #require(Shared.library)
    library.concepts.append(Concept(id: "new-concept", kind: .topic, gloss: "g"))
    library.requirements[0].examples.removeAll { $0.language == "nb" }
    let id = library.requirements[0].id
    let text = CoverageReport(library).text()
    #expect(text.contains("without words (1): new-concept"))
    #expect(text.contains("\(id) nb: fewer than 2 examples: met, weak, near miss"))
    let json = try JSONSerialization.jsonObject(with: Data(CoverageReport(library).json()))
    #expect((json as? [String: Any])?["requirements"] as? Int == library.requirements.count)
  }

  /// A new lexicon's empty files can be read as they are, and nothing is written over.
  @Test func aNewLanguageStartsFromFilesThatLoad() throws {
    let library = try #require(Shared.library)
    let files = LibraryScaffold.lexicon("da", for: library)
    #expect(files.count == 1 + ConceptClass.allCases.count)
    for file in files {
      let read = LibraryLoader.load(
        [(path: "clauses/" + file.path, bytes: Array(file.text.utf8))], sha256: "")
      let wrong = read.findings.filter { $0.severity == .error && $0.rule != "AK0201" }
      #expect(wrong.isEmpty, "\(wrong)")
    }
    try folder { url in
      var said: [String] = []
      try FileAccess.writeNew(files, below: url.path) { said.append($0) }
      #expect(said.allSatisfy { $0.hasPrefix("wrote ") })
      said = []
      try FileAccess.writeNew(files, below: url.path) { said.append($0) }
      #expect(said.allSatisfy { $0.hasPrefix("kept ") })
    }
  }

  @Test func aNewProfileHoldsWhatItExtends() throws {
    let library = try #require(Shared.library)
    let base = try #require(library.profile("dfo-terms"))
    let text = LibraryScaffold.profile("our-terms", extending: base)
    try folder { url in
      let clauses = url.appending(path: "clauses")
      try FileManager.default.copyItem(
        at: TestFiles.root.appending(path: "clauses"), to: clauses)
      try Data(text.utf8).write(to: clauses.appending(path: "profiles/our-terms.xml"))
      let (loaded, findings) = LibraryStore.load(folder: clauses.path)
      #expect(findings.filter { $0.severity == .error }.isEmpty)
      let profile = try #require(loaded?.profile("our-terms"))
      #expect(profile.entries == base.entries)
      #expect(profile.parameters == base.parameters)
    }
  }

  @Test func aDifferenceShowsEntriesAndOutcomes() throws {
    let old = try #require(Shared.library)
    var new = old
    let removed = new.requirements.removeLast()
    new.profiles = new.profiles.map { profile in
      var profile = profile
      profile.entries.removeAll { $0.requirement == removed.id }
      return profile
    }
    let difference = LibraryDifference(old: old, new: new)
    #expect(difference.entries().contains("- requirement \(removed.id)"))
    #expect(LibraryDifference(old: old, new: old).entries().isEmpty)
    let file = InputFile(
      path: "a.txt", bytes: Array("We will map the supply chain every year.".utf8))
    #expect(
      LibraryDifference(old: old, new: old).outcomes([file], profile: "oecd-six-steps") == [])
    #expect(difference.outcomes([file], profile: "no-such-profile") == nil)
  }

  @Test func pagesNameEveryRequirement() throws {
    let library = try #require(Shared.library)
    for language in ["en", "sv", "nb"] {
      let pages = LibraryPages.pages(library, language: language)
      #expect(pages.count == library.requirements.count + 1)
      for requirement in library.requirements {
        #expect(pages[0].text.contains("(\(requirement.id).md)"))
        let page = try #require(pages.first { $0.name == "\(requirement.id).md" })
        #expect(page.text.hasPrefix("# \(requirement.title[language])"))
        #expect(page.text.contains(requirement.wording[language]))
      }
    }
  }

  /// The pages in `docs/requirements` are those of the library.
  @Test func thePagesInTheRepositoryAreCurrent() throws {
    let library = try #require(Shared.library)
    let folder = TestFiles.root.appending(path: "docs/requirements")
    let pages = LibraryPages.pages(library, language: "en")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(pages.map(\.name)))
    for page in pages {
      let data = try Data(contentsOf: folder.appending(path: page.name))
      #expect(
        data == Data(page.text.utf8),
        "\(page.name): run aktsam clauses pages --output docs/requirements")
    }
  }
}
