internal import AktsamRegister
internal import AktsamReports
internal import Hummingbird

extension APIRoute {
  /// Enters what was agreed and decided on a gap. What is answered is on the disk.
  static let registerEntries: [APIRoute] = [
    entry("override") { (register, gap, body) throws(RegisterError) in
      guard let outcome = RegisterOutcome(rawValue: body["outcome"]) else {
        throw .invalid(
          field: "outcome", value: String(body["outcome"].prefix(40)),
          wanted: "met, weak, contradicted, missing or not-applicable")
      }
      try register.override(
        gap, outcome: outcome, reason: body["reason"], by: body["by"], on: body.day)
    },
    entry("action") { (register, gap, body) throws(RegisterError) in
      try register.agree(
        body["action"], on: gap, owner: body["owner"], due: body["due"], by: body["by"],
        on: body.day)
    },
    entry("settle") { (register, gap, body) throws(RegisterError) in
      try register.settle(
        action: try body.action(of: gap, in: register), note: body["note"], by: body["by"],
        on: body.day)
    },
    entry("postpone") { (register, gap, body) throws(RegisterError) in
      try register.postpone(
        action: try body.action(of: gap, in: register), to: body["due"], reason: body["reason"],
        by: body["by"], on: body.day)
    },
    entry("note") { (register, gap, body) throws(RegisterError) in
      try register.note(body["text"], on: gap, by: body["by"], on: body.day)
    },
    entry("close") { (register, gap, body) throws(RegisterError) in
      try register.close(gap, reason: body["reason"], by: body["by"], on: body.day)
    },
    entry("reopen") { (register, gap, body) throws(RegisterError) in
      try register.reopen(gap, reason: body["reason"], by: body["by"], on: body.day)
    },
  ]

  private static func entry(
    _ name: String,
    _ enter: @escaping @Sendable (Register, String, EntryBody) throws(RegisterError) -> Void
  ) -> APIRoute {
    APIRoute(.post, "/api/v1/register/gaps/{id}/\(name)") { request, context, server in
      let register = try server.openRegister()
      let body = try await EntryBody(request, server)
      let id = context.parameter("id")
      try await register.with { (register) throws(RegisterError) in
        guard id.contains("@") else { throw .unknown(name: id) }
        try enter(register, id, body)
      }
      return try await server.gapRecord(id)
    }
  }
}

/// The fields of an entry, sent as a JSON object.
struct EntryBody: Sendable {
  private let value: JSONValue
  /// The day of the entry.
  let day: String

  /// Reads the body of a request.
  ///
  /// - Throws: ``Problem`` when it is no JSON object.
  init(_ request: Request, _ server: ServerContext) async throws {
    let type = HeaderValue(request.headers[.contentType] ?? "")
    guard type.value == "application/json" else {
      throw Problem(.unsupportedMediaType, "media-type", "an entry is sent as application/json")
    }
    let bytes = try await request.collected(upTo: server.settings.maxForm)
    guard let value = JSONValue.read(bytes, mostDepth: 16), case .fields = value else {
      throw Problem(.badRequest, "malformed-json", "the body is no JSON object")
    }
    self.value = value
    guard let day = value["on"] else {
      self.day = server.today
      return
    }
    guard let day = day.string else { throw Problem.invalid("on wants a date such as 2026-11-24") }
    self.day = day
  }

  /// A text; empty when it is not there.
  subscript(name: String) -> String { value[name]?.string ?? "" }

  /// The number of the action, which must be one of the gap's.
  func action(of gap: String, in register: Register) throws(RegisterError) -> Int {
    let number = value["action"]?.int ?? 0
    guard case .gap(let record) = try register.show(gap),
      record.actions.contains(where: { $0.id == number })
    else { throw .unknown(name: "action \(number)") }
    return number
  }
}
