package import AktsamText

/// How much was found: by rule, by severity, by state.
package struct LintStatistics: Sendable, Hashable {
  /// What was found by one rule; findings that do not count are left out.
  package struct Row: Sendable, Hashable {
    /// The id of the rule.
    package var rule: String
    /// The name of the rule.
    package var name: String
    /// The highest severity among its findings.
    package var severity: Severity
    /// How many findings.
    package var count: Int
    /// How many of them have a fix.
    package var fixable: Int
  }

  /// The rules that found something, the most findings first, then by id.
  package private(set) var rows: [Row] = []
  /// Findings that count.
  package private(set) var errors = 0
  /// Findings that count.
  package private(set) var warnings = 0
  /// Findings that count.
  package private(set) var notes = 0
  /// How many of those that count have a fix.
  package private(set) var fixable = 0
  /// How many of those with a fix have one that cannot change what the document says.
  package private(set) var safelyFixable = 0
  /// Findings that stand in the baseline.
  package private(set) var known = 0
  /// Findings that are suppressed.
  package private(set) var suppressed = 0
  /// Findings of the baseline that were found no more.
  package private(set) var fixed = 0
  /// Inputs.
  package private(set) var files = 0
  /// Inputs that could not be read.
  package private(set) var unread = 0

  /// How many findings count.
  package var count: Int { errors + warnings + notes }

  /// Counts what a report shows.
  package init(_ report: LintReport) {
    files = report.files.count
    unread = report.files.count { !$0.isRead }
    fixed = report.baseline?.fixedCount ?? 0
    var indices: [String: Int] = [:]
    for item in report.findings {
      switch item.state {
      case .new: add(item, &indices)
      case .baseline: known += 1
      case .suppressed: suppressed += 1
      }
    }
    rows.sort { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }

  private mutating func add(_ item: LintItem, _ indices: inout [String: Int]) {
    switch item.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
    if let fix = item.fix {
      fixable += 1
      if fix.isSafe { safelyFixable += 1 }
    }
    let index = indices[item.rule] ?? rows.count
    if index == rows.count {
      indices[item.rule] = index
      rows.append(
        Row(rule: item.rule, name: item.name, severity: item.severity, count: 0, fixable: 0))
    }
    rows[index].count += 1
    rows[index].severity = max(rows[index].severity, item.severity)
    if item.fix != nil { rows[index].fixable += 1 }
  }

  /// What was found in one line: `2 errors, 1 note`.
  var found: String {
    let parts = [
      Self.counted(errors, "error"), Self.counted(warnings, "warning"),
      Self.counted(notes, "note"),
    ].compactMap { $0 }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  /// What does not count and what can be mended; empty = nothing to say.
  var remarks: [String] {
    var result: [String] = []
    if fixable > 0 {
      let unsafe = fixable - safelyFixable
      result.append("\(fixable) fixable" + (unsafe > 0 ? " (\(unsafe) to be checked)" : ""))
    }
    if suppressed > 0 { result.append("\(suppressed) suppressed") }
    if known > 0 { result.append("\(known) in the baseline") }
    if fixed > 0 { result.append("\(fixed) of the baseline fixed") }
    if unread > 0 { result.append("\(unread) of \(files) files could not be read") }
    return result
  }

  /// Returns a number with its noun, nil for none.
  private static func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
