import Foundation
import Testing

/// Expected outputs beside the tests. `AKTSAM_ACCEPT=1 swift test` writes them anew; the change
/// is then reviewed as a diff.
enum Golden {
  /// Compares an output with its file.
  static func expect(
    _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["AKTSAM_ACCEPT"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let found = String(decoding: bytes, as: UTF8.self)
    guard found != expected else { return }
    let lines = (
      found.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let first = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs in line \((first?.offset ?? min(lines.0.count, lines.1.count)) + 1): \
      \(first.map { "\($0.element.0)" } ?? "more or fewer lines")
      """, sourceLocation: sourceLocation)
  }
}
