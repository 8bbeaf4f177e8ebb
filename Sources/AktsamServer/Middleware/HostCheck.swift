internal import HTTPTypes
internal import Hummingbird

/// Answers only who calls the server by its own name: a page elsewhere whose name was made to lead to this
/// computer (DNS rebinding) gets nothing.
///
/// A server that listens on all addresses has many names; it wants a token instead.
struct HostCheck: RouterMiddleware {
  typealias Context = ServerRequestContext

  let settings: ServerSettings

  func handle(
    _ request: Request, context: ServerRequestContext,
    next: (Request, ServerRequestContext) async throws -> Response
  ) async throws -> Response {
    guard isOwn(request.head.authority ?? "", port: context.localPort ?? settings.port) else {
      var problem = Problem(
        .misdirectedRequest, "wrong-host", "this server is not called by that name")
      problem.closesConnection = true
      throw problem
    }
    return try await next(request, context)
  }

  /// Whether an authority names this server.
  func isOwn(_ authority: String, port: Int) -> Bool {
    let (name, given) = Self.parts(authority)
    guard !name.isEmpty else { return false }
    if ["0.0.0.0", "::", "[::]"].contains(settings.host) { return settings.token != nil }
    guard given == port || (given == nil && port == 80) else { return false }
    if settings.isLoopback, ["localhost", "127.0.0.1", "[::1]"].contains(name) { return true }
    return name == settings.host.lowercased() || name == "[\(settings.host.lowercased())]"
  }

  /// The name, in lower case, and the port of an authority.
  private static func parts(_ authority: String) -> (name: String, port: Int?) {
    let text = authority.lowercased()
    let nameEnd =
      text.hasPrefix("[")
      ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
    guard let nameEnd, nameEnd < text.endIndex else {
      return (text.hasPrefix("[") && nameEnd == nil ? "" : text, nil)
    }
    guard text[nameEnd] == ":", let port = Int(text[nameEnd...].dropFirst()) else {
      return ("", nil)
    }
    return (String(text[..<nameEnd]), port)
  }
}
