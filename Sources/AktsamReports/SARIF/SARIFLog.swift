/// What every log has (SARIF 2.1.0, 3.13 and 3.14), whatever its results are about.
enum SARIFLog {
  /// Returns a log with one run, indented, with a final line feed.
  static func bytes(_ run: JSONValue) -> [UInt8] {
    JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).serialized(pretty: true)
  }

  /// Returns a run without properties.
  ///
  /// - Parameters:
  ///   - tool: the name and the version of the tool.
  ///   - language: the language of the messages.
  ///   - isComplete: whether all inputs could be read.
  ///   - rules: the descriptions of the rules.
  ///   - artifacts: the inputs.
  ///   - results: the results.
  /// - Returns: the fields of the run, to which properties may be added.
  static func run(
    tool: (name: String, version: String), language: String, isComplete: Bool,
    rules: [JSONValue], artifacts: [JSONValue], results: [JSONValue]
  ) -> JSONFields {
    var fields = JSONFields()
    fields.add("tool") {
      $0.add("driver") {
        $0.add("name", .string(tool.name))
        $0.add("version", tool.version)
        $0.add("language", language)
        $0.add("rules", .array(rules))
      }
    }
    fields.add("language", language)
    fields.add("invocations", [isComplete]) { $1.add("executionSuccessful", .bool($0)) }
    fields.add("columnKind", "unicodeCodePoints")
    fields.add("artifacts", .array(artifacts))
    fields.add("results", .array(results))
    return fields
  }
}
