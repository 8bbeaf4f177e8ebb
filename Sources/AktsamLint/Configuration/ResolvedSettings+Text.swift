import AktsamText

extension ResolvedSettings {
  /// The settings as `aktsam config show` prints them: as a configuration writes them, with where each
  /// value comes from behind it. Ends with a line feed.
  package var text: String {
    var lines: [(setting: String, origin: String)] = []
    lines.append(("profile: \(YAMLText.quoted(profile.value))", profile.origin.description))
    let codes = languages.value.joined(separator: ", ")
    lines.append(("languages: [\(codes)]", languages.origin.description))
    if let asOf { lines.append(("as-of: \(asOf.value)", asOf.origin.description)) }
    lines.append(("severity:", ""))
    for info in RuleTable.infos {
      guard let rule = rules[info.id] else { continue }
      let level = rule.isOn.value ? rule.severity.value.rawValue : "off"
      let origin =
        rule.isOn.value && rule.isOn.origin == .standard
        ? rule.severity.origin : rule.isOn.origin
      lines.append(("  \(info.name): \(level)", "\(info.id), \(origin)"))
    }
    lines.append(("rules:", ""))
    for info in RuleTable.infos where !info.options.isEmpty && rules[info.id]?.isOn.value == true {
      lines.append(("  \(info.name):", ""))
      for option in info.options {
        let set = rules[info.id]?.options[option.name] ?? Sited(option.standard)
        lines.append(("    \(option.name): \(set.value.written)", set.origin.description))
      }
    }
    let width = lines.map { $0.origin.isEmpty ? 0 : $0.setting.unicodeScalars.count }.max() ?? 0
    return lines.map { line in
      guard !line.origin.isEmpty else { return line.setting + "\n" }
      let blanks = String(
        repeating: " ", count: max(0, min(width, 48) - line.setting.unicodeScalars.count))
      return "\(line.setting)\(blanks)  # \(line.origin)\n"
    }.joined()
  }
}
