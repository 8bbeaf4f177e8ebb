/// Which words of two texts differ: each text keeps its words, and those that the other hasn't are
/// marked.
enum WordDifference {
  /// The longest texts that are compared, in words; the work grows with the square.
  private static let limit = 500

  /// Returns both texts in parts, of which those that the other text lacks are marked as deleted in the
  /// earlier and as inserted in the later; nil where the texts have too little in common for marks to
  /// tell anything, or nothing differs.
  static func marked(_ earlier: String, _ later: String) -> (
    earlier: [Page.Inline], later: [Page.Inline]
  )? {
    let left = words(earlier)
    let right = words(later)
    guard left != right, !left.isEmpty, !right.isEmpty, left.count <= limit, right.count <= limit
    else { return nil }
    let (keptLeft, keptRight) = common(left, right)
    let kept = keptLeft.count { $0 }
    guard kept * 2 >= max(left.count, right.count) else { return nil }
    return (
      parts(left, keptLeft) { .deleted($0) }, parts(right, keptRight) { .inserted($0) }
    )
  }

  private static func words(_ text: String) -> [Substring] {
    text.split(separator: " ")
  }

  /// The longest common subsequence, as the words of each text that belong to it.
  private static func common(_ left: [Substring], _ right: [Substring]) -> ([Bool], [Bool]) {
    let width = right.count + 1
    var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
    for row in stride(from: left.count - 1, through: 0, by: -1) {
      for column in stride(from: right.count - 1, through: 0, by: -1) {
        lengths[row * width + column] =
          left[row] == right[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var kept = (left.map { _ in false }, right.map { _ in false })
    var (row, column) = (0, 0)
    while row < left.count, column < right.count {
      if left[row] == right[column] {
        kept.0[row] = true
        kept.1[column] = true
        row += 1
        column += 1
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return kept
  }

  /// Neighbouring words of a kind make one part; the blank before a part is not marked.
  private static func parts(
    _ words: [Substring], _ kept: [Bool], mark: (String) -> Page.Inline
  ) -> [Page.Inline] {
    var parts: [Page.Inline] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, kept[end] == kept[start] { end += 1 }
      let text = words[start..<end].joined(separator: " ")
      if kept[start] {
        parts.append(.text((start > 0 ? " " : "") + text + (end < words.count ? " " : "")))
      } else {
        parts.append(mark(text))
      }
      start = end
    }
    return parts
  }
}
