import AktsamText

/// The pages of the linter's rules, all made from their descriptions: the document of all rules,
/// the page of one rule and the listing on a terminal, the help text in SARIF.
package enum RulePages {
  // MARK: - Document

  /// Returns the document of all rules as Markdown: a table a group, then a section a rule.
  package static func document(_ rules: [LintRuleDescription]) -> String {
    var text = """
      # Rules

      What `aktsam lint` reports. This page is made from the rules' descriptions and examples, which \
      are their tests, too. In an example `«` and `»` stand around exactly what is reported. Ids are \
      never reused and never renumbered.

      """
    let groups = distinct(rules.map(\.group)).map { group in rules.filter { $0.group == group } }
    for group in groups {
      text += "\n## \(MarkdownText.line(group.first?.groupTitle ?? ""))\n\n"
      text += "| Rule | Name | Severity | What is found |\n|---|---|---|---|\n"
      for rule in group {
        text += "| [\(MarkdownText.line(rule.id))](#\(anchor(rule))) "
        text += "| \(MarkdownText.code(rule.name, inTable: true)) | \(severity(rule)) "
        text += "| \(MarkdownText.line(rule.summary)) |\n"
      }
    }
    for rule in groups.joined() { text += "\n" + section(rule) }
    return text
  }

  /// Returns the anchor of a rule's section, as code hosts make it from the heading.
  package static func anchor(_ rule: LintRuleDescription) -> String {
    "\(rule.id) \(rule.name)".lowercased().filter {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == " "
    }.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "-")
  }

  private static func section(_ rule: LintRuleDescription) -> String {
    var text = "## \(rule.id) \(rule.name)\n\n\(rule.summary)\n"
    var facts = ["Severity: \(severity(rule))"]
    if !rule.since.isEmpty { facts.append("since \(rule.since)") }
    text += "\n\(facts.joined(separator: "; ")).\n\n### Why it matters\n\n\(rule.rationale)\n"
    if !rule.options.isEmpty {
      text += "\n### Options\n\n"
      for option in rule.options {
        text += "- \(MarkdownText.code(option.name)) "
        text += "(\(MarkdownText.code(option.standard))): \(option.summary)\n"
      }
    }
    if !rule.references.isEmpty {
      text += "\n### References\n\n"
      for reference in rule.references {
        text += "- \(isAddress(reference) ? "<\(reference)>" : MarkdownText.line(reference))\n"
      }
    }
    text += examples("Reported", rule.flagged) + examples("Not reported", rule.unflagged)
    return text
  }

  private static func examples(
    _ title: String, _ examples: [LintRuleDescription.Example]
  ) -> String {
    guard !examples.isEmpty else { return "" }
    var text = "\n### \(title)\n"
    for example in examples {
      if !example.options.isEmpty {
        let options = example.options.map { MarkdownText.code($0) }.joined(separator: ", ")
        text += "\nWith \(options):\n"
      }
      text += "\n" + MarkdownText.block(example.text, language: language(of: example.file))
    }
    return text
  }

  // MARK: - Help

  /// Returns what stands in SARIF as help: why it matters, options, references.
  static func help(_ rule: LintRuleDescription, isMarkdown: Bool) -> String {
    func code(_ text: String) -> String { isMarkdown ? MarkdownText.code(text) : text }
    var parts = [rule.rationale]
    if !rule.options.isEmpty {
      let options = rule.options.map {
        "- \(code($0.name)) (\(code($0.standard))): \($0.summary)"
      }
      parts.append((["Options:", ""] + options).joined(separator: "\n"))
    }
    if !rule.references.isEmpty {
      let references = rule.references.map { reference in
        guard isMarkdown else { return reference }
        return isAddress(reference) ? "<\(reference)>" : MarkdownText.line(reference)
      }
      parts.append("References: \(references.joined(separator: "; "))")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  // MARK: - Terminal

  /// Returns the page of one rule, as text or JSON.
  package static func explain(_ rule: LintRuleDescription, json: Bool) -> [UInt8] {
    if json {
      var fields = JSONFields()
      addSummary(rule, to: &fields)
      fields.add("rationale", rule.rationale)
      fields.add("references", rule.references)
      fields.add("options", rule.options) { option, fields in
        fields.add("name", .string(option.name))
        fields.add("summary", .string(option.summary))
        fields.add("default", .string(option.standard))
      }
      fields.add("flagged", rule.flagged) { add($0, to: &$1) }
      fields.add("unflagged", rule.unflagged) { add($0, to: &$1) }
      return fields.value.serialized(pretty: true)
    }
    var page = TextPage(colour: false)
    page.line("\(rule.id): \(rule.name)")
    page.blank()
    page.wrapped(rule.summary, indent: 2)
    var facts = "Severity: \(severity(rule)); \(rule.groupTitle)"
    if !rule.since.isEmpty { facts += "; since \(rule.since)" }
    page.wrapped(facts, indent: 2, hanging: 2)
    for paragraph in paragraphs(rule.rationale) {
      page.blank()
      page.wrapped(paragraph, indent: 2)
    }
    if !rule.options.isEmpty {
      page.blank()
      page.line("  Options:")
      for option in rule.options {
        page.wrapped(
          "\(option.name) (\(option.standard)): \(option.summary)", indent: 4, hanging: 2)
      }
    }
    if !rule.references.isEmpty {
      page.blank()
      page.line("  References:")
      for reference in rule.references { page.wrapped(reference, indent: 4, hanging: 2) }
    }
    write(rule.flagged, "Reported, between « and »", to: &page)
    write(rule.unflagged, "Not reported", to: &page)
    if let address = rule.helpURI {
      page.blank()
      page.line("  \(address)")
    }
    return Array(page.text.utf8)
  }

  /// Returns a line a rule, or JSON.
  package static func listing(_ rules: [LintRuleDescription], json: Bool) -> [UInt8] {
    if json {
      var fields = JSONFields()
      fields.add("rules", rules) { addSummary($0, to: &$1) }
      return fields.value.serialized(pretty: true)
    }
    var page = TextPage(colour: false)
    let table = rules.map { [$0.id, $0.name, severity($0)] }
    let widths = (0..<3).map { column in table.map { $0[column].count }.max() ?? 0 }
    var group = ""
    for (rule, row) in zip(rules, table) {
      if rule.group != group {
        if !group.isEmpty { page.blank() }
        page.line(rule.groupTitle)
        group = rule.group
      }
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      page.line("  \(cells.joined(separator: "  "))  \(page.clean(rule.summary))")
    }
    page.blank()
    page.line("\(rules.count) rules")
    return Array(page.text.utf8)
  }

  // MARK: - Parts

  /// Adds what says which rule it is.
  static func addSummary(_ rule: LintRuleDescription, to fields: inout JSONFields) {
    fields.add("id", .string(rule.id))
    fields.add("name", .string(rule.name))
    fields.add("group", .string(rule.group))
    fields.add("severity", rule.severity.rawValue)
    fields.add("default", .bool(rule.isDefault))
    fields.add("since", rule.since)
    fields.add("summary", .string(rule.summary))
    fields.add("helpUri", rule.helpURI)
  }

  private static func add(_ example: LintRuleDescription.Example, to fields: inout JSONFields) {
    fields.add("file", .string(example.file))
    if !example.options.isEmpty { fields.add("options", example.options) }
    fields.add("text", .string(example.text))
  }

  private static func write(
    _ examples: [LintRuleDescription.Example], _ title: String, to page: inout TextPage
  ) {
    for (index, example) in examples.enumerated() {
      page.blank()
      if index == 0 { page.line("  \(title):") }
      if index == 0 { page.blank() }
      if !example.options.isEmpty { page.line("    # \(example.options.joined(separator: ", "))") }
      let text = example.text.hasSuffix("\n") ? example.text.dropLast() : example.text[...]
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        page.line(line.isEmpty ? "" : "    \(line)")
      }
    }
  }

  private static func severity(_ rule: LintRuleDescription) -> String {
    rule.severity.rawValue + (rule.isDefault ? "" : " (off by default)")
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") && !text.contains { $0.isWhitespace || $0 == "<" || $0 == ">" }
  }

  /// Returns the paragraphs of Markdown, each to be wrapped.
  private static func paragraphs(_ text: String) -> [String] {
    var result = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        result.append("")
      } else {
        result[result.count - 1] += "\(line)\n"
      }
    }
    return result.filter { !$0.isEmpty }
  }

  /// Returns the name that code hosts know a language by.
  private static func language(of file: String) -> String {
    switch file.split(separator: ".").last {
    case "xml": "xml"
    case "md", "markdown": "markdown"
    case "html", "htm", "xhtml": "html"
    case "json": "json"
    case "csv": "csv"
    default: "text"
    }
  }
}
