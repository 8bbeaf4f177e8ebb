internal import HTTPTypes
internal import Hummingbird

/// Lets only the server's own pages, and programs, change something: a form or script of another site, or of
/// another server on the same computer, is refused. Forms carry a token besides (``ServerContext/form(_:_:)``).
struct CrossSiteCheck: RouterMiddleware {
  typealias Context = ServerRequestContext

  func handle(
    _ request: Request, context: ServerRequestContext,
    next: (Request, ServerRequestContext) async throws -> Response
  ) async throws -> Response {
    guard Self.isSafe(request.method) || Self.isOwn(request.headers, request.head.authority) else {
      var problem = Problem(.forbidden, "forbidden", "this was sent by a page of another site")
      problem.closesConnection = true
      throw problem
    }
    return try await next(request, context)
  }

  /// Whether a method changes nothing.
  static func isSafe(_ method: HTTPRequest.Method) -> Bool {
    method == .get || method == .head || method == .options
  }

  /// Whether a request that changes something comes from a page of this server, or from no page at all.
  static func isOwn(_ headers: HTTPFields, _ authority: String?) -> Bool {
    if let site = secFetchSite.flatMap({ headers[$0] }), site != "same-origin", site != "none" {
      return false
    }
    guard let origin = headers[.origin] else { return true }
    guard let authority else { return false }
    return origin.lowercased() == "http://\(authority.lowercased())"
      || origin.lowercased() == "https://\(authority.lowercased())"
  }

  private static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")
}
