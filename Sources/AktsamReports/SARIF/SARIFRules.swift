import AktsamClauses
import AktsamReading
import AktsamText

/// The rules of a run, each described once (SARIF 2.1.0, 3.49).
struct SARIFRules {
  /// The descriptors in the order they were met.
  private(set) var descriptors: [JSONValue] = []
  private var indices: [String: Int] = [:]

  /// Returns the index of a rule, which is described when it is met for the first time.
  mutating func index(of id: String, describe: () -> JSONValue) -> Int {
    if let known = indices[id] { return known }
    descriptors.append(describe())
    indices[id] = descriptors.count - 1
    return descriptors.count - 1
  }

  /// Returns the descriptor of `REQUIREMENT/OUTCOME`.
  static func descriptor(
    _ id: String, _ assessment: Assessment, level: String, _ context: ReportContext
  ) -> JSONValue {
    let requirement = context.requirement(assessment.requirement)
    let language = context.language
    let outcome = context.texts.outcome(assessment.outcome)
    let title = context.title(assessment.requirement)
    let rationale = requirement?.rationale[language] ?? ""
    var fields = JSONFields()
    fields.add("id", .string(id))
    fields.add("name", pascalCase(id))
    fields.add("shortDescription") { $0.add("text", "\(title): \(outcome)") }
    fields.add("fullDescription") { $0.add("text", rationale.isEmpty ? title : rationale) }
    if let requirement {
      let source = requirement.authorities.lazy
        .compactMap { context.header.library.provision($0)?.source.url }
        .first { $0.hasPrefix("https://") }
      fields.add("helpUri", source)
      fields.add("help") {
        $0.add("text", help(requirement, context, isMarkdown: false))
        $0.add("markdown", help(requirement, context, isMarkdown: true))
      }
    }
    fields.add("defaultConfiguration") { $0.add("level", level) }
    if let requirement {
      fields.add("properties") {
        $0.add(
          "tags",
          distinct([requirement.theme, "step-\(requirement.step)", requirement.severity.rawValue])
        )
      }
    }
    return fields.value
  }

  /// Returns the descriptor of a finding's rule.
  static func descriptor(_ finding: Finding, _ context: ReportContext) -> JSONValue {
    let rule = FindingRules.rule(finding.rule, language: context.language)
    var fields = JSONFields()
    fields.add("id", .string(finding.rule))
    fields.add("name", pascalCase(rule.name))
    fields.add("shortDescription") { $0.add("text", rule.text) }
    fields.add("defaultConfiguration") { $0.add("level", finding.severity.rawValue) }
    return fields.value
  }

  // MARK: - Texts

  private static func help(
    _ requirement: Requirement, _ context: ReportContext, isMarkdown: Bool
  ) -> String {
    let texts = context.texts
    let language = context.language
    func plain(_ text: String) -> String { isMarkdown ? MarkdownText.escaped(text) : text }
    func strong(_ text: String) -> String {
      isMarkdown ? "**\(MarkdownText.escaped(text))**" : text
    }
    var parts: [String] = []
    func add(_ word: ReportWord, _ text: String) {
      if !text.isEmpty { parts.append("\(strong(texts.word(word))): \(plain(text))") }
    }
    add(.rationale, requirement.rationale[language])
    let elements = requirement.elements.map(\.label[language]).filter { !$0.isEmpty }
    if !elements.isEmpty {
      parts.append(
        "\(strong(texts.word(.elements))):\n\n"
          + elements.map { "- \(plain($0))" }.joined(separator: "\n"))
    }
    add(.wording, requirement.wording[language])
    add(.evidenceToAsk, requirement.evidence[language])
    add(.dialogue, requirement.dialogue[language])
    let authorities = requirement.authorities.map { id -> String in
      let citation = plain(context.citation(id))
      guard isMarkdown, let url = context.header.library.provision(id)?.source.url,
        url.hasPrefix("https://")
      else { return citation }
      return "[\(citation)](<\(url.filter { $0 != ">" && $0 != "<" })>)"
    }
    if !authorities.isEmpty {
      parts.append(
        "\(strong(texts.word(.restsOn))): \(authorities.joined(separator: "; "))")
    }
    return parts.joined(separator: "\n\n")
  }

  /// Returns a name as SARIF writes names of rules (3.49.7): `gri-mechanism` is `GriMechanism`.
  static func pascalCase(_ id: String) -> String {
    id.split { !$0.isLetter && !$0.isNumber }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined()
  }
}
