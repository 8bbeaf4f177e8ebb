/// The difference of two texts as `diff -u` prints it, for `patch` and for people.
package enum UnifiedDiff {
  /// How many lines are shown around a change.
  private static let around = 3

  /// Returns the difference; empty when there is none.
  ///
  /// - Parameters:
  ///   - old: the file as it is, UTF-8.
  ///   - new: the file as it is to be.
  ///   - path: its path, with slashes.
  /// - Returns: the text, which ends with a line feed.
  package static func text(old: [UInt8], new: [UInt8], path: String) -> String {
    guard old != new else { return "" }
    let steps = steps(lines(of: old), lines(of: new))
    var text = "--- a/\(path)\n+++ b/\(path)\n"
    for hunk in hunks(steps) { text += written(steps, hunk) }
    return text
  }

  private enum Side { case both, old, new }

  private struct Step {
    var side: Side
    var line: ArraySlice<UInt8>
    /// How many lines of the old and of the new file stand before it.
    var before: (old: Int, new: Int)
  }

  /// The lines with their ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func steps(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var steps: [Step] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let before = (old: left, new: right)
      if removed.contains(left) {
        steps.append(Step(side: .old, line: old[left], before: before))
        left += 1
      } else if inserted.contains(right) {
        steps.append(Step(side: .new, line: new[right], before: before))
        right += 1
      } else if left < old.count {
        steps.append(Step(side: .both, line: old[left], before: before))
        left += 1
        right += 1
      } else {
        break
      }
    }
    return steps
  }

  /// Returns the stretches of steps that hold changes with what is shown around them.
  private static func hunks(_ steps: [Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() where step.side != .both {
      let range = max(0, index - around)..<min(steps.count, index + around + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func written(_ steps: [Step], _ hunk: Range<Int>) -> String {
    let own = steps[hunk]
    guard let first = own.first else { return "" }
    let oldCount = own.count { $0.side != .new }
    let newCount = own.count { $0.side != .old }
    var text =
      "@@ -\(span(first.before.old, oldCount)) +\(span(first.before.new, newCount)) @@\n"
    for step in own {
      let mark =
        switch step.side {
        case .both: " "
        case .old: "-"
        case .new: "+"
        }
      text += mark + String(decoding: step.line, as: UTF8.self)
      if step.line.last != 0x0A { text += "\n\\ No newline at end of file\n" }
    }
    return text
  }

  private static func span(_ before: Int, _ count: Int) -> String {
    let start = count == 0 ? before : before + 1
    return count == 1 ? "\(start)" : "\(start),\(count)"
  }
}
