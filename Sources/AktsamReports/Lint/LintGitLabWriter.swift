import AktsamText

/// The findings that count as GitLab's code quality report
/// (https://docs.gitlab.com/ci/testing/code_quality/).
enum LintGitLabWriter {
  /// Returns the document.
  static func report(_ report: LintReport) -> [UInt8] {
    var seen: [String: Int] = [:]
    let entries = report.findings.filter { $0.state == .new }.map { item in
      entry(item, fingerprint: unique(item.stableFingerprint, &seen))
    }
    return JSONValue.array(entries).serialized(pretty: true)
  }

  private static func entry(_ item: LintItem, fingerprint: String) -> JSONValue {
    var fields = JSONFields()
    let member = item.place.part.isEmpty ? "" : "\(item.place.part): "
    fields.add("description", .string("\(item.rule): \(member)\(item.message)"))
    fields.add("check_name", .string(item.name))
    fields.add("fingerprint", .string(fingerprint))
    fields.add("severity", severity(item.severity))
    fields.add("location") {
      // GitLab finds no file by a path that begins with `./`.
      let path = item.place.path
      $0.add("path", .string(path.hasPrefix("./") ? String(path.dropFirst(2)) : path))
      $0.add("lines") {
        $0.add("begin", item.place.line)
        $0.add("end", item.place.endLine)
      }
    }
    return fields.value
  }

  /// GitLab keeps one finding of each fingerprint; the second and later ones get another.
  private static func unique(_ fingerprint: String, _ seen: inout [String: Int]) -> String {
    let count = seen[fingerprint, default: 0]
    seen[fingerprint] = count + 1
    return count == 0 ? fingerprint : Fingerprint.of([fingerprint, "\(count)"])
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
