internal import FoundationEssentials
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `close(2)` and `write(2)` under names that no method hides.
private let closeDescriptor: @Sendable (Int32) -> Int32 = { close($0) }
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

/// Writes a new file that only this user can read. What was opened and not closed is closed in the end.
package final class FileWriter: Sendable {
  private let descriptor: Mutex<Int32>

  /// Makes the file, which must not be there.
  ///
  /// - Throws: ``FileSink/Failure`` when it cannot be made.
  package init(_ path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw FileSink.Failure(description: String(cString: strerror(errno)))
    }
    self.descriptor = Mutex(descriptor)
  }

  deinit {
    descriptor.withLock { if $0 >= 0 { _ = closeDescriptor($0) } }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``FileSink/Failure`` when they cannot be written.
  package func write(_ bytes: [UInt8]) throws {
    try descriptor.withLock { descriptor in
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
          buffer.baseAddress.map { writeBytes(descriptor, $0 + sent, buffer.count - sent) } ?? 0
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          throw FileSink.Failure(description: String(cString: strerror(errno)))
        }
        sent += count
      }
    }
  }

  /// Ends the file.
  ///
  /// - Throws: ``FileSink/Failure`` when something could not be written.
  package func close() throws {
    let failed = descriptor.withLock { descriptor in
      defer { descriptor = -1 }
      return descriptor >= 0 && closeDescriptor(descriptor) != 0
    }
    if failed { throw FileSink.Failure(description: String(cString: strerror(errno))) }
  }
}
