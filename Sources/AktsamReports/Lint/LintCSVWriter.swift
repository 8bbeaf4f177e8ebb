import AktsamText

/// All findings as comma-separated values (RFC 4180), also those that do not count.
enum LintCSVWriter {
  private static let head = [
    "path", "part", "line", "column", "endLine", "endColumn", "rule", "name", "severity", "state",
    "message", "fix", "reason", "until", "fingerprint",
  ]

  /// Returns a line of names and a line a finding.
  static func report(_ report: LintReport) -> [UInt8] {
    var text = CSV.line(head)
    for item in report.findings {
      let place = item.place
      var suppression: LintItem.Suppression?
      if case .suppressed(let found) = item.state { suppression = found }
      text += CSV.line([
        place.path, place.part, "\(place.line)", "\(place.column)", "\(place.endLine)",
        "\(place.endColumn)", item.rule, item.name, item.severity.rawValue, item.state.name,
        item.message, item.fix?.message ?? "", suppression?.reason ?? "", suppression?.until ?? "",
        item.stableFingerprint,
      ])
    }
    return Array(text.utf8)
  }
}
