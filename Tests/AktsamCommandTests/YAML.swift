import Foundation
import Testing

/// YAML files, read by Python's PyYAML: the tests have no reader of their own.
enum YAML {
  private static let env = URL(filePath: "/usr/bin/env")

  /// Whether there is a `python3` that can read YAML.
  static let isReadable = (try? Tool.launch(env, ["python3", "-c", "import yaml"]))?.status == 0

  /// The content of a file of the repository.
  static func read(_ path: String) throws -> Any {
    let text = try String(contentsOf: Tool.root.appending(path: path), encoding: .utf8)
    let script = "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)"
    let result = try Tool.launch(env, ["python3", "-c", script], text)
    #expect(result.status == 0, "\(path): \(result.errors)")
    return try JSONSerialization.jsonObject(
      with: Data(result.output), options: [.fragmentsAllowed])
  }
}
