/// Recognises text that only holds the place of an answer.
enum ESPDPlaceholder {
  /// Whether an answer is a template's filler: `[Name]`, `__Name__`, `DV`, `dummy-value`, `N/A`.
  static func isFiller(_ text: String) -> Bool {
    guard text.utf8.count <= longest || text.utf8.first == UInt8(ascii: "[") else { return false }
    let text = text.trimmedSpaces.lowercased()
    guard let first = text.first, let last = text.last else { return false }
    if fillers.contains(text) || text.hasPrefix("lorem ipsum") { return true }
    if text.allSatisfy({ !$0.isLetter && !$0.isNumber }) { return true }
    if text.count > 1, text.allSatisfy({ $0 == "x" }) { return true }
    if first == "[", last == "]",
      text.dropFirst().firstIndex(of: "]") == text.index(before: text.endIndex)
    {
      return true
    }
    if text.count > 4, text.hasPrefix("__"), text.hasSuffix("__") { return true }
    if text.hasPrefix("${"), last == "}" { return true }
    guard text.hasPrefix("dummy") else { return false }
    return text.dropFirst(5).first.map { !$0.isLetter } ?? true
  }

  /// Whether a contract condition is empty of content: filler, or a bare pointer elsewhere, such as
  /// "see the procurement documents".
  static func isPointer(_ text: String) -> Bool {
    if isFiller(text) { return true }
    let text = text.trimmedSpaces.lowercased()
    guard text.count <= 100 else { return false }
    guard pointers.contains(where: { text.hasPrefix($0) }) else { return false }
    return documents.contains { text.contains($0) }
  }

  /// A longer text, in bytes, is an answer unless it stands in brackets.
  private static let longest = 200

  private static let fillers: Set<String> = ["dv", "n/a", "n.a.", "n.a", "tbd", "tba"]

  private static let pointers = [
    "see ", "refer to ", "as per ", "according to ", "please see ", "se ", "jf. ", "jf ", "jfr ",
    "enligt ", "iht. ", "i henhold til ", "i tråd med ", "i hht ", "fremgår av ", "framgår av ",
  ]

  private static let documents = [
    "document", "specification", "annex", "attachment", "contract", "espd", "dokument",
    "konkurransegrunnlag", "underlag", "bilag", "vedlegg", "kontrakt", "avtal", "udbudsmaterial",
    "kravspesifikasjon", "kravspecifikation",
  ]
}
