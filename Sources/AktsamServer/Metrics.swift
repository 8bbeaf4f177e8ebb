internal import Synchronization

/// What is counted since the server was started, for `/metrics`.
final class Metrics: Sendable {
  private struct State {
    var requests: [Key: Int] = [:]
    /// The time that requests took, in nanoseconds, and how many took at most each of the bounds.
    var seconds = 0.0
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    var bytesIn = 0
    var bytesOut = 0
    var checks = (done: 0, failed: 0)
    var documents = 0
  }

  private struct Key: Hashable {
    var method: String
    var route: String
    var status: Int
  }

  /// The bounds of the histogram of times, in seconds.
  private static let bounds = [0.005, 0.025, 0.1, 0.5, 2.5, 10, 60]

  private let state = Mutex(State())

  /// Counts a request.
  ///
  /// - Parameters:
  ///   - method: its method.
  ///   - route: the route as it was registered, never the path.
  ///   - status: the status of the answer.
  ///   - duration: how long it took to answer.
  func count(method: String, route: String, status: Int, duration: Duration) {
    let (whole, rest) = duration.components
    let seconds = Double(whole) + Double(rest) / 1e18
    state.withLock { state in
      state.requests[Key(method: method, route: route, status: status), default: 0] += 1
      state.seconds += seconds
      for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
        state.buckets[index] += 1
      }
    }
  }

  /// Counts what was sent and received, in bytes.
  func count(received: Int = 0, sent: Int = 0) {
    state.withLock { state in
      state.bytesIn += received
      state.bytesOut += sent
    }
  }

  /// Counts a check that ended.
  func countCheck(isDone: Bool) {
    state.withLock { if isDone { $0.checks.done += 1 } else { $0.checks.failed += 1 } }
  }

  /// Counts documents that were read.
  func count(documents: Int) { state.withLock { $0.documents += documents } }

  /// What goes on right now.
  struct Gauges: Sendable {
    /// Checks that are being done.
    var running: Int
    /// Checks that wait.
    var waiting: Int
    /// Procedures in the workspace.
    var procedures: Int
    /// Their files, in bytes.
    var stored: Int
  }

  /// Returns everything in the text form of Prometheus, version 0.0.4, sorted.
  func text(_ gauges: Gauges, version: String) -> String {
    state.withLock { state in
      var lines: [String] = []
      func add(_ name: String, _ kind: String, _ help: String, _ values: [String]) {
        lines += ["# HELP aktsam_\(name) \(help)", "# TYPE aktsam_\(name) \(kind)"]
        lines += values.map { "aktsam_\(name)\($0)" }
      }
      add("build_info", "gauge", "The version.", ["{version=\"\(version)\"} 1"])
      let requests = state.requests.sorted {
        ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
      }
      add(
        "requests_total", "counter", "Requests by route and status.",
        requests.map {
          "{method=\"\($0.key.method)\",route=\"\($0.key.route)\",status=\"\($0.key.status)\"} \($0.value)"
        })
      let count = state.requests.values.reduce(0, +)
      add(
        "request_seconds", "histogram", "How long answering took.",
        zip(Self.bounds, state.buckets).map { "_bucket{le=\"\($0)\"} \($1)" } + [
          "_bucket{le=\"+Inf\"} \(count)", "_sum \(state.seconds)", "_count \(count)",
        ])
      add("received_bytes_total", "counter", "Bytes of uploads.", [" \(state.bytesIn)"])
      add("sent_bytes_total", "counter", "Bytes of answers.", [" \(state.bytesOut)"])
      add(
        "checks_total", "counter", "Checks that ended.",
        ["{result=\"done\"} \(state.checks.done)", "{result=\"failed\"} \(state.checks.failed)"])
      add("documents_total", "counter", "Documents read.", [" \(state.documents)"])
      add("checks_running", "gauge", "Checks being done.", [" \(gauges.running)"])
      add("checks_waiting", "gauge", "Checks that wait.", [" \(gauges.waiting)"])
      add("procedures", "gauge", "Procedures kept.", [" \(gauges.procedures)"])
      add("stored_bytes", "gauge", "Bytes of the files kept.", [" \(gauges.stored)"])
      return lines.joined(separator: "\n") + "\n"
    }
  }
}
