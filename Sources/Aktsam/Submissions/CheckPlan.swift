internal import AktsamDocuments
package import AktsamText

/// What the arguments of a check stand for: subjects, and the buyer's documents of a procedure.
///
/// A file is a subject. A folder or a zip file is one supplier's submission. A folder of folders (or zip
/// files) is a procedure when its own files are the buyer's: each folder in it is a submission.
package struct CheckPlan: Sendable {
  /// How files are taken together.
  package enum Grouping: Sendable, Hashable {
    /// As folders and manifests say.
    case folders
    /// Each file is a subject of its own.
    case each
    /// All files are one subject.
    case together
  }

  /// The subjects in the order of the arguments.
  package var subjects: [SubjectPlan] = []
  /// The buyer's documents of the procedures.
  package var terms: [String] = []
  /// The id of the procedure; empty = none.
  package var procedure = ""
  /// The lot; empty = none.
  package var lot = ""
  /// The deadline of the procedure, `yyyy-mm-dd`; nil = none.
  package var deadline: String?
  /// What was noticed about manifests.
  package var findings: [Finding] = []
  /// The folder on the disk that all paths count from, with its closing `/`; empty = where the command
  /// was started.
  private let root: String

  /// Plans a check.
  ///
  /// - Parameters:
  ///   - arguments: paths of files and folders, or `-`.
  ///   - grouping: how files are taken together.
  ///   - root: the folder that the paths count from, with its closing `/`; reports do not name it.
  package init(_ arguments: [String], grouping: Grouping, root: String = "") {
    self.root = root
    switch grouping {
    case .each: subjects = expand(arguments).map(SubjectPlan.file)
    case .together:
      let files = expand(arguments)
      if let first = arguments.first, !files.isEmpty {
        subjects = [SubjectPlan(name: first, files: files)]
      }
    case .folders:
      var seen: Set<String> = []
      for argument in arguments where seen.insert(argument).inserted {
        if FileAccess.isFolder(root + argument) { addFolder(argument) } else { addFile(argument) }
      }
    }
    for index in subjects.indices { subjects[index].root = root }
  }

  /// Reads the buyer's documents.
  package func termsFiles() -> [InputFile] { terms.map { FileAccess.read($0, below: root) } }

  private func expand(_ arguments: [String]) -> [String] {
    guard !root.isEmpty else { return FileAccess.expand(arguments) }
    return FileAccess.expand(arguments.map { root + $0 }).map { String($0.dropFirst(root.count)) }
  }

  private mutating func addFile(_ path: String) {
    subjects.append(.file(path))
  }

  private mutating func addFolder(_ path: String) {
    let folder = path.hasSuffix("/") ? path : path + "/"
    let (files, folders) = FileAccess.list(root + path)
    let manifest = manifest(.procedure, in: folder, files)
    guard let manifest else {
      let groups = folders + files.filter { $0.lowercased().hasSuffix(".zip") }
      let own = files.filter { !groups.contains($0) }
      let isProcedure =
        !groups.isEmpty && manifestFile(.submission, files) == nil
        && own.allSatisfy { isBuyers(folder + $0) }
      guard isProcedure else {
        addSubmission(path)
        return
      }
      terms += own.map { folder + $0 }
      for group in groups { addSubmission(folder + group) }
      return
    }
    findings += manifest.findings
    procedure = manifest.id
    lot = manifest.lot
    deadline = deadline ?? manifest.date
    for entry in manifest.documents where exists(entry, folder, isFolder: false) {
      terms.append(folder + entry.href)
    }
    for entry in manifest.submissions where exists(entry, folder, isFolder: nil) {
      addSubmission(folder + entry.href)
    }
  }

  private mutating func addSubmission(_ path: String) {
    guard FileAccess.isFolder(root + path) else {
      subjects.append(.file(path))
      return
    }
    let files = expand([path])
    guard !files.isEmpty else {
      findings.append(
        Finding(
          rule: SubmissionMessages.emptyRule, severity: .warning,
          message: SubmissionMessages.empty(path), place: nil))
      return
    }
    subjects.append(
      SubjectPlan(name: path, files: files, folder: path.hasSuffix("/") ? path : path + "/"))
  }

  private func manifestFile(_ kind: Manifest.Kind, _ files: [String]) -> String? {
    Manifest.names[kind].flatMap { files.contains($0) ? $0 : nil }
  }

  private func manifest(
    _ kind: Manifest.Kind, in folder: String, _ files: [String]
  ) -> Manifest? {
    guard let name = manifestFile(kind, files),
      let bytes = FileAccess.read(folder + name, below: root).bytes
    else { return nil }
    let manifest = Manifest.read(
      bytes, path: folder + name, schema: SchemaStore.schema("submission.xsd"))
    return manifest?.kind == kind ? manifest : nil
  }

  /// Whether a manifest's path is below its folder and there; if not, that is a finding.
  private mutating func exists(
    _ entry: Manifest.Entry, _ folder: String, isFolder: Bool?
  ) -> Bool {
    let isInside =
      !entry.href.hasPrefix("/")
      && !entry.href.split(separator: "/").contains { $0 == ".." || $0 == "." }
    let path = folder + entry.href
    if isInside, FileAccess.isThere(root + path),
      isFolder.map({ $0 == FileAccess.isFolder(root + path) }) ?? true
    {
      return true
    }
    findings.append(
      Finding(
        rule: SubmissionMessages.namedRule, severity: .error,
        message: SubmissionMessages.named(entry.href), place: entry.place))
    return false
  }

  /// Whether a file is one of the buyer's: its role is known to be so, not guessed.
  private func isBuyers(_ path: String) -> Bool {
    guard let bytes = FileAccess.read(path, below: root).bytes else { return false }
    let document = DocumentReader.read(bytes, path: path)
    return document.role.isBuyers
  }
}
