internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `read(2)` under a name that no method of ``FileAccess`` hides.
private let readBytes: @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int = {
  read($0, $1, $2)
}

/// Opens, lists and writes files: with ``LibraryStore`` the only place of the library product that
/// touches the disk.
package enum FileAccess {
  /// Reads a file, or standard input for `-`, into memory.
  ///
  /// A file that cannot be read is an input with the reason, never an error: the others go on.
  ///
  /// - Parameters:
  ///   - path: the path as reports name it.
  ///   - root: the folder that it counts from, with its closing `/`, in which `-` is a name like any other.
  /// - Returns: the input.
  package static func read(_ path: String, below root: String = "") -> InputFile {
    let descriptor: Int32 =
      root.isEmpty && path == "-" ? 0 : open(root + path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return InputFile(path: path, bytes: nil, failure: reason(errno))
    }
    defer { if descriptor != 0 { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      return InputFile(path: path, bytes: nil, failure: reason(errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      return InputFile(path: path, bytes: nil, failure: "is a folder")
    }
    guard Int(status.st_size) <= largest else {
      return InputFile(
        path: path, bytes: nil, failure: "larger than \(largest >> 20) MiB (limit maxBytes)")
    }
    var bytes: [UInt8] = []
    var chunk = max(65_536, Int(status.st_size) + 1)
    while true {
      let start = bytes.count
      var failure: Int32 = 0
      let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        var result = readBytes(descriptor, buffer.baseAddress, chunk)
        while result < 0, errno == EINTR {
          result = readBytes(descriptor, buffer.baseAddress, chunk)
        }
        if result < 0 { failure = errno }
        count = max(0, result)
      }
      guard failure == 0 else {
        return InputFile(path: path, bytes: nil, failure: reason(failure))
      }
      if start == 0 { bytes = more } else { bytes.append(contentsOf: more) }
      if bytes.count > largest {
        return InputFile(
          path: path, bytes: nil, failure: "larger than \(largest >> 20) MiB (limit maxBytes)")
      }
      if more.isEmpty { return InputFile(path: path, bytes: bytes) }
      if bytes.count >= Int(status.st_size) { chunk = 65_536 }
    }
  }

  /// The largest input that is read, in bytes: more than any procurement document, less than what
  /// would exhaust the memory.
  private static let largest = 256 << 20

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES: "permission denied"
    default: String(cString: strerror(code))
    }
  }

  /// Returns the files that the arguments name: a folder stands for all files below it, in the
  /// order of their paths, hidden ones left out; a file and `-` for themselves.
  ///
  /// A file that is named twice is taken once. A folder that cannot be listed stands for itself, so
  /// that reading it says why. Files below `.` go without it, as code hosts want paths.
  package static func expand(_ arguments: [String]) -> [String] {
    var seen: Set<String> = []
    return arguments.flatMap { argument -> [String] in
      guard argument != "-", kind(of: argument) == S_IFDIR else { return [argument] }
      let base = argument.hasSuffix("/") ? String(argument.dropLast()) : argument
      guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: base) else {
        return [argument]
      }
      return paths.sorted().filter { path in
        !path.split(separator: "/").contains { $0.hasPrefix(".") }
      }.map { base == "." ? $0 : base + "/" + $0 }.filter { kind(of: $0) == S_IFREG }
    }.filter { seen.insert($0).inserted }
  }

  /// Whether there is a folder with this path.
  package static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Whether there is a file or folder with this path.
  package static func isThere(_ path: String) -> Bool { kind(of: path) != 0 }

  /// Returns the names of what lies directly in a folder, sorted, hidden ones left out.
  static func list(_ folder: String) -> (files: [String], folders: [String]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let shown = names.filter { !$0.hasPrefix(".") }.sorted()
    return (
      shown.filter { kind(of: folder + "/" + $0) == S_IFREG },
      shown.filter { kind(of: folder + "/" + $0) == S_IFDIR }
    )
  }

  /// The kind of a file (`S_IFREG`, `S_IFDIR`, …), 0 when there is none.
  private static func kind(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// Makes a folder, and those that it lies in; one that is there stays as it is.
  ///
  /// - Throws: when it cannot be made.
  package static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: path), withIntermediateDirectories: true)
  }

  /// Makes a folder that only this user can look into, below the one for temporary files.
  ///
  /// - Parameter name: what the folder's name begins with.
  /// - Returns: its path, with its closing `/`.
  /// - Throws: when it cannot be made.
  package static func makeTemporaryFolder(_ name: String) throws -> String {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(base.hasSuffix("/") ? base : base + "/")\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileSink.Failure(description: String(cString: strerror(errno)))
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/"
  }

  /// Removes a file, or a folder with all that lies in it; nothing happens when it is not there.
  package static func remove(_ path: String) {
    try? FileManager.default.removeItem(at: URL(filePath: path))
  }

  /// Writes a file whole or not at all: to a temporary name beside it, then renamed.
  ///
  /// - Throws: when the folder cannot be written to or is full.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path), options: .atomic)
  }

  /// Writes files below a folder, which is made where it is not there.
  ///
  /// - Parameters:
  ///   - files: paths below the folder, with their texts.
  ///   - folder: the folder.
  /// - Throws: when the folder cannot be written to or is full.
  package static func write(_ files: [(path: String, text: String)], below folder: String) throws {
    for file in files {
      let url = URL(filePath: folder).appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try write(Array(file.text.utf8), to: url.path)
    }
  }

  /// Writes those files below a folder that are not there yet, and says of each what was done.
  ///
  /// - Throws: when the folder cannot be written to or is full.
  package static func writeNew(
    _ files: [(path: String, text: String)], below folder: String, report: (String) -> Void
  ) throws {
    for file in files {
      let path = folder + "/" + file.path
      if FileManager.default.fileExists(atPath: path) {
        report("kept \(path)\n")
        continue
      }
      try write([file], below: folder)
      report("wrote \(path)\n")
    }
  }
}
