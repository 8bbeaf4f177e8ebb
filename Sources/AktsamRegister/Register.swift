internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The follow-up of suppliers in one file: rounds, gaps, what was agreed, what was decided and by whom.
///
/// A method returns when what it did is on the disk. Each is one transaction, so that a crash in the
/// middle leaves what was there before. Several processes may use the same file at once.
///
///     let register = try Register(path: "register.db", mode: .create)
///     let added = try register.add(round)
///     try register.close("gri-mechanism@acme-ab", reason: "seen on site", by: "A. Lind", on: "2026-11-24")
package final class Register: Sendable {
  /// How the file is opened.
  package enum Mode: Sendable, Hashable {
    /// It is made when it is not there.
    case create
    /// It must be there.
    case existing
    /// It must be there, and stays as it is.
    case readOnly
  }

  /// The path as it was given.
  package let path: String
  /// One connection, not a pool: a command does one thing, every query takes milliseconds, and what is
  /// written must be what is read next. Processes are kept apart by SQLite's own locks.
  let queue: DatabaseQueue

  /// Opens a register; one that an older aktsam wrote is brought up to date.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - mode: what may be done with it.
  /// - Throws: `RegisterError` when it cannot be opened, is no register or is a newer one.
  package convenience init(path: String, mode: Mode) throws(RegisterError) {
    try self.init(path: path, mode: mode, migrator: Schema.migrator)
  }

  /// Opens a register with the migrations given.
  init(path: String, mode: Mode, migrator: DatabaseMigrator) throws(RegisterError) {
    self.path = path
    if mode != .create, !FilePath.exists(path) { throw .absent(path: path) }
    queue = try Self.mapped(path) {
      try Self.patiently { try Self.open(path, mode, migrator) }
    }
    if mode == .readOnly, try !read(migrator.hasCompletedMigrations) { throw .older(path: path) }
  }

  /// Opens a backup, of whatever age, to copy it.
  init(backup path: String) throws(RegisterError) {
    self.path = path
    if !FilePath.exists(path) { throw .absent(path: path) }
    queue = try Self.mapped(path) { try Self.open(path, .readOnly, Schema.migrator) }
  }

  /// Runs a body that reads: all it sees is one state of the register.
  func read<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    try Self.mapped(path) { try queue.read(body) }
  }

  /// Runs a body as one transaction, which is on the disk when this returns and undone when it throws.
  ///
  /// GRDB begins it as an immediate one: a writer waits for its turn before it reads, so that no two
  /// decide on the same state.
  func write<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    try Self.mapped(path) { try queue.write(body) }
  }
}

// MARK: - Opening

extension Register {
  private static func open(
    _ path: String, _ mode: Mode, _ migrator: DatabaseMigrator
  ) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(
      path: FilePath.plain(path), configuration: configuration(isReadOnly: mode == .readOnly))
    if try mode != .create || !queue.read(isBlank) { try check(queue, path, migrator) }
    if mode == .readOnly { return queue }
    // Not by GRDB's own setting, which writes to the file each time that it is opened and syncs less.
    let journal = try queue.writeWithoutTransaction { db in
      try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
    guard journal == "wal" else {
      throw RegisterError.unusable(path: path, detail: "its disk does not allow shared memory")
    }
    // The mark comes first: whoever finds tables finds it, also after a crash in the middle.
    try queue.write { db in
      if try isBlank(db) {
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      }
    }
    try migrate(queue, migrator)
    return queue
  }

  /// Whether there is nothing in the database yet, and it is nobody else's.
  private static func isBlank(_ db: Database) throws -> Bool {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    return try (application == 0 || application == Schema.applicationID)
      && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
  }

  /// Every connection: keys are checked, a commit is synced, and a locked file is waited for.
  static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(20)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  private static func check(
    _ queue: DatabaseQueue, _ path: String, _ migrator: DatabaseMigrator
  ) throws {
    let (application, isNewer) = try queue.read { db in
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
      let isRegister = application == Schema.applicationID
      return (application, isRegister ? try migrator.hasBeenSuperseded(db) : false)
    }
    if application != Schema.applicationID { throw RegisterError.notARegister(path: path) }
    if isNewer { throw RegisterError.newer(path: path) }
  }

  /// Runs the migrations that are missing. Of two processes that do it at once one fails, since the other
  /// was there first; what is missing is then looked up again.
  private static func migrate(_ queue: DatabaseQueue, _ migrator: DatabaseMigrator) throws {
    var attempts = migrator.migrations.count
    while try !queue.read({ try migrator.hasCompletedMigrations($0) }) {
      do {
        try migrator.migrate(queue)
      } catch {
        attempts -= 1
        if attempts < 0 { throw error }
      }
    }
  }

  /// Tries again for a while: changing the journal and recovering one do not wait for a lock by themselves.
  private static func patiently<Value>(_ body: () throws -> Value) throws -> Value {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      do { return try body() } catch DatabaseError.SQLITE_BUSY { usleep(20_000) }
    }
    return try body()
  }

  /// Turns SQLite's errors into the register's own.
  static func mapped<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(RegisterError) -> Value {
    do {
      return try body()
    } catch RegisterError.damaged("", let detail) {
      throw .damaged(path: path, detail: detail)
    } catch let error as RegisterError {
      throw error
    } catch let error as DatabaseError {
      let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
      case .SQLITE_NOTADB: throw .notARegister(path: path)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM,
        .SQLITE_AUTH:
        throw .unusable(path: path, detail: detail)
      default: throw .damaged(path: path, detail: detail)
      }
    } catch {
      throw .unusable(path: path, detail: "\(error)")
    }
  }
}
