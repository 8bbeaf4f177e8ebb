import AktsamText

/// Gathers the texts of one owner (a requirement, a source, a profile) by element and language.
struct TextCollector {
  private var texts: [String: [String: String]] = [:]
  private var firsts: [String: Int] = [:]

  /// Takes an element with `xml:lang` and a text.
  mutating func take(_ node: Int, in file: ClauseFile) {
    let name = file.name(node)
    if firsts[name] == nil { firsts[name] = node }
    file.expectAttributes([], of: node)
    guard
      let language = file.language(of: node, in: ClauseVocabulary.writtenLanguages),
      let text = file.text(of: node)
    else { return }
    if texts[name, default: [:]].updateValue(text, forKey: language) != nil {
      file.log.add(
        ClauseMessage.duplicate("\(name) in", language, first: nil, file.place(node)))
    }
  }

  /// Returns the texts of an element; a language that is missing is a finding at the first element
  /// of the name, or at the owner when there is none at all.
  func texts(_ name: String, of owner: Int, called id: String, in file: ClauseFile)
    -> LocalizedText
  {
    let found = texts[name] ?? [:]
    guard let first = firsts[name] else {
      file.log.add(ClauseMessage.missingElement(name, in: id, file.place(owner)))
      return LocalizedText()
    }
    for language in ClauseVocabulary.writtenLanguages where found[language] == nil {
      file.log.add(
        ClauseMessage.missingLanguage(
          language, of: name, in: "\"\(id)\"", file.place(first)))
    }
    return LocalizedText(found)
  }
}
