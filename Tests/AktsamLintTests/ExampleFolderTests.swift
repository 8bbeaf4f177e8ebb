import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// The rules about responses and notices on the example of the repository: what they report is there,
/// and nothing else is.
@Suite struct ExampleFolderTests {
  private static let names = [
    "contract-annex.xml", "espd-response.xml", "notice.xml", "questionnaire.xml",
    "responses/evasive-en.xml", "responses/strong-sv.xml", "responses/weak-nb.xml",
  ]

  @Test func everyFindingIsReallyThere() throws {
    let folder = TestFiles.root.appending(path: "examples/it-hardware").resolvingSymlinksInPath()
    let files = Dictionary(
      uniqueKeysWithValues: Self.names.map { ($0, folder.appending(path: $0)) })
    let found = try LintedFiles.findings(files, groups: [.responses, .notices]).map {
      "\($0.place.path):\($0.place.line) \($0.rule)"
    }
    #expect(
      found == [
        "notice.xml:176 AK1303", "notice.xml:209 AK1301",
        "responses/evasive-en.xml:25 AK1111", "responses/evasive-en.xml:44 AK1104",
        "responses/evasive-en.xml:53 AK1102", "responses/evasive-en.xml:55 AK1111",
        "responses/evasive-en.xml:58 AK1116", "responses/evasive-en.xml:71 AK1118",
        "responses/evasive-en.xml:84 AK1104", "responses/evasive-en.xml:92 AK1110",
        "responses/evasive-en.xml:97 AK1116", "responses/evasive-en.xml:103 AK1101",
        "responses/weak-nb.xml:24 AK1111", "responses/weak-nb.xml:61 AK1111",
        "responses/weak-nb.xml:70 AK1111", "responses/weak-nb.xml:94 AK1111",
        "responses/weak-nb.xml:100 AK1104",
      ])
  }

  /// In documents that were written with care no rule finds anything.
  @Test func nothingIsFoundInStrongDocuments() throws {
    let folder = TestFiles.root.appending(path: "examples/lint").resolvingSymlinksInPath()
    let names = ["contract", "questionnaire", "response"].map { "strong-\($0).xml" }
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, folder.appending(path: $0)) })
    let found = try LintedFiles.findings(
      files, groups: Set(RuleGroup.allCases), profile: "dfo-terms")
    #expect(found.map { "\($0.place.path):\($0.place.line) \($0.rule) \($0.message)" } == [])
  }

  /// What the documentation shows can be copied, unless its form is what the rule is about.
  @Test(
    arguments: ExampleRun.all.filter { run in
      run.form == .asWritten && run.rule.info.group == .responses
        && !(run.isFlagged && ["AK1103", "AK1104", "AK1125"].contains(run.rule.info.id))
    })
  func examplesAreValid(run: ExampleRun) {
    let findings = run.document?.findings.filter { $0.rule == "AK0110" } ?? []
    #expect(findings.map(\.message) == [])
  }
}
