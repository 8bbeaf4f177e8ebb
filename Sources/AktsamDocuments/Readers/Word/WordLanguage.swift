/// Doubts the language that a word processor put down.
///
/// Programs mark text with the language of their installation or template whatever it is written in,
/// so a mark is dropped when the commonest words plainly belong to another language.
enum WordLanguage {
  /// Whether the words of a text speak against a language.
  ///
  /// - Parameters:
  ///   - language: two letters.
  ///   - text: UTF-8; its beginning is looked at.
  /// - Returns: true when they are plainly of another language.
  static func isDoubtful(_ language: String, for text: ArraySlice<UInt8>) -> Bool {
    guard let own = families.firstIndex(where: { $0.languages.contains(language) }) else {
      return false
    }
    var hits = [Int](repeating: 0, count: families.count)
    var word: [UInt8] = []
    func count() {
      guard !word.isEmpty, word.count <= 12 else { return }
      let text = String(decoding: word, as: UTF8.self)
      for index in families.indices where families[index].words.contains(text) { hits[index] += 1 }
    }
    for byte in text.prefix(32_768) {
      if byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) {
        word.append(byte < 0x80 ? byte | 0x20 : byte)
      } else {
        count()
        word.removeAll(keepingCapacity: true)
      }
    }
    count()
    let most = hits.max() ?? 0
    return most >= 2 && hits[own] * 2 < most
  }

  private static let families: [(languages: Set<String>, words: Set<String>)] = [
    (["en"], ["the", "and", "of", "to", "our", "we", "shall", "is", "are", "with", "this", "by"]),
    (
      ["sv"],
      ["och", "att", "är", "inte", "för", "ett", "från", "även", "våra", "enligt", "till", "ska"]
    ),
    (
      ["nb", "nn", "da"],
      [
        "og", "er", "ikke", "ikkje", "til", "av", "af", "våre", "vores", "fra", "frå", "etter",
        "skal",
      ]
    ),
  ]
}
