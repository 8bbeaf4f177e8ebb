internal import Hummingbird

/// The page that says what went wrong.
enum ErrorPage {
  /// Returns the page; it never fails.
  static func response(
    _ problem: Problem, _ context: ServerRequestContext, _ server: ServerContext
  ) -> Response {
    .bytes(
      Array("\(problem.title)\n\(problem.detail)\n".utf8), type: "text/plain; charset=utf-8",
      status: problem.status)
  }
}
