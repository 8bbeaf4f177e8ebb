/// How the server is set up. Sizes are in bytes.
package struct ServerSettings: Sendable {
  /// The name or address that it listens on.
  package var host = "127.0.0.1"
  /// The port; 0 = any that is free.
  package var port = 8080
  /// What a client must show to be let in; nil = nothing, for loopback only.
  package var token: String?
  /// The file of the register; nil = none.
  package var registerPath: String?
  /// The folder of the clause library; nil = the built-in one.
  package var clauses: String?
  /// The most that one request may send.
  package var maxUpload = 256 << 20
  /// The most that one file of a request may hold.
  package var maxFile = 128 << 20
  /// The most files and fields in a request.
  package var maxParts = 5_000
  /// The most that a form without files, a text, or the fields beside files may hold together.
  package var maxForm = 1 << 20
  /// How many suppliers are read at once.
  package var jobs = 2
  /// How many checks are under way at once; they share ``jobs``.
  package var maxRunning = 4
  /// How many checks may wait for their turn.
  package var maxWaiting = 64
  /// How long reading one document may take.
  package var timeout: Duration = .seconds(60)
  /// How many procedures are kept.
  package var maxProcedures = 50
  /// How much the files of all procedures may take on the disk.
  package var maxStored = 2 << 30
  /// How long a procedure is kept after it was last looked at.
  package var maxAge: Duration = .seconds(12 * 3_600)
  /// How many connections are open at once.
  package var maxConnections = 256
  /// How long a connection may be silent.
  package var idleTimeout: Duration = .seconds(60)
  /// How long a stop waits for requests that are under way before it ends them.
  package var stopTimeout: Duration = .seconds(20)

  /// Creates the settings that `aktsam serve` has without options.
  package init() {}

  /// Whether only this computer can reach the server.
  package var isLoopback: Bool { Self.isLoopback(host) }

  /// Whether a name or address is this computer's own.
  package static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
