/// The boxes to tick in a line of text, such as "☒ Yes ☐ No", with the words beside them.
struct TickBoxes {
  /// One box.
  struct Box {
    /// Whether it is ticked.
    var isTicked: Bool
    /// The byte range of its words.
    var label: Range<Int>
  }

  /// What stands before the first box, unless it is that box's words; empty = nothing.
  var prompt: Range<Int>
  /// The boxes in the order of the text.
  var boxes: [Box]

  /// Finds the boxes of a range; nil when it has none.
  ///
  /// - Parameters:
  ///   - range: a byte range of `text`.
  ///   - text: UTF-8.
  init?(_ range: Range<Int>, in text: [UInt8]) {
    let range = trimmed(range, in: text)
    // U+2610 to U+2612: ballot box, with check, with X.
    var marks: [Int] = []
    var position = range.lowerBound
    while position + 2 < range.upperBound {
      if text[position] == 0xE2, text[position + 1] == 0x98,
        (0x90...0x92).contains(text[position + 2])
      {
        marks.append(position)
        position += 2
      }
      position += 1
    }
    guard let first = marks.first, let last = marks.last else { return nil }
    // "Yes ☒ No ☐": the words come first.
    let wordsFirst = last + 3 == range.upperBound && first > range.lowerBound
    prompt = wordsFirst ? range.lowerBound..<range.lowerBound : range.lowerBound..<first
    prompt = trimmed(prompt, in: text)
    boxes = marks.indices.map { index in
      let mark = marks[index]
      let label =
        wordsFirst
        ? (index == 0 ? range.lowerBound : marks[index - 1] + 3)..<mark
        : (mark + 3)..<(index + 1 < marks.count ? marks[index + 1] : range.upperBound)
      return Box(isTicked: text[mark + 2] != 0x90, label: trimmed(label, in: text))
    }
  }
}
