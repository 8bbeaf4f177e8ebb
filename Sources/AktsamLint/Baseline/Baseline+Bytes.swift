extension Baseline {
  private static let schema = "aktsam-baseline-1"
  private static let keys = [
    "rule", "path", "part", "element", "text", "fingerprint", "count",
  ]

  /// The baseline as a file: JSON, one entry a line, sorted. Equal baselines give equal bytes.
  package var bytes: [UInt8] {
    var text = "{\n  \"schema\": \"\(Self.schema)\",\n  \"entries\": ["
    for (index, entry) in entries.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      var fields: [(String, String)] = [("rule", entry.rule), ("path", entry.path)]
      if !entry.part.isEmpty { fields.append(("part", entry.part)) }
      if !entry.element.isEmpty { fields.append(("element", entry.element)) }
      fields += [("text", entry.text), ("fingerprint", entry.fingerprint)]
      let written = fields.map { "\"\($0.0)\": \(Self.quoted($0.1))" }.joined(separator: ", ")
      text += "    {\(written), \"count\": \(entry.count)}"
    }
    text += entries.isEmpty ? "]\n}\n" : "\n  ]\n}\n"
    return Array(text.utf8)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Reads a baseline.
  ///
  /// - Parameters:
  ///   - bytes: the file as ``bytes`` writes it.
  ///   - path: its path for problems.
  /// - Returns: the baseline, and everything that is wrong with it, in the order of the file.
  package static func read(
    _ bytes: [UInt8], path: String
  ) -> (baseline: Baseline, problems: [ConfigurationProblem]) {
    var reader = BaselineReader(path: path, keys: keys)
    do {
      // JSON is YAML, whose reader knows lines.
      reader.read(try YAMLValue.read(bytes, path: path, limit: 2_000_000), schema: schema)
    } catch {
      reader.problems.append(error)
    }
    return (Baseline(reader.entries), reader.problems)
  }
}

/// The state of reading one baseline.
private struct BaselineReader {
  /// How many findings one entry may hold, so that no sum overflows.
  private static let mostFindings = 1_000_000

  let path: String
  let keys: [String]
  var entries: [Baseline.Entry] = []
  var problems: [ConfigurationProblem] = []

  init(path: String, keys: [String]) {
    self.path = path
    self.keys = keys
  }

  private mutating func note(_ value: YAMLValue, _ message: String) {
    problems.append(
      ConfigurationProblem(path: path, line: value.line, column: value.column, message: message))
  }

  mutating func read(_ root: YAMLValue, schema: String) {
    guard case .map(let pairs) = root.content else {
      note(root, ConfigurationMessages.notABaseline(root.kind))
      return
    }
    let found = pairs.first { $0.key.text == "schema" }?.value
    guard found?.text == schema else {
      note(found ?? root, ConfigurationMessages.notABaseline(found?.kind ?? "nothing"))
      return
    }
    for (key, value) in pairs {
      switch key.text {
      case "schema": break
      case "entries":
        guard case .list(let items) = value.content else {
          note(
            value, ConfigurationMessages.expected("a list", for: "entries", found: value.kind))
          continue
        }
        for item in items { readEntry(item) }
      default: noteUnknown(key, ["schema", "entries"])
      }
    }
  }

  private mutating func noteUnknown(_ key: YAMLValue, _ known: [String]) {
    let text = key.text ?? key.kind
    note(key, ConfigurationMessages.unknownKey(text, known, near: nearest(to: text, among: known)))
  }

  private mutating func readEntry(_ item: YAMLValue) {
    guard case .map(let pairs) = item.content else {
      note(
        item, ConfigurationMessages.expected("keys with values", for: "entries", found: item.kind))
      return
    }
    var texts: [String: String] = [:]
    for (key, value) in pairs {
      guard let name = key.text, keys.contains(name) else {
        noteUnknown(key, keys)
        continue
      }
      guard let text = value.text else {
        note(value, ConfigurationMessages.expected("a text", for: name, found: value.kind))
        continue
      }
      if name == "count", !(1...Self.mostFindings).contains(Int(text) ?? 0) {
        note(value, ConfigurationMessages.expected("a count", for: name, found: value.kind))
      }
      texts[name] = text
    }
    for key in ["rule", "path", "fingerprint", "count"] where texts[key] == nil {
      note(item, ConfigurationMessages.missingKey(key))
    }
    guard let rule = texts["rule"], let path = texts["path"],
      let fingerprint = texts["fingerprint"], let count = texts["count"].flatMap({ Int($0) }),
      count <= Self.mostFindings
    else { return }
    entries.append(
      Baseline.Entry(
        rule: rule, path: path, part: texts["part"] ?? "", element: texts["element"] ?? "",
        text: texts["text"] ?? "", fingerprint: fingerprint, count: count))
  }
}
