internal import HTTPTypes
internal import Hummingbird

/// The fields of a form without files.
struct FormFields: Sendable {
  private let fields: [String: [String]]

  /// Creates fields.
  init(_ fields: [String: [String]]) { self.fields = fields }

  /// The first value of a field; empty when it is not there.
  subscript(name: String) -> String { fields[name]?.first ?? "" }

  /// All values of a field, in order.
  func values(_ name: String) -> [String] { fields[name] ?? [] }
}

extension ServerContext {
  /// Reads a form and compares its token with the browser's cookie.
  ///
  /// - Throws: ``Problem`` for another media type, a form that is too large, or a wrong token.
  func form(_ request: Request, _ context: ServerRequestContext) async throws -> FormFields {
    let type = request.headers[.contentType]?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      throw Problem(
        .unsupportedMediaType, "media-type", "a form is sent as application/x-www-form-urlencoded")
    }
    let form = FormFields(
      URLEncoding.fields(try await request.collected(upTo: settings.maxForm)))
    try checkFormToken(form["csrf"], context)
    return form
  }

  /// Compares the token of a form with what the browser was given.
  func checkFormToken(_ token: String, _ context: ServerRequestContext) throws(Problem) {
    guard !context.formToken.isEmpty, Secrets.areEqual(token, context.formToken) else {
      throw Problem(
        .forbidden, "forbidden",
        "this form was not made by this server, or the server was started anew: load the page again"
      )
    }
  }
}

extension Request {
  /// Reads the body, which is held to a size.
  ///
  /// - Parameter limit: the most bytes.
  /// - Returns: the bytes.
  /// - Throws: ``Problem`` when there are more.
  func collected(upTo limit: Int) async throws -> [UInt8] {
    let tooLarge = Problem.tooLarge("the request may hold \(limit) bytes at most")
    if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge }
    var bytes: [UInt8] = []
    for try await buffer in body {
      if bytes.count + buffer.readableBytes > limit { throw tooLarge }
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    return bytes
  }
}
