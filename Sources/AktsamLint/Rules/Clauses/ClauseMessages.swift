/// The wording of the findings about clause libraries.
enum ClauseMessages {
  static func noMetExample(_ requirement: String, _ language: String) -> String {
    "the requirement \"\(requirement)\" has no example in \"\(language)\" of a statement that meets it"
  }

  static func unusedConcept(_ concept: String) -> String {
    "nothing reads the concept \"\(concept)\": use it in a pattern, or remove it and its terms"
  }

  static func unusedRequirement(_ requirement: String) -> String {
    "no profile asks for the requirement \"\(requirement)\": add it to one, or remove it"
  }

  static func missingExample(
    _ requirement: String, _ outcome: String, _ languages: [String]
  ) -> String {
    let kind =
      outcome == "none" ? "near miss (outcome \"none\")" : "example of outcome \"\(outcome)\""
    return "the requirement \"\(requirement)\" has no \(kind) in \(Messages.list(languages))"
  }

  static func ambiguousTerm(
    _ term: String, _ language: String, _ concept: String, _ other: String
  ) -> String {
    "\"\(term)\" (\(language)) stands under \"\(concept)\" and, for another subject, under "
      + "\"\(other)\": give one of them a companion"
  }

  static func confusableID(_ id: String, _ other: String) -> String {
    "the id \"\(id)\" reads like \"\(other)\": choose another"
  }

  static func untranslated(
    _ text: String, _ requirement: String, _ language: String, _ other: String
  ) -> String {
    "\"\(text)\" of \"\(requirement)\" is the same in \"\(language)\" as in \"\(other)\": translate it"
  }

  static func uncitedSource(_ source: String) -> String {
    "no requirement rests on the source \"\(source)\": cite one of its provisions, or remove it"
  }

  static func unverifiedAuthority(_ requirement: String, _ provisions: [String]) -> String {
    "no provision that \"\(requirement)\" rests on is verified: check one of "
      + Messages.list(provisions)
  }

  static func wordingNotMet(
    _ requirement: String, _ language: String, _ outcome: String, _ codes: [String]
  ) -> String {
    "the wording of \"\(requirement)\" in \"\(language)\" is read as \(outcome)"
      + (codes.isEmpty ? "" : " (" + codes.joined(separator: ", ") + ")") + ", not as met"
  }
}
