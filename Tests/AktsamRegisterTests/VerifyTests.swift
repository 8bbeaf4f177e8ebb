import Foundation
import GRDB
import Testing

@testable import AktsamRegister

/// What `verify`, `backup`, `restore` and `export` promise.
@Suite struct VerifyTests {
  private static let id = "r@nordlys-data-as:2026-17"

  /// A register with something of everything.
  private static func withFull(_ body: (Register) throws -> Void) throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", ["r": .weak, "s": .missing]))
      try register.add(RegisterFixture.round("2026-02-10", ["r": .met, "s": .weak]))
      try register.override(
        "s@nordlys-data-as:2026-17", outcome: .met, reason: "shown", by: "A", on: "2026-02-11")
      try register.agree(
        "a", on: Self.id, owner: "N", due: "2026-02-01", by: "A", on: "2026-02-11")
      try register.note("n", on: Self.id, by: "A", on: "2026-02-11")
      try register.close(Self.id, reason: "done", by: "A", on: "2026-02-12")
      try register.reopen(Self.id, reason: "not done", by: "A", on: "2026-02-13")
      try body(register)
    }
  }

  private static func hash(_ path: String, _ part: String) -> String? {
    "hash of \(path.dropFirst("answers/".count).dropLast(".xml".count))"
  }

  /// Runs SQL as another program would that knows no keys and drops what stands in its way.
  private static func tamper(_ register: Register, _ sql: String...) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let other = try DatabaseQueue(path: register.path, configuration: configuration)
    try other.write { db in
      for sql in sql { try db.execute(sql: sql) }
    }
    try other.close()
  }

  @Test func aSoundRegisterHasNoProblems() throws {
    try Self.withFull { register in
      let problems = try register.verify(hashOf: Self.hash)
      #expect(problems == [])
    }
  }

  @Test func changedAndAbsentFilesAreNoticed() throws {
    try Self.withFull { register in
      let problems = try register.verify { path, part in
        path.contains("01-10") ? nil : "another"
      }
      #expect(
        problems == [
          .fileAbsent(path: "answers/2026-01-10.xml", part: "", round: 1),
          .fileChanged(path: "answers/2026-02-10.xml", part: "", round: 2),
        ])
      #expect(problems.allSatisfy { $0.description.contains("handed in") })
    }
  }

  @Test func aFileThatALaterRoundReadAnewIsComparedWithThat() throws {
    try RegisterFixture.withRegister { register in
      var round = RegisterFixture.round("2026-01-10", ["r": .weak])
      round.inputs = [.init(path: "a.zip", part: "b.xml", sha256: "ONE")]
      try register.add(round)
      round.inputs = [
        .init(path: "a.zip", part: "b.xml", sha256: "two"), .init(path: "c", sha256: ""),
      ]
      try register.add(round)
      let problems = try register.verify { path, part in
        path == "a.zip" && part == "b.xml" ? "two" : nil
      }
      #expect(problems == [])
    }
  }

  @Test func aRowThatNamesNothingIsNoticed() throws {
    try Self.withFull { register in
      try Self.tamper(
        register,
        "INSERT INTO note (supplier, text, person, date) VALUES (99, 'n', 'A', '2026-01-01')")
      #expect(
        try register.verify().contains(.dangling(table: "note", row: 2, missing: "supplier")))
    }
  }

  @Test func anEntryThatWasTakenOutIsNoticed() throws {
    try Self.withFull { register in
      try Self.tamper(
        register, "DROP TRIGGER event_not_deleted", "DELETE FROM event WHERE kind = 'overridden'")
      let problems = try register.verify()
      #expect(problems.contains(.schema(name: "event_not_deleted")))
      #expect(problems.contains(.history("1 entries of the history are absent")))
    }
  }

  @Test func aDecisionBesideTheHistoryIsNoticed() throws {
    try Self.withFull { register in
      try Self.tamper(
        register,
        """
        INSERT INTO decision (gap, assessment, kind, outcome, reason, person, date)
        VALUES (1, 1, 'override', 'met', 'x', 'X', '2026-01-01')
        """)
      #expect(
        try register.verify() == [
          .history("the table decision has 4 rows, the history tells of 3")
        ])
    }
  }

  @Test func aStateBesideTheHistoryIsNoticed() throws {
    try Self.withFull { register in
      try Self.tamper(register, "UPDATE gap SET state = 'closed' WHERE id = 1")
      #expect(try register.verify() == [.state(gap: Self.id)])
    }
  }

  @Test func aDamagedFileIsNoticed() throws {
    try RegisterFixture.withPath { path in
      do {
        let register = try Register(path: path, mode: .create)
        for number in 0..<40 {
          try register.add(
            RegisterFixture.round("2026-01-10", supplier: "S \(number)", ["r": .weak, "s": .weak]))
        }
        try register.backup(to: path + ".copy")
      }
      var bytes = try Data(contentsOf: URL(filePath: path + ".copy"))
      // The end of a page holds its rows.
      for page in 30..<bytes.count / 4096 {
        for offset in 4000..<4096 { bytes[page * 4096 + offset] = 0xA5 }
      }
      try bytes.write(to: URL(filePath: path + ".copy"))
      var found: [RegisterProblem] = []
      do {
        found = try Register(path: path + ".copy", mode: .existing).verify()
      } catch RegisterError.damaged(_, let detail) {
        found = [.damaged(detail)]
      }
      #expect(!found.isEmpty)
      #expect(throws: RegisterError.self) { try Register.restore(from: path + ".copy", to: path) }
      #expect(try Register(path: path, mode: .existing).suppliers().count == 40)
    }
  }

  // MARK: - Backup

  @Test func aBackupIsOneFileThatHoldsEverything() throws {
    try Self.withFull { register in
      let copy = register.path + ".copy"
      try register.backup(to: copy)
      let folder = URL(filePath: copy).deletingLastPathComponent().path
      let beside = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(beside.filter { $0.contains("copy") } == ["register.db.copy"])
      let opened = try Register(path: copy, mode: .readOnly)
      #expect(try opened.export() == register.export())
      #expect(try opened.verify() == [])
      #expect(throws: RegisterError.exists(path: copy)) { try register.backup(to: copy) }
      #expect(throws: RegisterError.exists(path: register.path)) {
        try register.backup(to: register.path)
      }
    }
  }

  @Test func aBackupIsPutBackAndTheFormerRegisterKept() throws {
    try RegisterFixture.withPath { path in
      let copy = path + ".copy"
      let before: [RegisterTable]
      let after: [RegisterTable]
      do {
        let register = try Register(path: path, mode: .create)
        try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
        try register.backup(to: copy)
        before = try register.export()
        try register.add(RegisterFixture.round("2026-02-10", ["r": .missing]))
        after = try register.export()
        // Somebody has it open: nothing is moved away under them.
        #expect(throws: RegisterError.busy(path: path)) {
          try Register.restore(from: copy, to: path)
        }
        #expect(try register.export() == after)
      }
      let kept = try #require(try Register.restore(from: copy, to: path))
      #expect(try Register(path: path, mode: .existing).export() == before)
      #expect(try Register(path: kept, mode: .existing).export() == after)
      #expect(try Register.restore(from: copy, to: path) == path + ".replaced-2")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: URL(filePath: path).deletingLastPathComponent().path)
      #expect(names.filter { $0.contains("unfinished") } == [])
    }
  }

  @Test func aDamagedRegisterIsReplaced() throws {
    try RegisterFixture.withPath { path in
      let copy = path + ".copy"
      do {
        let register = try Register(path: path, mode: .create)
        try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
        try register.backup(to: copy)
      }
      try Data("rubbish, and more of it".utf8).write(to: URL(filePath: path))
      try Data("rubbish".utf8).write(to: URL(filePath: path + "-wal"))
      let kept = try #require(try Register.restore(from: copy, to: path))
      #expect(try Register(path: path, mode: .existing).list().count == 1)
      #expect(try String(contentsOfFile: kept, encoding: .utf8) == "rubbish, and more of it")
    }
  }

  @Test func onlyRegistersAreRestored() throws {
    try RegisterFixture.withPath { path in
      try DatabaseQueue(path: path + ".other").write { try $0.execute(sql: "CREATE TABLE t (id)") }
      #expect(throws: RegisterError.notARegister(path: path + ".other")) {
        try Register.restore(from: path + ".other", to: path)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  // MARK: - Export

  @Test func theExportHoldsEveryTableInOneOrder() throws {
    try Self.withFull { register in
      let tables = try register.export()
      #expect(tables.map(\.name) == Schema.tables)
      #expect(tables.allSatisfy { !$0.rows.isEmpty })
      for table in tables {
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      }
      let stored = try register.read {
        try String.fetchAll(
          $0, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'grdb%'")
      }
      #expect(Set(stored) == Set(Schema.tables))
      let decisions = try #require(tables.first { $0.name == "decision" })
      #expect(decisions.columns.prefix(4) == ["id", "gap", "assessment", "kind"])
      #expect(decisions.rows.first?[3] == .text("override"))
      #expect(try register.export() == tables)
    }
  }
}
