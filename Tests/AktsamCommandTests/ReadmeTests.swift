import AktsamTestSupport
import Foundation
import Testing

/// The commands that the README and that of the integrations show are run, so that they cannot rot.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: Tool.root.appending(path: "README.md").path),
    "no README.md"))
struct ReadmeTests {
  static let commands: [String] = ["README.md", "integrations/README.md"].flatMap {
    shellCommands(of: $0)
  }

  /// The commands of the blocks marked `sh` that call `aktsam`, lines that end in `\` joined.
  static func shellCommands(of document: String) -> [String] {
    let file = Tool.root.appending(path: document)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var commands: [String] = []
    var isInside = false
    var command = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```sh"
        command = ""
        continue
      }
      guard isInside else { continue }
      command += line
      if command.hasSuffix("\\") {
        command.removeLast()
        continue
      }
      if command.hasPrefix("aktsam ") { commands.append(command) }
      command = ""
    }
    return commands
  }

  @Test func thereAreCommands() {
    #expect(!Self.shellCommands(of: "README.md").isEmpty)
    #expect(!Self.shellCommands(of: "integrations/README.md").isEmpty)
  }

  /// Files that a command writes land in a scratch folder; what it reads is linked into it.
  @Test(arguments: commands)
  func runs(command: String) throws {
    let binary = try #require(Tool.binary)
    try TestFiles.withFolder { folder in
      let manager = FileManager.default
      for name in ["examples", "clauses", "schemas"] {
        try manager.copyItem(
          at: Tool.root.appending(path: name), to: folder.appending(path: name))
      }
      let path = binary.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin"
      let result = try Tool.launch(
        URL(filePath: "/bin/sh"), ["-c", command], "", ["PATH": path], in: folder)
      #expect([0, 1, 3].contains(result.status), "\(command): \(result.errors)")
      #expect(!result.errors.contains("Usage:"), "\(command)")
    }
  }
}
