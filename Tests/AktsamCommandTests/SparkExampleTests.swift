import AktsamTestSupport
import Foundation
import Testing

/// `examples/spark`, run as its README says, on one machine. Skipped where PySpark, Java or the
/// third-party notices are missing; `AKTSAM_PYTHON` names a Python that has PySpark.
@Suite struct SparkExampleTests {
  private static let script = "examples/spark/due_diligence_by_country.py"

  private static let python: URL? = {
    let named = ProcessInfo.processInfo.environment["AKTSAM_PYTHON"].map { [URL(filePath: $0)] }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let found = path.split(separator: ":").map { URL(filePath: $0 + "/python3") }
    return (named ?? found).first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  private static let folders = ["corpus/eforms", "corpus/eforms-norway"].compactMap {
    TestFiles.shared($0)?.path
  }

  /// Whether a command ends with 0.
  private static func works(_ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let isReady =
    folders.count == 2 && works(["java", "-version"])
    && python.map { works([$0.path, "-c", "import pyspark"]) } ?? false

  private func table(_ options: [String]) throws -> [[String]] {
    let python = try #require(Self.python)
    let binary = try #require(Tool.binary, "no aktsam beside the tests")
    let result = try Tool.launch(
      python, [Self.script, "--aktsam", binary.path] + options + Self.folders, "",
      ["PYSPARK_PYTHON": python.path])
    #expect(result.status == 0, "\(result.errors.suffix(2000))")
    return result.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  @Test(.enabled(if: isReady, "needs PySpark, Java and the notices of AKTSAM_SHARED"))
  func countsAreThoseOfOneRun() throws {
    let lines = try table(["--requirements", "dd-,flow-down-written", "--batch", "3"])
    #expect(lines.first == ["country", "year", "notices", "asking", "share", "unread"])
    let rows = lines.dropFirst()
    #expect(rows.map { $0.prefix(2).joined(separator: " ") }.contains("NOR 2023"))
    let files = try Self.folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }
        .map { folder + "/" + $0 }
    }
    let run = try Tool.run(["check", "--format", "jsonl", "--fail-on", "never"] + files)
    #expect(rows.compactMap { Int($0[2]) }.reduce(0, +) == files.count)
    let asking = try run.text.split(separator: "\n").count { line in
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let assessments = report["assessments"] as? [[String: Any]] ?? []
      return assessments.contains {
        let id = $0["requirement"] as? String ?? ""
        let outcome = $0["outcome"] as? String ?? ""
        return (id.hasPrefix("dd-") || id == "flow-down-written")
          && ["met", "weak"].contains(outcome)
      }
    }
    #expect(asking > 0)
    #expect(rows.compactMap { Int($0[3]) }.reduce(0, +) == asking)
  }
}
