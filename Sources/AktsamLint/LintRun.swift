package import AktsamText

/// A finding that may stand.
package struct SuppressedFinding: Sendable, Hashable {
  /// The finding.
  package var finding: LintFinding
  /// Why it may stand.
  package var reason: String
  /// The last day that it may, `yyyy-mm-dd`; nil = for good.
  package var until: String?
  /// The suppression.
  package var by: Place

  /// Whether the suppression stands in the file itself; otherwise in the configuration.
  package var isInSource: Bool { by.path == finding.place.path }
}

/// How often a rule found something.
package struct RuleCount: Sendable, Hashable {
  /// The rule's id.
  package var rule: String
  /// The rule's name; empty for what a reader noticed.
  package var name: String
  /// How many findings are shown.
  package var shown = 0
  /// How many of them have a fix.
  package var fixable = 0
  /// How many are suppressed.
  package var suppressed = 0
  /// How many a baseline holds.
  package var known = 0
}

/// What a run of the linter found.
package struct LintRun: Sendable {
  /// What is to be shown, sorted by path, place and rule.
  package var findings: [LintFinding]
  /// What may stand, in the same order.
  package var suppressed: [SuppressedFinding]
  /// What the baseline holds already, in the same order; see ``apply(_:)``.
  package var known: [LintFinding] = []
  /// What the baseline holds and this run did not find again.
  package var fixed: [Baseline.Entry] = []
  /// The paths of the inputs, sorted.
  package var paths: [String]
  /// Whether every input could be read to its end.
  package var isComplete: Bool

  /// The findings at or above a severity.
  package func findings(from severity: Severity) -> [LintFinding] {
    findings.filter { $0.severity >= severity }
  }

  /// How often each rule found something, by id; rules that found nothing are left out.
  package var statistics: [RuleCount] {
    var counts: [String: RuleCount] = [:]
    func count(_ finding: LintFinding, _ body: (inout RuleCount) -> Void) {
      body(&counts[finding.rule, default: RuleCount(rule: finding.rule, name: finding.name)])
    }
    for finding in findings {
      count(finding) {
        $0.shown += 1
        if finding.fix != nil { $0.fixable += 1 }
      }
    }
    for item in suppressed { count(item.finding) { $0.suppressed += 1 } }
    for finding in known { count(finding) { $0.known += 1 } }
    return counts.values.sorted { $0.rule < $1.rule }
  }

  /// Reports what comments in the files themselves silence: those who write a response must not decide
  /// what is said of it. What the configuration silences stays so.
  package mutating func reportSuppressed() {
    findings = (findings + suppressed.filter(\.isInSource).map(\.finding))
      .sorted(by: LintFinding.precedes)
    suppressed.removeAll(where: \.isInSource)
  }

  /// Sets apart what a baseline holds already.
  ///
  /// - Parameters:
  ///   - baseline: the baseline.
  ///   - isWhole: whether the run read all that the baseline is about, so that an entry about a path
  ///     that was not met is fixed, too.
  package mutating func apply(_ baseline: Baseline, isWhole: Bool = false) {
    let all = (findings + known).sorted(by: LintFinding.precedes)
    let split = baseline.split(all, paths: isWhole ? nil : Set(paths))
    findings = split.new
    known = split.known
    fixed = split.fixed
  }
}
