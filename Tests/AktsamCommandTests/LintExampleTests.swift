import AktsamTestSupport
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `examples/lint`: documents without a finding and documents with many, linted as a user lints them.
@Suite struct LintExampleTests {
  private static let path = "examples/lint"
  private static let folder = Tool.root.appending(path: path)
  static let strong = ["strong-contract", "strong-questionnaire", "strong-response"]

  /// What is linted together, by the name of its expected report. A response is held against its
  /// questionnaire.
  static let runs: [String: [String]] = [
    "strong": strong,
    "faulty-questionnaire": ["faulty-questionnaire"],
    "faulty-contract": ["faulty-contract"],
    "faulty-response": ["faulty-response", "strong-questionnaire"],
  ]
  static let faulty = runs.keys.filter { $0 != "strong" }.sorted()

  /// A run with the configuration of the example, from the root of the repository.
  private func lint(_ options: [String], _ names: [String]) throws -> Tool.Result {
    try Tool.run(
      ["lint", "--config", Self.path + "/.aktsam.yml"] + options
        + names.map { "\(Self.path)/\($0).xml" })
  }

  /// The findings of a run that reported JSON lines.
  private func findings(_ result: Tool.Result) throws -> [[String: Any]] {
    try result.output.split(separator: 0x0A).map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
  }

  private func rules(_ findings: [[String: Any]]) -> Set<String> {
    Set(findings.filter { $0["state"] as? String == "new" }.compactMap { $0["rule"] as? String })
  }

  // MARK: - What is found

  @Test(arguments: runs.keys.sorted())
  func reportIsTheExpectedOne(name: String) throws {
    let result = try lint([], Self.runs[name] ?? [])
    #expect(result.status == (name == "strong" ? 0 : 1), "\(result.errors)")
    #expect(!result.text.contains(Tool.root.path))
    try ExpectedFile.expect(result, Self.folder.appending(path: "expected/\(name).txt"))
  }

  @Test func sarifIsTheExpectedOne() throws {
    let result = try lint(["--format", "sarif"], ["faulty-contract"])
    #expect(result.status == 1, "\(result.errors)")
    #expect(!result.text.contains(Tool.root.path))
    try ExpectedFile.expect(result, Self.folder.appending(path: "expected/faulty-contract.sarif"))
  }

  /// All rules of the standard are on, and not even a note is left.
  @Test func strongDocumentsAreClean() throws {
    let result = try Tool.run(
      ["lint", "--no-config", "--profile", "dfo-terms", "--fail-on", "note"]
        + Self.strong.map { "\(Self.path)/\($0).xml" })
    #expect(result.status == 0, "\(result.text)")
    #expect(result.text == "no findings in 3 files\n")
  }

  @Test(arguments: faulty)
  func faultsAreOfManyKinds(name: String) throws {
    let result = try lint(["--format", "jsonl"], Self.runs[name] ?? [])
    let found = try findings(result)
    #expect(rules(found).count { $0.hasPrefix("AK1") } >= 16)
    #expect(found.allSatisfy { $0["path"] as? String == "\(Self.path)/\(name).xml" })
  }

  /// One finding is suppressed in the file, another in the configuration; both say why.
  @Test func suppressionsAreReportedAsSuch() throws {
    let found = try findings(try lint(["--format", "jsonl"], ["faulty-contract"]))
    let suppressed = found.filter { $0["state"] as? String == "suppressed" }
    #expect(Set(suppressed.compactMap { $0["rule"] as? String }) == ["AK1206", "AK1215"])
    let late = try findings(
      try lint(["--as-of", "2027-01-15", "--format", "jsonl"], ["faulty-contract"]))
    #expect(rules(late).isSuperset(of: ["AK1206", "AK1901"]))
    #expect(!rules(late).contains("AK1215"))
  }

  @Test func formsCanBeParsed() throws {
    let names = Self.runs.values.flatMap { $0 }.sorted()
    let json = try lint(["--format", "json"], names).json()
    let found = try #require(json["findings"] as? [[String: Any]])
    #expect(found.count > 50)
    let log = try lint(["--format", "sarif"], names).json()
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.count == found.count)
    for format in ["junit", "checkstyle"] {
      let parser = XMLParser(data: Data(try lint(["--format", format], names).output))
      #expect(parser.parse(), "\(format): \(parser.parserError.map { "\($0)" } ?? "")")
    }
  }

  // MARK: - What the command does

  @Test func nothingIsLeftOfABaseline() throws {
    try TestFiles.withFolder { scratch in
      let file = scratch.appending(path: "baseline.json").path
      let names = Self.faulty + ["strong-questionnaire"]
      let writing = try lint(["--write-baseline", file], names)
      #expect(writing.status == 0, "\(writing.errors)")
      let again = try lint(["--baseline", file, "--format", "jsonl"], names)
      #expect(again.status == 0, "\(again.text)")
      #expect(rules(try findings(again)).isEmpty)
      // A finding that is not in it is reported.
      let one = try lint(["--write-baseline", file], ["faulty-contract"])
      #expect(one.status == 0)
      let more = try lint(["--baseline", file, "--format", "jsonl"], names)
      #expect(more.status == 1)
      let paths = try findings(more).filter { $0["state"] as? String == "new" }
        .compactMap { $0["path"] as? String }
      #expect(!paths.isEmpty)
      #expect(!paths.contains(Self.path + "/faulty-contract.xml"))
    }
  }

  /// The fixes change what `--diff` shows and no other line, and what they mend is found no more.
  @Test(arguments: [[], ["--unsafe-fixes"]])
  func fixesMendWhatTheyShow(more: [String]) throws {
    try TestFiles.withFolder { scratch in
      let name = "faulty-questionnaire.xml"
      let file = scratch.appending(path: name)
      try FileManager.default.copyItem(at: Self.folder.appending(path: name), to: file)
      let binary = try #require(Tool.binary)
      let common = ["lint", "--no-config", "--profile", "uhm-supply-chains"]
      func run(_ options: [String]) throws -> Tool.Result {
        try Tool.launch(binary, common + options + [name], in: scratch)
      }
      let before = try String(contentsOf: file, encoding: .utf8)
      let fixable = try findings(try run(["--format", "jsonl"])).filter { $0["fix"] != nil }
      let diff = try run(["--diff"] + more)
      #expect(diff.status == 1)
      #expect(try String(contentsOf: file, encoding: .utf8) == before)
      _ = try run(["--fix"] + more)
      let after = try String(contentsOf: file, encoding: .utf8)
      #expect(after != before)
      #expect(XMLParser(data: Data(after.utf8)).parse())

      // Each fix stays within its line.
      let lines = [before, after].map {
        $0.split(separator: "\n", omittingEmptySubsequences: false)
      }
      try #require(lines[0].count == lines[1].count)
      let changed = zip(lines[0], lines[1]).filter { $0 != $1 }
      let shown = diff.text.split(separator: "\n")
      func shownLines(_ sign: Character) -> [Substring] {
        let header = String(repeating: sign, count: 3)
        return shown.filter { $0.first == sign && !$0.hasPrefix(header) }.map { $0.dropFirst() }
      }
      #expect(shownLines("-") == changed.map(\.0))
      #expect(shownLines("+") == changed.map(\.1))

      let left = rules(try findings(try run(["--format", "jsonl"])))
      #expect(!left.contains("AK1023"))
      if more.isEmpty {
        #expect(changed.count == 1)
      } else {
        let mended = Set(fixable.compactMap { $0["rule"] as? String })
        #expect(mended.count >= 3)
        #expect(changed.count == fixable.count)
      }
      #expect(try run(["--diff"] + more).text != diff.text)
    }
  }

  @Test func standardInputHasTheNameThatIsGiven() throws {
    let file = Self.folder.appending(path: "faulty-contract.xml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let name = Self.path + "/faulty-contract.xml"
    let result = try Tool.run(
      [
        "lint", "--config", Self.path + "/.aktsam.yml", "--stdin-filename", name, "--format",
        "jsonl", "-",
      ], input: text)
    #expect(result.status == 1, "\(result.errors)")
    // The settings for the name hold, and the report is the same as that of the file.
    let ofFile = try lint(["--format", "jsonl"], ["faulty-contract"])
    #expect(result.output == ofFile.output)
  }

  @Test func unknownKeyOfTheConfigurationIsShown() throws {
    try TestFiles.withFolder { scratch in
      let file = scratch.appending(path: "settings.yml")
      try Data("profile: dfo-terms\nlanguags: [nb]\n".utf8).write(to: file)
      let result = try Tool.run(
        ["lint", "--config", file.path, Self.path + "/strong-contract.xml"])
      #expect(result.status == 2)
      #expect(result.text == "")
      #expect(result.errors.contains("settings.yml:2:1: there is no key \"languags\""))
      #expect(result.errors.contains("did you mean \"languages\"?"))
    }
  }
}

/// A repository of git, with the commands that a test needs.
private enum Git {
  static let environment = URL(filePath: "/usr/bin/env")

  static let isThere: Bool = {
    let result = try? Tool.launch(environment, ["git", "--version"])
    return result?.status == 0
  }()

  static func run(_ arguments: [String], in folder: URL) throws {
    let result = try Tool.launch(
      environment,
      ["git", "-c", "user.name=example", "-c", "user.email=example@example.com"]
        + ["-c", "commit.gpgsign=false"] + arguments, in: folder)
    try #require(result.status == 0, "\(arguments): \(result.errors)")
  }
}

@Suite(.enabled(if: Git.isThere, "no git"))
struct LintChangedSinceTests {
  /// Only what changed since a commit, or is new, is checked.
  @Test func unchangedFilesAreLeftOut() throws {
    let binary = try #require(Tool.binary)
    let examples = Tool.root.appending(path: "examples/lint")
    try TestFiles.withFolder { scratch in
      func copy(_ name: String) throws {
        try FileManager.default.copyItem(
          at: examples.appending(path: name), to: scratch.appending(path: name))
      }
      func found(_ arguments: [String]) throws -> Set<String> {
        let result = try Tool.launch(
          binary, ["lint", "--no-config", "--format", "jsonl"] + arguments, in: scratch)
        return Set(
          try result.output.split(separator: 0x0A).map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
            return URL(filePath: try #require(object?["path"] as? String)).lastPathComponent
          })
      }
      try copy("faulty-contract.xml")
      try copy("faulty-questionnaire.xml")
      try Git.run(["init", "-q"], in: scratch)
      try Git.run(["add", "."], in: scratch)
      try Git.run(["commit", "-q", "-m", "terms and questions"], in: scratch)
      #expect(try found(["."]) == ["faulty-contract.xml", "faulty-questionnaire.xml"])
      #expect(try found(["--changed-since", "HEAD", "."]) == [])

      let contract = scratch.appending(path: "faulty-contract.xml")
      let text = try String(contentsOf: contract, encoding: .utf8)
      try (text + "\n").write(to: contract, atomically: true, encoding: .utf8)
      #expect(try found(["--changed-since", "HEAD", "."]) == ["faulty-contract.xml"])

      try copy("faulty-response.xml")
      #expect(
        try found(["--changed-since", "HEAD", "."]) == [
          "faulty-contract.xml", "faulty-response.xml",
        ])
      let unknown = try Tool.launch(
        binary, ["lint", "--no-config", "--changed-since", "nothing", "."], in: scratch)
      #expect(unknown.status == 2, "\(unknown.errors)")
      #expect(unknown.errors.contains("--changed-since"))
    }
  }
}
