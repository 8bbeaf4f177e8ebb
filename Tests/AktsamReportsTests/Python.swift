import AktsamTestSupport
import Foundation

/// Readers that are not ours: Python with packages that may be there or not.
enum Python {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var text: String
  }

  static let hasJSONSchema = has("jsonschema")
  static let hasSARIFTools = has("sarif.loader")
  static let hasSARIFOM = has("sarif_om")
  static let hasJUnitParser = has("junitparser")
  static let isThere = has("xml.etree.ElementTree")

  /// `sarif-schema-2.1.0.json` of OASIS.
  static let sarifSchema = TestFiles.shared("schemas/sarif-schema-2.1.0.json")

  private static func has(_ module: String) -> Bool {
    (try? launch("import \(module)", [], []))?.status == 0
  }

  /// Runs a script on a file with the input, whose path is the last argument.
  static func run(
    _ script: String, _ arguments: [String] = [], input: [UInt8], name: String = "input"
  ) throws -> Result {
    try TestFiles.withFolder { folder in
      let file = folder.appending(path: name)
      try Data(input).write(to: file)
      return try launch(script, arguments + [file.path], input)
    }
  }

  private static func launch(
    _ script: String, _ arguments: [String], _ input: [UInt8]
  ) throws -> Result {
    try TestFiles.withFolder { folder in
      let output = folder.appending(path: "output")
      try Data().write(to: output)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-c", script] + arguments
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["PYTHONIOENCODING": "utf-8"]
      ) { $1 }
      let handle = try FileHandle(forWritingTo: output)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = handle
      process.standardError = handle
      try process.run()
      process.waitUntilExit()
      try handle.close()
      return Result(
        status: process.terminationStatus,
        text: String(decoding: try Data(contentsOf: output), as: UTF8.self))
    }
  }

  /// Returns what is wrong with an input by a schema, or by a definition in it.
  static func faults(_ input: [UInt8], _ schema: URL, definition: String = "") throws -> String {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      if sys.argv[2]:
          schema = {**schema, "required": [], "properties": {}, "additionalProperties": True}
          schema["$ref"] = "#/$defs/" + sys.argv[2]
      kind = jsonschema.validators.validator_for(schema)
      kind.check_schema(schema)
      errors = list(kind(schema).iter_errors(json.load(open(sys.argv[3], encoding="utf-8"))))
      for error in errors[:5]:
          print(list(error.path), error.message[:200])
      """
    return try run(script, [schema.path, definition], input: input).text
  }
}
