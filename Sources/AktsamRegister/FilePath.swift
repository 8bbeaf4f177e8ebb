#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the register does with files besides opening them.
enum FilePath {
  /// Returns whether something stands at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Returns the path so that SQLite takes it for a file: `:memory:` and an empty one are none to it.
  static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// Returns the name of a file while this process is still writing it.
  static func unfinished(_ path: String) -> String { "\(path).unfinished-\(getpid())" }

  /// Moves a file in one step, replacing what stands there.
  static func move(_ from: String, to path: String) throws(RegisterError) {
    if rename(from, path) != 0 { throw unusable(path) }
  }

  /// Gives a file a second name, which must not be there.
  static func link(_ from: String, to path: String) throws(RegisterError) {
    #if canImport(Glibc)
      let result = Glibc.link(from, path)
    #elseif canImport(Musl)
      let result = Musl.link(from, path)
    #else
      let result = Darwin.link(from, path)
    #endif
    if result != 0 { throw unusable(path) }
  }

  /// Removes a database and what SQLite keeps beside it.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// Makes a file's content, or a folder's names, safe from a loss of power.
  static func sync(_ path: String) throws(RegisterError) {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw unusable(path) }
    defer { _ = close(file) }
    if fsync(file) != 0 { throw unusable(path) }
  }

  /// Returns the folder that a path stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func unusable(_ path: String) -> RegisterError {
    .unusable(path: path, detail: String(cString: strerror(errno)))
  }
}
