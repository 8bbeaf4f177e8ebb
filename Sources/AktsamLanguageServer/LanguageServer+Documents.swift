import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamReports
import AktsamText

/// Texts are opened, changed, saved and closed.
extension LanguageServer {
  func open(_ params: JSONValue) {
    let item = params["textDocument"]
    guard let uri = item?["uri"]?.string, let text = item?["text"]?.string else { return }
    let file = FileURI.path(of: uri)
    let project = project(of: file)
    let edited = EditedText(text, encoding: client.encoding)
    let (kind, document) = read(edited, uri: uri, file: file, project)
    documents[uri] = OpenDocument(
      uri: uri, file: file, version: item?["version"]?.int, text: edited, project: project,
      kind: kind, document: document)
    if let folder = documents[uri]?.folder { neighbours.forget(folder) }
    refresh(uri, before: nil)
  }

  func change(_ params: JSONValue) {
    guard let uri = params["textDocument"]?["uri"]?.string, var open = documents[uri] else {
      log(ServerMessages.notOpen(params["textDocument"]?["uri"]?.string), isError: false)
      return
    }
    // While the dictionary holds the text, too, each edit would copy it.
    documents[uri] = nil
    open.version = params["textDocument"]?["version"]?.int ?? open.version
    for change in params["contentChanges"]?.array ?? [] {
      guard let text = change["text"]?.string else { continue }
      if let range = change["range"] {
        guard let range = byteRange(range, in: open.text) else { continue }
        open.text.replace(range, with: text)
      } else {
        open.text = EditedText(text, encoding: client.encoding)
      }
    }
    let before = open.document.role
    (open.kind, open.document) = read(open.text, uri: uri, file: open.file, open.project)
    documents[uri] = open
    refresh(uri, before: before)
  }

  func close(_ params: JSONValue) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      let open = documents.removeValue(forKey: uri)
    else { return }
    if !client.pullsDiagnostics || open.kind == .configuration { publish(uri, nil, []) }
    if open.kind == .configuration { showProblems(of: open.project) }
    // From now on the file on disk speaks for it.
    if let folder = open.folder { neighbours.forget(folder) }
    if open.document.role == .questionnaire { refreshThoseBeside(open.folder) }
  }

  func save(_ params: JSONValue) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      let path = FileURI.path(of: uri)
    else { return }
    if path.hasSuffix("/" + Project.configurationName) {
      readConfigurations()
    } else if documents[uri] == nil, let folder = FileURI.folder(of: path) {
      neighbours.forget(folder)
      refreshThoseBeside(folder)
    }
  }

  // MARK: - Reading

  /// Returns what a text is, and what its reader makes of it.
  func read(
    _ text: EditedText, uri: String, file: String?, _ project: Project
  ) -> (kind: OpenDocument.Kind, document: Document) {
    let path = file.map { project.path(of: $0) } ?? FileURI.name(of: uri)
    let source = SourceFile(path: path, bytes: text.bytes)
    let isConfiguration = FileURI.name(of: uri).hasSuffix("/" + Project.configurationName)
    let document = DocumentReader.read(
      text: isConfiguration ? SourceFile(path: path, bytes: []) : source,
      options: ReadingOptions(schema: environment.schema))
    if isConfiguration { return (.configuration, document) }
    let isClauses =
      document.format == "prose"
      && text.bytes.prefix(Self.head).contains(Array(ClauseVocabulary.namespace.utf8))
    return (isClauses ? .clauses : .document, document)
  }

  /// How many bytes of a file are searched for what its root element says.
  private static let head = 2048

  /// Returns the byte range of a range of positions, or nil.
  func byteRange(_ value: JSONValue?, in text: EditedText) -> Range<Int>? {
    guard let start = Self.position(value?["start"]), let end = Self.position(value?["end"]) else {
      return nil
    }
    let offsets = (text.offset(of: min(start, end)), text.offset(of: max(start, end)))
    return offsets.0..<max(offsets.0, offsets.1)
  }

  static func position(_ value: JSONValue?) -> TextPosition? {
    guard let line = value?["line"]?.int, let character = value?["character"]?.int else {
      return nil
    }
    return TextPosition(line: line, character: character)
  }

  // MARK: - What hangs together

  /// Lints a text that was opened or changed, and what is checked against it.
  private func refresh(_ uri: String, before: DocumentRole?) {
    guard let open = documents[uri] else { return }
    switch open.kind {
    case .configuration:
      let problems = Project.read(open.text.bytes, environment).problems
      publish(uri, open.version, problems.map { diagnostic($0, in: open.text) })
    case .clauses, .document:
      refresh([uri])
      if open.document.role == .questionnaire || before == .questionnaire {
        refreshThoseBeside(open.folder, except: uri)
      }
    }
  }

  /// Lints the texts that are checked against the questionnaires of a folder.
  private func refreshThoseBeside(_ folder: String?, except uri: String? = nil) {
    guard let folder else { return }
    refresh(
      documents.values.filter { open in
        open.uri != uri && open.kind == .document && open.document.role != .questionnaire
          && open.file.map { Neighbours.folders(of: $0).contains(folder) } ?? false
      }.map(\.uri).sorted())
  }

  /// Lints texts anew: at once where the server publishes, else when the editor asks.
  func refresh(_ uris: [String]) {
    for uri in uris {
      documents[uri]?.findings = nil
      guard !client.pullsDiagnostics, let open = documents[uri], open.kind != .configuration
      else { continue }
      publish(uri, open.version, diagnostics(of: uri))
    }
  }
}
