import AktsamDocuments
import AktsamText

/// Settles what was found: by the settings of the file that each finding points into, against its
/// suppressions and those of the configuration.
struct LintSettling {
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

  var run: LintRun
  private let linter: Linter
  private var files: [String: File]
  /// What came of each suppression of the configuration, in its order.
  private var configured: [SuppressionUse]

  init(_ linter: Linter, _ documents: [Document], _ clauses: [LintInput.Clauses]) {
    self.linter = linter
    files = Self.files(documents, clauses)
    configured = linter.configuration.suppressions.map {
      SuppressionUse(suppression: Self.suppression($0))
    }
    run = LintRun(findings: [], suppressed: [], paths: files.keys.sorted(), isComplete: true)
  }

  mutating func add(_ found: [LintFinding]) {
    for finding in found { files[finding.place.path, default: File()].found.append(finding) }
  }

  consuming func finish() -> LintRun {
    for (path, file) in files.sorted(by: { $0.key < $1.key }) { settle(file, path) }
    checkConfigured()
    run.findings.sort(by: LintFinding.precedes)
    run.suppressed.sort { LintFinding.precedes($0.finding, $1.finding) }
    return run
  }

  /// Returns the files by their paths, with their suppressions.
  private static func files(_ documents: [Document], _ clauses: [LintInput.Clauses]) -> [String:
    File]
  {
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

  /// Completes the findings of one file, sets apart what may stand, and checks its suppressions.
  private mutating func settle(_ file: File, _ path: String) {
    let settings = linter.settings(for: path)
    let asOf = settings.asOf?.value
    var uses = file.suppressions.map { SuppressionUse(suppression: $0) }
    for index in uses.indices { Self.noteRan(&uses[index], settings) }
    let entries = linter.configuration.suppressions.indices.filter { index in
      linter.configuration.suppressions[index].files.contains { $0.matches(path) }
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
      guard let options = settings.options(of: rule.info) else { continue }
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

  private static func suppression(_ entry: Configuration.Suppression) -> Suppression {
    Suppression(
      rules: entry.rules.map { .init($0.value, place: place($0.origin)) }, reason: entry.reason,
      until: entry.until, scope: .file, place: place(entry.origin))
  }

  private static func place(_ origin: SettingOrigin) -> Place {
    guard case .file(let path, let line, let column) = origin else {
      return Place(
        path: "", segments: [], line: 1, column: 1, endLine: 1, endColumn: 1)
    }
    return Place(
      path: path, segments: [], line: line, column: column, endLine: line, endColumn: column)
  }

  /// Reports on the suppressions of the configuration itself, by the settings of its own path.
  private mutating func checkConfigured() {
    guard !configured.isEmpty else { return }
    let settings = linter.settings(for: linter.configuration.path)
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
