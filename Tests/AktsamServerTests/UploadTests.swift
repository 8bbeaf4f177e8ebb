import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AktsamServer

/// What is sent is held to limits, and nothing is left of what was refused.
@Suite struct UploadTests {
  private static func entries(_ server: WebServer) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: server.context.folder)) ?? ["?"]
  }

  private static func refuse(
    _ form: (headers: HTTPFields, body: ByteBuffer), _ status: HTTPResponse.Status, _ kind: String,
    _ change: (inout ServerSettings) -> Void = { _ in }
  ) async throws {
    try await ServerFixture.run(change) { client, server in
      let answer = try await client.execute(
        uri: "/api/v1/check", method: .post, headers: form.headers, body: form.body)
      #expect(answer.status == status)
      #expect(answer.problem == kind)
      #expect(Self.entries(server) == [])
      #expect(server.context.queue.load == (0, 0))
    }
  }

  @Test func moreThanARequestMayHoldIsRefused() async throws {
    let form = ServerFixture.form(["a.txt": String(repeating: "x", count: 5_000)])
    try await Self.refuse(form, .contentTooLarge, "too-large") { $0.maxUpload = 4_096 }
  }

  @Test func aLengthThatIsTooLargeIsRefusedUnread() async throws {
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/check", method: .post,
        headers: [.contentType: "text/plain", .contentLength: "600000000"])
      #expect(answer.status == .contentTooLarge)
      #expect(answer.headers[.connection] == "close")
    }
  }

  @Test func aFileThatIsTooLargeIsRefused() async throws {
    let form = ServerFixture.form(["a.txt": "x", "b.txt": String(repeating: "x", count: 5_000)])
    try await Self.refuse(form, .contentTooLarge, "too-large") { $0.maxFile = 4_999 }
  }

  @Test func tooManyPartsAreRefused() async throws {
    let form = ServerFixture.form(["a.txt": "x", "b.txt": "x", "c.txt": "x"])
    try await Self.refuse(form, .contentTooLarge, "too-large") { $0.maxParts = 2 }
  }

  @Test func aFieldThatIsTooLargeIsRefused() async throws {
    let form = ServerFixture.form(
      ["a.txt": "x"], fields: ["note": String(repeating: "x", count: 2_000)])
    try await Self.refuse(form, .contentTooLarge, "too-large") { $0.maxForm = 1_999 }
  }

  @Test func fieldsThatAreTooLargeTogetherAreRefused() async throws {
    let value = String(repeating: "x", count: 700)
    let form = ServerFixture.form(
      ["a.txt": "x"], fields: ["one": value, "two": value, "three": value])
    try await Self.refuse(form, .contentTooLarge, "too-large") { $0.maxForm = 1_999 }
  }

  @Test func uploadsOnTheirWayTakeNoMoreRoomThanThereIs() async throws {
    let form = ServerFixture.form(["a.txt": String(repeating: "x", count: 5_000)])
    try await Self.refuse(form, .serviceUnavailable, "busy") { $0.maxStored = 4_096 }
  }

  @Test func aFormThatEndsTooSoonIsRefused() async throws {
    let form = ServerFixture.form(["a.txt": "We will."])
    var body = form.body
    body.moveWriterIndex(to: body.writerIndex - 6)
    try await Self.refuse((form.headers, body), .badRequest, "malformed-form")
  }

  @Test(arguments: [
    "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=xyz",
    "multipart/form-data; boundary=\"å\"", "application/x-www-form-urlencoded",
  ])
  func otherMediaTypesAreRefused(type: String) async throws {
    let form = ServerFixture.form(["a.txt": "We will."])
    try await Self.refuse(
      ([.contentType: type], form.body), .unsupportedMediaType, "media-type")
  }

  @Test func nothingToReadIsRefused() async throws {
    try await Self.refuse(([:], ByteBuffer()), .unprocessableContent, "invalid-value")
    try await Self.refuse(
      ServerFixture.form([:], fields: ["a": "b"]), .unprocessableContent, "invalid-value")
    try await Self.refuse(
      ServerFixture.form(["": "x"]), .unprocessableContent, "invalid-value")
  }

  @Test func nothingIsLeftWhenAnswered() async throws {
    let form = ServerFixture.form(["../../a.txt": "We will.", "p/b/c.txt": "We shall."])
    try await ServerFixture.run { client, server in
      for format in ["json", "jsonl"] {
        let answer = try await client.execute(
          uri: "/api/v1/check?format=\(format)", method: .post, headers: form.headers,
          body: form.body)
        #expect(answer.status == .ok)
        #expect(!answer.text.contains(server.context.folder))
      }
      // The last copy goes with the task that answered.
      for _ in 0..<1_000 where !Self.entries(server).isEmpty { await Task.yield() }
      #expect(Self.entries(server) == [])
    }
  }

  @Test func filesAreForThisUserOnly() async throws {
    try await ServerFixture.run { _, server in
      let attributes = try FileManager.default.attributesOfItem(
        atPath: String(server.context.folder.dropLast()))
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
  }

  @Test func theFolderGoesWithTheServer() async throws {
    var settings = ServerSettings()
    settings.port = 80
    let server = try WebServer(settings, log: ServerFixture.quiet)
    #expect(FileManager.default.fileExists(atPath: server.context.folder))
    await server.stop()
    #expect(!FileManager.default.fileExists(atPath: server.context.folder))
  }

  @Test func aFormOfAPageWantsItsTokenBeforeItsFiles() async throws {
    try await ServerFixture.run { client, server in
      let visitor = Secrets.random()
      let token = Secrets.formToken(cookie: visitor, key: server.context.key)
      let form = ServerFixture.form(["a.txt": "We will."], fields: ["csrf": token])
      var headers = form.headers
      headers[.cookie] = "\(Visitor.cookie)=\(visitor)"
      let answer = try await client.execute(
        uri: "/procedures", method: .post, headers: headers, body: form.body)
      #expect(answer.status == .seeOther)
      headers[.cookie] = nil
      let other = try await client.execute(
        uri: "/procedures", method: .post, headers: headers, body: form.body)
      #expect(other.status == .forbidden)
    }
  }
}
