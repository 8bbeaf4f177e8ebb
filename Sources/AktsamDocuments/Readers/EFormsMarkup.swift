/// Splits a description at the HTML tags that products put into it as escaped text.
enum EFormsMarkup {
  /// A stretch between two tags.
  struct Segment {
    var text: Range<Int>
    /// Whether it stands in a list item.
    var isListItem: Bool
  }

  /// Returns the stretches of a byte range that are not tags; white space alone is none.
  ///
  /// - Parameters:
  ///   - text: the decoded text, escapes resolved once.
  ///   - range: a byte range of it.
  /// - Returns: the stretches, in order, without white space at their ends.
  /// - Complexity: O(n) in the length of the range.
  static func segments(of text: [UInt8], _ range: Range<Int>) -> [Segment] {
    let range = range.clamped(to: 0..<text.count)
    var result: [Segment] = []
    var start = range.lowerBound
    var index = start
    var openItems = 0
    while index < range.upperBound {
      guard text[index] == less, let tag = tag(in: text, at: index, end: range.upperBound) else {
        index += 1
        continue
      }
      add(start..<index, of: text, isListItem: openItems > 0, to: &result)
      if tag.isListItem { openItems = max(0, openItems + (tag.isEnd ? -1 : 1)) }
      index = tag.end
      start = index
    }
    add(start..<range.upperBound, of: text, isListItem: openItems > 0, to: &result)
    return result
  }

  private struct Tag {
    var end: Int
    var isEnd: Bool
    var isListItem: Bool
  }

  private static let less = UInt8(ascii: "<")
  private static let greater = UInt8(ascii: ">")
  /// A longer "tag" is a less-than sign in prose.
  private static let maxLength = 2000

  /// Returns the tag at `index`, nil when the less-than sign opens none.
  private static func tag(in text: [UInt8], at index: Int, end: Int) -> Tag? {
    var next = index + 1
    let isEnd = next < end && text[next] == UInt8(ascii: "/")
    if isEnd { next += 1 }
    let name = next
    while next < end, isLetterOrDigit(text[next]) { next += 1 }
    guard next > name, isLetter(text[name]) else { return nil }
    let isListItem =
      next - name == 2 && text[name] | 0x20 == UInt8(ascii: "l")
      && text[name + 1] | 0x20 == UInt8(ascii: "i")
    let limit = min(end, index + maxLength)
    while next < limit {
      if text[next] == greater {
        return Tag(end: next + 1, isEnd: isEnd, isListItem: isListItem)
      }
      if text[next] == less { return nil }
      next += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }

  private static func add(
    _ range: Range<Int>, of text: [UInt8], isListItem: Bool, to result: inout [Segment]
  ) {
    let range = trimmed(range, in: text)
    if !range.isEmpty { result.append(Segment(text: range, isListItem: isListItem)) }
  }
}
