internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports
internal import AktsamText

/// One requirement: why it matters, its norms, wording, questions and examples.
struct ClausePage: Sendable {
  let requirement: Requirement
  let library: Library
  let language: PageLanguage

  private var vocabulary: ReportVocabulary { language.vocabulary }

  var frame: PageFrame { PageFrame(requirement.title[language.rawValue], .clauses) }

  var values: [String: PageValue] {
    let profiles = profiles
    let examples = examples
    return [
      "id": .text(requirement.id), "title": .text(requirement.title[language.rawValue]),
      "facts": .text(ClausesPage.facts(requirement, language)), "parts": .list(parts),
      "elements": .list(requirement.elements) { element in
        [
          "label": .text(element.label[language.rawValue]),
          "mark": .text(
            language.word(element.core.isEmpty ? .elementHelpful : .elementNeeded)),
        ]
      },
      "hasNorms": .flag(!requirement.authorities.isEmpty),
      "norms": .list(requirement.authorities) { norm($0) },
      "hasProfiles": .flag(!profiles.isEmpty), "profiles": .list(profiles),
      "hasExamples": .flag(!examples.isEmpty), "examples": .list(examples),
    ]
  }

  private var parts: [PageValue] {
    let texts: [(String, PageWord, LocalizedText)] = [
      ("matters", .partMatters, requirement.rationale),
      ("wording", .partWording, requirement.wording),
      ("question", .partQuestion, requirement.question),
      ("dialogue", .partDialogue, requirement.dialogue),
      ("evidence", .partEvidence, requirement.evidence),
    ]
    return texts.compactMap { id, word, text in
      let text = text[language.rawValue]
      guard !text.isEmpty else { return nil }
      return ["id": .text(id), "heading": .text(language.word(word)), "text": .text(text)]
    }
  }

  private func norm(_ id: String) -> PageValue {
    guard let (source, provision) = library.provision(id) else {
      return ["citation": .text(id), "statement": "", "source": "", "verified": "", "address": ""]
    }
    // Only the web: an address comes from a library that anybody may have written.
    let isAddress = source.url.hasPrefix("https://") || source.url.hasPrefix("http://")
    let number = provision.number.isEmpty ? id : "\(source.id) \(provision.number)"
    return [
      "citation": .text(number), "statement": .text(provision.statement[language.rawValue]),
      "source": "\(source.title[language.rawValue]), \(vocabulary.status(source.status))",
      "verified": .text(vocabulary.verified(provision.verified)),
      "address": .text(isAddress ? source.url : ""),
    ]
  }

  private var profiles: [PageValue] {
    library.profiles.compactMap { profile in
      guard let entry = profile.entries.first(where: { $0.requirement == requirement.id }) else {
        return nil
      }
      return [
        "title": .text(profile.title[language.rawValue]), "number": .text(entry.number),
        "level": .text(vocabulary.level(entry.level)),
      ]
    }
  }

  /// Those in the language of the page; all where it has none.
  private var examples: [PageValue] {
    let own = requirement.examples.filter { $0.language == language.rawValue }
    return (own.isEmpty ? requirement.examples : own).map { example in
      let outcome = Outcome(rawValue: example.outcome)
      let weaknesses = example.weaknesses.map { code in
        Weakness(rawValue: code).map { vocabulary.weakness($0).name } ?? code
      }
      return [
        "text": .text(example.text), "language": .text(example.language),
        "outcome": .text(outcome?.rawValue ?? "neutral"),
        "outcomeText": .text(
          outcome.map { "\(vocabulary.sign($0)) \(vocabulary.outcome($0))" }
            ?? language.word(.nearMiss)),
        "role": .text(vocabulary.role(example.role)), "roleID": .text(example.role.rawValue),
        "weaknesses": .text(weaknesses.joined(separator: ", ")),
      ]
    }
  }
}
