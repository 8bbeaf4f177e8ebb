import AktsamReports

/// A message of JSON-RPC 2.0 that came in.
enum RPCMessage {
  /// A call that wants an answer.
  case request(id: JSONValue, method: String, params: JSONValue)
  /// A call that wants none.
  case notification(method: String, params: JSONValue)
  /// The answer to a call of ours.
  case response
  /// JSON that is no message; with the id, where there is one.
  case invalid(id: JSONValue)

  /// Looks at a JSON value.
  init(_ value: JSONValue) {
    let params = value["params"] ?? .null
    var id: JSONValue?
    switch value["id"] {
    case .int(let number): id = .int(number)
    case .string(let text): id = .string(text)
    default: break
    }
    guard let method = value["method"]?.string else {
      let isResponse = value["result"] != nil || value["error"] != nil
      self = isResponse ? .response : .invalid(id: id ?? .null)
      return
    }
    switch id {
    case .some(let id): self = .request(id: id, method: method, params: params)
    case nil where value["id"] == nil: self = .notification(method: method, params: params)
    case nil: self = .invalid(id: .null)
    }
  }

  /// Returns a call that wants no answer.
  static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
    .object([("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", params)])
  }

  /// Returns a call that wants an answer.
  static func request(_ id: String, _ method: String, _ params: JSONValue) -> JSONValue {
    .object([
      ("jsonrpc", .string("2.0")), ("id", .string(id)), ("method", .string(method)),
      ("params", params),
    ])
  }

  /// Returns the answer to a call.
  static func response(_ id: JSONValue, _ result: JSONValue) -> JSONValue {
    .object([("jsonrpc", .string("2.0")), ("id", id), ("result", result)])
  }

  /// Returns the answer to a call that cannot be done.
  static func response(_ id: JSONValue, _ error: RPCError) -> JSONValue {
    .object([
      ("jsonrpc", .string("2.0")), ("id", id),
      ("error", .object([("code", .int(error.code)), ("message", .string(error.message))])),
    ])
  }
}

/// Why a call cannot be done.
struct RPCError: Error {
  /// The code, of JSON-RPC 2.0 or LSP 3.17.
  var code: Int
  /// What is wrong: lower case, no full stop.
  var message: String

  static let noJSON = RPCError(code: -32700, message: "the message is no JSON")
  static let noHeader = RPCError(
    code: -32700, message: "the header has no Content-Length that is a number of bytes")
  static let tooLarge = RPCError(
    code: -32700, message: "the message has more bytes than are taken, and is passed over")
  static let noMessage = RPCError(
    code: -32600, message: "this is no message of JSON-RPC 2.0 with a method")
  static let shutDown = RPCError(
    code: -32600, message: "the server was shut down: only exit is left")
  static let initializedTwice = RPCError(code: -32600, message: "the server is initialized already")
  static let notInitialized = RPCError(
    code: -32002, message: "the server is not initialized: send initialize first")

  static func unknown(_ method: String) -> RPCError {
    RPCError(code: -32601, message: "there is no method \"\(method)\" here")
  }

  static func lacks(_ field: String) -> RPCError {
    RPCError(code: -32602, message: "\"\(field)\" is missing or of another kind")
  }
}
