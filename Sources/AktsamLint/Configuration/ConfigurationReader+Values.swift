import AktsamText

/// Values of a kind that is expected; anything else is noted where it stands.
extension ConfigurationReader {
  mutating func note(_ value: YAMLValue, _ message: String) {
    problems.append(
      ConfigurationProblem(path: path, line: value.line, column: value.column, message: message))
  }

  mutating func noteUnknownRule(_ text: String, _ value: YAMLValue) {
    note(value, ConfigurationMessages.unknownRule(text, near: RuleSelector.nearest(to: text)))
  }

  func origin(_ value: YAMLValue) -> SettingOrigin {
    .file(path: path, line: value.line, column: value.column)
  }

  /// Returns the pairs whose key is known, and notes the others.
  mutating func known(_ pairs: Pairs, _ keys: [String]) -> [(key: String, value: YAMLValue)] {
    var result: [(key: String, value: YAMLValue)] = []
    for (key, value) in pairs {
      if let text = key.text, keys.contains(text) {
        result.append((text, value))
      } else {
        let text = key.text ?? key.kind
        note(
          key, ConfigurationMessages.unknownKey(text, keys, near: nearest(to: text, among: keys)))
      }
    }
    return result
  }

  mutating func map(_ value: YAMLValue, _ key: String) -> Pairs? {
    switch value.content {
    case .map(let pairs): return pairs
    case .empty: return []
    default:
      note(value, ConfigurationMessages.expected("keys with values", for: key, found: value.kind))
      return nil
    }
  }

  mutating func list(_ value: YAMLValue, _ key: String) -> [YAMLValue] {
    switch value.content {
    case .list(let items): return items
    case .empty: return []
    default:
      note(value, ConfigurationMessages.expected("a list", for: key, found: value.kind))
      return []
    }
  }

  /// Returns the items of a list; a single text is a list of one.
  mutating func items(_ value: YAMLValue, _ key: String) -> [YAMLValue] {
    if case .text = value.content { return [value] }
    return list(value, key)
  }

  mutating func text(_ value: YAMLValue, _ key: String) -> String? {
    if let text = value.text { return text }
    note(value, ConfigurationMessages.expected("a text", for: key, found: value.kind))
    return nil
  }

  mutating func texts(
    _ value: YAMLValue, _ key: String
  ) -> [(text: String, value: YAMLValue)] {
    var result: [(text: String, value: YAMLValue)] = []
    for item in items(value, key) {
      if let text = text(item, key) { result.append((text, item)) }
    }
    return result
  }

  mutating func globs(_ value: YAMLValue, _ key: String) -> [Glob] {
    texts(value, key).map { Glob($0.text) }
  }

  mutating func choice(_ value: YAMLValue, _ key: String, _ known: [String]) -> String? {
    guard let text = text(value, key) else { return nil }
    if known.contains(text) { return text }
    note(
      value,
      ConfigurationMessages.unknownValue(key, text, known, near: nearest(to: text, among: known)))
    return nil
  }

  mutating func selector(_ value: YAMLValue) -> RuleSelector? {
    guard let text = text(value, "a rule") else { return nil }
    if let selector = RuleSelector(text) { return selector }
    noteUnknownRule(text, value)
    return nil
  }

  mutating func selectors(_ value: YAMLValue, _ key: String) -> [Sited<RuleSelector>] {
    var result: [Sited<RuleSelector>] = []
    for item in items(value, key) {
      if let selector = selector(item) { result.append(Sited(selector, origin(item))) }
    }
    return result
  }

  mutating func date(_ value: YAMLValue, _ key: String) -> String? {
    guard let text = text(value, key) else { return nil }
    if CalendarDay.isDay(text) { return text }
    note(value, ConfigurationMessages.notADate(text))
    return nil
  }
}
