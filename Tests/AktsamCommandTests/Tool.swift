import AktsamTestSupport
import Foundation
import Testing

/// The built command, run as a user runs it: from the root of the repository.
enum Tool {
  static let root = TestFiles.root

  /// The binary: beside the test bundle, wherever the build put both.
  static let binary: URL? = {
    let starts = [
      CommandLine.arguments.first.map { URL(filePath: $0) }, Bundle.main.executableURL,
      Bundle.main.bundleURL, URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(),
    ]
    for start in starts.compactMap({ $0 }) {
      var folder = start.standardizedFileURL
      // The bundle is a file on Linux and a folder of several levels elsewhere.
      for _ in 0..<5 where folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appending(path: "aktsam")
        if FileManager.default.isExecutableFile(atPath: candidate.path), !isFolder(candidate) {
          return candidate
        }
      }
    }
    return nil
  }()

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The output as a JSON object.
    func json() throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
    }
  }

  /// Runs `aktsam` with arguments.
  ///
  /// Output goes to files, so that no pipe can fill up.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    try launch(try #require(binary, "no aktsam beside the tests"), arguments, input, environment)
  }

  /// Runs a program in a folder.
  static func launch(
    _ program: URL, _ arguments: [String], _ input: String = "",
    _ environment: [String: String] = [:], in folder: URL = root
  ) throws -> Result {
    try TestFiles.withFolder { scratch in
      let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
      try Data(input.utf8).write(to: files[0])
      for file in files[1...] { try Data().write(to: file) }
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.standardInput = try FileHandle(forReadingFrom: files[0])
      process.standardOutput = try FileHandle(forWritingTo: files[1])
      process.standardError = try FileHandle(forWritingTo: files[2])
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit, "ended by a signal: \(arguments)")
      return Result(
        status: process.terminationStatus, output: Array(try Data(contentsOf: files[1])),
        errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }
  }

  /// The inputs of the example procurement, as paths from the root, in order.
  static let examples: [String] = {
    let base = "examples/it-hardware"
    let paths =
      (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: base).path)) ?? []
    return paths.sorted().filter {
      ($0.hasSuffix(".xml") || $0.hasSuffix(".txt")) && !$0.hasPrefix("expected/")
    }.map { base + "/" + $0 }
  }()
}
