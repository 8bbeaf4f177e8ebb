package import AktsamText

/// What holds for one file, and where each value comes from.
package struct ResolvedSettings: Sendable, Hashable {
  /// What holds for one rule.
  package struct RuleSettings: Sendable, Hashable {
    /// Whether it runs.
    package var isOn: Sited<Bool>
    /// How serious its findings are.
    package var severity: Sited<Severity>
    /// The options that are set.
    package var options: [String: Sited<OptionValue>]
  }

  /// The profile's id.
  package var profile: Sited<String>
  /// The languages that texts are expected in; empty = any.
  package var languages: Sited<[String]>
  /// The date of the run; nil = none.
  package var asOf: Sited<String>?
  /// What holds for each rule, by id.
  package var rules: [String: RuleSettings]
  private var layers: [Settings]

  /// The profile that holds where nobody names one.
  package static let standardProfile = "oecd-six-steps"

  /// Resolves what holds for a file.
  ///
  /// - Parameters:
  ///   - configuration: the configuration.
  ///   - path: the file, relative to the folder of the configuration, with slashes.
  ///   - command: what the command line sets, which goes before all else.
  package init(
    _ configuration: Configuration, for path: String, command: Settings = Settings()
  ) {
    let overrides = configuration.overrides.filter { override in
      override.files.contains { $0.matches(path) }
    }
    layers = [configuration.settings] + overrides.map(\.settings) + [command]
    profile = layers.last { $0.profile != nil }?.profile ?? Sited(Self.standardProfile)
    languages = layers.last { $0.languages != nil }?.languages ?? Sited([])
    asOf = layers.last { $0.asOf != nil }?.asOf
    rules = [:]
    for info in RuleTable.infos {
      rules[info.id] = Self.rule(
        info.id, isDefault: info.isDefault, severity: info.severity, layers)
    }
  }

  /// Returns what holds for a rule; rules of readers run with their own severity where nothing is set.
  package func rule(_ id: String, severity: Severity) -> RuleSettings {
    rules[id] ?? Self.rule(id, isDefault: true, severity: severity, layers)
  }

  /// Returns the options that are set for a rule that runs; nil for one that does not.
  func options(of info: RuleInfo) -> [String: OptionValue]? {
    guard let rule = rules[info.id], rule.isOn.value else { return nil }
    return rule.options.mapValues(\.value)
  }

  private static func rule(
    _ id: String, isDefault: Bool, severity: Severity, _ layers: [Settings]
  ) -> RuleSettings {
    var result = RuleSettings(
      isOn: Sited(isDefault), severity: Sited(severity), options: [:])
    // What a file could not be read for is not switched off by a choice of other rules.
    let isReaders = id.hasPrefix("AK0")
    var isLevelledOff = false
    for layer in layers {
      if let select = layer.select, !isReaders {
        result.isOn = Sited(false, select.first?.origin ?? result.isOn.origin)
      }
      let on = closest(id, (layer.select ?? []) + layer.extendSelect)
      let off = closest(id, layer.ignore)
      if let off, off.closeness >= on?.closeness ?? 0 {
        result.isOn = Sited(false, off.origin)
      } else if let on {
        result.isOn = Sited(true, on.origin)
      }
      if let level = level(of: id, in: layer.levels) {
        if let severity = level.value.severity {
          result.severity = Sited(severity, level.origin)
          if isLevelledOff { result.isOn = Sited(true, level.origin) }
        } else {
          result.isOn = Sited(false, level.origin)
        }
        isLevelledOff = level.value == .off
      }
      result.options.merge(layer.options[id] ?? [:]) { $1 }
    }
    return result
  }

  /// Returns the level of a rule by the setting that names it most closely, the later among equals.
  private static func level(
    of id: String, in settings: [Settings.LevelSetting]
  ) -> Sited<Settings.Level>? {
    var best: (closeness: Int, level: Sited<Settings.Level>)?
    for setting in settings {
      let closeness = setting.rules.closeness(to: id)
      if closeness > 0, closeness >= best?.closeness ?? 0 { best = (closeness, setting.level) }
    }
    return best?.level
  }

  private static func closest(
    _ id: String, _ selectors: [Sited<RuleSelector>]
  ) -> (closeness: Int, origin: SettingOrigin)? {
    var best: (closeness: Int, origin: SettingOrigin)?
    for selector in selectors {
      let closeness = selector.value.closeness(to: id)
      if closeness > best?.closeness ?? 0 { best = (closeness, selector.origin) }
    }
    return best
  }
}
