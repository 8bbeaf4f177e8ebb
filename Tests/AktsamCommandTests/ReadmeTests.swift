import AktsamTestSupport
import Foundation
import Testing

/// The commands that the README and that of the integrations show are run, so that they cannot rot.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: Tool.root.appending(path: "README.md").path),
    "no README.md"))
struct ReadmeTests {
  static let blocks: [[String]] = ["README.md", "integrations/README.md"].flatMap {
    shellBlocks(of: $0)
  }

  /// The blocks marked `sh`: their commands that call `aktsam`, lines that end in `\` joined.
  static func shellBlocks(of document: String) -> [[String]] {
    let file = Tool.root.appending(path: document)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var blocks: [[String]] = []
    var isInside = false
    var command = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```sh"
        if isInside { blocks.append([]) }
        command = ""
        continue
      }
      guard isInside else { continue }
      command += line
      if command.hasSuffix("\\") {
        command.removeLast()
        continue
      }
      if command.hasPrefix("aktsam ") { blocks[blocks.count - 1].append(command) }
      command = ""
    }
    return blocks.filter { !$0.isEmpty }
  }

  @Test func thereAreCommands() {
    #expect(!Self.shellBlocks(of: "README.md").isEmpty)
    #expect(!Self.shellBlocks(of: "integrations/README.md").isEmpty)
  }

  /// The commands of a block follow each other. Files that they write land in a scratch folder, to which
  /// what they read is copied.
  @Test(arguments: blocks)
  func runs(block: [String]) throws {
    let binary = try #require(Tool.binary)
    try TestFiles.withFolder { folder in
      let manager = FileManager.default
      for name in ["examples", "clauses", "schemas"] {
        try manager.copyItem(
          at: Tool.root.appending(path: name), to: folder.appending(path: name))
      }
      let path = binary.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin"
      for command in block {
        let result = try Tool.launch(
          URL(filePath: "/bin/sh"), ["-c", command], "", ["PATH": path], in: folder)
        #expect([0, 1, 3].contains(result.status), "\(command): \(result.errors)")
        #expect(!result.errors.contains("Usage:"), "\(command)")
      }
    }
  }
}
