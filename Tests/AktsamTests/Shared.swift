import Aktsam
import AktsamClauses
import AktsamReading
import AktsamText
import Foundation

/// What the tests of this target share: the repository, the embedded library, the optional corpus.
enum Shared {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The embedded library with its examples; nil when it does not load.
  static let library: Library? = LibraryStore.load(folder: nil, withExamples: true).library

  /// A folder of third-party files and labelled passages, which is no part of the repository:
  /// `AKTSAM_SHARED`, or `shared` beside the repository.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["AKTSAM_SHARED"].map { URL(filePath: $0) }
    let beside = root.deletingLastPathComponent().appending(path: "shared")
    return [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  /// A file or folder below ``folder``, nil when it is not there.
  static func item(_ path: String) -> URL? {
    guard let url = folder?.appending(path: path) else { return nil }
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// A fresh folder that is removed afterwards.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "aktsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// A finding as `rule path:line message`.
  static func line(_ finding: Finding) -> String {
    guard let place = finding.place else { return "\(finding.rule) \(finding.message)" }
    return "\(finding.rule) \(place.path):\(place.line) \(finding.message)"
  }
}
