internal import HTTPTypes
internal import Hummingbird

/// A route for programs. All of them stand in `schemas/openapi.json`.
struct APIRoute: Sendable {
  /// What answers.
  typealias Handler =
    @Sendable (Request, ServerRequestContext, ServerContext) async throws -> Response

  /// The method.
  let method: HTTPRequest.Method
  /// The path with its parameters in braces, as OpenAPI writes it.
  let path: String
  /// The names that the query may have.
  let query: Set<String>
  /// What answers.
  let handler: Handler

  /// Creates a route.
  init(
    _ method: HTTPRequest.Method, _ path: String, query: Set<String> = [],
    handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.handler = handler
  }

  /// All routes for programs.
  static let all: [APIRoute] =
    description + check + annotate + gaps + library + register + registerEntries + health

  /// Adds all routes to a router; another method gets to know those that there are.
  static func add(to router: Router<ServerRequestContext>, server: ServerContext) {
    let every: [HTTPRequest.Method] =
      [
        .get, .post, .put, .delete, .patch, .options, .trace,
      ] + [HTTPRequest.Method("QUERY")].compactMap { $0 }
    for (path, routes) in Dictionary(grouping: all, by: \.path) {
      for route in routes {
        router.on(RouterPath(path), method: route.method) { request, context in
          if let name = request.queryNames.subtracting(route.query).sorted().first {
            throw Problem.invalid("the query has no '\(name.prefix(40))'")
          }
          return try await route.handler(request, context, server)
        }
      }
      let known = routes.map(\.method)
      let allowed = known.map(\.rawValue) + (known.contains(.get) ? ["HEAD"] : [])
      for method in every where !known.contains(method) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in
          var problem = Problem(
            .methodNotAllowed, "method", "this does not go with that method",
            headers: [.allow: allowed.sorted().joined(separator: ", ")])
          problem.closesConnection = true
          throw problem
        }
      }
    }
  }

  /// The description of the API, and everything below its address that is not there.
  private static let description: [APIRoute] = [
    APIRoute(.get, "/api/v1/openapi.json") { _, _, _ in
      guard let bytes = OpenAPI.bytes else { throw Problem.unexpected }
      return .bytes(bytes, type: "application/json")
    }
  ]
}
