import Foundation
import GRDB
import Testing

@testable import AktsamRegister

/// The file: what it is, who may use it, and that nothing in it gets lost or changed.
@Suite struct StorageTests {
  private static let id = "r@nordlys-data-as:2026-17"

  // MARK: - Opening

  @Test func whatIsNotThereIsNotMadeByReading() throws {
    try RegisterFixture.withPath { path in
      for mode in [Register.Mode.existing, .readOnly] {
        #expect(throws: RegisterError.absent(path: path)) { try Register(path: path, mode: mode) }
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test(arguments: ["", "hello", String(repeating: "<xml/>", count: 400)])
  func otherFilesAreNotTakenForRegisters(content: String) throws {
    try RegisterFixture.withPath { path in
      try Data(content.utf8).write(to: URL(filePath: path))
      #expect(throws: RegisterError.notARegister(path: path)) {
        try Register(path: path, mode: .existing)
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
    }
  }

  @Test func otherDatabasesAreLeftAlone() throws {
    try RegisterFixture.withPath { path in
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE mine (id)") }
      for mode in [Register.Mode.create, .existing, .readOnly] {
        #expect(throws: RegisterError.notARegister(path: path)) {
          try Register(path: path, mode: mode)
        }
      }
      #expect(
        try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
          == "delete")
    }
  }

  @Test func aFolderIsNoRegister() throws {
    #expect(throws: RegisterError.self) {
      try Register(path: NSTemporaryDirectory(), mode: .create)
    }
  }

  @Test func everyConnectionIsSafe() throws {
    try RegisterFixture.withRegister { register in
      let pragmas = try register.read { db in
        try ["journal_mode", "synchronous", "foreign_keys"].map {
          try String.fetchOne(db, sql: "SELECT \($0) FROM pragma_\($0)")
        }
      }
      #expect(pragmas == ["wal", "2", "1"])
    }
  }

  @Test func readOnlyWritesNothing() throws {
    try RegisterFixture.withPath { path in
      let register = try Register(path: path, mode: .create)
      try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
      let reader = try Register(path: path, mode: .readOnly)
      #expect(try reader.list().count == 1)
      #expect(throws: RegisterError.self) {
        try reader.note("x", on: Self.id, by: "A", on: "2026-01-11")
      }
      #expect(try reader.verify() == [])
    }
  }

  // MARK: - Migrations

  /// Makes a register as the first version wrote it, with a round in it.
  private static func old(_ path: String) throws {
    var first = DatabaseMigrator()
    let step = try #require(Schema.migrator.migrations.first)
    first.registerMigration(step) { db in
      // The steps themselves never change, so the first of today's is that of then.
      let scratch = try DatabaseQueue()
      try Schema.migrator.migrate(scratch, upTo: step)
      let definitions = try scratch.read {
        try String.fetchAll(
          $0,
          sql: """
            SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%'
            ORDER BY type = 'trigger', rowid
            """)
      }
      for definition in definitions { try db.execute(sql: definition) }
    }
    let register = try Register(path: path, mode: .create, migrator: first)
    try register.write { db in
      try db.execute(
        sql: """
          INSERT INTO supplier VALUES (1, 'nordlys-data-as', 'Nordlys Data AS', '');
          INSERT INTO procedure VALUES (1, '2026-17', '2026-17');
          INSERT INTO round VALUES (1, 1, 1, 1, '2025-12-01', '0.1', '2', 'ab', 'oecd-six-steps', '1');
          INSERT INTO input VALUES (1, 1, 0, 'a.xml', 'cd', 'text', 'response');
          INSERT INTO assessment VALUES (1, 1, 'r', '2.1', 'high', 'missing', 'sure', '', '');
          INSERT INTO gap VALUES (1, 1, 1, 'r', 1, 1, 'open', 'new', 'missing', NULL, NULL, 0);
          INSERT INTO event VALUES (1, '2025-12-01', 'round-added', '', 1, NULL, 1, NULL, NULL, NULL, NULL, '');
          INSERT INTO event
            VALUES (2, '2025-12-01', 'opened', '', 1, 1, 1, NULL, 'open', NULL, 'missing', '');
          """)
    }
  }

  @Test func anOlderRegisterOpens() throws {
    try RegisterFixture.withPath { path in
      try Self.old(path)
      #expect(throws: RegisterError.older(path: path)) {
        try Register(path: path, mode: .readOnly)
      }
      let register = try Register(path: path, mode: .existing)
      #expect(try register.verify() == [])
      let added = try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
      #expect(added.number == 2)
      #expect(added.improved == [Self.id])
      #expect(try register.round(1).round.lot == "")
    }
  }

  @Test func anOlderBackupIsRestored() throws {
    try RegisterFixture.withPath { path in
      try Self.old(path + ".old")
      #expect(try Register.restore(from: path + ".old", to: path) == nil)
      #expect(try Register(path: path, mode: .existing).list().map(\.id) == [Self.id])
    }
  }

  @Test func aNewerRegisterIsRefused() throws {
    try RegisterFixture.withPath { path in
      var newer = Schema.migrator
      newer.registerMigration("9-future") { try $0.execute(sql: "CREATE TABLE future (id)") }
      _ = try Register(path: path, mode: .create, migrator: newer)
      for mode in [Register.Mode.create, .existing, .readOnly] {
        #expect(throws: RegisterError.newer(path: path)) { try Register(path: path, mode: mode) }
      }
    }
  }

  @Test func theMigrationsKeepTheirNames() {
    #expect(Schema.migrator.migrations == ["1-register", "2-lots"])
  }

  // MARK: - Several at once

  @Test func manyWritersLoseNothing() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "aktsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "register.db").path
    // Each opens the file itself, also the one that makes it, as processes do.
    let ids = try await withThrowingTaskGroup(of: [Int].self) { group in
      for writer in 0..<4 {
        group.addTask {
          try (0..<15).map { number in
            let register = try Register(path: path, mode: .create)
            return try register.add(
              RegisterFixture.round(
                "2026-01-10", supplier: "Supplier \(number % 3)", ["r\(writer)-\(number)": .weak])
            ).id
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(ids).count == 60)
    let register = try Register(path: path, mode: .existing)
    #expect(try register.list().count == 60)
    #expect(try register.suppliers().count == 3)
    #expect(try register.verify() == [])
  }

  @Test func aReaderSeesOneStateWhileOthersWrite() throws {
    try RegisterFixture.withPath { path in
      let writer = try Register(path: path, mode: .create)
      try writer.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
      let reader = try Register(path: path, mode: .existing)
      try reader.read { db in
        let before = try GapReader.gaps(where: "TRUE", [], db)
        try writer.add(RegisterFixture.round("2026-02-10", ["r": .missing]))
        #expect(try GapReader.gaps(where: "TRUE", [], db) == before)
      }
      #expect(try reader.list().map(\.outcome) == [.missing])
    }
  }

  /// What a crash leaves behind is the file and its journal as they are in the middle of a write.
  @Test func aCrashInTheMiddleLosesNothingConfirmed() throws {
    struct Crash: Error {}
    try RegisterFixture.withPath { path in
      let register = try Register(path: path, mode: .create)
      let added = try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
      let left = path + ".left"
      #expect(throws: RegisterError.self) {
        try register.write { db in
          try db.execute(sql: "PRAGMA cache_spill = 1; PRAGMA cache_size = 1")
          for number in 0..<2_000 {
            try db.execute(
              sql:
                "INSERT INTO note (supplier, text, person, date) VALUES (1, ?, 'A', '2026-01-11')",
              arguments: [String(repeating: "\(number) ", count: 100)])
          }
          for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: left + suffix)
          }
          throw Crash()
        }
      }
      let size = try FileManager.default.attributesOfItem(atPath: left + "-wal")[.size] as? Int
      // The unfinished write had reached the disk.
      #expect(size ?? 0 > 400_000)
      let recovered = try Register(path: left, mode: .existing)
      #expect(try recovered.verify() == [])
      #expect(try recovered.round(added.id).number == 1)
      #expect(try recovered.history().count == 3)
      #expect(try recovered.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM note") } == 0)
    }
  }

  // MARK: - History

  @Test(arguments: [
    "UPDATE event SET person = 'X'", "DELETE FROM event", "DELETE FROM event WHERE id = 2",
    "INSERT OR REPLACE INTO event SELECT id, date, kind, 'X', supplier, gap, round, from_state, "
      + "to_state, from_outcome, to_outcome, text FROM event",
    "UPDATE OR REPLACE event SET id = 1 WHERE id = 2",
    "UPDATE round SET date = '2020-01-01'", "DELETE FROM round", "UPDATE input SET sha256 = 'x'",
    "UPDATE assessment SET outcome = 'met'", "DELETE FROM assessment",
    "REPLACE INTO assessment (round, requirement, number, severity, outcome, certainty, quote, place) "
      + "VALUES (1, 'r', '', 'high', 'met', 'sure', '', '')",
    "UPDATE decision SET reason = 'x'", "DELETE FROM decision", "UPDATE note SET text = 'x'",
    "DELETE FROM note", "DELETE FROM gap", "UPDATE gap SET requirement = 'x'",
    "DELETE FROM supplier", "UPDATE supplier SET slug = 'x'", "DELETE FROM procedure",
    "DELETE FROM action", "UPDATE action SET person = 'x'",
    "REPLACE INTO action SELECT * FROM action",
  ])
  func thePastCannotBeChangedByOtherProgramsEither(sql: String) throws {
    try RegisterFixture.withPath { path in
      let register = try Register(path: path, mode: .create)
      try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
      try register.note("n", on: Self.id, by: "A", on: "2026-01-11")
      try register.agree(
        "a", on: Self.id, owner: "N", due: "2026-02-01", by: "A", on: "2026-01-11")
      try register.close(Self.id, reason: "c", by: "A", on: "2026-01-12")
      let before = try register.export()
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let other = try DatabaseQueue(path: path, configuration: configuration)
      #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: sql) } }
      #expect(try register.export() == before)
    }
  }

  @Test func theHistoryIsNumberedWithoutAGap() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
      // An entry that is undone leaves no number out.
      #expect(throws: RegisterError.self) {
        try register.note("n", on: "nobody", by: "A", on: "2026-01-11")
      }
      try register.note("n", on: Self.id, by: "A", on: "2026-01-11")
      #expect(try register.history().map(\.number) == Array(1...4))
      #expect(
        try register.history().map(\.kind) == [.supplierAdded, .roundAdded, .opened, .noted])
    }
  }
}
