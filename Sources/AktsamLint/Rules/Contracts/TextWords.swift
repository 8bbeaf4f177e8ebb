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
  var isQuotationMark: Bool { kind == .sign && Self.quotationMarks.contains(text) }

  private static let quotationMarks: Set<String> = ["\"", "“", "”", "„"]
}

extension RuleContext {
  /// Whether the document is in clauses: a contract, a tender, a policy or a code.
  var isInClauses: Bool { document.role == .contract || document.role == .tender }

  private static let sentenceEnds: Set<String> = [".", "!", "?"]

  /// Returns the words of a block, sentence by sentence: one ends with a mark and a blank, before a
  /// capital letter or a quotation that opens with one.
  func sentences(of block: Block) -> [ArraySlice<TextWord>] {
    let words = words(of: block)
    var sentences: [ArraySlice<TextWord>] = []
    var start = words.startIndex
    for (index, word) in words.enumerated()
    where word.kind == .sign && Self.sentenceEnds.contains(word.text) {
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
  private let text: [UInt8]
  private let end: Int
  private var position: Int

  /// Creates a splitter of a byte range of a text in UTF-8.
  init(_ text: [UInt8], _ range: Range<Int>) {
    let range = range.clamped(to: 0..<text.count)
    self.text = text
    end = range.upperBound
    position = range.lowerBound
  }

  mutating func words() -> [TextWord] {
    var words: [TextWord] = []
    var followsBlank = true
    while let (first, width) = scalar(at: position) {
      if isBlank(first) {
        followsBlank = true
        position += width
        continue
      }
      let start = position
      let kind: TextWord.Kind
      if isDigit(first) {
        kind = .number
        takeNumber()
      } else if isLetter(first) {
        kind = .letters
        takeLetters()
      } else {
        kind = .sign
        position += width
      }
      let bytes = text[start..<position]
      let written = String(decoding: bytes, as: UTF8.self)
      let isLower =
        kind != .letters || bytes.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
      words.append(
        TextWord(
          text: written, lower: isLower ? written : written.lowercased(), range: start..<position,
          kind: kind, followsBlank: followsBlank))
      followsBlank = false
    }
    return words
  }

  private mutating func takeNumber() {
    while let (first, width) = scalar(at: position) {
      guard isDigit(first) || (first == "." && isDigit(scalar(at: position + width)?.scalar))
      else { break }
      position += width
    }
    guard let (first, width) = scalar(at: position), isLetter(first) else { return }
    let next = scalar(at: position + width)?.scalar
    if !isLetter(next), !isDigit(next) { position += width }
  }

  private mutating func takeLetters() {
    while let (first, width) = scalar(at: position) {
      guard
        isLetter(first) || isDigit(first)
          || (isJoint(first) && isLetter(scalar(at: position + width)?.scalar))
      else { break }
      position += width
    }
  }

  /// Returns the scalar at an offset with its bytes; nil at the end.
  private func scalar(at offset: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard offset < end else { return nil }
    let byte = text[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    var value = UInt32(byte)
    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC0, offset + width <= end else { return ("\u{FFFD}", 1) }
    value &= 0x7F >> UInt32(width)
    for next in text[offset + 1..<offset + width] { value = value << 6 | UInt32(next & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  // Properties are looked up in tables: most scalars are told without.

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  private func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.isASCII
      ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }

  private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "'", "’", "\u{2011}": true
    default: false
    }
  }
}
