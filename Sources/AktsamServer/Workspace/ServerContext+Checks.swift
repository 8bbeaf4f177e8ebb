internal import Aktsam
internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamReading
internal import AktsamReports
internal import AktsamText
internal import Logging
internal import Synchronization

extension ServerContext {
  /// Takes files in and starts to read them. This returns at once; the procedure says how far it is.
  ///
  /// - Parameters:
  ///   - upload: the files, which belong to the workspace from now on.
  ///   - options: what the person chose.
  /// - Returns: the procedure as it waits.
  /// - Throws: ``Problem`` when too much waits already, there is no file, or no such profile.
  func begin(
    _ upload: Upload, options: ProcedureOptions
  ) async throws(Problem) -> StoredProcedure {
    let profile = try checked(options)
    guard !upload.files.isEmpty else { throw .invalid("choose at least one file") }
    guard !queue.isFull else { throw .busy("too many checks wait already; try again in a moment") }
    let procedure = try await workspace.add(
      upload, title: upload.roots.first ?? "", options: options, today: today)
    let task = Task.detached { await check(procedure.id, upload, profile, options) }
    await workspace.setTask(task, of: procedure.id)
    return procedure
  }

  /// Returns the profile that is chosen, and says what cannot be used of the other choices.
  func checked(_ options: ProcedureOptions) throws(Problem) -> Profile {
    guard let profile = profile(options.profile) else {
      let known = library.profiles.map(\.id).joined(separator: ", ")
      throw .invalid("there is no such profile; there are: \(known)")
    }
    if let language = options.documentLanguage,
      !ClauseVocabulary.readLanguages.contains(language)
    {
      let known = ClauseVocabulary.readLanguages.joined(separator: ", ")
      throw .invalid("documents are read in one of \(known)")
    }
    if let date = options.asOf, !CalendarDay.isDay(date) {
      throw .invalid("a date is written as 2026-11-24")
    }
    return profile
  }

  /// Looks through files and prepares their check, on a thread for such work.
  func prepare(
    _ upload: Upload, _ profile: Profile, _ options: ProcedureOptions
  ) async throws -> CheckSetup {
    try await checkers.run {
      let plan = CheckPlan(upload.roots, grouping: options.grouping, root: upload.folder)
      let language = options.language.rawValue
      if plan.terms.isEmpty, plan.deadline == nil {
        // Compiling the library takes longer than reading a short answer.
        let checker = plainCheckers.checker(profile, checkOptions(options))
        return CheckSetup(plan, checker, language: language)
      }
      return CheckSetup(
        plan, library: library, profile: profile, options: checkOptions(options),
        language: language, lexicon: lexicon)
    }
  }

  /// Reads all subjects of a prepared check on the threads for such work.
  ///
  /// - Parameters:
  ///   - setup: the check.
  ///   - prepare: called once a subject, by several tasks at once.
  ///   - emit: called once a subject, in order.
  /// - Returns: whether every input could be read to its end.
  func run<Prepared: Sendable>(
    _ setup: CheckSetup, prepare: @escaping @Sendable (CheckedSubject) -> Prepared,
    emit: @escaping @Sendable (Prepared) -> Void
  ) async -> Bool {
    await withTaskExecutorPreference(checkers) {
      let isComplete = await BatchRunner(setup.checker, jobs: settings.jobs).run(
        setup.plan.subjects,
        prepare: { checked in
          metrics.count(documents: checked.inputs.count)
          return prepare(checked)
        }, emit: emit)
      return isComplete && setup.isPlanned
    }
  }

  /// How a checker reads.
  func checkOptions(_ options: ProcedureOptions, annotating: Bool = false) -> CheckOptions {
    var result = CheckOptions(
      role: options.role, documentLanguage: options.documentLanguage, asOf: options.asOf,
      annotating: annotating)
    result.timeLimit = settings.timeout
    return result
  }

  /// Reads a procedure of the workspace when it is its turn.
  private func check(
    _ id: String, _ upload: Upload, _ profile: Profile, _ options: ProcedureOptions
  ) async {
    do {
      try await queue.run {
        await workspace.update(id) { $0.state = .reading(done: 0, total: 0) }
        let setup = try await prepare(upload, profile, options)
        let total = setup.plan.subjects.count
        await workspace.update(id) { procedure in
          procedure.header = setup.header
          procedure.findings = setup.findings
          procedure.state = .reading(done: 0, total: total)
        }
        guard total > 0 else { throw Problem.invalid("there is no file to read") }
        let read = try await collect(setup, id)
        guard !Task.isCancelled else { throw CancellationError() }
        await workspace.update(id) { procedure in
          procedure.report = Report(header: setup.header, subjects: read.subjects)
          procedure.documents = read.documents
          procedure.state = .done(isComplete: read.isComplete)
        }
      }
      metrics.countCheck(isDone: true)
    } catch {
      metrics.countCheck(isDone: false)
      let reason = (error as? Problem)?.detail ?? "reading was given up"
      await workspace.update(id) { $0.state = .failed(reason: reason) }
    }
  }

  private struct Collected: Sendable {
    var subjects: [Report.Subject] = []
    var documents: [[ReportDocument]] = []
    var isComplete = false
  }

  private func collect(_ setup: CheckSetup, _ id: String) async throws -> Collected {
    let collected = SharedValue(Collected())
    let total = setup.plan.subjects.count
    let (progress, continuation) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    async let shown: Void = {
      for await done in progress {
        await workspace.update(id) { procedure in
          if !procedure.state.isFinal { procedure.state = .reading(done: done, total: total) }
        }
      }
    }()
    let isComplete = await run(setup) { checked in
      (checked.subject, checked.shownDocuments)
    } emit: { subject, documents in
      let done = collected.withLock { collected in
        collected.subjects.append(subject)
        collected.documents.append(documents)
        return collected.subjects.count
      }
      continuation.yield(done)
    }
    continuation.finish()
    await shown
    return collected.withLock { collected in
      collected.isComplete = isComplete
      return collected
    }
  }
}

/// A value that several tasks change in turn.
final class SharedValue<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  /// Creates one with its first value.
  init(_ value: Value) { self.value = Mutex(value) }

  /// Does something with the value while nobody else does.
  func withLock<Result: Sendable>(_ body: (inout sending Value) -> sending Result) -> Result {
    value.withLock(body)
  }
}
