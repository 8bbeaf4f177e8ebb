import AktsamText
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `write(2)` under a name that no method of ``Terminal`` hides.
private let writeBytes: @Sendable (Int32, UnsafeRawPointer?, Int) -> Int = { write($0, $1, $2) }

/// Standard output and error.
enum Terminal {
  /// Whether standard output may be coloured: a terminal, and `NO_COLOR` is not set
  /// (https://no-color.org).
  static var usesColour: Bool {
    isatty(1) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether standard error is a terminal, so that progress may be shown.
  static var showsProgress: Bool { isatty(2) == 1 }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) { write(bytes, to: 1) }

  /// Writes text to standard output.
  static func write(_ text: String) { write(Array(text.utf8), to: 1) }

  /// Writes a line to standard error.
  static func error(_ line: String) { write(Array((visible(line) + "\n").utf8), to: 2) }

  /// Writes a finding to standard error, as `path:line:column: severity: message (rule)`.
  static func error(_ finding: Finding) {
    let place = finding.place.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
    error("\(place)\(finding.severity.rawValue): \(finding.message) (\(finding.rule))")
  }

  /// Replaces the progress line on standard error.
  static func progress(_ line: String) {
    write(Array("\r\u{1B}[K\(visible(line).suffix(78))".utf8), to: 2)
  }

  /// The text without control characters, so that a file name cannot drive the terminal.
  private static func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0 == "\n" || $0.properties.generalCategory != .control }))
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var sent = 0
    bytes.withUnsafeBytes { buffer in
      while sent < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let count = writeBytes(descriptor, base + sent, buffer.count - sent)
        if count < 0 {
          if errno == EINTR { continue }
          // A closed pipe: the reader has seen enough. Anything else must not pass for success.
          if errno != EPIPE, descriptor == 1 {
            error("aktsam: cannot write the output: \(String(cString: strerror(errno)))")
            exit(2)
          }
          return
        }
        sent += count
      }
    }
  }
}
