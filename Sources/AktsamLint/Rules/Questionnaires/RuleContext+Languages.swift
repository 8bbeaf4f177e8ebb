import AktsamDocuments
import AktsamLanguage

extension RuleContext {
  /// Written languages that a guess does not tell apart for certain.
  private static let kin: Set<String> = ["nb", "nn", "da"]

  /// Whether two languages are the same, or so near that a guess takes one for the other.
  static func isKin(_ left: String, _ right: String) -> Bool {
    left == right || (kin.contains(left) && kin.contains(right))
  }

  /// Returns the language that a text is plainly in, or nil when there is doubt: both halves speak for
  /// it, or at least not for the one that is favoured.
  ///
  /// - Parameters:
  ///   - block: the text.
  ///   - favoured: the language that wins when the words leave doubt.
  ///   - fewest: how many words the text needs, 2 or more.
  /// - Returns: a language code; the one that is favoured, and those near it, are nil.
  func plainLanguage(of block: Block, favoured: String?, fewestWords fewest: Int) -> String? {
    let words = blockWords(block).words
    guard words.count >= max(fewest, 2),
      let guess = languageGuess.guess(document.text, block.text, favoured: favoured)
    else { return nil }
    guard let favoured else { return guess }
    guard !Self.isKin(guess, favoured) else { return nil }
    let middle = words[words.count / 2].range.lowerBound
    let halves = [block.text.lowerBound..<middle, middle..<block.text.upperBound]
    let isPlain = halves.allSatisfy { half in
      languageGuess.guess(document.text, half).map { !Self.isKin($0, favoured) } ?? true
    }
    return isPlain ? guess : nil
  }
}
