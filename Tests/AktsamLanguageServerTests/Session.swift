import AktsamClauses
import AktsamLanguageServer
import AktsamLint
import AktsamReports
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

/// A scripted client with a server that runs in the same process, over files that are a table.
final class Session {
  /// What the server sent and no test has looked at yet.
  private(set) var received: [JSONValue] = []
  let server: LanguageServer
  private let disk: Disk
  private var requests = 0

  /// What the server sees of the files.
  private final class Disk {
    var files: [String: String]
    init(_ files: [String: String]) { self.files = files }

    func names(in folder: String) -> [String] {
      files.keys.filter {
        $0.hasPrefix(folder + "/") && !$0.dropFirst(folder.count + 1).contains("/")
      }
      .map { String($0.dropFirst(folder.count + 1)) }.sorted()
    }
  }

  /// Starts a server; with capabilities it is initialized. A sample of two questions asks for little of a
  /// profile, which AK1006 would say each time.
  init(
    _ capabilities: String? = Session.common, files: [String: String] = [:],
    options: String = "null",
    language: String? = nil, ignoring rules: [String] = ["AK1006"]
  ) throws {
    let disk = Disk(files)
    self.disk = disk
    var command = Settings()
    command.ignore = rules.compactMap { RuleSelector($0) }.map { Sited($0, .option("--ignore")) }
    server = LanguageServer(
      LanguageServer.Environment(
        library: try #require(ShippedFiles.library), schema: ShippedFiles.schema,
        rule: { Session.describe($0) }, command: command, language: language, version: "1",
        read: { disk.files[$0].map { Array($0.utf8) } }, names: { disk.names(in: $0) }))
    guard let capabilities else { return }
    _ = try request(
      "initialize",
      #"{"rootUri": "file:///w", "initializationOptions": \#(options), "capabilities": \#(capabilities)}"#
    )
    notify("initialized", "{}")
  }

  /// What most editors can do.
  static let common = """
    {"textDocument": {"publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true},
      "codeAction": {"codeActionLiteralSupport": {}, "isPreferredSupport": true},
      "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}},
      "workspace": {"workspaceEdit": {"documentChanges": true}}}
    """

  static func describe(_ id: String) -> LintRuleDescription {
    let info = RuleTable.info(id)
    return LintRuleDescription(
      id: id, name: info?.name ?? "", group: "", groupTitle: "",
      severity: info?.severity ?? .warning, summary: info?.summary ?? "A remark.",
      rationale: info?.rationale ?? "",
      helpURI: info.map { "https://example.org/rules/\($0.id)" })
  }

  // MARK: - Messages

  /// Sends bytes and returns what came back.
  func send(_ text: String) -> [JSONValue] {
    let answers = server.handle(Array(text.utf8)).compactMap { JSONValue.read($0) }
    received += answers
    return answers
  }

  func notify(_ method: String, _ params: String) {
    _ = send(#"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(params)}"#)
  }

  /// Sends a call and returns its result.
  func request(_ method: String, _ params: String) throws -> JSONValue {
    requests += 1
    let answers = send(
      #"{"jsonrpc": "2.0", "id": \#(requests), "method": "\#(method)", "params": \#(params)}"#)
    return try #require(answers.first { $0["id"] == .int(requests) }?["result"])
  }

  /// Returns the calls of a method that came since the last look, and forgets what came.
  func takeNotifications(_ method: String) -> [JSONValue] {
    defer { received.removeAll() }
    return received.filter { $0["method"] == .string(method) }.compactMap { $0["params"] }
  }

  // MARK: - Documents

  func write(_ path: String, _ text: String?) { disk.files[path] = text }

  func open(_ path: String, _ text: String, version: Int = 1, language: String = "xml") {
    notify(
      "textDocument/didOpen",
      """
      {"textDocument": {"uri": "\(Self.uri(path))", "languageId": "\(language)",
        "version": \(version), "text": \(Self.quoted(text))}}
      """)
  }

  /// Changes the whole text.
  func change(_ path: String, _ text: String, version: Int = 2) {
    change(path, edits: "[{\"text\": \(Self.quoted(text))}]", version: version)
  }

  func change(_ path: String, edits: String, version: Int = 2) {
    notify(
      "textDocument/didChange",
      """
      {"textDocument": {"uri": "\(Self.uri(path))", "version": \(version)},
        "contentChanges": \(edits)}
      """)
  }

  func close(_ path: String) {
    notify("textDocument/didClose", "{\"textDocument\": {\"uri\": \"\(Self.uri(path))\"}}")
  }

  /// The diagnostics that were last published, by path: `AK1001 9:28-9:30`.
  func published() -> [String: [String]] {
    Dictionary(
      takeNotifications("textDocument/publishDiagnostics").map { params in
        (
          params["uri"]?.string?.replacing("file://", with: "") ?? "",
          (params["diagnostics"]?.array ?? []).map { Self.line($0) }
        )
      }, uniquingKeysWith: { $1 })
  }

  func ask(_ method: String, _ path: String, _ more: String = "") throws -> JSONValue {
    try request(method, "{\"textDocument\": {\"uri\": \"\(Self.uri(path))\"}\(more)}")
  }

  func hover(_ path: String, _ line: Int, _ character: Int) throws -> String? {
    try ask(
      "textDocument/hover", path,
      ", \"position\": {\"line\": \(line), \"character\": \(character)}")["contents"]?["value"]?
      .string
  }

  func actions(_ path: String, line: Int, only: String = "") throws -> [JSONValue] {
    try ask(
      "textDocument/codeAction", path,
      """
      , "range": {"start": {"line": \(line), "character": 0},
        "end": {"line": \(line), "character": 200}}, "context": {"diagnostics": []\(only)}
      """
    ).array ?? []
  }

  static func uri(_ path: String) -> String { path.contains(":") ? path : "file://" + path }

  static func quoted(_ text: String) -> String {
    String(decoding: JSONValue.string(text).serialized(pretty: false), as: UTF8.self)
  }

  static func line(_ diagnostic: JSONValue) -> String {
    "\(diagnostic["code"]?.string ?? "-") \(range(diagnostic["range"]))"
  }

  static func range(_ value: JSONValue?) -> String {
    func position(_ name: String) -> String {
      "\(value?[name]?["line"]?.int ?? -1):\(value?[name]?["character"]?.int ?? -1)"
    }
    return "\(position("start"))-\(position("end"))"
  }
}

/// The clause library and the schemas of the repository.
enum ShippedFiles {
  static let library: Library? = {
    let folder = TestFiles.root.appending(path: "clauses").resolvingSymlinksInPath()
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let files = paths.filter { $0.hasSuffix(".xml") || $0 == "languages.txt" }.sorted()
      .compactMap { path -> (path: String, bytes: [UInt8])? in
        guard let data = try? Data(contentsOf: folder.appending(path: path)) else { return nil }
        return ("clauses/" + path, Array(data))
      }
    return LibraryLoader.load(
      files, languages: ["en", "sv", "nb"], withExamples: false, sha256: ""
    ).library
  }()

  private static let schemas: [String: XMLSchema] = {
    let names = ["response.xsd", "questionnaire.xsd", "tender.xsd"]
    let pairs = names.compactMap { name -> (String, XMLSchema)? in
      let file = TestFiles.root.appending(path: "schemas/\(name)").resolvingSymlinksInPath()
      guard let data = try? Data(contentsOf: file),
        let schema = try? XMLSchema(name: name, bytes: Array(data))
      else { return nil }
      return (name, schema)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  @Sendable static func schema(_ name: String) -> XMLSchema? { schemas[name] }
}

/// Small documents.
enum Sample {
  /// A questionnaire whose question `q2` hangs on a question; `inside` stands before it.
  static func questionnaire(_ inside: String = "", condition: String = "q9") -> String {
    """
    <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
      <title>Self-assessment</title>
      <section>
        <heading>Risk</heading>
        <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
        \(inside)
        <question id="q2" type="text">
          <text>How do you map them?</text>
          <show-when question="\(condition)" value="yes"/>
        </question>
      </section>
    </questionnaire>
    """
  }

  /// A response to it, with an answer to a question.
  static func response(question: String = "q2", text: String = "TBD") -> String {
    """
    <response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="a"
      questionnaire-version="1">
      <supplier><name>Example Ltd</name></supplier>
      <answer question="\(question)"><p>\(text)</p></answer>
    </response>
    """
  }
}
