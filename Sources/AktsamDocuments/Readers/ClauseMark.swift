/// Finds the contract clauses that prose names, such as "Contract point 22 – Social responsibility".
///
/// Notices quote the contract in running text, and products join its paragraphs; a clause starts
/// where a sentence does, with a word such as "punkt" or "clause", a number, and a dash or colon.
enum ClauseMark {
  /// A stretch of text that belongs to one clause.
  struct Segment {
    var text: Range<Int>
    /// The words that name the clause, such as "Contract point 22"; empty = none.
    var mark: String
  }

  /// Cuts a byte range where a clause starts.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - range: a byte range of it.
  /// - Returns: the stretches in order, trimmed; one without a mark when no clause is named.
  /// - Complexity: O(n) in the length of the range.
  static func segments(of text: [UInt8], _ range: Range<Int>) -> [Segment] {
    let range = trimmed(range, in: text)
    var result: [Segment] = []
    var start = range.lowerBound
    var mark = ""
    var startsSentence = true
    var index = start
    while index < range.upperBound {
      let byte = text[index]
      if byte <= 0x20 {
        if byte == 0x0A { startsSentence = true }
      } else if startsSentence || index == range.lowerBound,
        let end = self.mark(in: text, at: index, end: range.upperBound)
      {
        add(start..<index, mark, of: text, to: &result)
        (start, mark) = (index, String(decoding: text[index..<end], as: UTF8.self))
        startsSentence = false
        index = end
        continue
      } else {
        startsSentence = [".", ";", ":", "!", "?", ")"].contains(Character(UnicodeScalar(byte)))
      }
      index += 1
    }
    add(start..<range.upperBound, mark, of: text, to: &result)
    return result
  }

  private static func add(
    _ range: Range<Int>, _ mark: String, of text: [UInt8], to result: inout [Segment]
  ) {
    let range = trimmed(range, in: text)
    if !range.isEmpty { result.append(Segment(text: range, mark: mark)) }
  }

  private static let words: Set<String> = [
    "punkt", "pkt", "point", "clause", "section", "klausul", "paragraf", "avsnitt", "avsnit",
    "afsnit", "artikel", "article",
  ]

  /// What may stand before the word: "Contract point 22", "Avtalens punkt 7".
  private static let owners: Set<String> = [
    "kontrakt", "kontrakts", "kontrakten", "kontraktens", "kontraktets", "kontraktsvilkår",
    "avtal", "avtalet", "avtalets", "avtale", "avtalen", "avtalens", "aftale", "aftalen",
    "aftalens", "rammeaftalens", "rammeavtalen", "rammeavtalens", "ramavtalet", "ramavtalets",
    "contract", "agreement", "vilkår", "villkor",
  ]

  /// Returns where the words and the number of a mark end, nil when none starts at `index`.
  private static func mark(in text: [UInt8], at index: Int, end: Int) -> Int? {
    var next = index
    guard var word = word(in: text, from: &next, end: end) else { return nil }
    if owners.contains(word) {
      guard let second = self.word(in: text, from: &next, end: end) else { return nil }
      word = second
    }
    guard words.contains(word) else { return nil }
    let number = next
    while next < end, (0x30...0x39).contains(text[next]) || text[next] == UInt8(ascii: ".") {
      next += 1
      guard next - number <= 12 else { return nil }
    }
    var last = next
    while last > number, text[last - 1] == UInt8(ascii: ".") { last -= 1 }
    guard last > number, (0x30...0x39).contains(text[number]) else { return nil }
    while next < end, case let width = blankWidth(at: next, in: text, end: end), width > 0 {
      next += width
    }
    guard next < end else { return nil }
    let isDash =
      text[next] == 0xE2 && next + 2 < end && text[next + 1] == 0x80
      && (text[next + 2] == 0x93 || text[next + 2] == 0x94)
    return isDash || text[next] == UInt8(ascii: "-") || text[next] == UInt8(ascii: ":")
      ? last : nil
  }

  /// Returns the word at `index` in lower case and passes over it, a full stop and the blanks.
  private static func word(in text: [UInt8], from index: inout Int, end: Int) -> String? {
    let start = index
    while index < end, text[index] >= 0x80 || (0x61...0x7A).contains(text[index] | 0x20) {
      index += 1
      guard index - start <= 24 else { return nil }
    }
    guard index > start else { return nil }
    let word = String(decoding: text[start..<index], as: UTF8.self).lowercased()
    if index < end, text[index] == UInt8(ascii: ".") { index += 1 }
    let blank = index
    while index < end, case let width = blankWidth(at: index, in: text, end: end), width > 0 {
      index += width
    }
    return index > blank ? word : nil
  }
}
