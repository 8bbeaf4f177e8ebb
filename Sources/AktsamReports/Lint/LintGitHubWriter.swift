import AktsamText

/// The findings that count as workflow commands, which GitHub Actions shows beside the lines
/// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
///
/// GitHub shows ten annotations of each kind a step; SARIF has no such limit.
enum LintGitHubWriter {
  /// Returns a line a finding.
  static func report(_ report: LintReport) -> [UInt8] {
    var text = ""
    for item in report.findings where item.state == .new {
      let place = item.place
      var properties = ["file=\(property(place.path))", "line=\(place.line)"]
      if place.endLine == place.line {
        properties += ["col=\(place.column)", "endColumn=\(place.endColumn)"]
      } else {
        // Columns are taken only where both ends are in one line.
        properties.append("endLine=\(place.endLine)")
      }
      properties.append("title=\(property("\(item.rule) \(item.name)"))")
      let member = place.part.isEmpty ? "" : "\(place.part): "
      text += "::\(command(item.severity)) \(properties.joined(separator: ","))"
      text += "::\(data(member + message(item)))\n"
    }
    return Array(text.utf8)
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func message(_ item: LintItem) -> String {
    let related = item.related.map {
      "\n\($0.place.pathWithPart):\($0.place.line):\($0.place.column): \($0.message)"
    }
    return item.message + related.joined()
  }

  /// Returns the text of a command as `@actions/core` escapes it.
  private static func data(_ text: String) -> String {
    escaped(text, extra: "")
  }

  /// Returns the value of a property as `@actions/core` escapes it.
  private static func property(_ text: String) -> String {
    escaped(text, extra: ":,")
  }

  private static func escaped(_ text: String, extra: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result.append(contentsOf: "%25".unicodeScalars)
      case "\r": result.append(contentsOf: "%0D".unicodeScalars)
      case "\n": result.append(contentsOf: "%0A".unicodeScalars)
      case ":" where extra.contains(":"): result.append(contentsOf: "%3A".unicodeScalars)
      case "," where extra.contains(","): result.append(contentsOf: "%2C".unicodeScalars)
      default: result.append(VisibleText.of(scalar))
      }
    }
    return String(result)
  }
}
