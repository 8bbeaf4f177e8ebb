import AktsamClauses

extension Configuration {
  /// What a configuration may name that is not the linter's own.
  package struct Vocabulary: Sendable {
    /// The ids of the clause library's profiles.
    package var profiles: [String]

    /// Creates a vocabulary.
    package init(profiles: [String]) { self.profiles = profiles }
  }

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - bytes: the file, YAML in UTF-8.
  ///   - path: its path as problems and reports show it.
  ///   - vocabulary: what it may name.
  /// - Returns: the configuration as far as it could be read, and everything that is wrong with it, in
  ///   the order of the file. With a problem no run should start.
  package static func read(
    _ bytes: [UInt8], path: String, vocabulary: Vocabulary
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    var reader = ConfigurationReader(path: path, vocabulary: vocabulary)
    do {
      reader.read(try YAMLValue.read(bytes, path: path, limit: 20_000))
    } catch {
      reader.problems.append(error)
    }
    let problems = reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    return (reader.configuration, problems)
  }
}

/// The state of reading one configuration.
struct ConfigurationReader {
  typealias Pairs = [(key: YAMLValue, value: YAMLValue)]

  let path: String
  let vocabulary: Configuration.Vocabulary
  var configuration = Configuration()
  var problems: [ConfigurationProblem] = []

  private static let settingKeys = [
    "profile", "languages", "select", "extend-select", "ignore", "severity", "rules",
  ]
  private static let fileKeys =
    settingKeys + [
      "as-of", "files", "exclude", "overrides", "suppressions",
    ]

  init(path: String, vocabulary: Configuration.Vocabulary) {
    self.path = path
    self.vocabulary = vocabulary
    configuration.path = path
  }

  mutating func read(_ root: YAMLValue) {
    if case .empty = root.content { return }
    guard let pairs = map(root, "the file") else { return }
    for (key, value) in known(pairs, Self.fileKeys) {
      switch key {
      case "files": configuration.files = globs(value, key)
      case "exclude": configuration.exclude = globs(value, key)
      case "as-of":
        configuration.settings.asOf = date(value, key).map { Sited($0, origin(value)) }
      case "overrides":
        let items = list(value, key)
        for item in items { readOverride(item) }
      case "suppressions":
        let items = list(value, key)
        for item in items { readSuppression(item) }
      default:
        var settings = configuration.settings
        readSetting(key, value, into: &settings)
        configuration.settings = settings
      }
    }
  }

  private mutating func readOverride(_ item: YAMLValue) {
    guard let pairs = map(item, "overrides") else { return }
    var override = Configuration.Override(files: [], settings: Settings())
    var hasFiles = false
    for (key, value) in known(pairs, ["files"] + Self.settingKeys) {
      if key == "files" {
        hasFiles = true
        override.files = globs(value, key)
      } else {
        readSetting(key, value, into: &override.settings)
      }
    }
    if !hasFiles { note(item, ConfigurationMessages.noFiles) }
    configuration.overrides.append(override)
  }

  private mutating func readSuppression(_ item: YAMLValue) {
    guard let pairs = map(item, "suppressions") else { return }
    var suppression = Configuration.Suppression(
      files: [], rules: [], reason: "", origin: origin(item))
    for (key, value) in known(pairs, ["files", "rules", "reason", "until"]) {
      switch key {
      case "files": suppression.files = globs(value, key)
      case "rules":
        for (text, value) in texts(value, key) {
          suppression.rules.append(Sited(text, origin(value)))
          if RuleSelector(text) == nil { noteUnknownRule(text, value) }
        }
      case "reason": suppression.reason = text(value, key) ?? ""
      default: suppression.until = date(value, key)
      }
    }
    if suppression.files.isEmpty { note(item, ConfigurationMessages.noFiles) }
    if suppression.rules.isEmpty { note(item, ConfigurationMessages.noRules) }
    if suppression.reason.allSatisfy(\.isWhitespace) { note(item, ConfigurationMessages.noReason) }
    configuration.suppressions.append(suppression)
  }

  private mutating func readSetting(
    _ key: String, _ value: YAMLValue, into settings: inout Settings
  ) {
    switch key {
    case "profile":
      settings.profile = choice(value, key, vocabulary.profiles).map { Sited($0, origin(value)) }
    case "languages":
      let known = ClauseVocabulary.readLanguages
      var languages: [String] = []
      for item in items(value, key) {
        if let language = choice(item, key, known) { languages.append(language) }
      }
      settings.languages = Sited(languages, origin(value))
    case "select": settings.select = selectors(value, key)
    case "extend-select": settings.extendSelect = selectors(value, key)
    case "ignore": settings.ignore = selectors(value, key)
    case "severity": readLevels(value, into: &settings)
    default: readOptions(value, into: &settings)
    }
  }

  private mutating func readLevels(_ value: YAMLValue, into settings: inout Settings) {
    guard let pairs = map(value, "severity") else { return }
    for (key, value) in pairs {
      guard let rules = selector(key) else { continue }
      let known = Settings.Level.allCases.map(\.rawValue)
      guard let level = choice(value, "severity", known).flatMap(Settings.Level.init) else {
        continue
      }
      settings.levels.append(.init(rules, Sited(level, origin(value))))
    }
  }

  private mutating func readOptions(_ value: YAMLValue, into settings: inout Settings) {
    guard let pairs = map(value, "rules") else { return }
    for (key, value) in pairs {
      guard let name = text(key, "rules") else { continue }
      guard let info = RuleTable.info(name) else {
        noteUnknownRule(name, key)
        continue
      }
      guard let options = map(value, name) else { continue }
      for (key, value) in options {
        guard let option = option(key, of: info, named: name) else { continue }
        guard let set = self.value(value, like: option) else { continue }
        settings.options[info.id, default: [:]][option.name] = Sited(set, origin(value))
      }
    }
  }

  private mutating func option(
    _ key: YAMLValue, of info: RuleInfo, named rule: String
  ) -> RuleOption? {
    guard let name = text(key, rule) else { return nil }
    if let option = info.options.first(where: { $0.name == name }) { return option }
    let known = info.options.map(\.name)
    note(
      key,
      ConfigurationMessages.noOption(rule, name, known, near: nearest(to: name, among: known)))
    return nil
  }

  private mutating func value(_ value: YAMLValue, like option: RuleOption) -> OptionValue? {
    switch option.standard {
    case .int:
      if case .text(let text, false) = value.content, let number = Int(text) { return .int(number) }
    case .flag:
      if case .text(let text, false) = value.content, text == "true" || text == "false" {
        return .flag(text == "true")
      }
    case .text:
      if let text = value.text { return .text(text) }
    case .list: return .list(texts(value, option.name).map(\.text))
    }
    note(
      value,
      ConfigurationMessages.expected(
        option.standard.kind, for: option.name, found: value.kind))
    return nil
  }
}
