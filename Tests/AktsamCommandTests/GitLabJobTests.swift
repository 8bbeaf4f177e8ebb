import Foundation
import Testing

/// The job of GitLab.
@Suite(.enabled(if: YAML.isReadable, "needs python3 with PyYAML"))
struct GitLabJobTests {
  private typealias Fixture = IntegrationFixture

  /// The job, and its scripts as the runner joins them.
  private func job() throws -> (job: [String: Any], script: String) {
    let file = try #require(
      try YAML.read("integrations/gitlab/aktsam-lint.yml") as? [String: [String: Any]])
    #expect(file.keys.sorted() == ["aktsam-lint"])
    let job = try #require(file["aktsam-lint"])
    let before = try #require(job["before_script"] as? [String])
    let script = try #require(job["script"] as? [String])
    return (job, (before + script).joined(separator: "\n"))
  }

  private func run(
    _ set: [String: String], _ path: String, shell: [String], in folder: URL
  ) throws -> Tool.Result {
    let (job, script) = try job()
    let variables = try #require(job["variables"] as? [String: String])
    for name in set.keys { #expect(variables[name] != nil, "no variable '\(name)'") }
    let environment = variables.merging(set) { $1 }.merging(["PATH": path]) { $1 }
    return try Tool.launch(
      URL(filePath: "/usr/bin/env"), shell + ["-c", script], "", environment, in: folder)
  }

  @Test(arguments: [["bash", "-eo", "pipefail"], ["sh", "-e"]])
  func theJobWritesItsReports(shell: [String]) throws {
    try Fixture.withRepository { folder in
      let result = try run([:], try Fixture.path(), shell: shell, in: folder)
      #expect(result.status == 1)
      #expect(result.text.contains("the tender/questionnaire.xml:"))
      let artifacts = try #require(try job().job["artifacts"] as? [String: Any])
      #expect(artifacts["when"] as? String == "always")
      let reports = try #require(artifacts["reports"] as? [String: String])
      #expect(reports.keys.sorted() == ["codequality", "junit"])
      let paths = try #require(artifacts["paths"] as? [String])
      #expect(paths.sorted() == reports.values.sorted())
      let quality = try Data(
        contentsOf: folder.appending(path: try #require(reports["codequality"])))
      let findings = try #require(
        try JSONSerialization.jsonObject(with: quality) as? [[String: Any]])
      #expect(!findings.isEmpty)
      #expect(
        findings.allSatisfy {
          ($0["location"] as? [String: Any])?["path"] as? String
            == "the tender/questionnaire.xml"
        })
      #expect(Set(findings.map { $0["fingerprint"] as? String }).count == findings.count)
      let junit = try String(
        contentsOf: folder.appending(path: try #require(reports["junit"])), encoding: .utf8)
      #expect(junit.contains("<testsuites name=\"aktsam lint\" tests=\"\(findings.count)\""))
    }
  }

  @Test func theJobsVariablesReachTheLinter() throws {
    try Fixture.withRepository { folder in
      try Fixture.write("select: [AK1006]\n", folder.appending(path: "lint.yml"))
      let result = try run(
        [
          "AKTSAM_PATHS": "the tender", "AKTSAM_CONFIG": "lint.yml", "AKTSAM_FAIL_ON": "error",
          "AKTSAM_PROFILE": "dfo-terms",
        ], try Fixture.path(), shell: ["sh", "-e"], in: folder)
      #expect(result.status == 0)
      #expect(result.text.contains("dfo-terms"))
      #expect(!result.text.contains("AK1008"))
      let missing = try run(
        ["AKTSAM_BASELINE": "none.json"], try Fixture.path(), shell: ["sh", "-e"], in: folder)
      #expect(missing.status == 2)
    }
  }

  /// Without aktsam the job fetches the sources and builds them, also over those of an earlier run.
  @Test(
    .enabled(if: IntegrationFixture.isWithoutAktsam, "an aktsam is installed"),
    .enabled(if: IntegrationFixture.hasGit, "needs git"))
  func theJobBuildsWhatIsNotThere() throws {
    try Fixture.withRepository { folder in
      let toolchain = try Fixture.toolchain(beside: folder)
      let name = ["-c", "user.name=Test", "-c", "user.email=test@aktsam.example"]
      for arguments in [
        ["init", "--quiet", "--initial-branch", "main"], ["add", "."],
        name + ["commit", "--quiet", "--message", "Sources"],
      ] {
        let git = try Tool.launch(URL(filePath: "/usr/bin/git"), arguments, in: toolchain.sources)
        #expect(git.status == 0, "\(git.errors)")
      }
      let path = ([toolchain.tools.path] + Fixture.system).joined(separator: ":")
      for round in 1...2 {
        let result = try run(
          ["AKTSAM_REPOSITORY": toolchain.sources.path], path, shell: ["sh", "-e"], in: folder)
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.text.contains("the tender/questionnaire.xml:"))
        // Neither the sources nor the reports of an earlier run are linted.
        #expect(!result.text.contains(".aktsam"))
        #expect(try toolchain.steps().count == 2 * round)
      }
      let nowhere = try run([:], path, shell: ["sh", "-e"], in: folder)
      #expect(nowhere.status == 2)
      #expect(nowhere.errors.contains("AKTSAM_REPOSITORY"))
    }
  }
}
