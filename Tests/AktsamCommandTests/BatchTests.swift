import AktsamTestSupport
import Foundation
import Testing

/// Many files in one run: the same bytes whatever the number of tasks, and a report that is whole or not
/// there at all.
@Suite struct BatchTests {
  /// Writes copies of the examples that differ in their text, and hands over the folder.
  private func withFiles<Value>(_ count: Int, _ body: (URL) throws -> Value) throws -> Value {
    try TestFiles.withFolder { folder in
      let inputs = folder.appending(path: "in")
      try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
      let texts = try Tool.examples.filter { $0.hasSuffix(".xml") }.map {
        try String(contentsOf: Tool.root.appending(path: $0), encoding: .utf8)
      }
      for number in 0..<count {
        let text = texts[number % texts.count].replacing("2025", with: "\(2000 + number % 26)")
        try Data(text.utf8).write(to: inputs.appending(path: "f\(number).xml"))
      }
      try Data("<response".utf8).write(to: inputs.appending(path: "broken.xml"))
      return try body(folder)
    }
  }

  @Test func oneTaskOrManyGiveTheSameBytes() throws {
    try withFiles(60) { folder in
      func run(_ jobs: Int) throws -> Tool.Result {
        try Tool.run([
          "check", "--each", "--format", "jsonl", "--jobs", "\(jobs)", folder.path + "/in",
        ])
      }
      let one = try run(1)
      #expect(one.status == 3, "the broken file is an error, the others are read")
      #expect(one.text.split(separator: "\n").count == 61)
      #expect(try run(2).output == one.output)
      #expect(try run(7).output == one.output)
    }
  }

  /// SIGKILL cannot be caught: what stands under the report's name is the old report or the whole new one.
  @Test(arguments: ["jsonl", "json", "sarif"])
  func aKilledRunLeavesNoHalfReport(format: String) throws {
    try withFiles(60) { folder in
      let output = folder.appending(path: "report")
      let arguments = [
        "check", "--each", "--format", format, "--fail-on", "never", "--output", output.path,
        folder.path + "/in",
      ]
      _ = try Tool.run(arguments)
      let whole = try Data(contentsOf: output)
      let old = Data("old".utf8)
      var killed = 0
      for round in 1...8 {
        try old.write(to: output)
        let process = Process()
        process.executableURL = Tool.binary
        process.arguments = arguments
        process.currentDirectoryURL = Tool.root
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(round * 150_000))
        if process.isRunning {
          kill(process.processIdentifier, SIGKILL)
          killed += 1
        }
        process.waitUntilExit()
        let found = try Data(contentsOf: output)
        #expect(found == old || found == whole, "killed after \(round * 150) ms")
      }
      #expect(killed > 0)
    }
  }
}
