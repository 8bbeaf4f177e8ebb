import Synchronization

/// Progress on standard error, shown only when that is a terminal and there is much to do.
final class Progress: Sendable {
  private let total: Int
  private let isShown: Bool
  private let done = Mutex(0)

  /// Creates a progress line for a number of subjects.
  init(total: Int) {
    self.total = total
    isShown = total > 20 && Terminal.showsProgress
  }

  /// Counts one subject.
  func advance(_ name: String) {
    guard isShown else { return }
    let count = done.withLock { count in
      count += 1
      return count
    }
    Terminal.progress("\(count)/\(total) \(name)")
  }

  /// Removes the line.
  func finish() {
    if isShown { Terminal.progress("") }
  }
}
