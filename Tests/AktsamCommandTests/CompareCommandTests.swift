import AktsamTestSupport
import Foundation
import Testing

/// Two saved reports held against each other.
@Suite struct CompareCommandTests {
  private func report(_ text: String, in folder: URL, as name: String) throws -> String {
    let input = folder.appending(path: "answers.txt")
    try Data(text.utf8).write(to: input)
    let output = folder.appending(path: name).path
    _ = try Tool.run(["check", "--format", "json", "--output", output, input.path])
    return output
  }

  private static let vague = "We strive to map our supply chain where possible."
  private static let firm =
    "We map our whole supply chain down to raw materials once a year; in March 2026 we named 412 sites."

  @Test func whatGotWorseFails() throws {
    try TestFiles.withFolder { folder in
      let vague = try report(Self.vague, in: folder, as: "vague.json")
      let firm = try report(Self.firm, in: folder, as: "firm.json")
      let better = try Tool.run(["compare", vague, firm])
      #expect(better.status == 0, "\(better.errors)")
      #expect(better.text.contains("412 sites") && better.text.contains("We strive to map"))
      let worse = try Tool.run(["compare", firm, vague])
      #expect(worse.status == 1)
      #expect(try Tool.run(["compare", firm, firm]).status == 0)
    }
  }

  @Test(arguments: ["html", "markdown", "json", "docx"])
  func formsAreStable(format: String) throws {
    try TestFiles.withFolder { folder in
      let old = try report(Self.vague, in: folder, as: "old.json")
      let new = try report(Self.firm, in: folder, as: "new.json")
      func run() throws -> Data {
        let output = folder.appending(path: "out")
        let result = try Tool.run([
          "compare", "--lang", "nb", "--format", format, "--output", output.path, old, new,
        ])
        #expect(result.status == 0, "\(result.errors)")
        return try Data(contentsOf: output)
      }
      let first = try run()
      #expect(first.count > 1000)
      #expect(try run() == first)
    }
  }

  /// A saved report gives the same gap list as the documents it was made of.
  @Test func gapListsOfASavedReportAreTheSame() throws {
    try TestFiles.withFolder { folder in
      let response = "examples/it-hardware/responses/weak-nb.xml"
      let saved = folder.appending(path: "saved.json").path
      _ = try Tool.run(["check", "--format", "json", "--output", saved, response])
      let direct = try Tool.run(["gaps", "--lang", "sv", response])
      #expect(try Tool.run(["gaps", "--lang", "sv", saved]).output == direct.output)
    }
  }

  @Test func whatIsNoReportIsSaid() throws {
    let result = try Tool.run(["compare", "README.md", "schemas/report.schema.json"])
    #expect(result.status == 2)
    #expect(result.errors.contains("README.md"))
  }
}
