package import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// The linter: documents, libraries and settings in, findings out. Pure; the same input gives the same
/// findings in the same order.
package final class Linter {
  /// A file, or a member of one, that findings point into.
  private struct Source {
    var file: SourceFile
    var lines: LineTable
  }

  /// A file, what may stand in it, and what points into it.
  private struct File {
    var sources: [String: Source] = [:]
    var suppressions: [Suppression] = []
    var found: [LintFinding] = []
  }

  private let library: Library
  private let configuration: Configuration
  private let command: Settings
  private let lexicon: (@Sendable (String) -> Lexicon?)?
  private var readers: [String: LintReader] = [:]
  /// What came of each suppression of the configuration, in its order.
  private var configured: [SuppressionUse] = []

  /// Creates a linter.
  ///
  /// - Parameters:
  ///   - library: the clause library that documents are read with.
  ///   - configuration: the configuration; one without problems.
  ///   - command: what the command line sets, which goes before all else.
  ///   - lexicon: finds the lexicon of a language when a document first needs it; nil = those that were
  ///     loaded with the library.
  package init(
    library: Library, configuration: Configuration = Configuration(),
    command: Settings = Settings(), lexicon: (@Sendable (String) -> Lexicon?)? = nil
  ) {
    self.library = library
    self.configuration = configuration
    self.command = command
    self.lexicon = lexicon
  }

  /// Checks everything.
  ///
  /// - Parameter input: the documents and libraries. A profile that the settings name must be one of the
  ///   library's; with another one nothing is read for requirements.
  /// - Returns: what was found.
  package func run(_ input: LintInput) -> LintRun {
    let documents = input.documents.sorted {
      ($0.source.path, $0.source.part) < ($1.source.path, $1.source.part)
    }
    configured = configuration.suppressions.map { SuppressionUse(suppression: suppression($0)) }
    var files = files(documents, input.clauses)
    var run = LintRun(
      findings: [], suppressed: [], paths: files.keys.sorted(),
      isComplete: input.unread.isEmpty && documents.allSatisfy(\.isComplete)
        && input.clauses.allSatisfy { $0.library != nil })
    let surroundings = LintSurroundings(documents: documents, library: library)
    var found = documents.indices.flatMap { findings(surroundings, $0) }
    for clauses in input.clauses { found += findings(clauses) }
    found += input.unread.map { finding($0, path: "") }
    for finding in found { files[finding.place.path, default: File()].found.append(finding) }
    for (path, file) in files.sorted(by: { $0.key < $1.key }) { settle(file, path, into: &run) }
    checkConfigured(into: &run)
    run.findings.sort(by: LintFinding.precedes)
    run.suppressed.sort { LintFinding.precedes($0.finding, $1.finding) }
    return run
  }

  /// Returns the files by their paths, with their suppressions.
  private func files(_ documents: [Document], _ clauses: [LintInput.Clauses]) -> [String: File] {
    var files: [String: File] = [:]
    func add(_ file: SourceFile, _ lines: LineTable) {
      files[file.path, default: File()].sources[file.part] = Source(file: file, lines: lines)
    }
    for document in documents {
      add(document.source, document.lines)
      for part in document.furtherParts { add(part.source, part.lines) }
      files[document.source.path]?.suppressions += SuppressionReader.suppressions(in: document)
    }
    for file in clauses.flatMap(\.files) {
      let lines = LineTable(file.bytes)
      add(file, lines)
      files[file.path]?.suppressions += SuppressionReader.suppressions(in: file, lines: lines)
    }
    return files
  }

  // MARK: - Rules

  /// Returns what rules and readers find in a document.
  private func findings(_ surroundings: LintSurroundings, _ index: Int) -> [LintFinding] {
    let document = surroundings.documents[index]
    let path = document.source.path
    let settings = ResolvedSettings(configuration, for: path, command: command)
    let asOf = settings.asOf?.value
    let profile =
      library.profile(settings.profile.value)
      ?? Profile(
        id: settings.profile.value, version: "", title: LocalizedText(),
        description: LocalizedText(), parameters: [:], entries: [])
    var surroundings = surroundings
    surroundings.asOf = asOf
    let context = RuleContext(
      surroundings, index: index, profile: profile, languages: settings.languages.value
    ) { [self] in
      reader(profile).read(document, asOf: asOf)
    }
    var found: [LintFinding] = []
    for case let rule as any DocumentRule.Type in RuleTable.all {
      guard let options = options(of: rule.info, settings) else { continue }
      found += context.findings(of: rule, set: options)
    }
    return found + kept(document.findings, beside: found, path: path)
  }

  /// Returns what rules and the loader find in a clause library.
  private func findings(_ clauses: LintInput.Clauses) -> [LintFinding] {
    let settings = ResolvedSettings(configuration, for: clauses.path, command: command)
    var found: [LintFinding] = []
    if let library = clauses.library {
      let context = LibraryContext(
        library: library, files: clauses.files, asOf: settings.asOf?.value)
      for case let rule as any LibraryRule.Type in RuleTable.all {
        guard let options = options(of: rule.info, settings) else { continue }
        found += context.findings(of: rule, set: options)
      }
    }
    return found + kept(clauses.findings, beside: found, path: clauses.path)
  }

  /// Returns what a reader noticed and no rule of the linter says better.
  private func kept(
    _ findings: [Finding], beside found: [LintFinding], path: String
  ) -> [LintFinding] {
    var better: [String: [Place]] = [:]
    for finding in found {
      for rule in RuleTable.info(finding.rule)?.supersedes ?? [] {
        better[rule, default: []].append(finding.place)
      }
    }
    return findings.map { finding($0, path: path) }.filter { noticed in
      !(better[noticed.rule] ?? []).contains { Self.meet($0, noticed.place) }
    }
  }

  /// Whether two places share bytes, or start at the same one.
  private static func meet(_ left: Place, _ right: Place) -> Bool {
    guard left.path == right.path, left.part == right.part else { return false }
    guard let first = left.segments.first, let last = left.segments.last,
      let otherFirst = right.segments.first, let otherLast = right.segments.last
    else { return left.segments.isEmpty && right.segments.isEmpty }
    return first.lowerBound == otherFirst.lowerBound
      || (first.lowerBound < otherLast.upperBound && otherFirst.lowerBound < last.upperBound)
  }

  private func finding(_ finding: Finding, path: String) -> LintFinding {
    LintFinding(
      rule: finding.rule, name: "", severity: finding.severity, message: finding.message,
      place: finding.place
        ?? Place(path: path, segments: [], line: 1, column: 1, endLine: 1, endColumn: 1))
  }

  private func reader(_ profile: Profile) -> LintReader {
    if let reader = readers[profile.id] { return reader }
    let compiled = CompiledLibrary(
      library, requirements: Set(profile.entries.map(\.requirement)), lexicon: lexicon)
    let reader = LintReader(compiled, profile: profile)
    readers[profile.id] = reader
    return reader
  }

  // MARK: - Suppressions

  /// Returns the options of a rule that runs, or nil.
  private func options(
    of info: RuleInfo, _ settings: ResolvedSettings
  ) -> [String: OptionValue]? {
    guard let rule = settings.rules[info.id], rule.isOn.value else { return nil }
    return rule.options.mapValues(\.value)
  }

  /// Completes the findings of one file, sets apart what may stand, and checks its suppressions.
  private func settle(_ file: File, _ path: String, into run: inout LintRun) {
    let settings = ResolvedSettings(configuration, for: path, command: command)
    let asOf = settings.asOf?.value
    var uses = file.suppressions.map { SuppressionUse(suppression: $0) }
    for index in uses.indices { Self.noteRan(&uses[index], settings) }
    let entries = configuration.suppressions.indices.filter { index in
      configuration.suppressions[index].files.contains { $0.matches(path) }
    }
    for index in entries { Self.noteRan(&configured[index], settings) }
    for finding in file.found {
      guard let finding = completed(finding, settings, file.sources) else { continue }
      if let by = Self.silence(finding, &uses, uses.indices, asOf)
        ?? Self.silence(finding, &configured, entries, asOf)
      {
        run.suppressed.append(
          SuppressedFinding(
            finding: finding, reason: by.reason, until: by.until, by: by.place))
      } else {
        run.findings.append(finding)
      }
    }
    guard !uses.isEmpty else { return }
    run.findings += findings(about: uses, settings).compactMap {
      completed($0, settings, file.sources)
    }
  }

  private func findings(
    about uses: [SuppressionUse], _ settings: ResolvedSettings
  ) -> [LintFinding] {
    let context = SuppressionContext(uses, asOf: settings.asOf?.value)
    var found: [LintFinding] = []
    for case let rule as any SuppressionRule.Type in RuleTable.all {
      guard let options = options(of: rule.info, settings) else { continue }
      found += context.findings(of: rule, set: options)
    }
    return found
  }

  /// Notes which rules of a suppression ran: of the others nobody knows whether they are needed.
  private static func noteRan(_ use: inout SuppressionUse, _ settings: ResolvedSettings) {
    for (index, name) in use.suppression.rules.enumerated() {
      guard let selector = name.selector else { continue }
      let named = RuleTable.infos.filter { selector.names($0.id) }
      if named.isEmpty || named.contains(where: { settings.rules[$0.id]?.isOn.value == true }) {
        use.ran.insert(index)
      }
    }
  }

  /// Returns the first of some suppressions that silences a finding, and notes that it was needed.
  private static func silence(
    _ finding: LintFinding, _ uses: inout [SuppressionUse], _ indices: some Sequence<Int>,
    _ asOf: String?
  ) -> Suppression? {
    for index in indices {
      let suppression = uses[index].suppression
      guard suppression.holds(asOf: asOf), suppression.covers(finding.place) else { continue }
      let named = suppression.rules.indices.first {
        suppression.rules[$0].selector?.names(finding.rule) ?? false
      }
      guard let named else { continue }
      uses[index].used.insert(named)
      return suppression
    }
    return nil
  }

  private func suppression(_ entry: Configuration.Suppression) -> Suppression {
    Suppression(
      rules: entry.rules.map { .init($0.value, place: place($0.origin)) }, reason: entry.reason,
      until: entry.until, scope: .file, place: place(entry.origin))
  }

  private func place(_ origin: SettingOrigin) -> Place {
    guard case .file(let path, let line, let column) = origin else {
      return Place(
        path: configuration.path, segments: [], line: 1, column: 1, endLine: 1, endColumn: 1)
    }
    return Place(
      path: path, segments: [], line: line, column: column, endLine: line, endColumn: column)
  }

  /// Reports on the suppressions of the configuration itself, by the settings of its own path.
  private func checkConfigured(into run: inout LintRun) {
    guard !configured.isEmpty else { return }
    let settings = ResolvedSettings(configuration, for: configuration.path, command: command)
    run.findings += findings(about: configured, settings).compactMap {
      completed($0, settings, [:])
    }
  }

  /// Gives a finding its severity, its line and its fingerprint; nil when its rule is off.
  private func completed(
    _ finding: LintFinding, _ settings: ResolvedSettings, _ sources: [String: Source]
  ) -> LintFinding? {
    let rule = settings.rule(finding.rule, severity: finding.severity)
    guard rule.isOn.value else { return nil }
    var finding = finding
    if rule.severity.origin != .standard { finding.severity = rule.severity.value }
    let source = sources[finding.place.part]
    if let source {
      finding.excerpt = Excerpt.line(of: finding.place, in: source.file, source.lines)
    }
    // Offsets into a member of a package, or into decoded text, are none of the file.
    if let source, finding.place.part.isEmpty, source.file.encoding == "utf-8" {
      for index in finding.fix?.edits.indices ?? 0..<0 {
        guard let range = finding.fix?.edits[index].range else { continue }
        finding.fix?.edits[index].place = Place(
          in: source.file, segments: [range], lines: source.lines)
      }
    } else {
      finding.fix = nil
    }
    finding.fingerprint = Fingerprint.value(
      rule: finding.rule, part: finding.place.part,
      stem: Fingerprint.stem(of: finding.place.element),
      words: Fingerprint.words(of: finding, in: source?.file.bytes ?? []))
    return finding
  }
}
