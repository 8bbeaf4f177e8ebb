import Aktsam
import AktsamClauses
import AktsamTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging

@testable import AktsamServer

/// A server that answers without a network, on a day that does not change.
struct ServerFixture {
  /// The day that the server takes for today.
  static let today = "2026-11-24"

  /// Runs a body with a client of a fresh server, which is stopped afterwards.
  ///
  /// - Parameters:
  ///   - hasRegister: whether a register is open, an empty one.
  ///   - change: changes the settings.
  ///   - body: uses the client.
  /// - Throws: what the body throws.
  static func run(
    hasRegister: Bool = false, _ change: (inout ServerSettings) -> Void = { _ in },
    _ body: @escaping @Sendable (any TestClientProtocol, WebServer) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "aktsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = ServerSettings()
    // The client calls the server `localhost`, as one does on port 80.
    settings.port = 80
    settings.jobs = 2
    if hasRegister { settings.registerPath = folder.appending(path: "register.db").path }
    change(&settings)
    let server = try WebServer(settings, log: quiet, library: library) { today }
    do {
      try await Application(router: server.router(), logger: quiet).test(.router) { client in
        try await body(client, server)
      }
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  /// The library, which takes longer to load than most tests to run.
  private static let library = LibraryStore.load(
    folder: nil, withExamples: true, withLexicons: false
  ).library

  /// A log that nobody reads.
  static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// An offer that says a little.
  static let policy = """
    # Human rights

    We operate a grievance mechanism that is open to all workers in our supply chain. Every complaint is \
    answered within 10 working days.

    """

  /// A form with files, as browsers send it.
  static func form(
    _ files: KeyValuePairs<String, String>, fields: KeyValuePairs<String, String> = [:]
  ) -> (headers: HTTPFields, body: ByteBuffer) {
    var text = ""
    for (name, value) in fields {
      text +=
        "--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }
    for (name, content) in files {
      text +=
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n\(content)\r\n"
    }
    return (
      [.contentType: "multipart/form-data; boundary=xyz"], ByteBuffer(string: text + "--xyz--\r\n")
    )
  }
}

extension TestResponse {
  /// The body as text.
  var text: String { String(buffer: body) }

  /// The body as a JSON object.
  var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
  }

  /// The body as a list of JSON objects.
  var list: [[String: Any]] {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [[String: Any]] ?? []
  }

  /// The kind of the problem; empty for anything else.
  var problem: String {
    guard headers[.contentType] == "application/problem+json",
      object["status"] as? Int == status.code
    else { return "" }
    let type = object["type"] as? String ?? ""
    return type.replacingOccurrences(of: "urn:aktsam:problem:", with: "")
  }
}
