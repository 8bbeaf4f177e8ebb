import AktsamDocuments

/// The words of a block in lower case, each with where it stands, for rules that read how a question
/// is put.
struct BlockWords {
  /// A word.
  struct Word {
    /// In lower case, with a straight apostrophe.
    var text: String
    /// The byte range of the document's text.
    var range: Range<Int>
    /// Whether it is the first of a sentence.
    var opensSentence: Bool
    /// Whether a comma stands before it.
    var isAfterComma: Bool
  }

  /// The words in order.
  private(set) var words: [Word] = []

  /// Creates the words of a blank text.
  init() {}

  /// Reads the words of a block.
  ///
  /// - Complexity: O(n) in its bytes.
  init(_ block: Block, in document: Document) {
    let text = document.text
    let range = block.text.clamped(to: 0..<text.count)
    var index = range.lowerBound
    var mark: UInt8 = 0
    var isAfterComma = false
    while index < range.upperBound {
      let width = Self.letterWidth(at: index, in: text, range)
      if width == 0 {
        let byte = text[index]
        if byte == UInt8(ascii: ",") { isAfterComma = true }
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") {
          mark = byte
        }
        index += 1
        continue
      }
      let start = index
      index += width
      while index < range.upperBound {
        let width = Self.letterWidth(at: index, in: text, range)
        if width > 0 {
          index += width
        } else if Self.isApostrophe(at: index, in: text, range) {
          index += text[index] < 0x80 ? 1 : 3
        } else {
          break
        }
      }
      // An abbreviation is followed by a small letter.
      let opens =
        words.isEmpty || mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!")
        || (mark == UInt8(ascii: ".") && !(0x61...0x7A).contains(text[start]))
      words.append(
        Word(
          text: Self.folded(text[start..<index]),
          range: start..<index, opensSentence: opens, isAfterComma: isAfterComma))
      mark = 0
      isAfterComma = false
    }
  }

  /// The words sentence by sentence.
  var sentences: [ArraySlice<Word>] {
    let starts = words.indices.filter { words[$0].opensSentence }
    return starts.enumerated().map { number, start in
      words[start..<(number + 1 < starts.count ? starts[number + 1] : words.count)]
    }
  }

  /// Returns the first place where the words of a phrase, in lower case, follow one another, as
  /// indices of ``words``.
  func first(_ phrase: [String]) -> Range<Int>? {
    guard !phrase.isEmpty, words.count >= phrase.count else { return nil }
    for start in 0...(words.count - phrase.count)
    where phrase.indices.allSatisfy({ words[start + $0].text == phrase[$0] }) {
      return start..<start + phrase.count
    }
    return nil
  }

  /// Returns a word in lower case, with a straight apostrophe. Nearly all words are short and of ASCII, and
  /// a questionnaire has many.
  private static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      return String(
        decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return bytes.contains(0x99) ? text.replacing("\u{2019}", with: "'") : text
  }

  /// How many bytes the letter or digit at an index takes; 0 when there is none.
  private static func letterWidth(at index: Int, in text: [UInt8], _ range: Range<Int>) -> Int {
    let byte = text[index]
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 1
    case 0..<0xC3: return 0
    case 0xE2 where index + 1 < range.upperBound && text[index + 1] == 0x80:
      return 0  // dashes and quotation marks
    case 0xC3..<0xE0: return min(2, range.upperBound - index)
    case 0xE0..<0xF0: return min(3, range.upperBound - index)
    default: return min(4, range.upperBound - index)
    }
  }

  /// Whether an apostrophe stands at an index, and a letter after it.
  private static func isApostrophe(at index: Int, in text: [UInt8], _ range: Range<Int>) -> Bool {
    if text[index] == UInt8(ascii: "'") {
      return index + 1 < range.upperBound && letterWidth(at: index + 1, in: text, range) > 0
    }
    return text[index] == 0xE2 && index + 3 < range.upperBound && text[index + 1] == 0x80
      && text[index + 2] == 0x99 && letterWidth(at: index + 3, in: text, range) > 0
  }
}
