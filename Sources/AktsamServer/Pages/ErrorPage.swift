internal import HTTPTypes
internal import Hummingbird

/// The page that says what went wrong and what to do.
enum ErrorPage {
  /// Returns the page; it never fails.
  static func response(
    _ problem: Problem, _ context: ServerRequestContext, _ server: ServerContext
  ) -> Response {
    let language = context.language
    let (heading, help) =
      problem.kind == "no-register" ? (.registerTitle, .registerNone) : words(problem.status)
    let command = problem.kind == "no-register" ? " aktsam serve --register aktsam-register.db" : ""
    var frame = PageFrame(language.word(heading))
    frame.address = "/"
    return server.render(
      "error", frame,
      [
        "heading": .text(language.word(heading)), "text": .text(problem.detail),
        "help": .text(
          language.word(help, ["limit": language.size(server.settings.maxUpload)]) + command),
        "status": .number(problem.status.code), "request": .text(context.requestID),
      ], nil, context, status: problem.status)
  }

  private static func words(_ status: HTTPResponse.Status) -> (heading: PageWord, help: PageWord) {
    switch status {
    case .notFound, .gone, .methodNotAllowed: (.errorNotFound, .errorNotFoundHelp)
    case .unauthorized: (.errorLogin, .errorLoginHelp)
    case .forbidden, .misdirectedRequest: (.errorRefused, .errorRefusedHelp)
    case .contentTooLarge: (.errorTooLarge, .errorTooLargeHelp)
    case .serviceUnavailable, .tooManyRequests: (.errorBusy, .errorBusyHelp)
    case .conflict: (.errorConflict, .errorConflictHelp)
    default:
      status.kind == .serverError
        ? (.errorServer, .errorServerHelp) : (.errorInput, .errorInputHelp)
    }
  }
}
