import Aktsam
import AktsamClauses
import AktsamRegister
import AktsamReports
import AktsamText
import ArgumentParser
import FoundationEssentials
import Synchronization

/// What every command needs that checks documents: the subjects that the arguments stand for, the
/// checker, and the head of the report.
struct CheckPreparation {
  private let setup: CheckSetup
  private let register: Register?
  private let failure = Failure()

  private final class Failure: Sendable {
    let error = Mutex<RegisterError?>(nil)
  }

  /// Prepares a check; says on standard error what was noticed about manifests and terms.
  ///
  /// - Throws: exit code 2 with the reason, when options, library or arguments cannot be used.
  init(
    _ inputs: [String], grouping: CheckPlan.Grouping, _ input: InputOptions,
    _ clauses: LibraryOptions, lang: ReportLanguage, register: String? = nil
  ) throws {
    do throws(RegisterError) {
      self.register = try register.map { (path) throws(RegisterError) in
        try Register(path: path, mode: .existing)
      }
    } catch {
      throw ValidationError("\(error)")
    }
    let library = try clauses.load(withLexicons: false)
    let profile = try input.profile(in: library)
    let plan = CheckPlan(inputs, grouping: grouping)
    for finding in plan.findings { Terminal.error(finding) }
    guard !plan.subjects.isEmpty else {
      throw ValidationError("there is no file in \(inputs.joined(separator: ", "))")
    }
    setup = CheckSetup(
      plan, library: library, profile: profile, options: try input.checkOptions(),
      language: lang.rawValue, lexicon: clauses.lexicon)
    for finding in checker.termsFindings { Terminal.error(finding) }
  }

  var plan: CheckPlan { setup.plan }
  var checker: Checker { setup.checker }
  var header: Report.Header { setup.header }

  /// Whether the manifests could be read.
  var isPlanned: Bool { setup.isPlanned }

  /// Returns a subject with what the register knows of it: decisions of people, and what was agreed.
  func known(_ subject: Report.Subject) -> Report.Subject {
    guard let register else { return subject }
    do throws(RegisterError) {
      return try subject.with(register, header)
    } catch {
      failure.error.withLock { $0 = error }
      return subject
    }
  }

  /// Ends the command with exit code 2 when the register could not be asked.
  func checkRegister() throws {
    if let error = failure.error.withLock({ $0 }) { throw ValidationError("\(error)") }
  }

  /// Checks all subjects.
  ///
  /// - Parameter jobs: how many are read at once; nil = as many as there are cores.
  /// - Returns: the report, and whether every input could be read to its end.
  func report(jobs: Int? = nil) async -> (report: Report, isComplete: Bool) {
    let collected = Mutex<[Report.Subject]>([])
    let progress = Progress(total: plan.subjects.count)
    let isComplete = await BatchRunner(checker, jobs: jobs ?? Self.cores).run(plan.subjects) {
      (subject: Report.Subject) in
      collected.withLock { $0.append(known(subject)) }
      progress.advance(subject.name)
    }
    progress.finish()
    return (
      Report(header: header, subjects: collected.withLock { $0 }), isComplete && isPlanned
    )
  }

  static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }
}
