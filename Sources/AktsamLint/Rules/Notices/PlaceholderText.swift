import AktsamText

/// Finds what a template left to be filled in.
enum PlaceholderText {
  private static let wholes: Set<String> = [
    "tbd", "tba", "tbc", "n/a", "na", "dv", "dummy", "dummy-value", "lorem ipsum",
    "to be specified",
    "to be completed", "to be confirmed", "to be determined", "to be defined", "to be announced",
    "ifylles", "ifyllas", "fylls i", "fylls i senare", "kompletteras", "kompletteras senare",
    "att fylla i", "anges senare", "fylles ut", "fylles ut senere", "kommer senere", "settes inn",
    "angis senere", "test",
  ]
  private static let words: Set<String> = ["TBD", "TBC", "TBA", "XXX", "XXXX", "Xxx"]
  /// What stands in brackets where something is to be filled in.
  private static let verbs = [
    "insert", "specify", "fill in", "complete", "to be", "your text", "ange", "fyll", "skriv",
    "infoga", "ifylles", "sett inn", "angi", "oppgi", "xx", "tbd",
  ]

  /// Whether a text is nothing but a placeholder.
  static func whole(_ text: String) -> Bool {
    let text = trimmed(text)
    let lower = text.lowercased()
    var bare = lower[...]
    while let last = bare.last, last == "." || last == ":" { bare.removeLast() }
    if wholes.contains(String(bare)) { return true }
    if !text.contains(where: { $0.isLetter || $0.isNumber }) { return true }
    if lower.count > 1, lower.allSatisfy({ $0 == "x" }) { return true }
    guard text.first == "[", let end = text.firstIndex(of: "]") else { return false }
    return text.index(after: end) == text.endIndex
  }

  /// Returns the first placeholder inside a text, as it is written; nil when there is none.
  static func first(in text: String) -> String? {
    if let bracket = bracket(in: text) { return bracket }
    for word in text.split(whereSeparator: { $0.isWhitespace }) {
      var word = word
      while let first = word.first, !first.isLetter, first != "_" { word.removeFirst() }
      while let last = word.last, !last.isLetter, last != "_" { word.removeLast() }
      if words.contains(String(word)) { return String(word) }
      if word.count > 2, word.allSatisfy({ $0 == "_" }) { return String(word) }
    }
    return nil
  }

  private static func bracket(in text: String) -> String? {
    var rest = text[...]
    while let start = rest.firstIndex(of: "["), let end = rest[start...].firstIndex(of: "]") {
      let inside = trimmed(String(rest[rest.index(after: start)..<end])).lowercased()
      let isBlank =
        !inside.isEmpty && inside.allSatisfy { ".…_-–•● ".contains($0) }
      if isBlank || (inside.count <= 80 && verbs.contains { inside.hasPrefix($0) }) {
        return String(rest[start...end])
      }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }
}
