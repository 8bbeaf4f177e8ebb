import AktsamDocuments
import AktsamText

/// A word, a number or a sign of a document's text.
struct TextWord {
  enum Kind {
    case letters, number, sign
  }

  /// As written.
  var text: String
  /// In lower case.
  var lower: String
  /// The byte range of the document's text.
  var range: Range<Int>
  var kind: Kind
  /// Whether white space stands before it.
  var followsBlank: Bool

  /// Whether it starts with a capital letter.
  var isCapital: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }

  /// Whether it opens or closes a quotation: straight or curly, no apostrophe.
  var isQuotationMark: Bool { ["\"", "“", "”", "„"].contains(text) }
}

extension RuleContext {
  /// Whether the document is in clauses: a contract, a tender, a policy or a code.
  var isInClauses: Bool { document.role == .contract || document.role == .tender }

  /// Returns the words of a block, sentence by sentence: one ends with a mark and a blank, before a
  /// capital letter or a quotation that opens with one.
  func sentences(of block: Block) -> [ArraySlice<TextWord>] {
    let words = words(of: block)
    var sentences: [ArraySlice<TextWord>] = []
    var start = words.startIndex
    for (index, word) in words.enumerated() where [".", "!", "?"].contains(word.text) {
      let next = index + 1
      guard next < words.count, words[next].followsBlank else { continue }
      let first = words[next].isQuotationMark && next + 1 < words.count ? next + 1 : next
      guard words[first].isCapital else { continue }
      sentences.append(words[start..<next])
      start = next
    }
    if start < words.endIndex { sentences.append(words[start...]) }
    return sentences
  }

  /// Returns the place of a byte range of a block.
  func place(of range: Range<Int>, in block: Block) -> Place {
    place(ofText: range, element: block.element)
  }
}

/// Splits a text: letters with the digits behind them (`C155`), numbers with their dots (`4.7`, `7b`),
/// and every other visible sign for itself.
struct WordSplitter {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var byte: Int

  init(_ scalars: [Unicode.Scalar], at byte: Int) {
    self.scalars = scalars
    self.byte = byte
  }

  mutating func words() -> [TextWord] {
    var words: [TextWord] = []
    var followsBlank = true
    while position < scalars.count {
      let first = scalars[position]
      if first.isASCII
        ? first == " " || (9...13).contains(first.value) : first.properties.isWhitespace
      {
        followsBlank = true
        step()
        continue
      }
      let start = (position, byte)
      let kind: TextWord.Kind
      if isDigit(0) {
        kind = .number
        takeNumber()
      } else if isLetter(0) {
        kind = .letters
        takeLetters()
      } else {
        kind = .sign
        step()
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[start.0..<position])
      let isLower =
        kind != .letters || text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
      words.append(
        TextWord(
          text: text, lower: isLower ? text : text.lowercased(), range: start.1..<byte,
          kind: kind, followsBlank: followsBlank))
      followsBlank = false
    }
    return words
  }

  private mutating func takeNumber() {
    while isDigit(0) || (scalar(0) == "." && isDigit(1)) { step() }
    if isLetter(0), !isLetter(1), !isDigit(1) { step() }
  }

  private mutating func takeLetters() {
    while isLetter(0) || isDigit(0) || (isJoint(0) && isLetter(1)) {
      step()
    }
  }

  private mutating func step() {
    byte += UTF8.width(scalars[position])
    position += 1
  }

  private func scalar(_ offset: Int) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  private func isDigit(_ offset: Int) -> Bool {
    scalar(offset).map { ("0"..."9").contains($0) } ?? false
  }

  private func isJoint(_ offset: Int) -> Bool {
    switch scalar(offset) {
    case "-", "'", "’", "\u{2011}": true
    default: false
    }
  }

  /// Properties are looked up in tables: most letters are told without.
  private func isLetter(_ offset: Int) -> Bool {
    guard let scalar = scalar(offset) else { return false }
    return scalar.isASCII
      ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }
}
