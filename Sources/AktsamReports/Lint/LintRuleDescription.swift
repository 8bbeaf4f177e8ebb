package import AktsamText

/// What a rule of the linter is called and what it is for, as reports, pages and listings show it.
package struct LintRuleDescription: Sendable, Hashable {
  /// Something that a configuration may set.
  package struct Option: Sendable, Hashable {
    /// The name.
    package var name: String
    /// What it sets.
    package var summary: String
    /// The value where nothing is set, as it is written in a configuration.
    package var standard: String

    /// Creates an option.
    package init(name: String, summary: String, standard: String) {
      self.name = name
      self.summary = summary
      self.standard = standard
    }
  }

  /// A small document that shows the rule at work.
  package struct Example: Sendable, Hashable {
    /// The document; what is reported stands between `«` and `»`.
    package var text: String
    /// The name of the file, whose ending tells what it is written in.
    package var file: String
    /// Options that it was checked with, as a configuration has them: `max-words: 8`.
    package var options: [String]

    /// Creates an example.
    package init(_ text: String, file: String = "document.xml", options: [String] = []) {
      self.text = text
      self.file = file
      self.options = options
    }
  }

  /// The stable id, such as `AK1001`.
  package var id: String
  /// The name in kebab case.
  package var name: String
  /// The id of the group.
  package var group: String
  /// The name of the group for people.
  package var groupTitle: String
  /// How serious a finding is, where a configuration does not say otherwise.
  package var severity: Severity
  /// The version that brought it; empty = not said.
  package var since: String
  /// Whether it runs where a configuration does not say otherwise.
  package var isDefault: Bool
  /// What is found, one sentence.
  package var summary: String
  /// Why it matters and what to do; Markdown.
  package var rationale: String
  /// Norms and pages that it rests on: addresses or ids of provisions.
  package var references: [String]
  /// The address of its page.
  package var helpURI: String?
  /// What a configuration may set.
  package var options: [Option]
  /// Documents that are reported.
  package var flagged: [Example]
  /// Documents that are not.
  package var unflagged: [Example]

  /// Creates a description.
  package init(
    id: String, name: String, group: String, groupTitle: String, severity: Severity,
    since: String = "", isDefault: Bool = true, summary: String, rationale: String,
    references: [String] = [], helpURI: String? = nil, options: [Option] = [],
    flagged: [Example] = [], unflagged: [Example] = []
  ) {
    self.id = id
    self.name = name
    self.group = group
    self.groupTitle = groupTitle
    self.severity = severity
    self.since = since
    self.isDefault = isDefault
    self.summary = summary
    self.rationale = rationale
    self.references = references
    self.helpURI = helpURI
    self.options = options
    self.flagged = flagged
    self.unflagged = unflagged
  }
}

extension LintRuleDescription {
  /// Creates the description of what a reader notices about an input.
  ///
  /// - Parameter id: the id of the rule, `AK0…`.
  package init(reader id: String) {
    let (name, text) = FindingRules.rule(id, language: "en")
    self.init(
      id: id, name: name, group: "inputs", groupTitle: "Inputs", severity: .warning, summary: text,
      rationale: text)
  }
}
