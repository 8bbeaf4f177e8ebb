import AktsamTestSupport
import Foundation
import Testing

/// The pages in a real browser, walked through by a script as a person would: `scripts/check_pages.py`.
@Suite(
  .serialized,
  .enabled(if: BrowserScript.isPossible, "no chromium, or no python3 with playwright and axe"))
struct BrowserTests {
  /// The walks one by one, so that the name of the test says which of them failed.
  @Test(arguments: ["mouse", "languages", "keyboard", "scriptless", "looks"])
  func pagesAreWalkedThrough(walk: String) throws {
    let binary = try #require(BrowserScript.binary, "no aktsam beside the tests")
    let result = try BrowserScript.launch(
      ["scripts/check_pages.py", "--aktsam", binary.path, "--only", walk])
    #expect(result.status == 0, "\(result.output.suffix(6_000))")
  }

  /// The script must be able to fail: a matrix that differs from the command line's report is found out.
  @Test func aChangedOutcomeIsFound() throws {
    let binary = try #require(BrowserScript.binary, "no aktsam beside the tests")
    try TestFiles.withFolder { folder in
      let program = folder.appending(path: "changing")
      let script = """
        #!/bin/sh
        [ "$1" = serve ] && exec '\(binary.path)' "$@"
        '\(binary.path)' "$@" | sed 's/"outcome": *"weak"/"outcome":"met"/'

        """
      try Data(script.utf8).write(to: program)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.path)
      let result = try BrowserScript.launch(
        ["scripts/check_pages.py", "--aktsam", program.path, "--only", "mouse"])
      #expect(result.status == 1, "\(result.output.suffix(2_000))")
      #expect(result.output.contains("the matrix differs"), "\(result.output.suffix(2_000))")
    }
  }
}

/// What the walks run with: `AKTSAM_PYTHON` names a python3 that has playwright and axe, where the one on the
/// path has not.
enum BrowserScript {
  private static let python =
    ProcessInfo.processInfo.environment["AKTSAM_PYTHON"] ?? "python3"

  /// Whether there is a browser and what drives it.
  static let isPossible: Bool = {
    let wanted = "import shutil, playwright, axe_playwright_python; assert shutil.which('chromium')"
    return (try? launch(["-c", wanted]))?.status == 0
  }()

  /// The binary: beside the test bundle.
  static let binary: URL? = {
    let starts = [
      CommandLine.arguments.first.map { URL(filePath: $0) }, Bundle.main.bundleURL,
      URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(),
    ]
    for start in starts.compactMap({ $0 }) {
      var folder = start.standardizedFileURL
      for _ in 0..<5 where folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appending(path: "aktsam")
        var isFolder: ObjCBool = false
        let manager = FileManager.default
        if manager.fileExists(atPath: candidate.path, isDirectory: &isFolder), !isFolder.boolValue,
          manager.isExecutableFile(atPath: candidate.path)
        {
          return candidate
        }
      }
    }
    return nil
  }()

  /// Runs python from the root of the repository; output goes to a file, so that no pipe can fill up.
  static func launch(_ arguments: [String]) throws -> (status: Int32, output: String) {
    try TestFiles.withFolder { folder in
      let output = folder.appending(path: "out")
      try Data().write(to: output)
      let handle = try FileHandle(forWritingTo: output)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [python] + arguments
      process.currentDirectoryURL = TestFiles.root
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = handle
      process.standardError = handle
      try process.run()
      process.waitUntilExit()
      let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
      return (process.terminationStatus, text)
    }
  }
}
