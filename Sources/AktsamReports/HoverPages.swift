package import AktsamClauses
import AktsamText

/// What an editor shows beside the text: a rule, a requirement or a provision in a few lines of Markdown.
package enum HoverPages {
  /// Returns a rule: its name, what it finds, why that matters, its options and references.
  package static func rule(_ rule: LintRuleDescription) -> String {
    let title = rule.name.isEmpty ? rule.id : "\(rule.id) \(rule.name)"
    let linked = rule.helpURI.map { "[\(MarkdownText.line(title))](\($0))" }
    return parts([
      "**\(linked ?? MarkdownText.line(title))** (\(rule.severity.rawValue))", rule.summary,
      RulePages.help(rule, isMarkdown: true),
    ])
  }

  /// Returns a requirement: its title, why it matters, and the provisions that it rests on.
  ///
  /// - Parameters:
  ///   - requirement: the requirement.
  ///   - library: the library that it stands in.
  ///   - language: the language of the texts; English for one that reports are not written in.
  /// - Returns: the text.
  package static func requirement(
    _ requirement: Requirement, in library: Library, language: String
  ) -> String {
    let texts = ReportTexts.texts(language)
    let facts = [
      texts.kind(requirement.kind), "\(texts.word(.step)) \(requirement.step)",
      "\(texts.word(.weight)) \(texts.weight(requirement.severity))",
    ].joined(separator: ", ")
    let provisions = requirement.authorities.compactMap { id in
      library.provision(id).map { line($0.source, $0.provision, texts) }
    }
    return parts([
      "**\(MarkdownText.line(requirement.title[texts.code]))** "
        + "(\(MarkdownText.code(requirement.id)))", facts,
      MarkdownText.line(requirement.rationale[texts.code]),
      provisions.isEmpty
        ? "" : (["\(texts.word(.restsOn)):", ""] + provisions).joined(separator: "\n"),
    ])
  }

  /// Returns a provision: its norm, its number, what it says and how far that was verified.
  package static func provision(
    _ provision: Provision, of source: NormSource, language: String
  ) -> String {
    line(source, provision, ReportTexts.texts(language))
  }

  private static func line(
    _ source: NormSource, _ provision: Provision, _ texts: any LanguageTexts.Type
  ) -> String {
    let title = "\(source.title[texts.code]), \(provision.number)"
    return "- [\(MarkdownText.line(provision.id))](\(source.url)) \(MarkdownText.line(title)): "
      + MarkdownText.line(provision.statement[texts.code])
      + " (\(MarkdownText.line(texts.verified(provision.verified))))"
  }

  private static func parts(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
