import AktsamLint
import AktsamReports

/// A server of the Language Server Protocol 3.17: messages in, messages out.
///
/// It opens no files and reads no clock: ``Environment`` hands in what it needs. A message is answered
/// before the next is looked at, so that `$/cancelRequest` has nothing to do.
package final class LanguageServer {
  /// Where the server stands between the first message and the last.
  enum Phase {
    case waiting, running, shutDown
  }

  let environment: Environment
  var client = ClientCapabilities()
  var phase = Phase.waiting
  /// What the client sets beside what the command line does.
  var settings: Settings
  /// The language that texts of the library are shown in; nil = that of the document.
  var language: String?
  /// The absolute path of the folder that the editor works in; nil = not told.
  var root: String?
  /// The open texts by their addresses.
  var documents: [String: OpenDocument] = [:]
  /// The projects by their folders; "" for texts that are no files.
  var projects: [String: Project] = [:]
  var neighbours = Neighbours()
  /// The configurations whose problems the editor shows, by their addresses.
  var shownProblems: Set<String> = []

  private var outgoing: [JSONValue] = []
  private var requests = 0

  /// The code that the process should end with; nil until the client says `exit`.
  package private(set) var exitCode: Int32?

  /// Creates a server that waits for `initialize`.
  package init(_ environment: Environment) {
    self.environment = environment
    settings = environment.command
    language = environment.language
  }

  /// Takes a message and returns the messages that it brings about, in order.
  package func handle(_ message: [UInt8]) -> [[UInt8]] {
    guard let value = JSONValue.read(message) else { return refuse(.noJSON) }
    switch RPCMessage(value) {
    case .invalid(let id): send(RPCMessage.response(id, .noMessage))
    case .response: break
    case .notification(let method, let params): notify(method, params)
    case .request(let id, let method, let params):
      do {
        send(RPCMessage.response(id, try answer(method, params)))
      } catch {
        send(RPCMessage.response(id, error))
      }
    }
    return takeOutgoing()
  }

  /// Takes what stood next in the stream.
  package func handle(_ frame: MessageFraming.Frame) -> [[UInt8]] {
    switch frame {
    case .message(let message): handle(message)
    case .badHeader: refuse(.noHeader)
    case .tooLarge: refuse(.tooLarge)
    }
  }

  /// Serves a client until it says `exit` or the stream ends.
  ///
  /// - Parameters:
  ///   - input: waits for bytes and returns them; nil at the end of the stream.
  ///   - output: writes bytes.
  /// - Returns: the code that the process should end with.
  package func run(input: () -> [UInt8]?, output: ([UInt8]) -> Void) -> Int32 {
    var framing = MessageFraming()
    while let bytes = input() {
      for frame in framing.feed(bytes) {
        for message in handle(frame) { output(MessageFraming.frame(message)) }
        if let exitCode { return exitCode }
      }
    }
    return phase == .shutDown ? 0 : 1
  }

  // MARK: - Sending

  /// Sends a message once the one that came in is dealt with.
  func send(_ message: JSONValue) { outgoing.append(message) }

  /// Asks the client for something; its answer is not waited for.
  func request(_ method: String, _ params: JSONValue) {
    requests += 1
    send(RPCMessage.request("aktsam-\(requests)", method, params))
  }

  /// Writes a line into the editor's log.
  func log(_ message: String, isError: Bool) {
    send(
      RPCMessage.notification(
        "window/logMessage",
        .object([("type", .int(isError ? 1 : 2)), ("message", .string(message))])))
  }

  private func refuse(_ error: RPCError) -> [[UInt8]] {
    send(RPCMessage.response(.null, error))
    return takeOutgoing()
  }

  private func takeOutgoing() -> [[UInt8]] {
    defer { outgoing.removeAll() }
    return outgoing.map { $0.serialized(pretty: false) }
  }

  // MARK: - Dispatch

  private func answer(_ method: String, _ params: JSONValue) throws(RPCError) -> JSONValue {
    switch (phase, method) {
    case (.waiting, "initialize"): return initialize(params)
    case (.waiting, _): throw .notInitialized
    case (.shutDown, _): throw .shutDown
    case (.running, "initialize"): throw .initializedTwice
    case (.running, "shutdown"):
      phase = .shutDown
      return .null
    case (.running, "textDocument/diagnostic"): return try diagnosticReport(params)
    case (.running, "textDocument/hover"): return try hover(params)
    case (.running, "textDocument/codeAction"): return try codeActions(params)
    case (.running, "textDocument/documentSymbol"): return try symbols(params)
    case (.running, _): throw .unknown(method)
    }
  }

  private func notify(_ method: String, _ params: JSONValue) {
    if method == "exit" {
      exitCode = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    switch method {
    case "initialized": watchFiles()
    case "textDocument/didOpen": open(params)
    case "textDocument/didChange": change(params)
    case "textDocument/didClose": close(params)
    case "textDocument/didSave": save(params)
    case "workspace/didChangeConfiguration": changeSettings(params["settings"])
    case "workspace/didChangeWatchedFiles": changeFiles(params)
    default: break  // What the protocol lets a server ignore, `$/cancelRequest` among it.
    }
  }

  // MARK: - The beginning

  private func initialize(_ params: JSONValue) -> JSONValue {
    phase = .running
    client = ClientCapabilities(params["capabilities"])
    let folder = params["workspaceFolders"]?.array?.first?["uri"] ?? params["rootUri"]
    root = folder?.string.flatMap { FileURI.path(of: $0) } ?? params["rootPath"]?.string
    takeSettings(params["initializationOptions"])
    var capabilities: [(String, JSONValue)] = [
      ("positionEncoding", .string(client.encoding.rawValue)),
      (
        "textDocumentSync",
        .object([
          ("openClose", .bool(true)), ("change", .int(2)),
          ("save", .object([("includeText", .bool(false))])),
        ])
      ),
      ("hoverProvider", .bool(true)),
      ("documentSymbolProvider", .bool(true)),
    ]
    if client.takesCodeActions {
      capabilities.append(
        ("codeActionProvider", .object([("codeActionKinds", .array([.string("quickfix")]))])))
    }
    if client.pullsDiagnostics {
      capabilities.append(
        (
          "diagnosticProvider",
          .object([
            ("identifier", .string("aktsam")), ("interFileDependencies", .bool(true)),
            ("workspaceDiagnostics", .bool(false)),
          ])
        ))
    }
    return .object([
      ("capabilities", .object(capabilities)),
      (
        "serverInfo",
        .object([("name", .string("aktsam")), ("version", .string(environment.version))])
      ),
    ])
  }

  /// Asks to be told when a configuration or a questionnaire changes on disk.
  private func watchFiles() {
    guard client.watchesFiles else { return }
    let watchers = ["**/" + Project.configurationName, "**/*.xml"].map {
      JSONValue.object([("globPattern", .string($0))])
    }
    request(
      "client/registerCapability",
      .object([
        (
          "registrations",
          .array([
            .object([
              ("id", .string("files")), ("method", .string("workspace/didChangeWatchedFiles")),
              ("registerOptions", .object([("watchers", .array(watchers))])),
            ])
          ])
        )
      ]))
  }
}
