internal import Hummingbird

extension ServerContext {
  /// Receives the files and fields of a form; its token must come before the files.
  ///
  /// - Throws: ``Problem`` when it is no such form, its token is wrong, or it is more than is taken.
  func receive(_ request: Request, _ context: ServerRequestContext) async throws -> Upload {
    try await receive(request) { fields throws(Problem) in
      try checkFormToken(fields["csrf"] ?? "", context)
    }
  }
}
