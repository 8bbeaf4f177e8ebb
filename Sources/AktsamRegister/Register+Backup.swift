internal import GRDB

extension Register {
  /// Copies the register to a new file, which may be moved as it is; others may write meanwhile.
  ///
  /// - Parameter copy: the file to make.
  /// - Throws: `RegisterError.exists` when something stands there.
  package func backup(to copy: String) throws(RegisterError) {
    if FilePath.exists(copy) { throw .exists(path: copy) }
    let unfinished = FilePath.unfinished(copy)
    try Self.copy(queue, from: path, to: unfinished)
    // A link, not a move: what has come to stand there meanwhile is kept.
    defer { FilePath.remove(unfinished) }
    try FilePath.link(unfinished, to: copy)
    try FilePath.sync(FilePath.folder(of: copy))
  }

  /// Puts a backup in the place of a register.
  ///
  /// The backup is copied and checked first. A register that stands there is set aside, with what was
  /// entered in it since the backup was made. Only then the copy takes its name, in one step.
  ///
  /// - Parameters:
  ///   - copy: the backup.
  ///   - path: where the register stands, or is to stand.
  /// - Returns: the name under which the former register is kept; nil when there was none.
  /// - Throws: `RegisterError.busy` while others have the former register open.
  @discardableResult
  package static func restore(from copy: String, to path: String) throws(RegisterError) -> String? {
    let source = try Register(backup: copy)
    let unfinished = FilePath.unfinished(path)
    try Self.copy(source.queue, from: copy, to: unfinished)
    defer { FilePath.remove(unfinished) }
    var kept: String?
    if FilePath.exists(path) {
      let name = free(path)
      try settle(path)
      try FilePath.link(path, to: name)
      // A damaged one could not fold in what SQLite keeps beside it, and goes with it.
      for suffix in ["-wal", "-shm"] where FilePath.exists(path + suffix) {
        try FilePath.move(path + suffix, to: name + suffix)
      }
      kept = name
    }
    try FilePath.move(unfinished, to: path)
    try FilePath.sync(FilePath.folder(of: path))
    return kept
  }

  /// Copies a database to a file of its own, without anything beside it, and checks the copy.
  private static func copy(
    _ queue: DatabaseQueue, from path: String, to copy: String
  ) throws(RegisterError) {
    FilePath.remove(copy)
    do {
      try mapped(copy) {
        let target = try DatabaseQueue(
          path: FilePath.plain(copy), configuration: configuration(isReadOnly: false))
        try queue.backup(to: target)
        try target.close()
        // The copy has inherited the journal's kind, which keeps a second file as long as it is open.
        let reopened = try DatabaseQueue(
          path: FilePath.plain(copy), configuration: configuration(isReadOnly: false))
        let problems = try reopened.writeWithoutTransaction { db in
          _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
          return try Verification.damage(db)
        }
        try reopened.close()
        if let problem = problems.first {
          throw RegisterError.damaged(path: path, detail: problem.description)
        }
      }
      try FilePath.sync(copy)
    } catch {
      FilePath.remove(copy)
      throw error
    }
  }

  /// Folds what SQLite keeps beside a register into it, so that the file alone is the register.
  private static func settle(_ path: String) throws(RegisterError) {
    do {
      try mapped(path) {
        var configuration = configuration(isReadOnly: false)
        configuration.busyMode = .timeout(2)
        let queue = try DatabaseQueue(path: FilePath.plain(path), configuration: configuration)
        let mode = try queue.writeWithoutTransaction { db in
          try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        }
        try queue.close()
        if mode == "wal" { throw RegisterError.busy(path: path) }
      }
    } catch {
      // One that cannot be read is what is being restored.
      switch error {
      case .damaged, .notARegister: return
      default: throw error
      }
    }
  }

  private static func free(_ path: String) -> String {
    var number = 1
    var name: String { "\(path).replaced-\(number)" }
    while ["", "-wal", "-shm"].contains(where: { FilePath.exists(name + $0) }) { number += 1 }
    return name
  }
}
