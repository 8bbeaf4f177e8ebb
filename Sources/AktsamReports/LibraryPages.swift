package import AktsamClauses
import AktsamReading

/// The library as Markdown pages for reading on the web: an index, and a page for each requirement.
package enum LibraryPages {
  /// Returns the pages: file names below the folder, and their text.
  ///
  /// - Parameters:
  ///   - library: a library loaded with its examples.
  ///   - language: the language of the texts: `en`, `sv` or `nb`.
  /// - Returns: the pages.
  package static func pages(
    _ library: Library, language: String
  ) -> [(name: String, text: String)] {
    let texts = ReportTexts.texts(language)
    return [(name: "README.md", text: index(library, texts))]
      + library.requirements.map { requirement in
        (name: "\(requirement.id).md", text: page(requirement, library, texts))
      }
  }

  private static func index(_ library: Library, _ texts: any LanguageTexts.Type) -> String {
    var lines = ["# \(texts.word(.requirements))", ""]
    var themes: [String] = []
    for requirement in library.requirements where !themes.contains(requirement.theme) {
      themes.append(requirement.theme)
    }
    for theme in themes {
      lines += ["## \(theme)", ""]
      for requirement in library.requirements where requirement.theme == theme {
        lines.append(
          "- [\(requirement.id)](\(requirement.id).md): \(requirement.title[texts.code])")
      }
      lines.append("")
    }
    lines += ["## \(texts.word(.profiles))", ""]
    for profile in library.profiles {
      lines.append("- `\(profile.id)`: \(profile.title[texts.code])")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func page(
    _ requirement: Requirement, _ library: Library, _ texts: any LanguageTexts.Type
  ) -> String {
    var lines = ["# \(requirement.title[texts.code])", "", "`\(requirement.id)`", ""]
    func add(_ word: ReportWord, _ text: LocalizedText) {
      lines += ["## \(texts.word(word))", "", text[texts.code], ""]
    }
    add(.rationale, requirement.rationale)
    lines += ["## \(texts.word(.elements))", ""]
    lines += requirement.elements.map { "- \($0.label[texts.code])" } + [""]
    add(.wording, requirement.wording)
    add(.question, requirement.question)
    add(.dialogue, requirement.dialogue)
    add(.evidenceToAsk, requirement.evidence)
    lines += ["## \(texts.word(.restsOn))", ""]
    for id in requirement.authorities {
      guard let (source, provision) = library.provision(id) else { continue }
      lines.append(
        "- [\(id)](\(source.url)): \(provision.statement[texts.code])"
          + " (\(texts.verified(provision.verified)))")
    }
    let examples = requirement.examples.filter { $0.language == texts.code }
    if !examples.isEmpty {
      lines += ["", "## \(texts.word(.examples))", ""]
      lines += examples.map { example in
        let codes =
          example.weaknesses.isEmpty
          ? "" : " (\(example.weaknesses.joined(separator: ", ")))"
        let outcome =
          Outcome(rawValue: example.outcome).map { texts.outcome($0) } ?? texts.word(.nearMiss)
        return "- \(outcome)\(codes): \(example.text)"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
