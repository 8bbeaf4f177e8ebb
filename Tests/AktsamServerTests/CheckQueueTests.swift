import HTTPTypes
import Testing

@testable import AktsamServer

/// So many checks go on, so many wait, and the rest is turned away.
@Suite struct CheckQueueTests {
  /// Lets bodies go on one by one.
  private actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func wait() async {
      if isOpen { return }
      await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
      isOpen = true
      for continuation in waiting { continuation.resume() }
      waiting = []
    }
  }

  private static func until(_ condition: () -> Bool) async {
    while !condition() { await Task.yield() }
  }

  @Test func noMoreGoOnAtOnceThanMay() async throws {
    let queue = CheckQueue(maxRunning: 3, maxWaiting: 100)
    let running = SharedValue((now: 0, most: 0, done: 0))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await queue.run {
            running.withLock {
              $0.now += 1
              $0.most = max($0.most, $0.now)
            }
            for _ in 0..<10 { await Task.yield() }
            running.withLock {
              $0.now -= 1
              $0.done += 1
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(running.withLock { $0.most } <= 3)
    #expect(running.withLock { $0.done } == 50)
    #expect(queue.load == (0, 0))
  }

  @Test func whoComesTooLateIsTurnedAway() async throws {
    let queue = CheckQueue(maxRunning: 1, maxWaiting: 1)
    let gate = Gate()
    async let first: Void = queue.run { await gate.wait() }
    await Self.until { queue.load.running == 1 }
    async let second: Void = queue.run {}
    await Self.until { queue.load.waiting == 1 }
    #expect(queue.isFull)
    let problem = await #expect(throws: Problem.self) { try await queue.run {} }
    #expect(problem?.status == .serviceUnavailable)
    #expect(problem?.headers[.retryAfter] == "10")
    await gate.open()
    try await first
    try await second
  }

  @Test func whoWaitsIsServedInOrder() async throws {
    let queue = CheckQueue(maxRunning: 1, maxWaiting: 10)
    let gate = Gate()
    let order = SharedValue<[Int]>([])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await queue.run { await gate.wait() } }
      await Self.until { queue.load.running == 1 }
      for number in 0..<5 {
        group.addTask { try await queue.run { order.withLock { $0.append(number) } } }
        await Self.until { queue.load.waiting == number + 1 }
      }
      await gate.open()
      try await group.waitForAll()
    }
    #expect(order.withLock { $0 } == [0, 1, 2, 3, 4])
  }

  @Test func whoGivesUpLeavesItsPlace() async throws {
    let queue = CheckQueue(maxRunning: 1, maxWaiting: 1)
    let gate = Gate()
    async let first: Void = queue.run { await gate.wait() }
    await Self.until { queue.load.running == 1 }
    let waiting = Task { try await queue.run {} }
    await Self.until { queue.load.waiting == 1 }
    waiting.cancel()
    await #expect(throws: Problem.self) { try await waiting.value }
    #expect(queue.load == (1, 0))
    await gate.open()
    try await first
  }

  @Test func aPlaceThatIsDroppedIsFree() async throws {
    let queue = CheckQueue(maxRunning: 1, maxWaiting: 0)
    var place: QueuePlace? = try await queue.enter()
    #expect(queue.isFull)
    place?.leave()
    #expect(queue.load == (0, 0))
    place = try await queue.enter()
    place = nil
    #expect(queue.load == (0, 0))
    _ = place
  }

  @Test func aStopTurnsAwayWhoWaitsAndWaitsForTheRest() async throws {
    let queue = CheckQueue(maxRunning: 1, maxWaiting: 5)
    let gate = Gate()
    let isDone = SharedValue(false)
    async let first: Void = queue.run {
      await gate.wait()
      isDone.withLock { $0 = true }
    }
    await Self.until { queue.load.running == 1 }
    let waiting = Task { try await queue.run {} }
    await Self.until { queue.load.waiting == 1 }
    let stop = Task { await queue.stop() }
    await #expect(throws: Problem.self) { try await waiting.value }
    await #expect(throws: Problem.self) { try await queue.run {} }
    await gate.open()
    await stop.value
    #expect(isDone.withLock { $0 })
    try await first
  }
}
