import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import Testing

@testable import AktsamServer

/// The log tells what happened and nothing of what was in it.
@Suite struct LogTests {
  private final class Lines: Sendable {
    let lines = Mutex<[String]>([])
  }

  private struct Handler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { $1 }
      lines.lines.withLock { $0.append("\(event.message) \(all)") }
    }
  }

  @Test func neitherNamesNorTextsAreLogged() async throws {
    var settings = ServerSettings()
    settings.port = 80
    let lines = Lines()
    let log = Logger(label: "test") { _ in Handler(lines: lines) }
    let server = try WebServer(settings, log: log) { ServerFixture.today }
    let form = ServerFixture.form(["secretname.txt": "secretwords shall be kept"])
    try await Application(router: server.router(), logger: log).test(.router) { client in
      for uri in [
        "/api/v1/check?as-of=2020-01-01&name=secretquery", "/api/v1/annotate?name=secretquery",
        "/api/v1/clauses/secretpath", "/secretpath?secretquery=1",
      ] {
        _ = try await client.execute(
          uri: uri, method: uri.contains("name") ? .post : .get, headers: form.headers,
          body: form.body)
      }
    }
    await server.stop()
    let all = lines.lines.withLock { $0 }.joined(separator: "\n")
    #expect(all.contains("/api/v1/check"))
    #expect(all.contains("/api/v1/clauses/{id}"))
    #expect(!all.contains("secret"))
    #expect(!all.contains("2020"))
  }
}
