import AktsamReading
import AktsamReports
import AktsamText
import Foundation
import Testing

@testable import AktsamServer

/// What was handed in is read, kept for a while, and removed.
@Suite struct WorkspaceTests {
  private static func upload(_ server: WebServer, _ text: String) throws -> Upload {
    let storage = try UploadFolder(in: server.context.folder, budget: server.context.budget)
    var upload = Upload(storage)
    try Data(text.utf8).write(to: URL(filePath: storage.path + "a.txt"))
    upload.files = [Upload.File(path: "a.txt", size: text.utf8.count, field: "files")]
    return upload
  }

  private static func begin(
    _ server: WebServer, _ text: String = ServerFixture.policy
  ) async throws -> StoredProcedure {
    try await server.context.begin(
      upload(server, text), options: ProcedureOptions(profile: server.context.defaultProfile))
  }

  private static func settled(_ id: String, _ server: WebServer) async -> StoredProcedure? {
    while let procedure = await server.context.workspace.procedure(id) {
      if procedure.state.isFinal { return procedure }
      await Task.yield()
    }
    return nil
  }

  @Test func filesAreRead() async throws {
    try await ServerFixture.run { _, server in
      let begun = try await Self.begin(server)
      #expect(begun.title == "a.txt")
      #expect(begun.createdOn == ServerFixture.today)
      let procedure = try #require(await Self.settled(begun.id, server))
      #expect(procedure.state == .done(isComplete: true))
      #expect(procedure.report?.subjects.map(\.name) == ["a.txt"])
      #expect(procedure.documents.map(\.count) == [1])
    }
  }

  @Test func manyAreReadAndNoneIsLost() async throws {
    try await ServerFixture.run {
      $0.maxRunning = 3
    } _: { _, server in
      var ids: Set<String> = []
      for _ in 0..<20 { ids.insert(try await Self.begin(server, "We will.").id) }
      #expect(ids.count == 20)
      for id in ids {
        let procedure = await Self.settled(id, server)
        #expect(procedure?.state == .done(isComplete: true))
      }
    }
  }

  @Test func theOldestGoesFirst() async throws {
    try await ServerFixture.run {
      $0.maxProcedures = 2
    } _: { _, server in
      let first = try await Self.begin(server)
      _ = await Self.settled(first.id, server)
      let second = try await Self.begin(server)
      _ = await Self.settled(second.id, server)
      _ = await server.context.workspace.procedure(first.id)
      let third = try await Self.begin(server)
      let left = await server.context.workspace.all.map(\.id)
      #expect(left == [third.id, first.id])
    }
  }

  @Test func filesTakeNoMoreRoomThanThereIs() async throws {
    try await ServerFixture.run {
      $0.maxStored = 1_000
    } _: { _, server in
      let first = try await Self.begin(server, String(repeating: "a", count: 600))
      _ = await Self.settled(first.id, server)
      let second = try await Self.begin(server, String(repeating: "a", count: 600))
      #expect(await server.context.workspace.all.map(\.id) == [second.id])
      let problem = await #expect(throws: Problem.self) {
        try await Self.begin(server, String(repeating: "a", count: 1_001))
      }
      #expect(problem?.kind == "busy")
    }
  }

  @Test func whatIsRemovedIsGone() async throws {
    try await ServerFixture.run { _, server in
      let begun = try await Self.begin(server)
      #expect(await server.context.workspace.remove(begun.id))
      #expect(await server.context.workspace.procedure(begun.id) == nil)
      #expect(await !server.context.workspace.remove(begun.id))
      for _ in 0..<10_000 {
        let left = try FileManager.default.contentsOfDirectory(atPath: server.context.folder)
        if left.isEmpty { return }
        try await Task.sleep(for: .milliseconds(1))
      }
      Issue.record("files are left")
    }
  }

  @Test func aDocumentThatTakesTooLongIsGivenUp() async throws {
    try await ServerFixture.run {
      $0.timeout = .nanoseconds(1)
    } _: { _, server in
      let begun = try await Self.begin(server)
      let procedure = try #require(await Self.settled(begun.id, server))
      #expect(procedure.state == .done(isComplete: false))
      #expect(procedure.report?.subjects.first?.findings.map(\.rule).contains("AK0409") == true)
      #expect(
        procedure.report?.subjects.first?.assessments.allSatisfy { $0.outcome == .unread } == true)
    }
  }

  @Test func anUnknownProfileIsRefused() async throws {
    try await ServerFixture.run { _, server in
      let problem = await #expect(throws: Problem.self) {
        try await server.context.begin(
          Self.upload(server, "x"), options: ProcedureOptions(profile: "none"))
      }
      #expect(problem?.kind == "invalid-value")
    }
  }

  @Test func aStopGivesUpWhatIsBeingRead() async throws {
    var settings = ServerSettings()
    settings.port = 80
    settings.jobs = 1
    let server = try WebServer(settings, log: ServerFixture.quiet)
    for _ in 0..<5 { _ = try await Self.begin(server) }
    await server.stop()
    #expect(await server.context.workspace.all.isEmpty)
    #expect(server.context.queue.load == (0, 0))
    #expect(server.context.queue.isFull)
  }
}
