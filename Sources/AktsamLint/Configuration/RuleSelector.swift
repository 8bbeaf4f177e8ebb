/// Rules as a configuration or a suppression names them: by id, name, group or the start of ids.
package struct RuleSelector: Sendable, Hashable {
  /// What it names, the wider ones first.
  enum Meaning: Sendable, Hashable {
    case all
    case group(RuleGroup)
    case prefix(String)
    /// The id of a rule, of the linter's or of a reader.
    case rule(String)
  }

  /// As written.
  package let text: String
  let meaning: Meaning

  /// Creates a selector from `AK1001`, `long-question`, `questionnaires`, `AK10` or `all`; nil when
  /// nothing has that name.
  ///
  /// What readers report has ids that start with `AK0`; any of them is taken.
  package init?(_ text: String) {
    self.text = text
    if let info = RuleTable.info(text) {
      meaning = .rule(info.id)
    } else if let group = RuleGroup(rawValue: text) {
      meaning = .group(group)
    } else if text == "all" {
      meaning = .all
    } else if text.hasPrefix("AK"), text.utf8.count <= 6,
      text.dropFirst(2).allSatisfy({ $0.isASCII && $0.isNumber })
    {
      let isReaders = text.hasPrefix("AK0")
      if isReaders, text.utf8.count == 6 {
        meaning = .rule(text)
      } else if isReaders || RuleTable.infos.contains(where: { $0.id.hasPrefix(text) }) {
        meaning = .prefix(text)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// Returns how closely it names a rule: 0 = not at all, more for a narrower one.
  func closeness(to rule: String) -> Int {
    switch meaning {
    case .all: 1
    case .group(let group): rule.hasPrefix(group.prefix) ? 4 : 0
    case .prefix(let prefix): rule.hasPrefix(prefix) ? prefix.utf8.count : 0
    case .rule(let id): rule == id ? 6 : 0
    }
  }

  /// Whether it names a rule.
  package func names(_ rule: String) -> Bool { closeness(to: rule) > 0 }

  /// What may be written, for "did you mean".
  static var known: [String] {
    RuleTable.infos.flatMap { [$0.id, $0.name] } + RuleGroup.allCases.map(\.rawValue) + ["all"]
  }

  /// Returns what a text that names nothing was most likely meant for.
  static func nearest(to text: String) -> String? {
    AktsamLint.nearest(to: text, among: known)
  }
}
