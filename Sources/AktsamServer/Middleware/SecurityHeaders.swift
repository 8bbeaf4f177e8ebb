internal import HTTPTypes
internal import Hummingbird

/// Tells the browser what the pages may do: nothing but show themselves, with the server's own style sheet
/// and script, and send forms back.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = ServerRequestContext

  /// The policy of all pages.
  static let policy = """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
    """

  /// The fields of every answer. Referrers stay on this server, but are not left out: without one a
  /// browser would not say where a form comes from, either.
  private static let fields: [(HTTPField.Name, String)] =
    [
      (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
    ] + more.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

  /// Those whose names HTTPTypes does not know.
  private static let more = [
    ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  func handle(
    _ request: Request, context: ServerRequestContext,
    next: (Request, ServerRequestContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for (name, value) in Self.fields { response.headers[name] = value }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}
