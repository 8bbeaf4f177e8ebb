/// A stretch of decoded text and the bytes of the source that it was read from.
///
/// Where both lengths are equal the run is a plain copy and every byte maps one to one. Otherwise
/// (an entity, a character reference, CR LF) the run is atomic: all of its text comes from all of
/// its source. Text that happens to be as long as the entity it came from is stored as two atomic
/// runs over the same source, so that the lengths always tell which kind a run is.
package struct TextRun: Sendable, Hashable {
  /// The byte offset of the run in the decoded text.
  package var text: Int32
  /// The length of the decoded text, in bytes.
  package var textLength: Int32
  /// The byte offset of the run in ``SourceFile/bytes``.
  package var source: Int32
  /// The length in the source, in bytes; 0 for text that a reader put in (a line break element).
  package var sourceLength: Int32

  /// Creates a run.
  package init(text: Int, textLength: Int, source: Int, sourceLength: Int) {
    self.text = Int32(text)
    self.textLength = Int32(textLength)
    self.source = Int32(source)
    self.sourceLength = Int32(sourceLength)
  }

  /// Whether the run is a plain copy, every byte of the text standing for one of the source.
  package var isPlain: Bool { textLength == sourceLength }
}

/// Returns the byte ranges of the source that `range` of the decoded text was read from.
///
/// Neighbouring ranges are joined; text with no source (see ``TextRun/sourceLength``) and an empty
/// range give none.
///
/// - Parameters:
///   - range: a byte range of the decoded text.
///   - runs: the runs of the text, ascending by ``TextRun/text``.
/// - Returns: the ranges, ascending.
/// - Complexity: O(log n + k), k being the runs that the range touches.
package func sourceRanges(of range: Range<Int>, in runs: [TextRun]) -> [Range<Int>] {
  guard !range.isEmpty else { return [] }
  var low = 0
  var high = runs.count
  while low < high {
    let middle = (low + high) / 2
    if Int(runs[middle].text) + Int(runs[middle].textLength) <= range.lowerBound {
      low = middle + 1
    } else {
      high = middle
    }
  }
  var ranges: [Range<Int>] = []
  while low < runs.count, Int(runs[low].text) < range.upperBound {
    let run = runs[low]
    low += 1
    guard run.sourceLength > 0 else { continue }
    var start = Int(run.source)
    var end = start + Int(run.sourceLength)
    if run.isPlain {
      start += max(0, range.lowerBound - Int(run.text))
      end -= max(0, Int(run.text) + Int(run.textLength) - range.upperBound)
    }
    guard start < end else { continue }
    if let last = ranges.last, last.lowerBound <= start, start <= last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
    } else {
      ranges.append(start..<end)
    }
  }
  return ranges
}
