package import Foundation

/// Where the tests find files: in the repository, and in the optional folder of third-party data.
package enum TestFiles {
  /// The root of the repository.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A folder of third-party files and labelled passages, which is no part of the repository:
  /// `AKTSAM_SHARED`, or `shared` beside the repository.
  private static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["AKTSAM_SHARED"].map { URL(filePath: $0) }
    let beside = root.deletingLastPathComponent().appending(path: "shared")
    return [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  /// A file or folder of the third-party data, nil when it is not there.
  package static func shared(_ path: String) -> URL? {
    guard let url = shared?.appending(path: path) else { return nil }
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// Runs a body with a fresh folder that is removed afterwards; throws what the body throws.
  package static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "aktsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
