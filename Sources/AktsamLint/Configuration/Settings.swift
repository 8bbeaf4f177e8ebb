package import AktsamText

/// What one level of a configuration sets: the whole file, an override, or the command line.
package struct Settings: Sendable, Hashable {
  /// How serious a rule's findings are, or that they are not wanted.
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case error, warning, note, off

    /// The severity; nil for ``off``.
    package var severity: Severity? { Severity(rawValue: rawValue) }
  }

  /// The level of some rules.
  package struct LevelSetting: Sendable, Hashable {
    /// Which rules.
    package var rules: RuleSelector
    /// Their level.
    package var level: Sited<Level>

    /// Creates a setting.
    package init(_ rules: RuleSelector, _ level: Sited<Level>) {
      self.rules = rules
      self.level = level
    }
  }

  /// The profile; nil = not set here.
  package var profile: Sited<String>?
  /// The languages that texts are expected in; nil = not set here.
  package var languages: Sited<[String]>?
  /// The date of the run; nil = not set here.
  package var asOf: Sited<String>?
  /// The rules that run instead of those of the level above; nil = not set here.
  package var select: [Sited<RuleSelector>]?
  /// Rules that run besides.
  package var extendSelect: [Sited<RuleSelector>] = []
  /// Rules that do not run.
  package var ignore: [Sited<RuleSelector>] = []
  /// Levels, in the order of the file.
  package var levels: [LevelSetting] = []
  /// Options by rule id and name.
  package var options: [String: [String: Sited<OptionValue>]] = [:]

  /// Creates settings that set nothing.
  package init() {}
}
