internal import AktsamClauses
internal import AktsamReports
internal import Hummingbird

/// The requirements of the library by theme.
struct ClausesPage: Sendable {
  let library: Library
  let language: PageLanguage
  /// What is searched for; empty = everything.
  let query: String
  /// The profile's id; empty = all.
  let profile: String

  init(_ library: Library, _ language: PageLanguage, query: String, profile: String) {
    self.library = library
    self.language = language
    self.query = String(query.prefix(200))
    self.profile = library.profile(profile)?.id ?? ""
  }

  var frame: PageFrame { PageFrame(language.word(.clausesTitle), .clauses) }

  var values: [String: PageValue] {
    let found = requirements
    var themes: [(id: String, requirements: [Requirement])] = []
    for requirement in found {
      let theme = Self.base(requirement.theme)
      if let index = themes.firstIndex(where: { $0.id == theme }) {
        themes[index].requirements.append(requirement)
      } else {
        themes.append((theme, [requirement]))
      }
    }
    return [
      "q": .text(query),
      "profiles": StartPage.profiles(library.profiles, chosen: profile, language),
      "status": .text(language.word(.clauseCount, ["count": "\(found.count)"])),
      "hasThemes": .flag(!themes.isEmpty),
      "themes": .list(themes) { theme in
        [
          "id": .text(theme.id), "title": .text(language.vocabulary.theme(theme.id)),
          "requirements": .list(theme.requirements) {
            [
              "id": .text($0.id), "title": .text($0.title[language.rawValue]),
              "facts": .text(Self.facts($0, language)),
            ]
          },
        ]
      },
    ]
  }

  /// Those of the profile that have all words that are searched for, in their id or texts.
  private var requirements: [Requirement] {
    let entries = library.profile(profile).map { Set($0.entries.map(\.requirement)) }
    let words = query.lowercased().split(whereSeparator: \.isWhitespace)
    return library.requirements.filter { requirement in
      guard entries?.contains(requirement.id) ?? true else { return false }
      guard !words.isEmpty else { return true }
      let code = language.rawValue
      let text = [
        requirement.id, requirement.title[code], requirement.rationale[code],
        requirement.question[code], requirement.wording[code], requirement.evidence[code],
      ].joined(separator: "\n").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// A theme too large for one file goes on in `…-more`.
  private static func base(_ theme: String) -> String {
    theme.hasSuffix("-more") ? String(theme.dropLast(5)) : theme
  }

  /// What kind of requirement it is, in a line.
  static func facts(_ requirement: Requirement, _ language: PageLanguage) -> String {
    language.word(
      .clauseFacts,
      [
        "kind": language.vocabulary.kind(requirement.kind), "step": "\(requirement.step)",
        "weight": language.vocabulary.weight(requirement.severity),
      ])
  }
}
