import AktsamTestSupport
import Foundation
import Testing

/// The register from the command line, and reports that know of it.
@Suite struct RegisterCommandTests {
  private static let gap = "rep-incident-notification@fjellvik-data-as"
  private static let response = "examples/it-hardware/responses/weak-nb.xml"

  private func withRegister<Value>(_ body: (String) throws -> Value) throws -> Value {
    try TestFiles.withFolder { folder in
      let path = folder.appending(path: "register.db").path
      let added = try run(["add", "--on", "2026-06-01", Self.response], path)
      #expect(added.status == 0, "\(added.errors)")
      #expect(added.text.hasPrefix("added 1: fjellvik-data-as, round 1, "))
      return try body(path)
    }
  }

  private func run(_ arguments: [String], _ path: String) throws -> Tool.Result {
    try Tool.run(["register", arguments[0], "--register", path] + arguments.dropFirst())
  }

  @Test func theSameRoundIsKeptOnce() throws {
    try withRegister { path in
      let again = try run(["add", "--on", "2026-06-01", Self.response], path)
      #expect(again.status == 0)
      #expect(again.text == "kept 1: Fjellvik Data AS, the same round\n")
    }
  }

  @Test func whatIsAgreedIsDueAndStandsInTheGapList() throws {
    try withRegister { path in
      let agreed = try run(
        [
          "agree", Self.gap, "--action", "Set a time limit", "--owner", "K. Berg", "--due",
          "2026-12-01", "--by", "A. Lind", "--on", "2026-06-02",
        ], path)
      #expect(agreed.text == "action 1: Set a time limit, K. Berg, due 2026-12-01\n")
      #expect(try run(["due", "--before", "2026-12-01"], path).text == "0 gaps\n")
      #expect(try run(["due", "--before", "2026-12-02"], path).text.hasSuffix("1 gap\n"))
      let list = try Tool.run(["gaps", "--format", "json", "--register", path, Self.response])
      let gaps = try #require(try list.json()["gaps"] as? [[String: Any]])
      let gap = try #require(gaps.first { $0["id"] as? String == Self.gap })
      #expect((gap["agreement"] as? [String: Any])?["owner"] as? String == "K. Berg")
    }
  }

  /// A person's word needs a name and a reason, and never hides what was read.
  @Test func aDecisionStandsBesideWhatWasRead() throws {
    try withRegister { path in
      let nameless = try run(["override", Self.gap, "met", "--reason", "seen"], path)
      #expect(nameless.status == 2)
      let empty = try run(["override", Self.gap, "met", "--reason", " ", "--by", "A. Lind"], path)
      #expect(empty.status == 2 && empty.errors.contains("reason"))
      let made = try run(
        ["override", Self.gap, "met", "--reason", "seen", "--by", "A. Lind", "--on", "2026-06-03"],
        path)
      #expect(made.text.contains("closed  met (read: "))
      let report = try Tool.run(["check", "--format", "json", "--register", path, Self.response])
      let subjects = try #require(try report.json()["subjects"] as? [[String: Any]])
      let assessments = try #require(subjects.first?["assessments"] as? [[String: Any]])
      let found = try #require(
        assessments.first { $0["requirement"] as? String == "rep-incident-notification" })
      #expect(found["outcome"] as? String != "met")
      let override = try #require(found["override"] as? [String: Any])
      #expect(override["outcome"] as? String == "met" && override["by"] as? String == "A. Lind")
      let text = try Tool.run(["check", "--register", path, Self.response]).text
      #expect(text.contains("Decided by A. Lind on 2026-06-03: seen (read as: "))
      let history = try run(["history", Self.gap], path).text
      #expect(history.contains("overridden") && history.contains("by A. Lind"))
    }
  }

  @Test func aChangedFileIsFound() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appending(path: "register.db").path
      let file = folder.appending(path: "policy.txt")
      try Data("We map our supply chain.".utf8).write(to: file)
      _ = try run(["add", "--on", "2026-06-01", file.path], path)
      #expect(try run(["verify"], path).text == "nothing is wrong\n")
      try Data("We do not map it.".utf8).write(to: file)
      let changed = try run(["verify"], path)
      #expect(changed.status == 1 && changed.text.contains("policy.txt"))
      #expect(try run(["verify", "--no-files"], path).status == 0)
    }
  }

  @Test func backupsAreRestored() throws {
    try withRegister { path in
      let copy = path + ".backup"
      #expect(try run(["backup", copy], path).status == 0)
      #expect(try run(["backup", copy], path).status == 2, "a backup is never overwritten")
      _ = try run(["close", Self.gap, "--reason", "seen", "--by", "A. Lind"], path)
      #expect(try run(["list", "--state", "closed"], path).text.hasSuffix("1 gap\n"))
      #expect(try run(["restore", copy], path).status == 0)
      #expect(try run(["list", "--state", "closed"], path).text == "0 gaps\n")
      let export = try run(["export"], path).json()
      #expect(export["schema"] as? String == "aktsam-register-1")
    }
  }

  @Test func errorsSayWhatToDo() throws {
    try withRegister { path in
      let unknown = try run(["show", "nobody"], path)
      #expect(unknown.status == 2 && unknown.errors.contains("nobody"))
      let absent = try run(["list"], path + ".absent")
      #expect(absent.status == 2 && absent.errors.contains("no register"))
      let date = try run(["due", "--before", "soon"], path)
      #expect(date.status == 2 && date.errors.contains("2026-11-24"))
    }
  }
}
