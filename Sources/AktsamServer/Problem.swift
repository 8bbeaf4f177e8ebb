internal import AktsamRegister
internal import AktsamReports
internal import HTTPTypes
internal import Hummingbird

/// Why a request is not answered as asked (RFC 9457): JSON for programs, a page for people.
struct Problem: Error, Sendable {
  /// The status of the answer.
  var status: HTTPResponse.Status
  /// The name of the kind of problem, in kebab case; never changed.
  var kind: String
  /// What is wrong and what to do about it; without names of files and text of documents.
  var detail: String
  /// More fields of the answer's head.
  var headers: HTTPFields = [:]
  /// Whether the rest of the request is not read: the connection is closed.
  var closesConnection = false

  /// Creates a problem.
  init(
    _ status: HTTPResponse.Status, _ kind: String, _ detail: String, headers: HTTPFields = [:]
  ) {
    self.status = status
    self.kind = kind
    self.detail = detail
    self.headers = headers
  }

  /// What was asked for is not there.
  static func notFound(_ detail: String) -> Problem { Problem(.notFound, "not-found", detail) }

  /// A value of the request cannot be used.
  static func invalid(_ detail: String) -> Problem {
    Problem(.unprocessableContent, "invalid-value", detail)
  }

  /// The request is more than is taken.
  static func tooLarge(_ detail: String) -> Problem {
    var problem = Problem(.contentTooLarge, "too-large", detail)
    problem.closesConnection = true
    return problem
  }

  /// Too much waits already.
  static func busy(_ detail: String, seconds: Int = 10) -> Problem {
    Problem(.serviceUnavailable, "busy", detail, headers: [.retryAfter: "\(seconds)"])
  }

  /// No register is open.
  static let noRegister = Problem(
    .notFound, "no-register",
    "no register is open: start the server with --register FILE to keep what is decided")

  /// Something went wrong that nobody foresaw; the log says what.
  static let unexpected = Problem(
    .internalServerError, "unexpected", "something went wrong; the log of the server says more")

  /// The problem that an error means.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as RegisterError: self.init(register: error)
    case let error as HTTPError:
      let kind = error.status == .notFound ? "not-found" : "refused"
      self.init(error.status, kind, error.body ?? error.status.reasonPhrase)
    default: self = .unexpected
    }
  }

  private init(register error: RegisterError) {
    switch error {
    case .unknown: self.init(.notFound, "not-found", "\(error)")
    case .invalid: self.init(.unprocessableContent, "invalid-value", "\(error)")
    case .ambiguous, .closed, .notClosed, .settled, .alreadyAdded, .outOfOrder, .exists:
      self.init(.conflict, "conflict", "\(error)")
    case .busy: self = .busy("the register is kept locked by another program; try again")
    case .absent, .notARegister, .newer, .older, .damaged, .unusable:
      self.init(
        .internalServerError, "register-unusable",
        "the register cannot be used; the log of the server says why")
    }
  }

  /// The problem as JSON.
  ///
  /// - Parameter instance: the number of the request.
  /// - Returns: the text of `application/problem+json`.
  func json(instance: String) -> [UInt8] {
    JSONValue.object([
      ("type", .string("urn:aktsam:problem:\(kind)")), ("title", .string(title)),
      ("status", .int(status.code)), ("detail", .string(detail)),
      ("instance", .string("urn:aktsam:request:\(instance)")),
    ]).serialized(pretty: true)
  }

  /// The problem in a few words, the same for all of its kind.
  var title: String {
    switch kind {
    case "not-found": "There is nothing here"
    case "invalid-value": "A value cannot be used"
    case "too-large": "The request is too large"
    case "busy": "Too much to do"
    case "no-register": "No register is open"
    case "conflict": "Not possible as things stand"
    case "register-unusable": "The register cannot be used"
    case "forbidden", "wrong-host", "unauthorized": "Not allowed"
    case "unexpected": "Something went wrong"
    default: "The request cannot be answered"
    }
  }
}
