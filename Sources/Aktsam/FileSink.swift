internal import FoundationEssentials
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `write(2)` under a name that no method hides.
private let writeBytes: @Sendable (Int32, UnsafeRawPointer?, Int) -> Int = { write($0, $1, $2) }

/// Writes a file bit by bit, yet whole or not at all: to a temporary name beside it, which is renamed
/// when all is written. What is left by a crash is the temporary file; the report is never half.
package final class FileSink: Sendable {
  /// Why a file could not be written.
  package struct Failure: Error, CustomStringConvertible {
    /// The reason, for a person.
    package var description: String
  }

  private struct State {
    var descriptor: Int32
    var failure: Int32 = 0
  }

  private let path: String
  private let temporary: String
  private let state: Mutex<State>

  /// Opens a temporary file beside the one that is to be written.
  ///
  /// - Throws: ``Failure`` when the folder cannot be written to.
  package init(_ path: String) throws {
    self.path = path
    temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(description: String(cString: strerror(errno))) }
    state = Mutex(State(descriptor: descriptor))
  }

  deinit {
    state.withLock { state in
      guard state.descriptor >= 0 else { return }
      close(state.descriptor)
      unlink(temporary)
    }
  }

  /// Adds bytes; a fault shows when the file is finished.
  package func write(_ bytes: [UInt8]) {
    state.withLock { state in
      guard state.descriptor >= 0, state.failure == 0 else { return }
      var sent = 0
      bytes.withUnsafeBytes { buffer in
        while sent < buffer.count, let base = buffer.baseAddress {
          let count = writeBytes(state.descriptor, base + sent, buffer.count - sent)
          if count < 0 {
            if errno == EINTR { continue }
            state.failure = errno
            return
          }
          sent += count
        }
      }
    }
  }

  /// Gives the file its name.
  ///
  /// - Throws: ``Failure`` when something could not be written; then nothing is left behind.
  package func finish() throws {
    let failure = state.withLock { state -> Int32 in
      guard state.descriptor >= 0 else { return 0 }
      if state.failure == 0, fsync(state.descriptor) != 0, errno != EINVAL { state.failure = errno }
      if close(state.descriptor) != 0, state.failure == 0 { state.failure = errno }
      state.descriptor = -1
      if state.failure == 0, rename(temporary, path) != 0 { state.failure = errno }
      if state.failure != 0 { unlink(temporary) }
      return state.failure
    }
    if failure != 0 { throw Failure(description: String(cString: strerror(failure))) }
  }
}
