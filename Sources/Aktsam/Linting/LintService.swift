internal import AktsamClauses
internal import AktsamDocuments
package import AktsamLint
internal import AktsamText
internal import Synchronization

/// Runs the linter over files: opens them, shares the work between tasks, and puts fixes into the files.
package struct LintService: Sendable {
  /// What a run found, and what a report says of its files.
  package struct Result: Sendable {
    /// What was found; paths are told from the folder of the configuration.
    package var run: LintRun
    /// The inputs.
    package var inputs: [Input]
  }

  /// An input of a run.
  package struct Input: Sendable {
    /// The path as given.
    package var given: String
    /// The path as told from the folder of the configuration.
    package var path: String
    /// The member of a zip file that it is; empty for a plain file.
    package var part: String
    /// SHA-256 of the bytes as stored; empty when it could not be opened.
    package var sha256: String
    /// The encoding that it is stored in.
    package var encoding: String
    /// Whether it could be read to its end.
    package var isRead: Bool
  }

  /// A file that fixes change.
  package struct Change: Sendable {
    /// The path as given.
    package var path: String
    /// The file as it is.
    package var old: [UInt8]
    /// The file as it is to be.
    package var new: [UInt8]
    /// How many findings are mended.
    package var fixed: Int
    /// Whether a round was taken back because less could be read after it.
    package var wasTakenBack: Bool
  }

  private let linter: Linter
  private let folder: WorkingFolder
  private let jobs: Int
  private let advance: @Sendable (String) -> Void

  /// Creates a service.
  ///
  /// - Parameters:
  ///   - linter: the linter.
  ///   - folder: what paths are told from.
  ///   - jobs: how many documents are checked at once, at least 1.
  ///   - advance: called once a document is checked, with its path.
  package init(
    _ linter: Linter, folder: WorkingFolder, jobs: Int,
    advance: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.linter = linter
    self.folder = folder
    self.jobs = max(1, jobs)
    self.advance = advance
  }

  /// Checks files.
  ///
  /// - Parameters:
  ///   - files: the files.
  ///   - standardInput: what `-` stands for, and the path that it is to have; nil = no such file.
  /// - Returns: what was found.
  package func run(
    _ files: LintFiles, standardInput: InputFile? = nil
  ) async -> Result {
    let opened = await read(files.documents, standardInput)
    return await check(opened, libraries: files.libraries)
  }

  /// Returns what the fixes of a run make of the files; nothing is written.
  ///
  /// - Parameters:
  ///   - files: the files.
  ///   - unsafe: whether fixes are wanted that may change what a document says.
  /// - Returns: the files that change.
  package func fixes(_ files: LintFiles, unsafe: Bool) async -> [Change] {
    let opened = await read(files.documents, nil)
    let result = await check(opened, libraries: [])
    let fixable = Set(
      result.run.findings.filter { ($0.fix.map { $0.isSafe || unsafe }) ?? false }.map(\.place.path)
    )
    let task = linter.makeTask()
    var documents = opened.compactMap(\.document)
    return opened.compactMap { file in
      guard fixable.contains(file.input.path), file.input.part.isEmpty, let old = file.bytes,
        file.input.encoding == "utf-8"
      else { return nil }
      let outcome = FixApplier.run(old, unsafe: unsafe) { bytes in
        let document = read(bytes, file.input)
        documents.removeAll { $0.source.path == file.input.path && $0.source.part.isEmpty }
        documents.append(document)
        return findings(in: document, beside: documents, task)
      }
      guard outcome.bytes != old else { return nil }
      return Change(
        path: file.input.given, old: old, new: outcome.bytes, fixed: outcome.applied.count,
        wasTakenBack: outcome.wasTakenBack)
    }
  }

  private func findings(
    in document: Document, beside documents: [Document], _ task: LintTask
  ) -> [LintFinding] {
    let all = linter.surroundings(of: LintInput(documents: documents))
    let found = all.documents.indices.filter {
      all.documents[$0].source.path == document.source.path
        && all.documents[$0].source.part == document.source.part
    }.flatMap { task.findings(all, index: $0) }
    let own = LintInput(documents: [document])
    return linter.finish(own, linter.surroundings(of: own), found: found).findings
  }
}

// MARK: - Reading

extension LintService {
  /// An opened input.
  private struct Opened: Sendable {
    var input: Input
    var bytes: [UInt8]?
    var document: Document?
    var finding: Finding?
  }

  private func read(_ paths: [String], _ standardInput: InputFile?) async -> [Opened] {
    await inOrder(paths) { path in
      let file = path == "-" ? standardInput ?? FileAccess.read(path) : FileAccess.read(path)
      return file.members().map { open($0) }
    }.flatMap { $0 }
  }

  private func open(_ file: InputFile) -> Opened {
    var input = Input(
      given: file.path, path: folder.relative(file.path), part: file.part, sha256: "",
      encoding: "utf-8", isRead: false)
    guard let bytes = file.bytes else {
      let place = Place(
        path: input.path, segments: [], line: 1, column: 1, endLine: 1, endColumn: 1)
      return Opened(
        input: input, bytes: nil, document: nil,
        finding: Finding(
          rule: "AK0001", severity: .error,
          message: "cannot read '\(file.pathWithPart)': \(file.failure ?? "unknown reason")",
          place: place))
    }
    let document = read(bytes, input)
    input.sha256 = sha256(bytes)
    input.encoding = document.source.encoding
    input.isRead = document.isComplete
    return Opened(input: input, bytes: bytes, document: document, finding: nil)
  }

  private func read(_ bytes: [UInt8], _ input: Input) -> Document {
    DocumentReader.read(
      bytes, path: input.path, part: input.part,
      options: ReadingOptions(schema: { SchemaStore.schema($0) }))
  }

  private func check(_ opened: [Opened], libraries: [String]) async -> Result {
    let clauses = libraries.map { LibraryStore.underTest(folder: $0) }
    let input = LintInput(
      documents: opened.compactMap(\.document), clauses: clauses,
      unread: opened.compactMap(\.finding))
    let surroundings = linter.surroundings(of: input)
    let found = await shared(surroundings.documents.indices) { task, index in
      defer { advance(surroundings.documents[index].source.path) }
      return task.findings(surroundings, index: index)
    }
    var run = linter.finish(input, surroundings, found: found.flatMap { $0 })
    run.paths = Array(Set(run.paths + opened.map(\.input.path))).sorted()
    let libraryInputs = clauses.flatMap { library in
      library.files.map {
        Input(
          given: $0.path, path: $0.path, part: "", sha256: sha256($0.bytes), encoding: "utf-8",
          isRead: true)
      }
    }
    return Result(run: run, inputs: opened.map(\.input) + libraryInputs)
  }
}

// MARK: - Sharing work

extension LintService {
  private final class Shared<Value: Sendable>: Sendable {
    let state = Mutex((next: 0, values: [Int: Value]()))
  }

  /// Makes a value of each item, several at once; they come in the order of the items.
  private func inOrder<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ make: @escaping @Sendable (Item) -> Value
  ) async -> [Value] {
    await shared(items.indices) { _, index in make(items[index]) }
  }

  private func shared<Value: Sendable>(
    _ indices: Range<Int>, _ make: @escaping @Sendable (LintTask, Int) -> Value
  ) async -> [Value] {
    let shared = Shared<Value>()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, max(1, indices.count)) {
        group.addTask {
          let task = linter.makeTask()
          while true {
            let index = shared.state.withLock { state in
              defer { state.next += 1 }
              return state.next
            }
            guard index < indices.count else { return }
            let value = make(task, index)
            shared.state.withLock { $0.values[index] = value }
          }
        }
      }
    }
    return shared.state.withLock { state in indices.compactMap { state.values[$0] } }
  }
}
