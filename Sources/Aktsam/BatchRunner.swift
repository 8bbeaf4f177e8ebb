package import AktsamReports
internal import Synchronization

/// Checks many subjects on several cores: results come in the order of the subjects, whatever the
/// order in which they are finished.
package struct BatchRunner: Sendable {
  private let checker: Checker
  private let jobs: Int

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - checker: the checker, shared by all tasks.
  ///   - jobs: how many subjects are read at once, at least 1.
  package init(_ checker: Checker, jobs: Int) {
    self.checker = checker
    self.jobs = max(1, jobs)
  }

  private struct State<Prepared: Sendable> {
    var next = 0
    var emitted = 0
    var waiting: [Int: (subject: Prepared, isComplete: Bool)] = [:]
    var isComplete = true
  }

  /// The state that the tasks share.
  private final class Shared<Prepared: Sendable>: Sendable {
    let state = Mutex(State<Prepared>())
  }

  /// Reads each group of files as one subject.
  ///
  /// - Parameters:
  ///   - subjects: the files of each subject.
  ///   - emit: called once a subject, in order, never by two tasks at once.
  /// - Returns: whether every input could be read to its end.
  package func run(
    _ subjects: [SubjectPlan],
    emit: @escaping @Sendable (Report.Subject) -> Void
  ) async -> Bool {
    await run(subjects, prepare: { $0.subject }, emit: emit)
  }

  /// Reads each group of files as one subject, and prepares each on its task for what is done with it in
  /// order.
  ///
  /// - Parameters:
  ///   - subjects: the files of each subject.
  ///   - prepare: called once a subject, by several tasks at once.
  ///   - emit: called once a subject, in order, never by two tasks at once.
  /// - Returns: whether every input could be read to its end; no, too, when the task was cancelled before.
  package func run<Prepared: Sendable>(
    _ subjects: [SubjectPlan], prepare: @escaping @Sendable (CheckedSubject) -> Prepared,
    emit: @escaping @Sendable (Prepared) -> Void
  ) async -> Bool {
    let shared = Shared<Prepared>()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, max(1, subjects.count)) {
        group.addTask {
          let assessor = checker.makeAssessor()
          while !Task.isCancelled {
            // Lets what else waits for a core go on: the server checks several procedures at once.
            await Task.yield()
            let index = shared.state.withLock { state in
              defer { state.next += 1 }
              return state.next
            }
            guard index < subjects.count else { return }
            let checked = checker.check(subjects[index], with: assessor)
            let (prepared, isComplete) = (prepare(checked), checked.isComplete)
            shared.state.withLock { state in
              state.waiting[index] = (prepared, isComplete)
              while let ready = state.waiting.removeValue(forKey: state.emitted) {
                emit(ready.subject)
                state.isComplete = state.isComplete && ready.isComplete
                state.emitted += 1
              }
            }
          }
        }
      }
    }
    return shared.state.withLock { $0.isComplete && $0.emitted == subjects.count }
  }
}
