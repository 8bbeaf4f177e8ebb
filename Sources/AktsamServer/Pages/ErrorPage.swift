internal import HTTPTypes
internal import Hummingbird

/// The page that says what went wrong and what to do.
enum ErrorPage {
  /// Returns the page; it never fails.
  static func response(
    _ problem: Problem, _ context: ServerRequestContext, _ server: ServerContext
  ) -> Response {
    let language = context.language
    let (heading, help) = words(problem.status)
    var frame = PageFrame(language.word(heading))
    frame.address = "/"
    var response = server.render(
      "error", frame,
      [
        "heading": .text(language.word(heading)), "text": .text(problem.detail),
        "help": .text(language.word(help, ["limit": language.size(server.settings.maxUpload)])),
        "status": .number(problem.status.code), "request": .text(context.requestID),
      ], nil, context, status: problem.status)
    response.headers.append(contentsOf: problem.headers)
    return response
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
