/// Splits Nordic compounds into two parts of which the vocabulary knows at least one.
///
/// `tvångsarbetsrisker` gives `tvångsarbete` and `risk`: the first part may carry a linking `s` or
/// `e`, both parts are stemmed. The longest known last part wins; a known first part alone counts
/// when it has six bytes or more.
struct CompoundSplitter {
  /// Shorter words are not split.
  static let shortestWord = 8
  /// Parts have at least this many bytes.
  static let shortestPart = 4

  /// Returns the vocabulary ids of the first and last part, -1 where unknown.
  ///
  /// - Parameters:
  ///   - word: the word in lower case.
  ///   - lookup: the vocabulary id of a part's stem, or nil.
  /// - Returns: the two ids.
  static func split(_ word: [UInt8], lookup: ([UInt8]) -> Int32?) -> (first: Int32, last: Int32) {
    guard word.count >= shortestWord else { return (-1, -1) }
    var fallback: (first: Int32, last: Int32) = (-1, -1)
    var cut = shortestPart
    while cut <= word.count - shortestPart {
      defer { cut += 1 }
      // A part never starts inside a multi-byte letter.
      guard word[cut] & 0xC0 != 0x80 else { continue }
      let last = lookup(Array(word[cut...]))
      let head = Array(word[..<cut])
      var first = lookup(head)
      if first == nil, let end = head.last, end == UInt8(ascii: "s") || end == UInt8(ascii: "e"),
        head.count > shortestPart
      {
        first = lookup(Array(head.dropLast()))
      }
      // Swedish drops the final vowel of the first part: `kartläggnings`, `leverantörs`, `arbets`
      // (arbete): the stem of the part with `e` is tried as well.
      if first == nil, head.count >= shortestPart {
        let bare = head.last == UInt8(ascii: "s") ? Array(head.dropLast()) : head
        first = lookup(bare + [UInt8(ascii: "e")])
      }
      if let first, let last { return (first, last) }
      if let last, word.count - cut >= 5, fallback.last < 0 { fallback.last = last }
      if let first, cut >= 6 { fallback.first = first }
    }
    return fallback
  }
}
