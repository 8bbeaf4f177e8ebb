import Aktsam
import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamReports
import AktsamText
import Foundation
import Testing

@Suite struct CheckerTests {
  private func check(_ text: String, _ options: CheckOptions = CheckOptions()) throws
    -> CheckedInput
  {
    let library = try #require(LibraryStore.load(folder: nil).library)
    let checker = Checker(
      library, profile: try #require(library.profile("oecd-six-steps")), options: options)
    return checker.read(
      InputFile(path: "a.txt", bytes: Array(text.utf8)), with: checker.makeAssessor())
  }

  @Test func theHashIsOfTheBytesAsStored() throws {
    #expect(
      try check("abc").input.sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func optionsGoBeforeWhatADocumentSays() throws {
    let text = "Leverantören ska bedöma riskerna i hela leveranskedjan och rapportera dem."
    #expect(try check(text).input.language == "sv")
    let told = try check(text, CheckOptions(role: .contract, documentLanguage: "fi"))
    #expect(told.input.role == .contract)
    #expect(told.input.language == "fi")
  }

  @Test func passagesAreKeptOnlyWhenAskedFor() throws {
    let text = "We assess risks to human rights. We act."
    #expect(try check(text).reading?.passageReadings.isEmpty == true)
    #expect(
      try check(text, CheckOptions(annotating: true)).reading?.passageReadings.map(\.text)
        == ["We assess risks to human rights.", "We act."])
  }

  @Test func aFileThatCouldNotBeOpenedIsAFinding() throws {
    let library = try #require(LibraryStore.load(folder: nil).library)
    let checker = Checker(
      library, profile: try #require(library.profile("oecd-six-steps")), options: CheckOptions())
    let input = checker.read(
      InputFile(path: "a.xml", bytes: nil, failure: "permission denied"),
      with: checker.makeAssessor())
    #expect(!input.isComplete)
    #expect(input.findings.map(\.rule) == ["AK0001"])
    #expect(input.findings.map(\.message) == ["cannot read 'a.xml': permission denied"])
    #expect(checker.subject(name: "a.xml", [input]).assessments.isEmpty)
  }

  @Test(arguments: [
    "", " \n ", "\u{FEFF}", "<", "<a>", "<a/>", "<?xml version='1.0'?>", "%PDF-1.7",
  ])
  func oddInputsDoNotTrap(text: String) throws {
    let input = try check(text)
    #expect(input.input.path == "a.txt")
  }

  @Test func brokenMarkupGivesAnErrorWithItsLine() throws {
    let input = try check("<response xmlns='urn:aktsam:response:1'>\n<answer>\n</response>")
    #expect(!input.isComplete)
    #expect(input.findings.contains { $0.severity == .error && ($0.place?.line ?? 0) == 3 })
  }
}
