import Aktsam
import ArgumentParser

/// Where a report goes: standard output, or a file that is written whole or not at all.
struct ReportSink: Sendable {
  private let file: FileSink?
  private let path: String

  /// Opens the file, if one is named.
  ///
  /// - Throws: exit code 2, with the reason on standard error.
  init(output: String?) throws {
    path = output ?? ""
    do {
      file = try output.map { try FileSink($0) }
    } catch {
      Self.report(path, error)
      throw ExitCode(2)
    }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if let file { file.write(bytes) } else { Terminal.write(bytes) }
  }

  /// Gives the file its name.
  ///
  /// - Throws: exit code 2, with the reason on standard error.
  func finish() throws {
    do {
      try file?.finish()
    } catch {
      Self.report(path, error)
      throw ExitCode(2)
    }
  }

  private static func report(_ path: String, _ error: any Error) {
    Terminal.error("aktsam: cannot write '\(path)': \(describe(error))")
  }
}
