internal import Aktsam

/// Files and fields that came with one request. The files lie in a folder of their own, which goes with the
/// last copy of this value.
struct Upload: Sendable {
  /// A file.
  struct File: Sendable, Hashable {
    /// The path below the folder, cleaned.
    var path: String
    /// How many bytes it holds.
    var size: Int
    /// The name of the field that it came in.
    var field: String
  }

  private let storage: UploadFolder
  /// The files, in the order in which they came.
  var files: [File] = []
  /// The fields; of several with one name the first.
  var fields: [String: String] = [:]

  /// Creates an upload without files yet.
  init(_ storage: UploadFolder) { self.storage = storage }

  /// The folder, with its closing `/`.
  var folder: String { storage.path }

  /// How many bytes all files hold.
  var size: Int { files.reduce(0) { $0 + $1.size } }

  /// The names directly in the folder, in order: what a check is started with.
  var roots: [String] {
    var seen: Set<Substring> = []
    return files.compactMap { file in
      let root = file.path.prefix { $0 != "/" }
      return seen.insert(root).inserted ? String(root) : nil
    }
  }

  /// The bytes of a file; nil when there is none of that name.
  func bytes(of path: String) -> [UInt8]? {
    files.contains { $0.path == path } ? FileAccess.read(path, below: folder).bytes : nil
  }
}
