package import AktsamLint
package import AktsamReports
internal import AktsamText

extension LintReport {
  /// Creates the report of a run.
  ///
  /// - Parameters:
  ///   - result: the run.
  ///   - baseline: the path of the baseline that it was compared with; nil = none.
  ///   - asOf: the date that suppressions were held against.
  package init(_ result: LintService.Result, baseline: String?, asOf: String?) {
    let run = result.run
    let given = Dictionary(
      result.inputs.map { ($0.path, $0.given) }, uniquingKeysWith: { first, _ in first })
    func item(_ finding: LintFinding, _ state: LintItem.State = .new) -> LintItem {
      LintItem(finding, state: state) { given[$0] ?? $0 }
    }
    var items =
      run.findings.map { item($0) } + run.known.map { item($0, .baseline) }
      + run.suppressed.map {
        item(
          $0.finding,
          .suppressed(
            LintItem.Suppression(reason: $0.reason, until: $0.until, isInSource: $0.isInSource)))
      }
    items.sort { left, right in
      let (first, second) = (left.place, right.place)
      if first.path != second.path { return first.path < second.path }
      if first.part != second.part { return first.part < second.part }
      return (first.line, first.column, left.rule, left.message)
        < (second.line, second.column, right.rule, right.message)
    }
    var rules = RuleTable.infos.map { LintRuleDescription($0) }
    let readers = Set(items.map(\.rule)).subtracting(rules.map(\.id))
    rules = (readers.map { LintRuleDescription(reader: $0) } + rules).sorted { $0.id < $1.id }
    self.init(
      toolVersion: Aktsam.toolVersion, rules: rules,
      files: result.inputs.map {
        LintReport.File(
          path: $0.given, part: $0.part, sha256: $0.sha256, encoding: $0.encoding,
          isRead: $0.isRead)
      }, findings: items,
      baseline: baseline.map { path in
        LintReport.Baseline(
          path: path,
          fixed: run.fixed.map {
            LintReport.Baseline.Fixed(
              rule: $0.rule, path: given[$0.path] ?? $0.path, fingerprint: $0.fingerprint,
              message: $0.text, count: $0.count)
          })
      }, asOf: asOf)
  }
}

extension LintItem {
  /// Creates the line of a finding.
  fileprivate init(_ finding: LintFinding, state: State, given: (String) -> String) {
    func shown(_ place: Place) -> Place {
      var place = place
      place.path = given(place.path)
      return place
    }
    let isNamed = !finding.name.isEmpty
    self.init(
      rule: finding.rule,
      name: isNamed ? finding.name : LintRuleDescription(reader: finding.rule).name,
      severity: finding.severity, message: finding.message, place: shown(finding.place),
      related: finding.related.map { Related($0.message, shown($0.place)) },
      excerpt: finding.excerpt.map { excerpt in
        let column = finding.place.column
        return Excerpt(
          excerpt.text, columns: column..<column + excerpt.length,
          firstColumn: column - excerpt.start)
      },
      fix: finding.fix.map { fix in
        Fix(
          fix.message,
          fix.edits.map { edit in
            Fix.Edit(
              edit.range, edit.replacement, line: edit.place?.line ?? finding.place.line,
              column: edit.place?.column ?? finding.place.column,
              endLine: edit.place?.endLine ?? finding.place.endLine,
              endColumn: edit.place?.endColumn ?? finding.place.endColumn)
          }, isSafe: fix.isSafe)
      }, fingerprint: finding.fingerprint, state: state)
  }
}

extension LintRuleDescription {
  /// Creates the description of a rule of the linter.
  package init(_ info: RuleInfo) {
    func examples(_ examples: [RuleExample]) -> [Example] {
      examples.map { example in
        var options = example.options.map { "\($0.key): \($0.value.written)" }.sorted()
        if !example.languages.isEmpty {
          options.append("languages: \(OptionValue.list(example.languages).written)")
        }
        return Example(example.text, file: example.file, options: options)
      }
    }
    self.init(
      id: info.id, name: info.name, group: info.group.rawValue, groupTitle: info.group.title,
      severity: info.severity, since: info.since, isDefault: info.isDefault,
      summary: info.summary, rationale: info.rationale, references: info.references,
      options: info.options.map {
        Option(name: $0.name, summary: $0.summary, standard: $0.standard.written)
      }, flagged: examples(info.flagged), unflagged: examples(info.unflagged))
  }
}
