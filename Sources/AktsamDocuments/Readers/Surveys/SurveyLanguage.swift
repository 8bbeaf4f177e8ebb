/// Brings what form designers call a language into the form of ``LanguageTag``.
enum SurveyLanguage {
  /// Returns the language of a version of a form.
  ///
  /// - Parameter version: a tag (`sv`), a name (`Swedish`, `svenska`), or both, `Swedish (sv)`.
  /// - Returns: as ``LanguageTag/normalise(_:)``; nil when it names none, such as `default`.
  static func normalise(_ version: String) -> String? {
    if let open = version.lastIndex(of: "("), version.hasSuffix(")") {
      let tag = version[version.index(after: open)...].dropLast()
      if let language = LanguageTag.normalise(String(tag)) { return language }
    }
    let name = version.lowercased()
    return names[name] ?? LanguageTag.normalise(version)
  }

  private static let names: [String: String] = [
    "english": "en", "swedish": "sv", "svenska": "sv", "norwegian": "nb", "norsk": "nb",
    "bokmål": "nb", "norsk bokmål": "nb", "nynorsk": "nn", "norsk nynorsk": "nn", "danish": "da",
    "dansk": "da", "finnish": "fi", "suomi": "fi", "german": "de", "deutsch": "de",
    "french": "fr", "français": "fr", "spanish": "es", "español": "es", "italian": "it",
    "dutch": "nl", "nederlands": "nl", "portuguese": "pt", "polish": "pl",
  ]
}
