import AktsamTestSupport
import Foundation
import Testing

/// The hook of pre-commit and the action of GitHub.
@Suite(.enabled(if: YAML.isReadable, "needs python3 with PyYAML"))
struct IntegrationTests {
  private typealias Fixture = IntegrationFixture

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  // MARK: - pre-commit

  @Test func theHookRunsOnTheFilesThatItNames() throws {
    let hooks = try #require(try YAML.read(".pre-commit-hooks.yaml") as? [[String: Any]])
    #expect(hooks.map { $0["id"] as? String } == ["aktsam-lint"])
    let hook = try #require(hooks.first)
    #expect(hook["language"] as? String == "system")
    #expect(hook["require_serial"] as? Bool == true)
    let pattern = try Regex(try #require(hook["files"] as? String))
    let entry = try #require(hook["entry"] as? String).split(separator: " ").map(String.init)
    #expect(entry.first == "aktsam")
    let file = "examples/it-hardware/questionnaire.xml"
    #expect(file.contains(pattern))
    #expect(!"scripts/test.sh".contains(pattern))
    let result = try Tool.run(Array(entry.dropFirst()) + [file])
    #expect(result.status == 1)
    #expect(result.text.contains("\(file):"))
    // Each ending is one that the linter takes from a folder, too.
    let endings = "xml docx odt fodt xlsx ods lss lsg lsq lsr lsa"
    for ending in endings.split(separator: " ") {
      #expect("tender/a.\(ending)".contains(pattern), "\(ending)")
      try TestFiles.withFolder { folder in
        try Fixture.write("nothing", folder.appending(path: "a.\(ending)"))
        #expect(try Tool.run(["lint", "--no-config", folder.path]).status != 2, "\(ending)")
      }
    }
  }

  // MARK: - GitHub

  private func action(
    _ inputs: [String: String], _ path: String? = nil, actionPath: URL? = nil, in folder: URL
  ) throws -> CompositeAction.Outcome {
    try CompositeAction("integrations/github/action.yml").run(
      inputs, actionPath: actionPath ?? Tool.root.appending(path: "integrations/github"),
      path: try path ?? Fixture.path(), in: folder)
  }

  @Test func theActionAnnotatesSumsUpAndWritesSARIF() throws {
    try Fixture.withRepository { folder in
      let outcome = try action([:], in: folder)
      #expect(outcome.last.status == 1)
      #expect(outcome.last.errors == "")
      let lines = outcome.last.text.split(separator: "\n")
      #expect(!lines.isEmpty)
      // Code hosts want paths as the repository has them.
      #expect(lines.allSatisfy { $0.contains(" file=the tender/questionnaire.xml,line=") })
      #expect(outcome.summary.hasPrefix("### aktsam lint: "))
      #expect(outcome.values["steps.lint.outputs.exit-code"] == "1")
      let file = try #require(outcome.values["steps.lint.outputs.sarif"])
      let log = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
          as? [String: Any])
      let run = try #require((log["runs"] as? [[String: Any]])?.first)
      #expect((run["results"] as? [Any])?.count == lines.count)
      #expect(try names(folder) == ["the tender"])
    }
  }

  @Test func theActionsOutputsAreSetByItsSteps() throws {
    try Fixture.withRepository { folder in
      let outcome = try action(["fail-on": "never"], in: folder)
      #expect(outcome.last.status == 0)
      let outputs = try CompositeAction("integrations/github/action.yml").outputs
      #expect(!outputs.isEmpty)
      for (name, expression) in outputs {
        let value = expression.dropFirst(3).dropLast(2).trimmingCharacters(in: .whitespaces)
        #expect(outcome.values[value] != nil, "\(name)")
      }
    }
  }

  @Test func theActionsInputsReachTheLinter() throws {
    try Fixture.withRepository { folder in
      try Fixture.write("select: [AK10]\n", folder.appending(path: "lint.yml"))
      let inputs = [
        "paths": "the tender/questionnaire.xml\n\nthe tender\n", "config": "lint.yml",
        "profile": "dfo-terms",
      ]
      let found = try action(inputs, in: folder)
      #expect(found.last.status == 1)
      #expect(found.last.text.contains("dfo-terms"))
      #expect(found.last.text.split(separator: "\n").allSatisfy { $0.contains("title=AK10") })
      let binary = try #require(Tool.binary)
      let written = try Tool.launch(
        binary,
        ["lint", "--config", "lint.yml", "--profile", "dfo-terms"]
          + ["--write-baseline", "known.json", "the tender"], in: folder)
      #expect(written.status == 0, "\(written.errors)")
      let known = try action(inputs.merging(["baseline": "known.json"]) { $1 }, in: folder)
      #expect(known.last.status == 0)
      #expect(known.last.text == "")
    }
  }

  @Test func aFaultyConfigurationEndsTheActionWithTwo() throws {
    try Fixture.withRepository { folder in
      try Fixture.write("selekt: [AK10]\n", folder.appending(path: ".aktsam.yml"))
      let outcome = try action([:], in: folder)
      #expect(outcome.last.status == 2)
      #expect(outcome.last.errors.contains("selekt"))
      #expect(outcome.values["steps.lint.outputs.exit-code"] == "2")
      #expect(outcome.values["steps.lint.outputs.sarif"] == nil)
    }
  }

  @Test(arguments: ["paths", "profile", "config", "baseline", "fail-on", "version"])
  func noInputOfTheActionIsReadAsShell(input: String) throws {
    try Fixture.withRepository { folder in
      let toolchain = try Fixture.toolchain(beside: folder)
      let outcome = try action(
        [input: "\"; touch taken; `touch taken` $(touch taken) '"],
        try Fixture.path(toolchain.tools),
        actionPath: toolchain.sources.appending(path: "integrations/github"), in: folder)
      #expect(outcome.last.status != 0)
      #expect(try names(folder) == ["the tender"])
    }
  }

  @Test func theActionBuildsWhatIsNotThereInTheVersionThatIsWanted() throws {
    try Fixture.withRepository { folder in
      let toolchain = try Fixture.toolchain(beside: folder)
      let path = try Fixture.path(toolchain.tools)
      let place = toolchain.sources.appending(path: "integrations/github")
      let built = try action(
        ["version": "9.9.9"], path, actionPath: place, in: folder)
      #expect(built.last.status == 1)
      #expect(built.last.text.hasPrefix("::"))
      let steps = try toolchain.steps()
      #expect(steps.count == 2)
      #expect(steps.first == "packages")
      #expect(steps.last?.hasPrefix("swift build -c release --product aktsam ") == true)
      let other = try action(
        ["version": "9.9.8"], path, actionPath: place, in: folder)
      #expect(other.last.status == 2)
      #expect(other.last.text.hasPrefix("::error title=aktsam::version 9.9.8 is wanted"))
    }
  }
}
