internal import Aktsam
internal import AktsamReports

/// The procedures that were handed in since the server was started: their files in a folder that only this
/// user can read, what was read in memory. All is gone when the server stops.
///
/// What was not looked at for longest goes first when there are too many, when they are too large, or when
/// they are too old.
actor Workspace {
  private struct Entry {
    var procedure: StoredProcedure
    var lastSeen: ContinuousClock.Instant
    var task: Task<Void, Never>?
    var upload: Upload
  }

  private var entries: [String: Entry] = [:]
  private let limits: Limits

  /// What is kept at most.
  struct Limits: Sendable {
    /// How many procedures.
    var procedures: Int
    /// How many bytes of files.
    var bytes: Int
    /// How long after the last look.
    var age: Duration
  }

  /// Creates an empty workspace.
  init(_ limits: Limits) { self.limits = limits }

  /// All procedures, the latest first.
  var all: [StoredProcedure] {
    entries.values.map(\.procedure).sorted { $0.createdAt > $1.createdAt }
  }

  /// Returns a procedure; nil when there is none of that name, or none any more.
  func procedure(_ id: String) -> StoredProcedure? {
    entries[id]?.lastSeen = .now
    return entries[id]?.procedure
  }

  /// Takes files in; they are the workspace's from now on.
  ///
  /// - Throws: ``Problem`` when there is no room and nothing that could go.
  func add(
    _ upload: Upload, title: String, options: ProcedureOptions, today: String
  ) throws(Problem) -> StoredProcedure {
    guard makeRoom(for: upload.size) else {
      throw .busy("there is no room for these files until others are read; try again in a moment")
    }
    let procedure = StoredProcedure(
      id: Secrets.random(), title: title, createdOn: today, createdAt: .now,
      files: upload.files.map(\.path), size: upload.size, options: options, state: .queued)
    entries[procedure.id] = Entry(procedure: procedure, lastSeen: .now, upload: upload)
    return procedure
  }

  /// Keeps the task that reads a procedure, to be cancelled with it.
  func setTask(_ task: Task<Void, Never>, of id: String) {
    guard entries[id] != nil else { return task.cancel() }
    entries[id]?.task = task
  }

  /// Changes a procedure; nothing happens when it is gone.
  func update(_ id: String, _ change: @Sendable (inout StoredProcedure) -> Void) {
    guard var procedure = entries[id]?.procedure else { return }
    change(&procedure)
    entries[id]?.procedure = procedure
    if procedure.state.isFinal { entries[id]?.task = nil }
  }

  /// Removes a procedure and its files; one that is being read is given up.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  func remove(_ id: String) -> Bool {
    guard let entry = entries.removeValue(forKey: id) else { return false }
    entry.task?.cancel()
    return true
  }

  /// Waits for what is being read.
  func settle() async {
    for entry in entries.values { await entry.task?.value }
  }

  /// Gives up what is being read and removes everything.
  func clear() {
    for id in entries.keys { remove(id) }
  }

  /// How much is kept.
  var usage: (procedures: Int, bytes: Int) {
    (entries.count, entries.values.reduce(0) { $0 + $1.procedure.size })
  }

  private func makeRoom(for size: Int) -> Bool {
    let now = ContinuousClock.now
    for (id, entry) in entries
    where entry.procedure.state.isFinal && now - entry.lastSeen > limits.age { remove(id) }
    while entries.count + 1 > limits.procedures || usage.bytes + size > limits.bytes {
      let oldest = entries.filter { $0.value.procedure.state.isFinal }
        .min { $0.value.lastSeen < $1.value.lastSeen }
      guard let oldest else { return false }
      remove(oldest.key)
    }
    return true
  }
}
