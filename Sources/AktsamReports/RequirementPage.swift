import AktsamClauses
import AktsamReading
import AktsamText

/// A requirement of the library as a page of text.
enum RequirementPage {
  /// Returns the page.
  static func text(_ requirement: Requirement, in library: Library, language: String) -> String {
    let texts = ReportTexts.texts(language)
    var page = TextPage(colour: false)
    page.wrapped("\(requirement.id): \(requirement.title[language])", indent: 0, hanging: 2)
    page.wrapped(
      [
        texts.kind(requirement.kind), "\(texts.word(.step)) \(requirement.step)",
        "\(texts.word(.weight)) \(texts.weight(requirement.severity))",
        "\(texts.word(.roles)) \(roles(requirement.roles, texts))",
      ].joined(separator: ", "),
      indent: 0)
    add(.rationale, requirement.rationale[language], texts, to: &page)
    addElements(requirement, texts, to: &page)
    add(.wording, requirement.wording[language], texts, to: &page)
    add(.question, requirement.question[language], texts, to: &page)
    add(.dialogue, requirement.dialogue[language], texts, to: &page)
    add(.evidenceToAsk, requirement.evidence[language], texts, to: &page)
    addAuthorities(requirement, library, texts, to: &page)
    addProfiles(requirement, library, texts, to: &page)
    addExamples(requirement, texts, to: &page)
    return page.text
  }

  /// Returns a clause as a sentence.
  static func sentence(_ clause: String) -> String {
    clause.prefix(1).uppercased() + clause.dropFirst() + "."
  }

  /// Returns a norm in one line: id, name, year, how it holds, where, and its address.
  static func description(_ source: NormSource, _ texts: any LanguageTexts.Type) -> String {
    let marks =
      [texts.status(source.status), source.jurisdiction, source.year.map(String.init) ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(source.id): \(source.title[texts.code]) (\(marks)) \(source.url)"
  }

  // MARK: - Parts

  private static func heading(
    _ word: ReportWord, _ texts: any LanguageTexts.Type, to page: inout TextPage
  ) {
    page.blank()
    page.line(texts.word(word))
  }

  private static func add(
    _ word: ReportWord, _ text: String, _ texts: any LanguageTexts.Type, to page: inout TextPage
  ) {
    guard !text.isEmpty else { return }
    heading(word, texts, to: &page)
    page.wrapped(text, indent: 2)
  }

  private static func addElements(
    _ requirement: Requirement, _ texts: any LanguageTexts.Type, to page: inout TextPage
  ) {
    guard !requirement.elements.isEmpty else { return }
    heading(.elements, texts, to: &page)
    for element in requirement.elements {
      var marks: [String] = []
      if element.core.isEmpty {
        marks.append(texts.word(.supporting))
      } else {
        marks.append("\(texts.word(.core)): \(roles(element.core, texts))")
        if !element.code.isEmpty { marks.append("\(texts.word(.code)) \(element.code)") }
      }
      if !element.parameter.isEmpty {
        marks.append("\(texts.word(.parameter)) \(element.parameter)")
      }
      page.wrapped(
        "- \(element.label[texts.code]) (\(marks.joined(separator: "; ")))", indent: 2,
        hanging: 2)
    }
  }

  private static func addAuthorities(
    _ requirement: Requirement, _ library: Library, _ texts: any LanguageTexts.Type,
    to page: inout TextPage
  ) {
    guard !requirement.authorities.isEmpty else { return }
    heading(.restsOn, texts, to: &page)
    for id in requirement.authorities {
      guard let (source, provision) = library.provision(id) else {
        page.wrapped("- \(id)", indent: 2)
        continue
      }
      page.wrapped(
        "- \(id), \(source.title[texts.code]), \(provision.number): "
          + "\(provision.statement[texts.code]) [\(texts.verified(provision.verified))]",
        indent: 2, hanging: 2)
      page.wrapped(source.url, indent: 4)
    }
  }

  private static func addProfiles(
    _ requirement: Requirement, _ library: Library, _ texts: any LanguageTexts.Type,
    to page: inout TextPage
  ) {
    let entries = library.profiles.compactMap { profile in
      profile.entries.first { $0.requirement == requirement.id }.map { (profile, $0) }
    }
    guard !entries.isEmpty else { return }
    heading(.profiles, texts, to: &page)
    for (profile, entry) in entries {
      let number = entry.number.isEmpty ? "" : " \(entry.number)"
      page.wrapped("- \(profile.id)\(number): \(texts.level(entry.level))", indent: 2)
    }
  }

  private static func addExamples(
    _ requirement: Requirement, _ texts: any LanguageTexts.Type, to page: inout TextPage
  ) {
    let own = requirement.examples.filter { $0.language == texts.code }
    let examples = own.isEmpty ? requirement.examples : own
    guard !examples.isEmpty else { return }
    heading(.examples, texts, to: &page)
    for example in examples {
      let outcome =
        Outcome(rawValue: example.outcome).map { texts.outcome($0) } ?? texts.word(.nearMiss)
      var marks = [texts.role(example.role), outcome]
      if example.isMapped { marks.append(texts.word(.mapped)) }
      let codes =
        example.weaknesses.isEmpty ? "" : ": \(example.weaknesses.joined(separator: ", "))"
      page.wrapped("- \(marks.joined(separator: ", "))\(codes)", indent: 2, hanging: 2)
      page.wrapped(texts.quoted(example.text), indent: 4)
    }
  }

  private static func roles(
    _ roles: Set<DocumentRole>, _ texts: any LanguageTexts.Type
  ) -> String {
    DocumentRole.allCases.filter(roles.contains).map { texts.role($0) }.joined(separator: ", ")
  }
}
