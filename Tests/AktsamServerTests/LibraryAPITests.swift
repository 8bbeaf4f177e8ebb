import AktsamClauses
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AktsamServer

/// Requirements, profiles, and the server itself.
@Suite struct LibraryAPITests {
  @Test func requirementsAreListed() async throws {
    try await ServerFixture.run { client, server in
      let all = try await client.execute(uri: "/api/v1/clauses", method: .get)
      let some = try await client.execute(
        uri: "/api/v1/clauses?profile=dfo-terms&lang=nb", method: .get)
      #expect(all.status == .ok)
      let count = try #require((all.object["requirements"] as? [Any])?.count)
      let fewer = try #require((some.object["requirements"] as? [Any])?.count)
      #expect(count == server.context.library.requirements.count)
      let profile = try #require(server.context.profile("dfo-terms"))
      #expect(fewer == profile.entries.count)
      let none = try await client.execute(uri: "/api/v1/clauses?profile=x", method: .get)
      #expect(none.problem == "not-found")
    }
  }

  @Test func aRequirementIsShown() async throws {
    try await ServerFixture.run { client, _ in
      let page = try await client.execute(
        uri: "/api/v1/clauses/gri-mechanism?lang=sv", method: .get)
      #expect(page.status == .ok)
      #expect(page.text.contains("gri-mechanism"))
      let none = try await client.execute(uri: "/api/v1/clauses/..%2F..%2Fx", method: .get)
      #expect(none.problem == "not-found")
      let wrong = try await client.execute(
        uri: "/api/v1/clauses/gri-mechanism?lang=de", method: .get)
      #expect(wrong.problem == "invalid-value")
    }
  }

  @Test func profilesAreShown() async throws {
    try await ServerFixture.run { client, server in
      let all = try await client.execute(uri: "/api/v1/profiles", method: .get)
      #expect((all.object["profiles"] as? [Any])?.count == server.context.library.profiles.count)
      let one = try await client.execute(uri: "/api/v1/profiles/dfo-terms?lang=nb", method: .get)
      #expect(one.object["id"] as? String == "dfo-terms")
      #expect((one.object["requirements"] as? [Any])?.isEmpty == false)
      let none = try await client.execute(uri: "/api/v1/profiles/none", method: .get)
      #expect(none.problem == "not-found")
    }
  }

  @Test func theServerSaysHowItIs() async throws {
    try await ServerFixture.run(hasRegister: true) { client, server in
      let live = try await client.execute(uri: "/health/live", method: .get)
      #expect(live.object["status"] as? String == "ok")
      let ready = try await client.execute(uri: "/health/ready", method: .get)
      #expect(ready.status == .ok)
      let metrics = try await client.execute(uri: "/metrics", method: .get)
      #expect(metrics.headers[.contentType]?.hasPrefix("text/plain; version=0.0.4") == true)
      #expect(
        metrics.text.contains(
          "aktsam_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\"} 1\n"))
      await server.context.queue.stop()
      let stopping = try await client.execute(uri: "/health/ready", method: .get)
      #expect(stopping.status == .serviceUnavailable)
      #expect(stopping.headers[.retryAfter] != nil)
    }
  }

  @Test func countsAddUp() {
    let metrics = Metrics()
    metrics.count(method: "GET", route: "/x", status: 200, duration: .milliseconds(50))
    metrics.count(method: "GET", route: "/x", status: 200, duration: .seconds(3))
    metrics.count(received: 5, sent: 7)
    metrics.count(documents: 2)
    metrics.countCheck(isDone: false)
    let text = metrics.text(
      Metrics.Gauges(running: 1, waiting: 2, procedures: 3, stored: 4), version: "1")
    for line in [
      "aktsam_requests_total{method=\"GET\",route=\"/x\",status=\"200\"} 2",
      "aktsam_request_seconds_bucket{le=\"0.025\"} 0",
      "aktsam_request_seconds_bucket{le=\"0.1\"} 1",
      "aktsam_request_seconds_bucket{le=\"10.0\"} 2", "aktsam_request_seconds_count 2",
      "aktsam_received_bytes_total 5", "aktsam_sent_bytes_total 7", "aktsam_documents_total 2",
      "aktsam_checks_total{result=\"failed\"} 1", "aktsam_checks_waiting 2",
      "aktsam_stored_bytes 4",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
  }

  @Test func assetsAreKeptForEver() async throws {
    try await ServerFixture.run { client, server in
      for name in server.context.assets.all {
        let path = server.context.assets.path(name)
        let answer = try await client.execute(uri: path, method: .get)
        #expect(answer.status == .ok)
        #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
        #expect(answer.headers[.setCookie] == nil)
      }
      for path in ["/assets/none.css", "/assets/..%2FTemplates%2Flayout.mustache", "/assets/"] {
        #expect(try await client.execute(uri: path, method: .get).status == .notFound)
      }
    }
  }
}
