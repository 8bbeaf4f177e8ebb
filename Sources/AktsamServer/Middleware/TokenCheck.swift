internal import HTTPTypes
internal import Hummingbird

/// Lets in who shows the token, where one is wanted: programs in `Authorization: Bearer`, browsers by a
/// cookie that they get for it.
struct TokenCheck: RouterMiddleware {
  typealias Context = ServerRequestContext

  /// The cookie of who has shown the token.
  static let cookie = "aktsam-admitted"

  let token: String?
  let key: String

  func handle(
    _ request: Request, context: ServerRequestContext,
    next: (Request, ServerRequestContext) async throws -> Response
  ) async throws -> Response {
    if isAdmitted(request) || Self.isOpen(request.uri.path) {
      return try await next(request, context)
    }
    if request.method == .get, !request.isForProgram { return .seeOther("/login") }
    var problem = Problem(
      .unauthorized, "unauthorized", "show the token that the server was started with",
      headers: [.wwwAuthenticate: "Bearer realm=\"aktsam\""])
    problem.closesConnection = true
    throw problem
  }

  /// Whether a request shows the token, or none is wanted.
  func isAdmitted(_ request: Request) -> Bool {
    guard let token else { return true }
    if let value = request.headers[.authorization], value.lowercased().hasPrefix("bearer ") {
      return Secrets.areEqual(value.dropFirst(7).filter { $0 != " " }, token)
    }
    guard let cookie = request.cookies[Self.cookie] else { return false }
    return Secrets.areEqual(cookie.value, Self.cookieValue(token: token, key: key))
  }

  /// What the cookie holds: nothing that the token could be worked out from, and nothing that outlives
  /// the server.
  static func cookieValue(token: String, key: String) -> String {
    Secrets.formToken(cookie: "admitted \(token)", key: key)
  }

  /// What everyone may see: the form for the token with its style sheet, and whether the server lives.
  private static func isOpen(_ path: String) -> Bool {
    path == "/login" || path.hasPrefix("/assets/") || path.hasPrefix("/health/")
  }
}

extension Request {
  /// Whether the answer is for a program and not for a browser's window.
  var isForProgram: Bool {
    let path = uri.path
    return path == "/api" || path == "/metrics" || path.hasPrefix("/api/")
      || path.hasPrefix("/health/")
  }
}
