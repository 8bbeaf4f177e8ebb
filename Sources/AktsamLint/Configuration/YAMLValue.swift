import Yams

/// A value of a YAML text that knows where it stands.
struct YAMLValue {
  /// What it is.
  enum Content {
    case empty
    case text(String, isQuoted: Bool)
    case list([YAMLValue])
    case map([(key: YAMLValue, value: YAMLValue)])
  }

  var content: Content
  var line: Int
  var column: Int

  /// The text of a scalar; nil for anything else.
  var text: String? {
    if case .text(let text, _) = content { text } else { nil }
  }

  /// What it is, for messages.
  var kind: String {
    switch content {
    case .empty: "nothing"
    case .text(let text, _): "\"\(text)\""
    case .list: "a list"
    case .map: "a table of keys"
    }
  }

  /// The most bytes that are read.
  static let mostBytes = 16 << 20

  /// Reads the one document of a YAML text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - path: the path for problems.
  ///   - limit: how many values the text may hold, those of aliases counted as often as they stand.
  /// - Returns: the value; an empty one for a text without content.
  /// - Throws: what is no YAML, or too much of it.
  static func read(
    _ bytes: [UInt8], path: String, limit: Int
  ) throws(ConfigurationProblem) -> YAMLValue {
    guard bytes.count <= mostBytes else {
      throw ConfigurationProblem(path: path, message: ConfigurationMessages.tooLarge(mostBytes))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationProblem(path: path, message: ConfigurationMessages.notUTF8)
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw problem(error, path)
    }
    var rest = limit
    guard let node else { return YAMLValue(content: .empty, line: 1, column: 1) }
    return try value(node, &rest, path)
  }

  private static func value(
    _ node: Node, _ rest: inout Int, _ path: String
  ) throws(ConfigurationProblem) -> YAMLValue {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    rest -= 1
    guard rest >= 0 else {
      throw ConfigurationProblem(
        path: path, line: line, column: column, message: ConfigurationMessages.tooMany)
    }
    let content: Content
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      content =
        !isQuoted && ["", "~", "null"].contains(scalar.string)
        ? .empty : .text(scalar.string, isQuoted: isQuoted)
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence { items.append(try value(item, &rest, path)) }
      content = .list(items)
    case .mapping(let mapping):
      var pairs: [(key: YAMLValue, value: YAMLValue)] = []
      for (key, item) in mapping {
        pairs.append((try value(key, &rest, path), try value(item, &rest, path)))
      }
      content = .map(pairs)
    case .alias: content = .empty
    }
    return YAMLValue(content: content, line: line, column: column)
  }

  private static func problem(_ error: any Error, _ path: String) -> ConfigurationProblem {
    func at(_ mark: Mark, _ problem: String) -> ConfigurationProblem {
      ConfigurationProblem(
        path: path, line: mark.line, column: mark.column,
        message: ConfigurationMessages.notYAML(problem))
    }
    guard let error = error as? YamlError else {
      return ConfigurationProblem(path: path, message: ConfigurationMessages.notYAML("\(error)"))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return at(mark, problem)
    case .duplicatedKeysInMapping(let keys, let context):
      return ConfigurationProblem(
        path: path, line: context.mark.line, column: context.mark.column,
        message: ConfigurationMessages.twice(keys.sorted()))
    default:
      return ConfigurationProblem(
        path: path, message: ConfigurationMessages.notYAML("it cannot be parsed"))
    }
  }
}
