import AktsamDocuments
import AktsamText

/// The words of a document, to look for terms whatever their ending.
struct TermUses {
  private var words: [(lower: String, range: Range<Int>)] = []
  private var positions: [String: [Int]] = [:]
  private var compounds: [String: [Int]] = [:]

  /// How many letters an ending may take off a term.
  private static let ending = 3
  /// How many letters of a term must stay.
  private static let least = 4

  /// Takes the words of a document.
  init(_ context: RuleContext) {
    for block in context.document.blocks where block.question < 0 {
      for word in context.words(of: block) where word.kind != .sign {
        positions[String(word.lower.prefix(Self.least)), default: []].append(words.count)
        compounds[word.lower, default: []].append(words.count)
        words.append((word.lower, word.range))
      }
    }
  }

  /// Returns whether a term is used outside a byte range.
  func isUsed(_ term: String, outside range: Range<Int>) -> Bool {
    let parts = term.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
      .map { Self.stem(String($0)) }
    guard let first = parts.first else { return true }
    if isUsed(parts, first, outside: range) { return true }
    if parts.count == 1 {
      return compounds.contains { word, places in
        word.contains(first) && places.contains { !range.overlaps(words[$0].range) }
      }
    }
    return false
  }

  /// Whether words follow each other that open as the parts do.
  private func isUsed(_ parts: [String], _ first: String, outside range: Range<Int>) -> Bool {
    (positions[String(first.prefix(Self.least))] ?? []).contains { start in
      !range.overlaps(words[start].range)
        && parts.enumerated().allSatisfy { offset, part in
          start + offset < words.count && words[start + offset].lower.hasPrefix(part)
        }
    }
  }

  /// A word without the ending that it may lose.
  private static func stem(_ word: String) -> String {
    guard word.count > least else { return word }
    return String(word.prefix(max(least, word.count - ending)))
  }
}
