import AktsamRegister
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AktsamServer

/// Gaps from round to round, by programs.
@Suite struct RegisterAPITests {
  private static let gap = "gri-mechanism@policy-md"

  private static func path(_ id: String, _ entry: String = "") -> String {
    let id = id.replacingOccurrences(of: "@", with: "%40")
    return "/api/v1/register/gaps/\(id)" + (entry.isEmpty ? "" : "/\(entry)")
  }

  private static func post(
    _ client: any TestClientProtocol, _ path: String, _ json: String
  ) async throws -> TestResponse {
    try await client.execute(
      uri: path, method: .post, headers: [.contentType: "application/json; charset=utf-8"],
      body: ByteBuffer(string: json))
  }

  private static func enter(_ client: any TestClientProtocol) async throws -> TestResponse {
    let files = ServerFixture.form(["policy.md": "We will think about human rights."])
    return try await client.execute(
      uri: "/api/v1/register/rounds", method: .post, headers: files.headers, body: files.body)
  }

  @Test func aRoundIsEnteredOnce() async throws {
    try await ServerFixture.run(hasRegister: true) { client, _ in
      let first = try await Self.enter(client)
      #expect(first.status == .ok)
      let rounds = try #require(first.object["rounds"] as? [[String: Any]])
      #expect(rounds.first?["added"] as? Bool == true)
      #expect((rounds.first?["opened"] as? [String])?.contains(Self.gap) == true)
      let second = try await Self.enter(client)
      let again = try #require(second.object["rounds"] as? [[String: Any]])
      #expect(again.first?["added"] as? Bool == false)
      let suppliers = try await client.execute(
        uri: "/api/v1/register/suppliers", method: .get)
      #expect(suppliers.list.map { $0["slug"] as? String } == ["policy-md"])
      let gaps = try await client.execute(uri: "/api/v1/register/gaps", method: .get)
      #expect(gaps.list.count > 10)
    }
  }

  @Test func aGapGoesItsWay() async throws {
    try await ServerFixture.run(hasRegister: true) { client, _ in
      _ = try await Self.enter(client)
      func enter(
        _ entry: String, _ json: String, _ status: HTTPResponse.Status = .ok
      ) async throws -> TestResponse {
        let answer = try await Self.post(client, Self.path(Self.gap, entry), json)
        #expect(answer.status == status, "\(entry) \(answer.text)")
        return answer
      }
      let agreed = try await enter(
        "action",
        #"{"action": "Set a channel up", "owner": "K. Berg", "due": "2027-02-01", "by": "A. Lind"}"#
      )
      let actions = try #require(agreed.object["actions"] as? [[String: Any]])
      #expect(actions.first?["due"] as? String == "2027-02-01")
      #expect(actions.first?["on"] as? String == ServerFixture.today)
      let number = try #require(actions.first?["id"] as? Int)
      _ = try await enter(
        "postpone",
        #"{"action": \#(number), "due": "2027-03-01", "reason": "Holidays", "by": "A. Lind"}"#)
      _ = try await enter(
        "settle", #"{"action": \#(number), "note": "Seen on site", "by": "A. Lind"}"#)
      _ = try await enter(
        "settle", #"{"action": \#(number), "note": "Again", "by": "A. Lind"}"#, .conflict)
      _ = try await enter(
        "settle", #"{"action": 99, "note": "Other", "by": "A. Lind"}"#, .notFound)
      _ = try await enter("note", #"{"text": "Ask again in May", "by": "A. Lind"}"#)
      _ = try await enter("close", #"{"reason": "Done", "by": "A. Lind", "on": "2026-11-25"}"#)
      _ = try await enter("close", #"{"reason": "Done", "by": "A. Lind"}"#, .conflict)
      _ = try await enter("reopen", #"{"reason": "Not done", "by": "A. Lind"}"#)
      let overridden = try await enter(
        "override", #"{"outcome": "met", "reason": "Seen", "by": "A. Lind"}"#)
      let gap = try #require(overridden.object["gap"] as? [String: Any])
      #expect(gap["outcome"] as? String == "met")
      #expect(gap["machineOutcome"] as? String != "met")
      _ = try await enter(
        "override", #"{"outcome": "good", "reason": "x", "by": "y"}"#, .unprocessableContent)
      _ = try await enter("override", #"{"outcome": "met", "by": "y"}"#, .unprocessableContent)
      let history = try await client.execute(
        uri: "/api/v1/register/history?name=\(Self.gap)", method: .get)
      #expect(history.list.count >= 7)
      let list = try await client.execute(
        uri: "/api/v1/register/gaps?overridden=true&all=true", method: .get)
      #expect(list.list.map { $0["id"] as? String } == [Self.gap])
    }
  }

  @Test func decisionsGoBeforeWhatIsRead() async throws {
    try await ServerFixture.run(hasRegister: true) { client, _ in
      _ = try await Self.enter(client)
      _ = try await Self.post(
        client, Self.path(Self.gap, "override"),
        #"{"outcome": "met", "reason": "Seen on site", "by": "A. Lind"}"#)
      let files = ServerFixture.form(["policy.md": "We will think about human rights."])
      for (query, isThere) in [("?decisions=true", true), ("", false)] {
        for format in ["json", "jsonl"] {
          let answer = try await client.execute(
            uri: "/api/v1/check\(query)\(query.isEmpty ? "?" : "&")format=\(format)", method: .post,
            headers: files.headers, body: files.body)
          #expect(answer.text.contains("Seen on site") == isThere)
        }
      }
    }
  }

  @Test(arguments: [
    ("/api/v1/register/gaps?state=lost", HTTPResponse.Status.unprocessableContent),
    ("/api/v1/register/gaps?all=1", .unprocessableContent),
    ("/api/v1/register/gaps?supplier=nobody", .notFound),
    ("/api/v1/register/gaps/none", .notFound), ("/api/v1/register/gaps/policy-md", .notFound),
    ("/api/v1/register/gaps/a%40b%3Ac", .notFound),
    ("/api/v1/register/history?name=nobody", .notFound),
  ])
  func wrongQuestionsAreRefused(path: String, status: HTTPResponse.Status) async throws {
    try await ServerFixture.run(hasRegister: true) { client, _ in
      _ = try await Self.enter(client)
      let answer = try await client.execute(uri: path, method: .get)
      #expect(answer.status == status)
      #expect(!answer.problem.isEmpty)
    }
  }

  @Test func statesAreChosen() async throws {
    try await ServerFixture.run(hasRegister: true) { client, _ in
      _ = try await Self.enter(client)
      _ = try await Self.post(
        client, Self.path(Self.gap, "close"), #"{"reason": "Done", "by": "A. Lind"}"#)
      func ids(_ query: String) async throws -> [String] {
        try await client.execute(uri: "/api/v1/register/gaps?\(query)", method: .get).list
          .compactMap { $0["id"] as? String }
      }
      #expect(try await ids("state=closed") == [Self.gap])
      #expect(try await !ids("").contains(Self.gap))
      #expect(try await ids("all=true").contains(Self.gap))
      #expect(try await ids("state=closed&state=open").count == ids("all=true").count)
    }
  }

  @Test(arguments: ["[]", "", "{", "\"x\"", String(repeating: "[", count: 1_000)])
  func wrongBodiesAreRefused(json: String) async throws {
    try await ServerFixture.run(hasRegister: true) { client, _ in
      let answer = try await Self.post(client, Self.path(Self.gap, "close"), json)
      #expect(answer.status == .badRequest)
      #expect(answer.problem == "malformed-json")
    }
  }

  @Test func entriesAreJSON() async throws {
    try await ServerFixture.run(hasRegister: true) { client, _ in
      let answer = try await client.execute(
        uri: Self.path(Self.gap, "close"), method: .post,
        headers: [.contentType: "application/x-www-form-urlencoded"],
        body: ByteBuffer(string: "reason=x"))
      #expect(answer.status == .unsupportedMediaType)
    }
  }

  @Test func withoutARegisterThereIsNone() async throws {
    try await ServerFixture.run { client, _ in
      for route in APIRoute.all where route.path.hasPrefix("/api/v1/register/") {
        let answer = try await client.execute(
          uri: route.path.replacingOccurrences(of: "{id}", with: "a"), method: route.method,
          headers: [.contentType: "application/json"],
          body: route.method == .post ? ByteBuffer(string: "{}") : nil)
        #expect(answer.status == .notFound, "\(route.path)")
        #expect(answer.problem == "no-register")
      }
    }
  }

  @Test func writersAtOnceLoseNothing() async throws {
    try await ServerFixture.run(hasRegister: true) { client, _ in
      _ = try await Self.enter(client)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<40 {
          group.addTask {
            let answer = try await Self.post(
              client, Self.path(Self.gap, "note"), #"{"text": "note \#(number)", "by": "A. Lind"}"#)
            #expect(answer.status == .ok)
          }
        }
        try await group.waitForAll()
      }
      let record = try await client.execute(uri: Self.path(Self.gap), method: .get)
      #expect((record.object["notes"] as? [Any])?.count == 40)
    }
  }
}
