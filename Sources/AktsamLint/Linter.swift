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
  /// - Parameter input: the documents and libraries.
  /// - Returns: what was found.
  package func run(_ input: LintInput) -> LintRun {
    let documents = input.documents.sorted {
      ($0.source.path, $0.source.part) < ($1.source.path, $1.source.part)
    }
    configured = configuration.suppressions.map { SuppressionUse(suppression: suppression($0)) }
    var run = LintRun(
      findings: [], suppressed: [],
      paths: Set(documents.map(\.source.path) + input.clauses.flatMap { $0.files.map(\.path) })
        .sorted(),
      isComplete: input.unread.isEmpty && documents.allSatisfy(\.isComplete)
        && input.clauses.allSatisfy { $0.library != nil })
    let surroundings = LintSurroundings(documents: documents, library: library)
    for index in documents.indices { check(surroundings, index, into: &run) }
    for clauses in input.clauses { check(clauses, into: &run) }
    run.findings += input.unread.map { self.finding($0, path: "") }
    checkConfigured(into: &run)
    run.findings.sort(by: LintFinding.precedes)
    run.suppressed.sort { LintFinding.precedes($0.finding, $1.finding) }
    return run
  }

  // MARK: - Documents

  private func check(_ surroundings: LintSurroundings, _ index: Int, into run: inout LintRun) {
    let document = surroundings.documents[index]
    let path = document.source.path
    let settings = ResolvedSettings(configuration, for: path, command: command)
    let asOf = settings.asOf?.value
    guard let profile = library.profile(settings.profile.value) ?? library.profiles.first else {
      return
    }
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
    found += kept(document.findings, beside: found, path: path)
    let suppressions = SuppressionReader.suppressions(in: document)
    var sources = [document.source.part: Source(file: document.source, lines: document.lines)]
    for part in document.furtherParts {
      sources[part.source.part] = Source(file: part.source, lines: part.lines)
    }
    settle(found, settings, suppressions, sources, into: &run)
  }

  /// Returns what a reader noticed and no rule of the linter says better.
  private func kept(
    _ findings: [Finding], beside found: [LintFinding], path: String
  ) -> [LintFinding] {
    findings.map { finding($0, path: path) }.filter { noticed in
      !found.contains { own in
        (RuleTable.info(own.rule)?.supersedes ?? []).contains(noticed.rule)
          && own.place.part == noticed.place.part && Self.meet(own.place, noticed.place)
      }
    }
  }

  /// Whether two places share bytes, or start at the same one.
  private static func meet(_ left: Place, _ right: Place) -> Bool {
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

  // MARK: - Clause libraries

  private func check(_ clauses: LintInput.Clauses, into run: inout LintRun) {
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
    found += kept(clauses.findings, beside: found, path: clauses.path)
    for file in clauses.files {
      let part = Source(file: file, lines: LineTable(file.bytes))
      settle(
        found.filter { $0.place.path == file.path }, settings,
        SuppressionReader.suppressions(in: file, lines: part.lines), [file.part: part],
        into: &run)
    }
    let paths = Set(clauses.files.map(\.path))
    settle(found.filter { !paths.contains($0.place.path) }, settings, [], [:], into: &run)
  }

  // MARK: - Suppressions

  /// Returns the options of a rule that runs, or nil.
  private func options(
    of info: RuleInfo, _ settings: ResolvedSettings
  ) -> [String: OptionValue]? {
    guard let rule = settings.rules[info.id], rule.isOn.value else { return nil }
    return rule.options.mapValues(\.value)
  }

  /// Completes the findings of one file, and sets apart what may stand.
  private func settle(
    _ found: [LintFinding], _ settings: ResolvedSettings, _ suppressions: [Suppression],
    _ sources: [String: Source], into run: inout LintRun
  ) {
    let asOf = settings.asOf?.value
    var uses = suppressions.map { SuppressionUse(suppression: $0) }
    for index in uses.indices { Self.noteRan(&uses[index], settings) }
    for finding in found {
      guard let finding = completed(finding, settings, sources) else { continue }
      if let by = Self.silence(finding, &uses, asOf) ?? silenceByConfiguration(finding, asOf) {
        run.suppressed.append(
          SuppressedFinding(
            finding: finding, reason: by.reason, until: by.until, by: by.place))
      } else {
        run.findings.append(finding)
      }
    }
    for (index, entry) in configuration.suppressions.enumerated() {
      guard let path = sources.values.first?.file.path,
        entry.files.contains(where: { $0.matches(path) })
      else { continue }
      Self.noteRan(&configured[index], settings)
    }
    guard !uses.isEmpty else { return }
    run.findings += findings(about: uses, settings).compactMap { completed($0, settings, sources) }
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

  private static func silence(
    _ finding: LintFinding, _ uses: inout [SuppressionUse], _ asOf: String?
  ) -> Suppression? {
    for index in uses.indices {
      let suppression = uses[index].suppression
      guard suppression.holds(asOf: asOf), suppression.covers(finding.place) else { continue }
      let named = suppression.rules.indices.filter {
        suppression.rules[$0].selector?.names(finding.rule) ?? false
      }
      guard let first = named.first else { continue }
      uses[index].used.insert(first)
      return suppression
    }
    return nil
  }

  private func silenceByConfiguration(_ finding: LintFinding, _ asOf: String?) -> Suppression? {
    for (index, entry) in configuration.suppressions.enumerated()
    where entry.files.contains(where: { $0.matches(finding.place.path) }) {
      var uses = [configured[index]]
      guard let suppression = Self.silence(finding, &uses, asOf) else { continue }
      configured[index] = uses[0]
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
