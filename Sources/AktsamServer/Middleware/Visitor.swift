internal import HTTPTypes
internal import Hummingbird

/// Knows a browser again for as long as its window is open: its form token belongs to a cookie, and its
/// language to another or to what it likes best.
struct Visitor: RouterMiddleware {
  typealias Context = ServerRequestContext

  /// The cookie that form tokens belong to.
  static let cookie = "aktsam-visitor"

  let key: String

  func handle(
    _ request: Request, context: ServerRequestContext,
    next: (Request, ServerRequestContext) async throws -> Response
  ) async throws -> Response {
    if request.isForProgram { return try await next(request, context) }
    var context = context
    let cookies = request.cookies
    context.language =
      cookies[PageLanguage.cookie].flatMap { PageLanguage(rawValue: $0.value) }
      ?? PageLanguage(accepting: request.headers[.acceptLanguage] ?? "")
    let known = cookies[Self.cookie]?.value ?? ""
    let isKnown = known.utf8.count == 32
    let visitor = isKnown ? known : Secrets.random()
    context.formToken = Secrets.formToken(cookie: visitor, key: key)
    var response = try await next(request, context)
    if !isKnown, !request.uri.path.hasPrefix("/assets/") {
      response.setCookie(
        Cookie(
          name: Self.cookie, value: visitor, path: "/", httpOnly: true, sameSite: .strict))
    }
    return response
  }
}
