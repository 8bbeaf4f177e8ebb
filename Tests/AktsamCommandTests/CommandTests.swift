import AktsamTestSupport
import Foundation
import Testing

/// How the command answers: exit codes, help, what goes where.
@Suite struct CommandTests {
  private let policy = "examples/it-hardware/policy.txt"

  @Test func zeroWhenNothingFails() throws {
    let result = try Tool.run(["check", "--fail-on", "never", policy])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.text.contains(policy))
  }

  @Test func oneWhenThereAreFindings() throws {
    // A text about something else lacks everything.
    let result = try Tool.run(["check", "-"], input: "The office is open from nine to five.\n")
    #expect(result.status == 1)
    #expect(result.errors == "")
  }

  @Test(arguments: [
    ["check"], ["check", "--bogus"], ["check", "--format", "yaml", "x"], ["bogus"],
    ["check", "-", "-"], ["check", "--document-lang", "se", "x"], ["check", "--jobs", "0", "x"],
    ["check", "--as-of", "yesterday", "x"],
    ["check", "--as-of", "2026-13-01", "x"], ["check", "--as-of", "2026-02-31", "x"],
    ["clauses", "show", "no-such-id"],
    ["clauses", "list", "--profile", "no-such-profile"], ["explain", "no-such-code"],
  ])
  func twoWhenUsedWrongly(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == [])
    #expect(result.errors != "")
  }

  @Test func twoWhenTheClausesAreBroken() throws {
    try TestFiles.withFolder { folder in
      try Data("<library xmlns='urn:aktsam:clauses:1'>\n<tit".utf8)
        .write(to: folder.appending(path: "library.xml"))
      let result = try Tool.run(["check", "--clauses", folder.path, policy])
      #expect(result.status == 2)
      #expect(result.errors.contains("library.xml:2:"))
    }
    let result = try Tool.run(["check", "--clauses", "no/such/folder", policy])
    #expect(result.status == 2)
    #expect(result.errors.contains("no/such/folder"))
  }

  @Test func anUnknownProfileIsAnsweredWithTheList() throws {
    let result = try Tool.run(["check", "--profile", "no-such-profile", policy])
    #expect(result.status == 2)
    for id in ["no-such-profile", "dfo-terms", "oecd-six-steps", "regions-due-diligence"] {
      #expect(result.errors.contains(id))
    }
  }

  @Test func threeWhenAFileIsMissingAndTheOthersAreReported() throws {
    let result = try Tool.run(
      ["check", "--fail-on", "never", "--format", "json", "no-such-file.xml", policy])
    #expect(result.status == 3)
    let subjects = try #require(try result.json()["subjects"] as? [[String: Any]])
    #expect(subjects.count == 2)
    let names = subjects.map { ($0["subject"] as? [String: Any])?["name"] as? String }
    #expect(names == ["no-such-file.xml", policy])
    #expect((subjects[0]["findings"] as? [Any])?.count == 1)
    #expect((subjects[1]["assessments"] as? [Any])?.isEmpty == false)
  }

  @Test func threeGoesBeforeOne() throws {
    let result = try Tool.run(["check", "no-such-file.xml", "-"], input: "Nothing here.\n")
    #expect(result.status == 3)
  }

  @Test func aBrokenFileIsThree() throws {
    let result = try Tool.run(
      ["check", "-"], input: "<response xmlns='urn:aktsam:response:1'>\n<answer>\n</response>\n")
    #expect(result.status == 3)
    #expect(result.text.contains("3"))
  }

  @Test(arguments: [
    ["--help"], ["check", "--help"], ["annotate", "--help"], ["explain", "--help"],
    ["clauses", "list", "--help"], ["clauses", "show", "--help"], ["clauses", "test", "--help"],
    ["clauses", "validate", "--help"], ["clauses", "evaluate", "--help"],
  ])
  func helpShowsExamples(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 0)
    #expect(result.text.contains("EXAMPLES"))
    #expect(result.text.contains("aktsam " + arguments.dropLast().joined(separator: " ")))
  }

  @Test func helpNamesTheExitCodes() throws {
    #expect(try Tool.run(["--help"]).text.contains("EXIT CODES"))
  }

  @Test func theVersionIsANumber() throws {
    let text = try Tool.run(["--version"]).text
    #expect(text.split(separator: ".").count == 3)
    #expect(text.hasSuffix("\n"))
  }

  @Test func standardInputIsAnInput() throws {
    let text = try String(
      contentsOf: Tool.root.appending(path: policy), encoding: .utf8)
    let arguments = ["check", "--fail-on", "never", "--role", "tender", "--format", "json"]
    let piped = try Tool.run(arguments + ["-"], input: text)
    let named = try Tool.run(arguments + [policy])
    #expect(piped.status == 0)
    #expect(piped.text.contains("\"name\": \"-\""))
    // All but the name of the input is the same.
    func outcomes(_ result: Tool.Result) throws -> [String] {
      let subjects = try #require(try result.json()["subjects"] as? [[String: Any]])
      let assessments = subjects[0]["assessments"] as? [[String: Any]] ?? []
      return assessments.compactMap { $0["outcome"] as? String }
    }
    #expect(try outcomes(piped) == outcomes(named))
    #expect(try !outcomes(named).isEmpty)
  }

  @Test func aReportMayGoToAFile() throws {
    try TestFiles.withFolder { folder in
      let file = folder.appending(path: "report.json")
      let arguments = ["check", "--fail-on", "never", "--format", "json", policy]
      let result = try Tool.run(arguments + ["--output", file.path])
      #expect(result.status == 0)
      #expect(result.output == [])
      #expect(Array(try Data(contentsOf: file)) == (try Tool.run(arguments)).output)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.json"])
    }
    #expect(try Tool.run(["check", "--output", "no/such/folder/a", policy]).status == 2)
  }

  @Test func nothingIsColouredOffATerminal() throws {
    for environment in [["NO_COLOR": "1"], ["TERM": "xterm-256color", "NO_COLOR": ""]] {
      let result = try Tool.run(
        ["check", "--fail-on", "never", policy], environment: environment)
      #expect(!result.output.contains(0x1B))
      #expect(!result.errors.utf8.contains(0x1B))
    }
  }

  @Test func aTerminalIsColouredUnlessNoColorIsSet() throws {
    let script = URL(filePath: "/usr/bin/script")
    guard FileManager.default.isExecutableFile(atPath: script.path) else { return }
    let binary = try #require(Tool.binary)
    func output(_ noColor: String) throws -> [UInt8] {
      try Tool.launch(
        script, ["-qec", "'\(binary.path)' check --fail-on never \(policy)", "/dev/null"], "",
        ["TERM": "xterm-256color", "NO_COLOR": noColor]
      ).output
    }
    #expect(try output("").contains(0x1B))
    #expect(try !output("1").contains(0x1B))
  }

  @Test(arguments: ["en", "sv", "nb"])
  func reportsComeInThreeLanguages(language: String) throws {
    let result = try Tool.run(["check", "--fail-on", "never", "--lang", language, policy])
    #expect(result.status == 0)
    let phrase = ["en": "not found", "sv": "inte", "nb": "ikke"][language] ?? ""
    #expect(result.text.lowercased().contains(phrase))
    #expect(!result.text.contains("non-compliant"))
  }

  @Test func failOnAndLevelDecide() throws {
    func status(_ failOn: String, _ text: String) throws -> Int32 {
      try Tool.run(["check", "--fail-on", failOn, "-"], input: text).status
    }
    let silent = "The office is open from nine to five.\n"
    #expect(try status("missing", silent) == 1)
    #expect(try status("contradicted", silent) == 0)
    #expect(try status("weak", silent) == 1)
    let denying = "We do not have any grievance mechanism for workers in the supply chain.\n"
    #expect(try status("contradicted", denying) == 1)
  }

  @Test(arguments: [
    ["clauses", "list"], ["clauses", "list", "--lang", "nb"], ["formats"],
    ["explain", "no-deadline"], ["explain", "gri-mechanism", "--lang", "sv"],
    ["clauses", "show", "sifl-verification"], ["clauses", "validate"],
  ])
  func listings(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 0)
    #expect(!result.output.isEmpty)
    let json = try Tool.run(arguments + ["--format", "json"])
    #expect(json.status == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output)) }
  }

  @Test func annotateGivesALineAPassage() throws {
    let result = try Tool.run(
      ["annotate", "--format", "jsonl", "-"], input: "We assess risks. We act.\n")
    #expect(result.status == 0)
    let lines = result.output.split(separator: 0x0A)
    #expect(lines.count == 2)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      #expect(object?["text"] is String)
      #expect(object?["force"] is String)
    }
  }
}
