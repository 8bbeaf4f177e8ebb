internal import Synchronization

/// Lets so many checks go on at once, so many wait, and refuses the rest.
///
/// Who waits is served in order. A stop turns away all who wait, and waits for those who are served.
final class CheckQueue: Sendable {
  private struct State {
    var running = 0
    var isStopping = false
    var next = 0
    var waiting: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    var idle: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  /// How many checks go on at once.
  let maxRunning: Int
  /// How many may wait.
  let maxWaiting: Int

  /// Creates a queue.
  init(maxRunning: Int, maxWaiting: Int) {
    self.maxRunning = max(1, maxRunning)
    self.maxWaiting = max(0, maxWaiting)
  }

  /// How many checks are going on, and how many wait.
  var load: (running: Int, waiting: Int) { state.withLock { ($0.running, $0.waiting.count) } }

  /// Whether the next check would be turned away.
  var isFull: Bool { state.withLock { isFull($0) } }

  private func isFull(_ state: borrowing State) -> Bool {
    state.isStopping || (state.running >= maxRunning && state.waiting.count >= maxWaiting)
  }

  /// Runs a check when it is its turn.
  ///
  /// - Parameter body: the check.
  /// - Returns: what the check returns.
  /// - Throws: ``Problem`` when too many wait, when the server stops, or when the task was cancelled.
  func run<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
    let place = try await enter()
    defer { place.leave() }
    return try await body()
  }

  /// Waits for the turn.
  ///
  /// - Returns: the place, which is given up with the last reference to it.
  /// - Throws: ``Problem`` when too many wait, when the server stops, or when the task was cancelled.
  func enter() async throws(Problem) -> QueuePlace {
    let ticket = state.withLock { state in
      state.next += 1
      return state.next
    }
    let isAdmitted = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer = state.withLock { state -> Bool? in
          if isFull(state) || Task.isCancelled { return false }
          if state.running < maxRunning {
            state.running += 1
            return true
          }
          state.waiting.append((ticket, continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiting = state.withLock { state -> CheckedContinuation<Bool, Never>? in
        guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
          return nil
        }
        return state.waiting.remove(at: index).continuation
      }
      waiting?.resume(returning: false)
    }
    guard isAdmitted else {
      throw .busy(
        state.withLock(\.isStopping)
          ? "the server is stopping" : "too many checks wait already; try again in a moment")
    }
    return QueuePlace(self)
  }

  /// Gives a place to who waits next.
  fileprivate func leave() {
    let (next, idle) = state.withLock {
      state -> (CheckedContinuation<Bool, Never>?, [CheckedContinuation<Void, Never>]) in
      if !state.waiting.isEmpty { return (state.waiting.removeFirst().continuation, []) }
      state.running -= 1
      guard state.running == 0 else { return (nil, []) }
      defer { state.idle = [] }
      return (nil, state.idle)
    }
    next?.resume(returning: true)
    for continuation in idle { continuation.resume() }
  }

  /// Turns away all who wait and all who come.
  func refuse() {
    let waiting = state.withLock { state in
      state.isStopping = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for item in waiting { item.continuation.resume(returning: false) }
  }

  /// Turns away all who wait and all who come, and returns when the last check is done.
  func stop() async {
    refuse()
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        if state.running > 0 { state.idle.append(continuation) }
        return state.running == 0
      }
      if isIdle { continuation.resume() }
    }
  }
}

/// A place among the checks that go on.
final class QueuePlace: Sendable {
  private let queue: CheckQueue
  private let isTaken = Mutex(true)

  fileprivate init(_ queue: CheckQueue) { self.queue = queue }

  deinit { leave() }

  /// Gives the place up; a second time does nothing.
  func leave() {
    let isFirst = isTaken.withLock { isTaken in
      defer { isTaken = false }
      return isTaken
    }
    if isFirst { queue.leave() }
  }
}
