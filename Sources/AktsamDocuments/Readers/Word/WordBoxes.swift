/// The options beside the check boxes of a paragraph: `☒ Yes ☐ No`, or `Yes ☒ No ☐`.
struct WordBoxes {
  /// One option.
  struct Option: Equatable {
    /// The byte range of its text.
    var text: Range<Int>
    /// Whether its box is ticked.
    var isChecked: Bool
  }

  /// What stands before the options.
  private(set) var prompt: Range<Int>
  /// The options in their order.
  private(set) var options: [Option] = []
  /// What stands behind an option on a line of its own: a comment.
  private(set) var rest: [Range<Int>] = []

  /// Finds the options; nil when the range has no box.
  ///
  /// - Parameters:
  ///   - range: a byte range of `text`.
  ///   - text: UTF-8.
  init?(_ range: Range<Int>, in text: [UInt8]) {
    var boxes: [(range: Range<Int>, isChecked: Bool)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let box = Self.signs.first { text[index..<range.upperBound].starts(with: $0.sign) }
      let width = box?.sign.count ?? 1
      if let box { boxes.append((index..<(index + width), box.isChecked)) }
      index += width
    }
    guard let first = boxes.first, let last = boxes.last else { return nil }
    prompt = trimmed(range.lowerBound..<first.range.lowerBound, in: text)
    let isBehind =
      !prompt.isEmpty && trimmed(last.range.upperBound..<range.upperBound, in: text).isEmpty
    if isBehind {
      // The first option stands in the prompt, behind the question.
      let question = prompt
      let cut = Self.end(ofQuestion: question, in: text)
      prompt = question.lowerBound..<cut
      var start = cut
      for box in boxes {
        options.append(
          Option(text: trimmed(start..<box.range.lowerBound, in: text), isChecked: box.isChecked))
        start = box.range.upperBound
      }
      return
    }
    for (position, box) in boxes.enumerated() {
      let end = position + 1 < boxes.count ? boxes[position + 1].range.lowerBound : range.upperBound
      let whole = trimmed(box.range.upperBound..<end, in: text)
      let cut = Self.end(ofOption: whole, in: text)
      options.append(
        Option(text: trimmed(whole.lowerBound..<cut, in: text), isChecked: box.isChecked))
      let left = trimmed(cut..<whole.upperBound, in: text)
      if !left.isEmpty { rest.append(left) }
    }
  }

  /// Whether a byte may be the first of a box.
  static func mayStart(_ byte: UInt8) -> Bool { byte == 0xE2 || byte == 0xF0 }

  /// The signs: ballot boxes, the squares used for them, and boxes of newer fonts.
  private static let signs: [(sign: [UInt8], isChecked: Bool)] = [
    (Array("☐".utf8), false), (Array("☑".utf8), true), (Array("☒".utf8), true),
    (Array("□".utf8), false), (Array("▢".utf8), false), (Array("🗹".utf8), true),
    (Array("🗷".utf8), true), (Array("⬜".utf8), false), (Array("✅".utf8), true),
  ]

  private static func end(ofQuestion range: Range<Int>, in text: [UInt8]) -> Int {
    let marks: Set<UInt8> = [
      UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "."), 0x09, 0x0A,
    ]
    return range.last { marks.contains(text[$0]) }.map { $0 + 1 } ?? range.lowerBound
  }

  /// An option ends with its line, or at a tab.
  private static func end(ofOption range: Range<Int>, in text: [UInt8]) -> Int {
    range.first { text[$0] == 0x09 || text[$0] == 0x0A } ?? range.upperBound
  }
}
