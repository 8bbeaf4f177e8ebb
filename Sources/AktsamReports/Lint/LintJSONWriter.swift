import AktsamText

/// A report of the linter as JSON, one document or a finding a line.
///
/// Field names and their order are a promise (`schemas/lint-report.schema.json`): fields may be
/// added and are never renamed; an absent value is left out.
enum LintJSONWriter {
  private static let schema = "aktsam-lint-1"

  /// Returns one document, indented, with a final line feed.
  static func report(_ report: LintReport) -> [UInt8] {
    let statistics = LintStatistics(report)
    var fields = JSONFields()
    addHead(report, to: &fields)
    fields.add("files", report.files) { file, fields in
      fields.add("path", .string(file.path))
      fields.add("part", file.part)
      fields.add("sha256", file.sha256)
      fields.add("encoding", file.encoding)
      fields.add("read", .bool(file.isRead))
    }
    fields.add("rules", report.rules) { RulePages.addSummary($0, to: &$1) }
    fields.add("findings", report.findings) { add($0, to: &$1) }
    if let baseline = report.baseline {
      fields.add("baseline") {
        $0.add("path", .string(baseline.path))
        $0.add("fixed", baseline.fixed) { add($0, to: &$1) }
      }
    }
    fields.add("summary") { add(statistics, to: &$0) }
    fields.add("statistics", statistics.rows) { row, fields in
      fields.add("rule", .string(row.rule))
      fields.add("name", .string(row.name))
      fields.add("severity", row.severity.rawValue)
      fields.add("count", row.count)
      fields.add("fixable", row.fixable)
    }
    return fields.value.serialized(pretty: true)
  }

  /// Returns a line a finding, each with what says where it comes from.
  static func lines(_ report: LintReport) -> [UInt8] {
    let hashes = Dictionary(
      report.files.map { ($0.pathWithPart, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    var output: [UInt8] = []
    for item in report.findings {
      var fields = JSONFields()
      addHead(report, to: &fields)
      fields.add("sha256", LintGroups.innermost(of: item.place, in: hashes))
      add(item, to: &fields)
      output += fields.value.serialized(pretty: false)
      output.append(0x0A)
    }
    return output
  }

  // MARK: - Parts

  private static func addHead(_ report: LintReport, to fields: inout JSONFields) {
    fields.add("schema", .string(schema))
    fields.add("tool") {
      $0.add("name", .string(report.toolName))
      $0.add("version", .string(report.toolVersion))
    }
    fields.add("asOf", report.asOf)
  }

  private static func add(_ item: LintItem, to fields: inout JSONFields) {
    fields.add(item.place)
    fields.add("rule", .string(item.rule))
    fields.add("name", .string(item.name))
    fields.add("severity", item.severity.rawValue)
    fields.add("message", .string(item.message))
    fields.add("state", item.state.name)
    if case .suppressed(let suppression) = item.state {
      fields.add("suppression") {
        $0.add("kind", suppression.isInSource ? "inSource" : "external")
        $0.add("reason", suppression.reason)
        $0.add("until", suppression.until)
      }
    }
    fields.add("fingerprint", item.stableFingerprint)
    if let excerpt = item.excerpt {
      fields.add("excerpt") {
        $0.add("text", .string(excerpt.text))
        $0.add("firstColumn", excerpt.firstColumn)
        $0.add("columns", [excerpt.columns.lowerBound, excerpt.columns.upperBound])
      }
    }
    if !item.related.isEmpty {
      fields.add("related", item.related) { related, fields in
        fields.add(related.place)
        fields.add("message", .string(related.message))
      }
    }
    if let fix = item.fix { fields.add("fix") { add(fix, to: &$0) } }
  }

  private static func add(_ fix: LintItem.Fix, to fields: inout JSONFields) {
    fields.add("message", .string(fix.message))
    fields.add("safe", .bool(fix.isSafe))
    fields.add("edits", fix.edits) { edit, fields in
      fields.add("bytes", [edit.range.lowerBound, edit.range.upperBound])
      fields.add("line", edit.line)
      fields.add("column", edit.column)
      fields.add("endLine", edit.endLine)
      fields.add("endColumn", edit.endColumn)
      fields.add("replacement", .string(edit.replacement))
    }
  }

  private static func add(_ entry: LintReport.Baseline.Fixed, to fields: inout JSONFields) {
    fields.add("rule", .string(entry.rule))
    fields.add("path", .string(entry.path))
    fields.add("message", entry.message)
    fields.add("fingerprint", entry.fingerprint)
    fields.add("count", entry.count)
  }

  private static func add(_ statistics: LintStatistics, to fields: inout JSONFields) {
    fields.add("files", statistics.files)
    fields.add("unread", statistics.unread)
    fields.add("errors", statistics.errors)
    fields.add("warnings", statistics.warnings)
    fields.add("notes", statistics.notes)
    fields.add("fixable", statistics.fixable)
    fields.add("baseline", statistics.known)
    fields.add("suppressed", statistics.suppressed)
    fields.add("fixed", statistics.fixed)
  }
}
