import Foundation
import Testing

/// The reports against whole schemas, by a validator that is not ours: Python's `jsonschema`.
@Suite(.enabled(if: OfficialSchemaTests.hasValidator, "no python3 with jsonschema"))
struct OfficialSchemaTests {
  private static let python = URL(filePath: "/usr/bin/env")

  static let hasValidator: Bool = {
    let result = try? Tool.launch(python, ["python3", "-c", "import jsonschema"])
    return result?.status == 0
  }()

  /// `sarif-schema-2.1.0.json` of OASIS, where it is at hand.
  static let sarifSchema: URL? = {
    let named = ProcessInfo.processInfo.environment["AKTSAM_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? Tool.root.deletingLastPathComponent().appending(path: "shared")
    let file = folder.appending(path: "schemas/sarif-schema-2.1.0.json")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }()

  private static let validate = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1]))
    kind = jsonschema.validators.validator_for(schema)
    errors = list(kind(schema).iter_errors(json.load(sys.stdin)))
    for error in errors[:5]:
        print(list(error.path), error.message[:200])
    sys.exit(1 if errors else 0)
    """

  private func expectValid(_ format: String, _ schema: URL) throws {
    let report = try Tool.run(["check", "--fail-on", "never", "--format", format, "examples"])
    let result = try Tool.launch(
      Self.python, ["python3", "-c", Self.validate, schema.path], report.text)
    #expect(result.status == 0, "\(result.text)")
  }

  @Test func jsonFollowsItsSchema() throws {
    try expectValid("json", Tool.root.appending(path: "schemas/report.schema.json"))
  }

  @Test(.enabled(if: OfficialSchemaTests.sarifSchema != nil, "no SARIF schema at hand"))
  func sarifFollowsTheStandard() throws {
    try expectValid("sarif", try #require(Self.sarifSchema))
  }
}
