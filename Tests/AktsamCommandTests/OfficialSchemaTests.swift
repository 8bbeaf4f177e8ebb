import AktsamTestSupport
import Foundation
import Testing

/// A validator that is not ours, Python's `jsonschema`, and the schema of OASIS where it is at hand.
private enum Validator {
  static let environment = URL(filePath: "/usr/bin/env")

  static let isThere: Bool = {
    let result = try? Tool.launch(environment, ["python3", "-c", "import jsonschema"])
    return result?.status == 0
  }()

  /// `sarif-schema-2.1.0.json` of OASIS.
  static let sarifSchema = TestFiles.shared("schemas/sarif-schema-2.1.0.json")

  static let script = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1]))
    kind = jsonschema.validators.validator_for(schema)
    errors = list(kind(schema).iter_errors(json.load(sys.stdin)))
    for error in errors[:5]:
        print(list(error.path), error.message[:200])
    sys.exit(1 if errors else 0)
    """
}

/// The reports against whole schemas, read by ``Validator``.
@Suite(.enabled(if: Validator.isThere, "no python3 with jsonschema"))
struct OfficialSchemaTests {
  private func expectValid(_ format: String, _ schema: URL) throws {
    let report = try Tool.run(["check", "--fail-on", "never", "--format", format, "examples"])
    let result = try Tool.launch(
      Validator.environment, ["python3", "-c", Validator.script, schema.path], report.text)
    #expect(result.status == 0, "\(result.text)")
  }

  @Test func jsonFollowsItsSchema() throws {
    try expectValid("json", Tool.root.appending(path: "schemas/report.schema.json"))
  }

  @Test(.enabled(if: Validator.sarifSchema != nil, "no SARIF schema at hand"))
  func sarifFollowsTheStandard() throws {
    try expectValid("sarif", try #require(Validator.sarifSchema))
  }
}
