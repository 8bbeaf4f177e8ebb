import AktsamLanguageServer
import AktsamReports
import Testing

/// The life of a session, and what the server says to what it cannot take.
@Suite struct ProtocolTests {
  /// A message that goes in and the messages that come out.
  private typealias Step = (sent: String, received: [String])

  private static func call(_ id: String, _ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc": "2.0", "id": \#(id), "method": "\#(method)", "params": \#(params)}"#
  }

  private static func tell(_ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(params)}"#
  }

  private static func error(_ id: String, _ code: Int) -> String {
    #"{"id":\#(id),"code":\#(code)}"#
  }

  /// What came out: of an error its id and code, of a result its bytes.
  private static func summary(_ message: JSONValue) -> String {
    let id = message["id"].map { String(decoding: $0.serialized(pretty: false), as: UTF8.self) }
    if let code = message["error"]?["code"]?.int { return error(id ?? "none", code) }
    return String(decoding: message.serialized(pretty: false), as: UTF8.self)
  }

  private static func run(_ steps: [Step]) throws -> Session {
    let session = try Session(nil)
    for step in steps {
      #expect(session.send(step.sent).map(Self.summary) == step.received, "\(step.sent)")
    }
    return session
  }

  private static let initialize = call(
    "1", "initialize", #"{"rootUri": null, "capabilities": {}}"#)
  private static let initialized =
    #"{"jsonrpc":"2.0","id":1,"result":{"capabilities":{"positionEncoding":"utf-16","#
    + #""textDocumentSync":{"openClose":true,"change":2,"save":{"includeText":false}},"#
    + #""hoverProvider":true,"documentSymbolProvider":true},"#
    + #""serverInfo":{"name":"aktsam","version":"1"}}}"#

  @Test func aWholeSession() throws {
    let session = try Self.run([
      (Self.initialize, [Self.initialized]),
      (Self.tell("initialized"), []),
      (Self.tell("$/cancelRequest", #"{"id": 1}"#), []),
      (Self.tell("$/setTrace", #"{"value": "off"}"#), []),
      (Self.call("\"s\"", "shutdown", "null"), [#"{"jsonrpc":"2.0","id":"s","result":null}"#]),
      (Self.call("3", "textDocument/hover"), [Self.error("3", -32600)]),
      (Self.tell("exit"), []),
    ])
    #expect(session.server.exitCode == 0)
  }

  @Test func exitWithoutShutdown() throws {
    let session = try Self.run([(Self.initialize, [Self.initialized]), (Self.tell("exit"), [])])
    #expect(session.server.exitCode == 1)
  }

  @Test func beforeTheBeginning() throws {
    let session = try Self.run([
      (Self.call("1", "textDocument/hover"), [Self.error("1", -32002)]),
      (Self.call("2", "shutdown"), [Self.error("2", -32002)]),
      (Self.tell("textDocument/didOpen"), []),
      (Self.tell("exit"), []),
    ])
    #expect(session.server.exitCode == 1)
  }

  @Test(arguments: [
    ("{", "null", -32700), ("", "null", -32700), ("{}x", "null", -32700),
    (String(repeating: "[", count: 100_000), "null", -32700), ("\u{FFFD}", "null", -32700),
    ("[]", "null", -32600), ("3", "null", -32600), (#"{"id": 4}"#, "4", -32600),
    (#"{"id": {}, "method": "x"}"#, "null", -32600),
    (call("5", "initialize"), "5", -32600),
    (call("6", "workspace/symbol"), "6", -32601), (call("7", "$/unheard"), "7", -32601),
    (call("8", "textDocument/hover"), "8", -32602),
    (call("9", "textDocument/hover", #"{"textDocument": {"uri": "x"}}"#), "9", -32602),
    (call("10", "textDocument/codeAction", "null"), "10", -32602),
    (call("11", "textDocument/documentSymbol", "[]"), "11", -32602),
    (call("12", "textDocument/diagnostic"), "12", -32602),
  ])
  func refusals(sent: String, id: String, code: Int) throws {
    let session = try Session()
    #expect(session.send(sent).map(Self.summary) == [Self.error(id, code)])
    // It goes on.
    #expect(try session.ask("textDocument/documentSymbol", "/nowhere.xml") == .array([]))
  }

  @Test(arguments: [
    #"{"id": "aktsam-1", "result": null}"#, #"{"id": 3, "error": {"code": 1, "message": ""}}"#,
    tell("textDocument/didChange"), tell("textDocument/didOpen"), tell("textDocument/didClose"),
    tell("textDocument/didSave"), tell("workspace/didChangeConfiguration"),
    tell("workspace/didChangeWatchedFiles"), tell("unheard/of"),
  ])
  func whatNeedsNoAnswer(sent: String) throws {
    let session = try Session()
    #expect(session.send(sent).filter { $0["method"] != .string("window/logMessage") } == [])
  }

  @Test(arguments: [
    ("{}", "utf-16"), (#"{"general": {"positionEncodings": ["utf-8", "utf-16"]}}"#, "utf-8"),
    (#"{"general": {"positionEncodings": ["utf-7", "utf-32"]}}"#, "utf-32"),
    (#"{"general": {"positionEncodings": []}}"#, "utf-16"),
  ])
  func encodings(capabilities: String, encoding: String) throws {
    let session = try Session(nil)
    let answer = try session.request("initialize", #"{"capabilities": \#(capabilities)}"#)
    #expect(answer["capabilities"]?["positionEncoding"]?.string == encoding)
  }

  @Test func watchesFilesWhereItMay() throws {
    let session = try Session(
      #"{"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}}"#)
    let registered = try #require(session.takeNotifications("client/registerCapability").first)
    let watchers = registered["registrations"]?.array?.first?["registerOptions"]?["watchers"]?.array
    #expect(watchers?.map { $0["globPattern"]?.string } == ["**/.aktsam.yml", "**/*.xml"])
  }

  /// The loop over a stream: messages are answered in order, and what stands behind `exit` is not read.
  @Test func servesAStream() throws {
    let session = try Session(nil)
    let messages = [Self.initialize, "{", Self.call("2", "shutdown"), Self.tell("exit"), "{"]
    var input =
      [Array("Junk: 1\r\n\r\n".utf8)] + messages.map { MessageFraming.frame(Array($0.utf8)) }
    var output: [UInt8] = []
    let code = session.server.run(
      input: { input.isEmpty ? nil : input.removeFirst() }, output: { output += $0 })
    #expect(code == 0)
    var framing = MessageFraming()
    let answers = framing.feed(output).map { frame -> String in
      guard case .message(let bytes) = frame, let value = JSONValue.read(bytes) else { return "?" }
      return Self.summary(value)
    }
    #expect(
      answers == [
        Self.error("null", -32700), Self.initialized, Self.error("null", -32700),
        #"{"jsonrpc":"2.0","id":2,"result":null}"#,
      ])
  }

  @Test func theStreamMayBreakOff() throws {
    #expect(try Session(nil).server.run(input: { nil }, output: { _ in }) == 1)
  }
}
