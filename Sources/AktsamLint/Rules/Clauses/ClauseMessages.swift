/// The wording of the findings about clause libraries.
enum ClauseMessages {
  static func noMetExample(_ requirement: String, _ language: String) -> String {
    "the requirement \"\(requirement)\" has no example in \"\(language)\" of a statement that meets it"
  }
}
