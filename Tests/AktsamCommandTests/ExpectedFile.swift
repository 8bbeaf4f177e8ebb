import Foundation
import Testing

/// An output that stands beside an example. `AKTSAM_ACCEPT=1 swift test` writes it anew; the change is
/// then reviewed as a diff.
enum ExpectedFile {
  /// Compares the output of a run with its file.
  static func expect(
    _ result: Tool.Result, _ file: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if ProcessInfo.processInfo.environment["AKTSAM_ACCEPT"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(result.output).write(to: file)
    }
    let expected = try #require(
      try? String(contentsOf: file, encoding: .utf8),
      "no \(file.lastPathComponent): run with AKTSAM_ACCEPT=1 and review it",
      sourceLocation: sourceLocation)
    guard expected != result.text else { return }
    let pair = [result.text, expected].map {
      $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    let line = zip(pair[0], pair[1]).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(file.lastPathComponent) differs in line \
      \((line?.offset ?? min(pair[0].count, pair[1].count)) + 1): \
      \(line.map { "\($0.element.0)" } ?? "more or fewer lines")
      """, sourceLocation: sourceLocation)
  }
}
