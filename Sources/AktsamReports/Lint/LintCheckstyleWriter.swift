import AktsamText

/// The findings that count in the XML of Checkstyle, which many build servers and review tools read.
enum LintCheckstyleWriter {
  /// Returns the document, which names files without findings, too.
  static func report(_ report: LintReport) -> [UInt8] {
    var text = XMLText.declaration + "<checkstyle version=\"4.3\">\n"
    for group in LintGroups(report).groups {
      let items = group.items.filter { $0.state == .new }
      text += "  <file" + XMLText.attributes([("name", group.path)])
      guard !items.isEmpty else {
        text += "/>\n"
        continue
      }
      text += ">\n"
      for item in items {
        text +=
          "    <error"
          + XMLText.attributes([
            ("line", "\(item.place.line)"), ("column", "\(item.place.column)"),
            ("severity", severity(item.severity)),
            ("message", "\(item.message) [\(item.name)]"), ("source", "aktsam.\(item.rule)"),
          ]) + "/>\n"
      }
      text += "  </file>\n"
    }
    return Array((text + "</checkstyle>\n").utf8)
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "info"
    }
  }
}
