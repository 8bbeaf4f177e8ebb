import Aktsam
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Testing

@testable import AktsamServer

/// A browser as far as pages need one: it keeps cookies and sends forms with their token.
actor PageBrowser {
  private let client: any TestClientProtocol
  private let language: String
  private var cookies: [String: String] = [:]

  init(_ client: any TestClientProtocol, language: String) {
    self.client = client
    self.language = language
  }

  /// An answer.
  struct Answer: Sendable {
    var status: Int
    var headers: HTTPFields
    var text: String
    var bytes: [UInt8]

    /// Where it leads; empty = nowhere.
    var location: String { headers[.location] ?? "" }
  }

  /// Runs a test against a server, with a register or without.
  static func with(
    register: Bool = false, language: String = "en", maxUpload: Int? = nil,
    _ body: @escaping @Sendable (PageBrowser) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "aktsam-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = ServerSettings()
    settings.port = 80
    if let maxUpload { settings.maxUpload = maxUpload }
    if register { settings.registerPath = folder.appending(path: "register.db").path }
    let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let server = try WebServer(settings, log: log, clock: { "2026-11-24" })
    do {
      try await Application(router: server.router(), logger: log).test(.router) { client in
        try await body(PageBrowser(client, language: language))
      }
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  // MARK: - Requests

  /// Asks for a page.
  func get(_ path: String) async throws -> Answer {
    try await send(String(path.prefix { $0 != "#" }), .get, [:], nil)
  }

  /// Sends a form with the token of the start page.
  func post(
    _ path: String, _ fields: [(String, String)] = [], token: String? = nil
  ) async throws -> Answer {
    let fields = [("csrf", try await self.token(token))] + fields
    let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
      .joined(separator: "&")
    return try await send(
      path, .post, [.contentType: "application/x-www-form-urlencoded"], Array(body.utf8))
  }

  /// Sends a form with files.
  func upload(
    _ path: String, fields: [(String, String)] = [],
    files: [(field: String, name: String, text: String)], token: String? = nil
  ) async throws -> Answer {
    let boundary = "xBoundaryx"
    var body = ""
    for (name, value) in [("csrf", try await self.token(token))] + fields {
      body +=
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }
    for file in files {
      body +=
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; "
        + "filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        + "\(file.text)\r\n"
    }
    body += "--\(boundary)--\r\n"
    return try await send(
      path, .post, [.contentType: "multipart/form-data; boundary=\(boundary)"],
      Array(body.utf8))
  }

  /// Has files read, and returns the address of the procedure once that is done.
  func read(
    _ files: [(name: String, text: String)], profile: String = "oecd-six-steps",
    grouping: String = "folders"
  ) async throws -> String {
    let answer = try await upload(
      "/procedures", fields: [("profile", profile), ("grouping", grouping)],
      files: files.map { ("files", $0.name, $0.text) })
    #expect(answer.status == 303, "\(answer.text)")
    let address = answer.location
    for _ in 0..<600 {
      let page = try await get(address)
      guard page.text.contains("id=\"progress-card\"") else { return address }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("the procedure was not read in time")
    return address
  }

  /// The token of forms.
  private func token(_ given: String?) async throws -> String {
    if let given { return given }
    let page = try await get("/about").text
    return Self.value(of: "name=\"csrf\" value=\"", in: page) ?? ""
  }

  private func send(
    _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: [UInt8]?
  ) async throws -> Answer {
    var headers = headers
    headers[.acceptLanguage] = language
    if !cookies.isEmpty {
      headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
    }
    let response = try await client.executeRequest(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    for cookie in response.headers[values: .setCookie] {
      let parts = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { cookies[String(parts[0])] = String(parts[1]) }
    }
    return Answer(
      status: Int(response.status.code), headers: response.headers,
      text: String(buffer: response.body), bytes: Array(response.body.readableBytesView))
  }

  // MARK: - Text

  /// Returns what stands behind a text up to the next quotation mark.
  static func value(of start: String, in text: String) -> String? {
    text.range(of: start).map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  /// Returns the values of an attribute, in order.
  static func values(_ attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  private static func encoded(_ text: String) -> String { URLText.encoded(text) }
}
