internal import Aktsam
internal import AktsamRegister
internal import AktsamReports
internal import Hummingbird

extension APIRoute {
  /// Says whether the server lives and takes work, and what it did.
  static let health: [APIRoute] = [
    APIRoute(.get, "/health/live") { _, _, _ in
      .json(.object([("status", .string("ok")), ("version", .string(toolVersion))]))
    },
    APIRoute(.get, "/health/ready") { _, _, server in
      if server.queue.isFull {
        throw Problem.busy("too many checks wait, or the server is stopping")
      }
      if let register = server.register {
        _ = try await register.with { (register) throws(RegisterError) in
          try register.suppliers()
        }
      }
      return .json(.object([("status", .string("ok"))]))
    },
    APIRoute(.get, "/metrics") { _, _, server in
      let load = server.queue.load
      let usage = await server.workspace.usage
      let gauges = Metrics.Gauges(
        running: load.running, waiting: load.waiting, procedures: usage.procedures,
        stored: usage.bytes)
      return .bytes(
        Array(server.metrics.text(gauges, version: toolVersion).utf8),
        type: "text/plain; version=0.0.4; charset=utf-8")
    },
  ]
}
