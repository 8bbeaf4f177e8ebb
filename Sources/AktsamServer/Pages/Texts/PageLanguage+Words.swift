internal import AktsamReports

extension PageLanguage {
  /// Returns a word.
  func word(_ word: PageWord) -> String {
    switch self {
    case .en: EnglishPages.word(word)
    case .sv: SwedishPages.word(word)
    case .nb: BokmalPages.word(word)
    }
  }

  /// Returns a word with what stands in braces filled in. What is filled in is not looked at again.
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - values: what to fill in, by the names in braces.
  /// - Returns: the text.
  func word(_ word: PageWord, _ values: [String: String]) -> String {
    var result = ""
    var rest = self.word(word)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// Returns a size in whole megabytes, rounded down; one that is smaller in kilobytes.
  func size(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\(max(1, bytes >> 10)) kB" : "\(bytes >> 20) MB"
  }

  /// What the language calls itself.
  var name: String {
    switch self {
    case .en: "English"
    case .sv: "Svenska"
    case .nb: "Norsk"
    }
  }

  /// The words of reports in this language.
  var vocabulary: ReportVocabulary { ReportVocabulary(rawValue) }
}
