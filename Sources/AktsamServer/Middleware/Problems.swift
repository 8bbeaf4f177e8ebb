internal import AktsamRegister
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOHTTP1

/// Turns what was thrown into an answer: problem details (RFC 9457) for programs, a page for people.
struct Problems: RouterMiddleware {
  typealias Context = ServerRequestContext

  let server: ServerContext

  func handle(
    _ request: Request, context: ServerRequestContext,
    next: (Request, ServerRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPParserError {
      // Answered by the connection, which cannot be used any more.
      throw error
    } catch {
      let problem = Problem(error)
      if problem.status.code >= 500, problem.kind != "busy" { note(error, context) }
      var response =
        request.isForProgram
        ? Response.bytes(
          problem.json(instance: context.requestID), type: "application/problem+json",
          status: problem.status)
        : ErrorPage.response(problem, context, server)
      for field in problem.headers { response.headers[field.name] = field.value }
      if problem.closesConnection { response.headers[.connection] = "close" }
      return response
    }
  }

  /// Logs what nobody foresaw: of the register in full, else only its kind, since the rest may name files.
  private func note(_ error: any Error, _ context: ServerRequestContext) {
    let reason = (error as? RegisterError).map { "\($0)" } ?? "\(type(of: error))"
    server.log.error("failed", metadata: ["id": "\(context.requestID)", "reason": "\(reason)"])
  }
}
