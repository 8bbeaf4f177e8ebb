extension Analyzer {
  /// Handles a character of the blocks U+0080…U+00BF and U+2000…U+2FFF.
  mutating func symbol(at position: Int, in bytes: Span<UInt8>, end: Int) -> Int {
    if bytes[position] == 0xC2 { return min(position + 2, end) }
    guard position + 2 < end else { return end }
    if bytes[position + 1] == 0x80 {
      switch bytes[position + 2] {
      case 0xA2: endItem(at: position, in: bytes)  // bullet
      case 0x93, 0x94: nextClause()  // dashes
      case 0xA6: nextClause()  // ellipsis
      default: break
      }
    }
    return position + 3
  }

  /// Whether a colon ends a lead-in: a line break or a bullet follows.
  mutating func endsLeadIn(at position: Int, in bytes: Span<UInt8>, end: Int) -> Bool {
    var index = position
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    let isEnd = index >= end
    if isEnd {
      endSentence(at: position, isLeadIn: true)
      return true
    }
    return false
  }

  func isBoundary(
    after position: Int, mark: UInt8, in bytes: Span<UInt8>, end: Int
  ) -> Bool {
    var index = position
    // Closing quotation marks and brackets belong to the sentence.
    while index < end, let width = closing(at: index, in: bytes, end: end) { index += width }
    guard index < end else { return true }
    let follows = bytes[index]
    guard follows == 0x20 || follows == 0x0A || follows == 0x0D || follows == 0x09 else {
      return false
    }
    guard tokens.count > sentenceStart else { return mark != UInt8(ascii: ".") }
    let last = tokens[tokens.count - 1]
    while index < end, bytes[index] <= 0x20 { index += 1 }
    guard index < end else { return true }
    let next = bytes[index]
    let isLower =
      (next >= 0x61 && next <= 0x7A)
      || (next == 0xC3 && index + 1 < end && bytes[index + 1] >= 0xA0)
    // Also behind ! and ?: »No!« says the manager.
    if isLower { return false }
    guard mark == UInt8(ascii: ".") else { return true }
    if last.flags.contains(.digits) {
      // `1. The supplier …` and `den 3. March`: a number alone opens a sentence.
      if tokens.count == sentenceStart + 1 { return false }
      let marks = Int(last.end)..<position - 1
      return marks.allSatisfy { bytes[$0] == UInt8(ascii: ")") || bytes[$0] == UInt8(ascii: "]") }
    }
    if Int(last.end) - Int(last.start) == 1, last.flags.contains(.capitalised) { return false }
    return !table.entries[Int(last.word)].isAbbreviation
  }

  /// The width in bytes of a closing quotation mark or bracket, nil for anything else.
  func closing(at index: Int, in bytes: Span<UInt8>, end: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return 1
    case 0xC2: return index + 1 < end && bytes[index + 1] == 0xBB ? 2 : nil  // »
    case 0xE2:
      guard index + 2 < end, bytes[index + 1] == 0x80 else { return nil }
      return bytes[index + 2] == 0x9D || bytes[index + 2] == 0x99 ? 3 : nil  // ” ’
    default: return nil
    }
  }

  mutating func endSentence(
    at position: Int, isQuestion: Bool = false, isLeadIn: Bool = false
  ) {
    defer { beginSentence() }
    guard tokens.count > sentenceStart else { return }
    let firstHit = hits.count
    findTerms(in: sentenceStart..<tokens.count)
    var concepts = ConceptSet()
    settle(&concepts)
    sentences.append(
      Sentence(
        text: Int(tokens[sentenceStart].start)..<max(position, Int(tokens[tokens.count - 1].end)),
        tokens: sentenceStart..<tokens.count, hits: firstHit..<hits.count, concepts: concepts,
        isLeadIn: isLeadIn, isItem: startsItem, isQuestion: isQuestion))
    startsItem = false
  }

  /// Ends a sentence where a list item starts; after a colon it was the lead-in.
  mutating func endItem(at position: Int, in bytes: Span<UInt8>) {
    var index = position - 1
    while index > 0, bytes[index] <= 0x20 { index -= 1 }
    endSentence(at: position, isLeadIn: index >= 0 && bytes[index] == UInt8(ascii: ":"))
    startsItem = true
  }
}
