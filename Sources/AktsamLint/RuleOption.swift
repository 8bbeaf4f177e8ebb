/// The value of a rule's option.
package enum OptionValue: Sendable, Hashable {
  case int(Int)
  case flag(Bool)
  case text(String)
  case list([String])

  /// What kind of value it is, for messages.
  package var kind: String {
    switch self {
    case .int: "a whole number"
    case .flag: "true or false"
    case .text: "a text"
    case .list: "a list of texts"
    }
  }

  /// The value as it is written in a configuration.
  package var written: String {
    switch self {
    case .int(let value): "\(value)"
    case .flag(let value): value ? "true" : "false"
    case .text(let value): YAMLText.quoted(value)
    case .list(let values): "[" + values.map(YAMLText.quoted).joined(separator: ", ") + "]"
    }
  }
}

/// Something that a configuration may set for one rule.
package struct RuleOption: Sendable, Hashable {
  /// The name in kebab case.
  package var name: String
  /// What it sets, for people.
  package var summary: String
  /// The value where nothing is set; its kind is the kind that is accepted.
  package var standard: OptionValue

  /// Creates an option.
  package init(_ name: String, _ summary: String, standard: OptionValue) {
    self.name = name
    self.summary = summary
    self.standard = standard
  }
}

/// The options of one rule as they apply to one document.
package struct RuleOptions: Sendable, Hashable {
  private var values: [String: OptionValue]

  /// Creates options: the rule's own, those of a configuration in their place.
  package init(_ options: [RuleOption], set: [String: OptionValue] = [:]) {
    values = Dictionary(
      options.map { ($0.name, set[$0.name] ?? $0.standard) }, uniquingKeysWith: { $1 })
  }

  /// Returns a number; 0 for an option that the rule does not declare.
  package func int(_ name: String) -> Int {
    if case .int(let value) = values[name] { value } else { 0 }
  }

  /// Returns whether an option is set to true.
  package func flag(_ name: String) -> Bool {
    values[name] == .flag(true)
  }

  /// Returns a text; empty for an option that the rule does not declare.
  package func text(_ name: String) -> String {
    if case .text(let value) = values[name] { value } else { "" }
  }

  /// Returns a list of texts; empty for an option that the rule does not declare.
  package func list(_ name: String) -> [String] {
    if case .list(let value) = values[name] { value } else { [] }
  }
}
