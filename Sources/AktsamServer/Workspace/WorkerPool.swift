internal import NIOPosix

/// Threads for work that blocks or computes for long, so that answering requests never waits for it.
///
/// Tasks that prefer it as their executor run on its threads until they wait for something.
final class WorkerPool: TaskExecutor {
  private let threads: NIOThreadPool

  /// Creates a pool and starts its threads.
  ///
  /// - Parameter count: how many threads, at least 1.
  init(_ count: Int) {
    threads = NIOThreadPool(numberOfThreads: max(1, count))
    threads.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    threads.submit { [self] _ in job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  /// Runs a body on one of the threads.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await threads.runIfActive(body)
  }

  /// Ends the threads when what they do is done.
  func stop() async { try? await threads.shutdownGracefully() }
}
