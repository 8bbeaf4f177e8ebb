import AktsamTestSupport
import Foundation
import Testing

/// `aktsam serve`, started as a user starts it, and stopped as an operating system stops it.
@Suite(.serialized) struct ServeCommandTests {
  /// A server that runs.
  private final class Server {
    let process = Process()
    let errors: URL
    private(set) var address = ""

    init(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
      errors = folder.appending(path: "errors-\(UUID().uuidString).txt")
      try Data().write(to: errors)
      let binary = try #require(Tool.binary, "no aktsam beside the tests")
      process.executableURL = binary
      process.arguments = ["serve", "--port", "0"] + arguments
      process.currentDirectoryURL = folder
      var variables = ProcessInfo.processInfo.environment
      variables["TMPDIR"] = folder.path
      process.environment = variables.merging(environment) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      for _ in 0..<600 where process.isRunning {
        if let line = text.split(separator: "\n").first(where: { $0.hasPrefix("aktsam serves ") }) {
          address = String(line.dropFirst(14).dropLast())
          return
        }
        usleep(50_000)
      }
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// What was written to standard error.
    var text: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    /// Tells the server to stop, and returns its exit code.
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }
  }

  /// Asks a server with curl, a client that shares no code with it.
  private static func curl(_ arguments: [String], in folder: URL) throws -> String {
    try Tool.launch(
      URL(filePath: "/usr/bin/env"), ["curl", "--silent", "--max-time", "60"] + arguments,
      in: folder
    ).text
  }

  private static let hasCurl: Bool = {
    let result = try? Tool.launch(URL(filePath: "/usr/bin/env"), ["curl", "--version"])
    return result?.status == 0
  }()

  private static let policy = "We will think about human rights.\n"

  private static func withServer(
    _ arguments: [String], environment: [String: String] = [:], _ body: (Server, URL) throws -> Void
  ) throws {
    guard hasCurl else { return }
    try TestFiles.withFolder { folder in
      try Data(policy.utf8).write(to: folder.appending(path: "policy.md"))
      let server = try Server(arguments, in: folder, environment: environment)
      try #require(!server.address.isEmpty, "\(server.text)")
      try body(server, folder)
    }
  }

  @Test func filesAreChecked() throws {
    try Self.withServer([]) { (server, folder) throws in
      #expect(server.address.hasPrefix("http://127.0.0.1:"))
      let report = try Self.curl(
        ["--form", "file=@policy.md", "\(server.address)/api/v1/check"], in: folder)
      let direct = try Tool.launch(
        try #require(Tool.binary), ["check", "--format", "json", "policy.md"], in: folder)
      #expect(report == direct.text)
      #expect(server.stop() == 0)
      // Nothing is left but what was there.
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.filter { !$0.hasPrefix("errors-") } == ["policy.md"])
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func aStopDuringAnUploadAndAWriteLosesNothing(signal: Int32) throws {
    try Self.withServer(["--register", "r.db", "--jobs", "1"]) { (server, folder) throws in
      let entered = try Self.curl(
        ["--form", "file=@policy.md", "\(server.address)/api/v1/register/rounds"], in: folder)
      #expect(entered.contains("\"added\": true"))
      // Many texts, so that the check goes on while the server is told to stop.
      let long = String(
        repeating: "We shall audit all suppliers every year, and end all harm within 30 days.\n\n",
        count: 4_000)
      try Data(long.utf8).write(to: folder.appending(path: "long.md"))
      var running: [Process] = []
      for number in 0..<3 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
          "curl", "--silent", "--max-time", "60", "--output", "answer-\(number).txt",
          "--write-out", "%{http_code}", "--form", "file=@long.md",
          "\(server.address)/api/v1/check?format=text",
        ]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        running.append(process)
      }
      var confirmed: [Int] = []
      for number in 0..<20 {
        let answer = try Self.curl(
          [
            "--header", "Content-Type: application/json", "--data",
            #"{"text": "note \#(number)", "by": "A. Lind"}"#,
            "\(server.address)/api/v1/register/gaps/gri-mechanism%40policy-md/note",
          ], in: folder)
        if answer.contains("\"note \(number)\"") { confirmed.append(number) }
        if number == 10 { kill(server.process.processIdentifier, signal) }
      }
      #expect(confirmed.count >= 10)
      #expect(server.stop(signal) == 0, "\(server.text.suffix(2_000))")
      for process in running { process.waitUntilExit() }
      // What was being read was answered.
      let answers = (0..<3).compactMap { number in
        try? String(
          contentsOf: folder.appending(path: "answer-\(number).txt"), encoding: .utf8)
      }
      #expect(
        answers.allSatisfy { $0.contains("long.md") || $0.contains("urn:aktsam:problem:busy") },
        "\(answers.map { $0.prefix(200) })")
      let record = try Tool.launch(
        try #require(Tool.binary),
        ["register", "show", "--register", "r.db", "gri-mechanism@policy-md"], in: folder)
      for number in confirmed { #expect(record.text.contains("note \(number)\n")) }
      let verified = try Tool.launch(
        try #require(Tool.binary), ["register", "verify", "--no-files", "--register", "r.db"],
        in: folder)
      #expect(verified.status == 0)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.filter { $0.hasPrefix("aktsam-") } == [])
    }
  }

  /// The calls that the README shows, one after the other.
  @Test func whatTheReadmeShowsWorks() throws {
    let text = try String(contentsOf: Tool.root.appending(path: "README.md"), encoding: .utf8)
    let calls = text.split(separator: "\n").filter { $0.hasPrefix("curl ") }
    #expect(calls.count > 5)
    try Self.withServer(["--register", "r.db"]) { (server, folder) throws in
      try FileManager.default.copyItem(
        at: Tool.root.appending(path: "examples"), to: folder.appending(path: "examples"))
      for call in calls {
        let command = call.replacingOccurrences(of: "http://127.0.0.1:8080", with: server.address)
          .replacingOccurrences(of: "curl ", with: "curl --silent --show-error --fail-with-body ")
        let result = try Tool.launch(
          URL(filePath: "/bin/sh"), ["-c", command], "",
          ["PATH": "/usr/local/bin:/usr/bin:/bin"], in: folder)
        #expect(result.status == 0, "\(command): \(result.text.prefix(500)) \(result.errors)")
        #expect(!result.text.isEmpty, "\(command)")
      }
    }
  }

  @Test func otherNamesAndOtherSitesAreRefused() throws {
    try Self.withServer([]) { (server, folder) throws in
      func status(_ arguments: [String]) throws -> String {
        try Self.curl(
          ["--output", "/dev/null", "--write-out", "%{http_code}"] + arguments, in: folder)
      }
      let port = server.address.split(separator: ":").last ?? ""
      #expect(try status(["\(server.address)/"]) == "200")
      #expect(
        try status(["--header", "Host: evil.example:\(port)", "\(server.address)/"]) == "421")
      #expect(try status(["--header", "Host: localhost:\(port)", "\(server.address)/"]) == "200")
      #expect(
        try status([
          "--header", "Origin: http://evil.example", "--form", "file=@policy.md",
          "\(server.address)/api/v1/check",
        ]) == "403")
      #expect(
        try status(["--path-as-is", "\(server.address)/assets/../../../../etc/passwd"]) == "404")
    }
  }

  @Test func aBodyThatIsTooLargeIsRefusedAtOnce() throws {
    try Self.withServer(["--max-upload", "1"]) { (server, folder) throws in
      try Data().write(to: folder.appending(path: "big"))
      // A file of 500 MB that takes no room.
      let file = try FileHandle(forWritingTo: folder.appending(path: "big"))
      try file.truncate(atOffset: 500 << 20)
      try file.close()
      let answer = try Self.curl(
        [
          "--write-out", "%{http_code} %{size_upload}", "--output", "/dev/null", "--form",
          "file=@big", "\(server.address)/api/v1/check",
        ], in: folder
      ).split(separator: " ")
      #expect(answer.first == "413")
      #expect((answer.last.flatMap { Int($0) } ?? .max) < 50 << 20)
      let chunked = try Self.curl(
        [
          "--write-out", "%{http_code}", "--output", "/dev/null", "--header",
          "Transfer-Encoding: chunked", "--request", "POST", "--upload-file", "big",
          "\(server.address)/api/v1/check",
        ], in: folder)
      #expect(chunked == "413")
      #expect(try Self.curl(["\(server.address)/health/live"], in: folder).contains("ok"))
    }
  }

  @Test func aTokenIsWantedBeyondThisComputer() throws {
    let refused = try Tool.run(["serve", "--port", "0", "--host", "0.0.0.0"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("token"))
    let token = "a-token-that-is-long"
    try Self.withServer(["--host", "0.0.0.0"], environment: ["AKTSAM_TOKEN": token]) {
      (server, folder) throws in
      let port = server.address.split(separator: ":").last ?? ""
      let address = "http://127.0.0.1:\(port)/api/v1/profiles"
      let refused = try Self.curl([address], in: folder)
      #expect(refused.contains("urn:aktsam:problem:unauthorized"))
      let answer = try Self.curl(
        ["--header", "Authorization: Bearer \(token)", address], in: folder)
      #expect(answer.contains("dfo-terms"))
      #expect(!server.text.contains(token))
    }
  }

  @Test(arguments: [
    ["--port", "70000"], ["--max-upload", "0"], ["--timeout", "0"], ["--jobs", "0"],
    ["--port", "0", "--register", "/nowhere/r.db"], ["--port", "0", "--host", "no such name"],
    ["--port", "0", "--token", "short"], ["--port", "0", "--clauses", "/nowhere"],
  ])
  func wrongUseIsSaid(arguments: [String]) throws {
    let result = try Tool.run(["serve"] + arguments)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("Error: "), "\(result.errors)")
  }

  @Test func aPortThatIsTakenIsSaid() throws {
    try Self.withServer([]) { (server, _) throws in
      let port = String(server.address.split(separator: ":").last ?? "")
      let result = try Tool.run(["serve", "--port", port])
      #expect(result.status == 2)
      #expect(result.errors.contains("cannot listen on 127.0.0.1:\(port): the port is in use"))
    }
  }
}
