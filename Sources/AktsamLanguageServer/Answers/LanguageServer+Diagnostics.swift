import AktsamDocuments
import AktsamLint
import AktsamReports
import AktsamText

/// What the linter finds in an open text, as diagnostics.
extension LanguageServer {
  /// Answers `textDocument/diagnostic`.
  func diagnosticReport(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params["textDocument"]?["uri"]?.string else { throw .lacks("textDocument") }
    return .object([("kind", .string("full")), ("items", .array(diagnostics(of: uri)))])
  }

  /// Sends the diagnostics of a text; an empty list takes back what was sent before.
  func publish(_ uri: String, _ version: Int?, _ diagnostics: [JSONValue]) {
    var params: [(String, JSONValue)] = [("uri", .string(uri))]
    if let version { params.append(("version", .int(version))) }
    params.append(("diagnostics", .array(diagnostics)))
    send(RPCMessage.notification("textDocument/publishDiagnostics", .object(params)))
  }

  /// Returns the diagnostics of an open text, in the order of their places.
  func diagnostics(of uri: String) -> [JSONValue] {
    let findings = findings(of: uri)
    guard let open = documents[uri] else { return [] }
    var texts: [String: Target] = [:]
    return findings.map { diagnostic($0, in: open, &texts) }
  }

  /// Returns what the linter finds in an open text; it is linted once for each version.
  func findings(of uri: String) -> [LintFinding] {
    guard let open = documents[uri], open.kind == .document else { return [] }
    if let known = open.findings { return known }
    let found = lint(open)
    documents[uri]?.findings = found
    return found
  }

  private func lint(_ open: OpenDocument) -> [LintFinding] {
    let project = open.project
    let own = open.document
    let isWanted =
      open.file == nil
      ? !project.configuration.excludes(own.source.path)
      : project.configuration.includes(own.source.path)
    guard isWanted else { return [] }
    let all = project.linter.surroundings(
      of: LintInput(documents: [own] + questionnaires(beside: open)))
    guard
      let index = all.documents.firstIndex(where: {
        $0.source.path == own.source.path && $0.role == own.role
      })
    else { return [] }
    let found = project.task.findings(all, index: index)
    // Suppressions and settings of the others do not matter: only this text is reported on.
    let input = LintInput(documents: [own])
    let alone = all.documents.count == 1 ? all : project.linter.surroundings(of: input)
    return project.linter.finish(input, alone, found: found)
      .findings.filter { $0.place.path == own.source.path && $0.place.part.isEmpty }
  }

  /// Returns the questionnaires that a document is checked against, as they stand in the editor or else
  /// on disk.
  private func questionnaires(beside open: OpenDocument) -> [Document] {
    guard open.document.role != .questionnaire, let file = open.file else { return [] }
    var found: [Document] = []
    for folder in Neighbours.folders(of: file) {
      let beside = documents.values.filter { $0.folder == folder && $0.uri != open.uri }
      let held = Set(beside.compactMap(\.file) + [file])
      found += beside.map(\.document).filter { $0.role == .questionnaire }
      found += neighbours.questionnaires(in: folder, environment) { open.project.path(of: $0) }
        .filter { !held.contains($0.file) }.map(\.document)
    }
    return found
  }

  // MARK: - Diagnostics

  /// A text that places point into.
  private struct Target {
    var uri: String
    var text: EditedText
  }

  /// Returns a diagnostic of an open text.
  func diagnostic(_ finding: LintFinding, in open: OpenDocument) -> JSONValue {
    var texts: [String: Target] = [:]
    return diagnostic(finding, in: open, &texts)
  }

  private func diagnostic(
    _ finding: LintFinding, in open: OpenDocument, _ texts: inout [String: Target]
  ) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("range", Self.range(of: finding.place, in: open.text)),
      ("severity", .int(Self.number(of: finding.severity))),
      ("code", .string(finding.rule)),
    ]
    if client.showsCodeDescription, let address = environment.rule(finding.rule).helpURI {
      fields.append(("codeDescription", .object([("href", .string(address))])))
    }
    fields += [("source", .string("aktsam")), ("message", .string(finding.message))]
    let related = client.showsRelated ? finding.related : []
    let places = related.compactMap { place -> JSONValue? in
      guard let target = target(of: place.place.path, from: open, &texts) else { return nil }
      return .object([
        (
          "location",
          .object([
            ("uri", .string(target.uri)), ("range", Self.range(of: place.place, in: target.text)),
          ])
        ), ("message", .string(place.message)),
      ])
    }
    if !places.isEmpty { fields.append(("relatedInformation", .array(places))) }
    return .object(fields)
  }

  /// Returns a diagnostic of a configuration.
  func diagnostic(_ problem: ConfigurationProblem, in text: EditedText) -> JSONValue {
    let start = text.offset(ofLine: problem.line, column: problem.column)
    let end = max(start, text.line(at: start).upperBound)
    return .object([
      ("range", Self.range(start..<end, in: text)), ("severity", .int(1)),
      ("source", .string("aktsam")), ("message", .string(problem.message)),
    ])
  }

  /// Returns the text that a path of the project names, as far as it is at hand.
  private func target(
    of path: String, from open: OpenDocument, _ texts: inout [String: Target]
  ) -> Target? {
    if path == open.document.source.path { return Target(uri: open.uri, text: open.text) }
    if let known = texts[path] { return known }
    let file = open.project.folder.map { FileURI.path(path, in: $0) } ?? path
    let uri = FileURI.uri(of: file)
    let found =
      documents.values.first { $0.file == file }.map { Target(uri: $0.uri, text: $0.text) }
      ?? environment.read(file).map {
        Target(uri: uri, text: EditedText($0, encoding: client.encoding))
      }
    texts[path] = found
    return found
  }

  /// Returns the range of a place; of one without bytes the first line.
  static func range(of place: Place, in text: EditedText) -> JSONValue {
    guard let start = place.segments.first?.lowerBound, let end = place.segments.last?.upperBound
    else { return range(text.line(at: 0), in: text) }
    return range(start..<max(start, end), in: text)
  }

  /// Returns a byte range as the protocol writes it.
  static func range(_ range: Range<Int>, in text: EditedText) -> JSONValue {
    func position(_ offset: Int) -> JSONValue {
      let position = text.position(at: offset)
      return .object([("line", .int(position.line)), ("character", .int(position.character))])
    }
    return .object([("start", position(range.lowerBound)), ("end", position(range.upperBound))])
  }

  private static func number(of severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}
