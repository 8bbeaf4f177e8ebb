import AktsamText

/// A report of the linter as SARIF 2.1.0
/// (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
enum LintSARIFWriter {
  /// Returns the log, indented, with a final line feed.
  static func report(_ report: LintReport) -> [UInt8] {
    var run = LintSARIFRun(report)
    return SARIFLog.bytes(run.value())
  }
}

/// The run of a log while results are added.
private struct LintSARIFRun {
  private let report: LintReport
  private var artifacts = SARIFArtifacts()
  private var rules = SARIFRules()

  init(_ report: LintReport) {
    self.report = report
    for file in report.files {
      artifacts.add(
        path: file.path, part: file.part,
        SARIFArtifacts.Description(encoding: file.encoding, sha256: file.sha256))
    }
    for rule in report.rules { _ = rules.index(of: rule.id) { Self.descriptor(rule) } }
  }

  /// Returns the run.
  mutating func value() -> JSONValue {
    var results = report.findings.map { result($0) }
    for entry in report.baseline?.fixed ?? [] { results.append(result(entry)) }
    var fields = SARIFLog.run(
      tool: (report.toolName, report.toolVersion), language: "en",
      isComplete: report.files.allSatisfy(\.isRead), rules: rules.descriptors,
      artifacts: artifacts.values, results: results)
    if let asOf = report.asOf { fields.add("properties") { $0.add("asOf", asOf) } }
    return fields.value
  }

  // MARK: - Rules

  private static func descriptor(_ rule: LintRuleDescription) -> JSONValue {
    var fields = JSONFields()
    fields.add("id", .string(rule.id))
    fields.add("name", SARIFRules.pascalCase(rule.name))
    fields.add("shortDescription") { $0.add("text", .string(rule.summary)) }
    fields.add("fullDescription") { $0.add("text", .string(rule.summary)) }
    fields.add("helpUri", rule.helpURI)
    fields.add("help") {
      $0.add("text", .string(RulePages.help(rule, isMarkdown: false)))
      $0.add("markdown", .string(RulePages.help(rule, isMarkdown: true)))
    }
    fields.add("defaultConfiguration") {
      if !rule.isDefault { $0.add("enabled", .bool(false)) }
      $0.add("level", rule.severity.rawValue)
    }
    fields.add("properties") {
      $0.add("tags", [rule.group])
      $0.add("since", rule.since)
    }
    return fields.value
  }

  /// Returns the index of a rule; one that the report does not describe gets its id and name.
  private mutating func index(of id: String, name: String) -> Int {
    rules.index(of: id) {
      var fields = JSONFields()
      fields.add("id", .string(id))
      fields.add("name", SARIFRules.pascalCase(name))
      return fields.value
    }
  }

  // MARK: - Results

  private mutating func result(_ item: LintItem) -> JSONValue {
    var fields = JSONFields()
    fields.add("ruleId", .string(item.rule))
    fields.add("ruleIndex", index(of: item.rule, name: item.name))
    fields.add("level", item.severity.rawValue)
    fields.add("message") { $0.add("text", .string(item.message)) }
    fields.add("locations", .array([location(item)]))
    if !item.related.isEmpty {
      fields.add(
        "relatedLocations",
        .array(
          item.related.enumerated().map { index, related in
            artifacts.location(related.place, id: index + 1, label: related.message)
          }))
    }
    fields.add("partialFingerprints") { $0.add("aktsam/v1", item.stableFingerprint) }
    addState(item.state, to: &fields)
    if let fix = item.fix, !fix.edits.isEmpty {
      fields.add("fixes", .array([self.fix(fix, at: item.place)]))
    }
    return fields.value
  }

  /// Adds whether the result counts. All results of a run have `suppressions` or none has (3.27.23);
  /// a baseline state stands only where there was a baseline to compare with (3.27.24).
  ///
  /// - Parameters:
  ///   - state: the state of the finding; nil = it is in the baseline and was found no more.
  ///   - fields: where to add it.
  private func addState(_ state: LintItem.State?, to fields: inout JSONFields) {
    var suppressions: [LintItem.Suppression] = []
    if case .suppressed(let suppression) = state { suppressions.append(suppression) }
    fields.add("suppressions", suppressions) { suppression, fields in
      fields.add("kind", suppression.isInSource ? "inSource" : "external")
      fields.add("justification", suppression.reason)
      if let until = suppression.until {
        fields.add("properties") { $0.add("until", until) }
      }
    }
    guard report.baseline != nil else { return }
    switch state {
    case .new: fields.add("baselineState", "new")
    case .baseline: fields.add("baselineState", "unchanged")
    case .suppressed: break
    case nil: fields.add("baselineState", "absent")
    }
  }

  private mutating func location(_ item: LintItem) -> JSONValue {
    guard let excerpt = item.excerpt, item.place.line == item.place.endLine else {
      return artifacts.location(item.place)
    }
    let marked = excerpt.markedText
    // A context is larger than its region, and the line is known only when it wasn't cut.
    let hasContext = excerpt.firstColumn == 1 && marked.utf8.count < excerpt.text.utf8.count
    return artifacts.location(
      item.place, quote: marked, line: hasContext ? excerpt.text : nil)
  }

  private mutating func fix(_ fix: LintItem.Fix, at place: Place) -> JSONValue {
    let replacements = fix.edits.map { edit in
      (
        place: Place(
          path: place.path, part: place.part, segments: [edit.range], line: edit.line,
          column: edit.column, endLine: edit.endLine, endColumn: edit.endColumn),
        text: edit.replacement
      )
    }
    var fields = JSONFields()
    fields.add("description") { $0.add("text", .string(fix.message)) }
    fields.add(
      "artifactChanges",
      .array([artifacts.change(path: place.path, part: place.part, replacements)]))
    fields.add("properties") { $0.add("safe", .bool(fix.isSafe)) }
    return fields.value
  }

  /// Returns the result of a finding that the baseline has and the run has not.
  private mutating func result(_ entry: LintReport.Baseline.Fixed) -> JSONValue {
    let name = report.rules.first { $0.id == entry.rule }?.name ?? ""
    let message = entry.message.isEmpty ? "found no more" : entry.message
    var fields = JSONFields()
    fields.add("ruleId", .string(entry.rule))
    fields.add("ruleIndex", index(of: entry.rule, name: name))
    fields.add("message") { $0.add("text", .string(message)) }
    fields.add("locations", .array([artifacts.location(ofPath: entry.path)]))
    if !entry.fingerprint.isEmpty {
      fields.add("partialFingerprints") { $0.add("aktsam/v1", entry.fingerprint) }
    }
    if entry.count > 1 { fields.add("occurrenceCount", entry.count) }
    addState(nil, to: &fields)
    return fields.value
  }
}
