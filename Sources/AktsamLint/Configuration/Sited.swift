/// Where a setting comes from.
package enum SettingOrigin: Sendable, Hashable, CustomStringConvertible {
  /// Nobody set it.
  case standard
  /// A line of a configuration file.
  case file(path: String, line: Int, column: Int)
  /// An option of the command, as written: `--select`.
  case option(String)

  /// The origin in a few words: `standard`, `.aktsam.yml:3`, `--select`.
  package var description: String {
    switch self {
    case .standard: "standard"
    case .file(let path, let line, _): "\(path):\(line)"
    case .option(let name): name
    }
  }
}

/// A value that knows where it was set.
package struct Sited<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  package var value: Value
  /// Where it was set.
  package var origin: SettingOrigin

  /// Creates a value.
  package init(_ value: Value, _ origin: SettingOrigin = .standard) {
    self.value = value
    self.origin = origin
  }
}
