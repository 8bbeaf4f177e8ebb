import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamReports
import AktsamText

/// What the editor and the configurations set.
extension LanguageServer {
  /// Returns the project of a file: the one of the nearest configuration in its folder and those above
  /// it, else the folder that the editor works in, else its own folder.
  func project(of file: String?) -> Project {
    guard let file else { return project(in: root) }
    var folder = FileURI.folder(of: file)
    while let current = folder {
      let path = FileURI.path(Project.configurationName, in: current)
      if environment.read(path) != nil { return project(in: current) }
      folder = FileURI.folder(of: current)
    }
    let isInside = root.map { FileURI.relative(file, to: $0) != file } ?? false
    return project(in: isInside ? root : FileURI.folder(of: file))
  }

  private func project(in folder: String?) -> Project {
    if let known = projects[folder ?? ""] { return known }
    let project = Project(folder: folder, environment, command: settings)
    projects[folder ?? ""] = project
    let bytes = project.configurationPath.flatMap { environment.read($0) }
    if project.configure(bytes, command: settings) { showProblems(of: project) }
    return project
  }

  /// Reads all configurations again, and lints what a changed one is about.
  func readConfigurations() {
    for project in projects.values.sorted(by: { $0.folder ?? "" < $1.folder ?? "" }) {
      let bytes = project.configurationPath.flatMap { environment.read($0) }
      if project.configure(bytes, command: settings) { showProblems(of: project) }
    }
    neighbours.forgetAll()
    let uris = documents.keys.sorted()
    for uri in uris {
      guard let open = documents[uri] else { continue }
      let project = project(of: open.file)
      documents[uri]?.project = project
      // Its path is told from another folder now.
      documents[uri]?.document = read(open.text, uri: uri, file: open.file, project).document
    }
    refresh(uris)
    if client.pullsDiagnostics, client.refreshesDiagnostics {
      request("workspace/diagnostic/refresh", .null)
    }
  }

  /// Takes what the client sets, and reads the configurations again.
  func changeSettings(_ value: JSONValue?) {
    takeSettings(value?["aktsam"] ?? value)
    readConfigurations()
  }

  /// Takes what the client sets: `profile`, and the `language` of texts of the library.
  func takeSettings(_ value: JSONValue?) {
    guard let value, value != .null else { return }
    settings = environment.command
    language = environment.language ?? value["language"]?.string.flatMap { Self.language(for: $0) }
    guard settings.profile == nil, let profile = value["profile"]?.string, !profile.isEmpty else {
      return
    }
    if environment.library.profile(profile) != nil {
      settings.profile = Sited(profile, .option("profile"))
    } else {
      log(
        ServerMessages.noProfile(profile, known: environment.library.profiles.map(\.id)),
        isError: true)
    }
  }

  /// Something changed on disk.
  func changeFiles(_ params: JSONValue) {
    let files = (params["changes"]?.array ?? []).compactMap {
      $0["uri"]?.string.flatMap { FileURI.path(of: $0) }
    }
    if files.contains(where: { $0.hasSuffix("/" + Project.configurationName) }) {
      readConfigurations()
      return
    }
    // What is open in the editor speaks for itself.
    let open = Set(documents.values.compactMap(\.file))
    let folders = Set(
      files.filter { !open.contains($0) }.compactMap { FileURI.folder(of: $0) })
    for folder in folders { neighbours.forget(folder) }
    refresh(
      documents.values.filter { open in
        open.kind == .document && open.document.role != .questionnaire
          && open.file.map { !folders.isDisjoint(with: Neighbours.folders(of: $0)) } ?? false
      }.map(\.uri).sorted())
  }

  /// Says what is wrong with a configuration, in the log and where it stands.
  func showProblems(of project: Project) {
    guard let path = project.configurationPath else { return }
    let uri = FileURI.uri(of: path)
    for problem in project.problems {
      log(ServerMessages.problem(problem, in: path), isError: true)
    }
    // An open configuration shows what is wrong with it as it stands in the editor.
    guard documents[uri] == nil, shownProblems.contains(uri) || !project.problems.isEmpty else {
      return
    }
    let text = EditedText(project.bytes ?? [], encoding: client.encoding)
    publish(uri, nil, project.problems.map { diagnostic($0, in: text) })
    if project.problems.isEmpty { shownProblems.remove(uri) } else { shownProblems.insert(uri) }
  }

  /// Returns the language of the library's texts that readers of a language understand; nil for none.
  static func language(for code: String?) -> String? {
    switch code?.prefix(2).lowercased() {
    case "en": "en"
    case "sv": "sv"
    case "nb", "nn", "no", "da": "nb"
    default: nil
    }
  }
}
