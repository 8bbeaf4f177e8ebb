import Foundation
import Testing

/// A composite action of GitHub, its steps run by bash as the runner runs them.
struct CompositeAction {
  private let inputs: [String: [String: Any]]
  private let steps: [[String: Any]]
  /// The outputs of the action by name, as expressions.
  let outputs: [String: String]

  /// What a run of the action left behind.
  struct Outcome {
    /// The last step that was run.
    var last: Tool.Result
    /// What the steps set, as `steps.ID.outputs.NAME`.
    var values: [String: String]
    /// The summary of the job.
    var summary: String
  }

  /// Reads an action of the repository.
  init(_ path: String) throws {
    let root = try #require(try YAML.read(path) as? [String: Any])
    inputs = try #require(root["inputs"] as? [String: [String: Any]])
    let runs = try #require(root["runs"] as? [String: Any])
    #expect(runs["using"] as? String == "composite")
    steps = try #require(runs["steps"] as? [[String: Any]])
    outputs = (root["outputs"] as? [String: [String: Any]] ?? [:])
      .compactMapValues { $0["value"] as? String }
  }

  /// Runs the steps up to the first that fails.
  ///
  /// - Parameters:
  ///   - given: inputs that differ from their defaults.
  ///   - actionPath: where the action lies.
  ///   - path: the `PATH`.
  ///   - folder: the checked-out repository; `runner` beside it is the runner's own.
  /// - Returns: what came of it.
  /// - Throws: when the action is not as an action is, or bash cannot be run.
  func run(
    _ given: [String: String], actionPath: URL, path: String, in folder: URL
  ) throws -> Outcome {
    var values: [String: String] = [:]
    for (name, input) in inputs {
      values["inputs.\(name)"] = given[name] ?? input["default"] as? String ?? ""
    }
    for name in given.keys { #expect(inputs[name] != nil, "no input '\(name)'") }
    let runner = folder.deletingLastPathComponent().appending(path: "runner")
    try FileManager.default.createDirectory(at: runner, withIntermediateDirectories: true)
    let summary = runner.appending(path: "summary")
    try Data().write(to: summary)
    var last = Tool.Result(status: 0, output: [], errors: "")
    for step in steps {
      #expect(step["shell"] as? String == "bash")
      let output = runner.appending(path: "output")
      try Data().write(to: output)
      var environment = [
        "PATH": path, "RUNNER_TEMP": runner.path, "GITHUB_OUTPUT": output.path,
        "GITHUB_ACTION_PATH": actionPath.path,
        "GITHUB_STEP_SUMMARY": summary.path,
      ]
      for (name, text) in step["env"] as? [String: String] ?? [:] {
        environment[name] = evaluated(text, values)
      }
      let script = try #require(step["run"] as? String)
      #expect(!script.contains("${{"), "an expression in a script is read as shell")
      last = try Tool.launch(
        URL(filePath: "/bin/bash"), ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], "",
        environment, in: folder)
      let id = step["id"] as? String ?? ""
      for line in try String(contentsOf: output, encoding: .utf8).split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(parts.count == 2, "\(line)")
        values["steps.\(id).outputs.\(parts[0])"] = parts.last.map(String.init)
      }
      if last.status != 0 { break }
    }
    return Outcome(
      last: last, values: values, summary: try String(contentsOf: summary, encoding: .utf8))
  }

  /// Returns a text with its `${{ … }}` replaced; one of an unknown name is a fault of the action.
  private func evaluated(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.range(of: "${{"), let end = rest.range(of: "}}") {
      result += rest[..<start.lowerBound]
      let name = rest[start.upperBound..<end.lowerBound].trimmingCharacters(in: .whitespaces)
      #expect(values[name] != nil, "unknown expression '\(name)'")
      result += values[name] ?? ""
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
