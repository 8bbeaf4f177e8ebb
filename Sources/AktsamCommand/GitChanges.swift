import Aktsam

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What git says has changed.
enum GitChanges {
  /// Why git could not be asked.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Returns the absolute paths of files that differ from a revision or that git does not know yet.
  ///
  /// - Parameter revision: a revision, branch or tag.
  /// - Returns: the paths.
  /// - Throws: ``Failure`` when git is missing, this is no repository, or there is no such revision.
  static func paths(since revision: String) throws(Failure) -> Set<String> {
    guard !revision.isEmpty, !revision.hasPrefix("-") else {
      throw Failure(description: "'\(revision)' is no revision")
    }
    let top = try output(["rev-parse", "--show-toplevel"]).filter { $0 != 0x0A }
    let root = WorkingFolder(String(decoding: top, as: UTF8.self))
    let tracked = try output(["diff", "--name-only", "-z", "--diff-filter=d", revision, "--"])
    let new = try output([
      "ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/",
    ])
    return Set(
      (tracked + new).split(separator: 0).map {
        root.absolute(String(decoding: $0, as: UTF8.self))
      })
  }

  /// Runs git and returns what it prints. No shell is in between.
  private static func output(_ arguments: [String]) throws(Failure) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(description: String(cString: strerror(errno))) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let status = posix_spawnp(&process, "git", &actions, nil, &words, environ)
    close(ends[1])
    guard status == 0 else {
      throw Failure(description: "git cannot be run: \(String(cString: strerror(status)))")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    var result: Int32 = 0
    while waitpid(process, &result, 0) < 0, errno == EINTR {}
    // git itself has said on standard error what is wrong.
    guard result == 0 else { throw Failure(description: "git \(arguments[0]) failed") }
    return bytes
  }
}
