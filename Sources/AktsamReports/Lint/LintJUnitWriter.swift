import AktsamText

/// A report of the linter as JUnit XML: a suite a file, a case a finding. A file without findings is
/// one case that passes; findings that do not count are skipped cases.
enum LintJUnitWriter {
  /// Returns the document.
  static func report(_ report: LintReport) -> [UInt8] {
    let suites = LintGroups(report).groups.map(Suite.init)
    let totals = Suite.Counts(suites)
    var text = XMLText.declaration
    text += "<testsuites"
    text += XMLText.attributes([("name", "\(report.toolName) lint")] + totals.attributes)
    text += ">\n"
    for suite in suites {
      text += "  <testsuite"
      text += XMLText.attributes([("name", suite.path)] + suite.counts.attributes)
      text += ">\n\(suite.cases)  </testsuite>\n"
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  /// One file.
  private struct Suite {
    /// How many cases ended how.
    struct Counts {
      var tests = 0
      var failures = 0
      var errors = 0
      var skipped = 0

      init() {}

      init(_ suites: [Suite]) {
        for counts in suites.map(\.counts) {
          tests += counts.tests
          failures += counts.failures
          errors += counts.errors
          skipped += counts.skipped
        }
      }

      var attributes: [(name: String, value: String?)] {
        [
          ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "\(errors)"),
          ("skipped", "\(skipped)"),
        ]
      }
    }

    let path: String
    var counts = Counts()
    var cases = ""

    init(_ group: LintGroups.Group) {
      path = group.path
      if !group.isRead {
        counts.errors += 1
        add("read", line: nil, "<error message=\"the file could not be read\" type=\"unread\"/>")
      }
      for item in group.items { add(item) }
      if counts.tests == 0 { add("no findings", line: nil, nil) }
    }

    private mutating func add(_ item: LintItem) {
      let place = "\(item.place.line):\(item.place.column)"
      let name = "\(item.rule) \(item.name) (\(place))"
      let result: String
      switch item.state {
      case .new:
        counts.failures += 1
        result =
          "<failure"
          + XMLText.attributes([("message", item.message), ("type", item.severity.rawValue)])
          + ">\(XMLText.content(details(item)))</failure>"
      case .baseline:
        counts.skipped += 1
        result = "<skipped message=\"in the baseline\"/>"
      case .suppressed(let suppression):
        counts.skipped += 1
        let until = suppression.until.map { " until \($0)" } ?? ""
        let reason = suppression.reason.isEmpty ? "" : ": \(suppression.reason)"
        result =
          "<skipped" + XMLText.attributes([("message", "suppressed\(until)\(reason)")]) + "/>"
      }
      add(name, line: item.place.line, result)
    }

    private mutating func add(_ name: String, line: Int?, _ result: String?) {
      counts.tests += 1
      cases += "    <testcase"
      cases += XMLText.attributes([
        ("name", name), ("classname", path), ("file", path), ("line", line.map { "\($0)" }),
      ])
      cases += result.map { ">\n      \($0)\n    </testcase>\n" } ?? "/>\n"
    }

    private func details(_ item: LintItem) -> String {
      var lines = ["\(item.position): \(item.severity.rawValue) \(item.rule) \(item.message)"]
      if let excerpt = item.excerpt {
        let marked = MarkedLine(excerpt, width: 100)
        lines += [marked.line, marked.carets]
      }
      lines += item.related.map {
        "\($0.place.pathWithPart):\($0.place.line):\($0.place.column): \($0.message)"
      }
      if let fix = item.fix { lines.append("fix: \(fix.message)") }
      return lines.joined(separator: "\n")
    }
  }
}
