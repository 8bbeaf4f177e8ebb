internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Writes a line a request, and counts it: the route and not the path, no names of files, no values of
/// queries, no text.
struct RequestLog: RouterMiddleware {
  typealias Context = ServerRequestContext

  let log: Logger
  let metrics: Metrics

  func handle(
    _ request: Request, context: ServerRequestContext,
    next: (Request, ServerRequestContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.requestID = Secrets.random()
    let start = ContinuousClock.now
    var response = try await next(request, context)
    if let name = HTTPField.Name("X-Request-ID") { response.headers[name] = context.requestID }
    let duration = ContinuousClock.now - start
    let route = context.endpointPath ?? "none"
    let sent = response.body.contentLength ?? 0
    metrics.count(
      method: Self.name(request.method), route: route, status: response.status.code,
      duration: duration)
    metrics.count(sent: sent)
    log.info(
      "request",
      metadata: [
        "id": "\(context.requestID)", "method": "\(Self.name(request.method))",
        "route": "\(route)", "status": "\(response.status.code)", "bytes": "\(sent)",
        "ms": "\(duration / .milliseconds(1))",
      ])
    return response
  }

  /// The name of a method; of those that nobody knows one name for all, so that a client cannot fill the
  /// memory with them.
  private static func name(_ method: HTTPRequest.Method) -> String {
    let known: [HTTPRequest.Method] = [
      .get, .head, .post, .put, .delete, .options, .patch, .trace, .connect,
    ]
    return known.contains(method) ? method.rawValue : "OTHER"
  }
}
