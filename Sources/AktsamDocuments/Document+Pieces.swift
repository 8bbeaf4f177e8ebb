import AktsamText

extension Document {
  /// Returns a range of ``text`` that holds only the given pieces: the pieces themselves when they
  /// stand side by side, else a copy, every byte of which keeps its place in the source.
  ///
  /// A paragraph with a footnote in its middle, or a cell of several runs, stands in pieces.
  ///
  /// - Parameter pieces: byte ranges of ``text``, ascending.
  /// - Returns: the range, empty when all pieces are.
  mutating func join(_ pieces: [Range<Int>]) -> Range<Int> {
    var joined: [Range<Int>] = []
    for piece in pieces where !piece.isEmpty {
      if let last = joined.last, last.upperBound == piece.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        joined.append(piece)
      }
    }
    guard joined.count > 1 else { return joined.first ?? text.count..<text.count }
    let length = joined.reduce(0) { $0 + $1.count }
    // Offsets are stored in 32 bits; past that the longest piece is all that is kept.
    guard hasRoom(for: length) else {
      return joined.max { $0.count < $1.count } ?? text.count..<text.count
    }
    let start = text.count
    for piece in joined { copy(piece) }
    return start..<text.count
  }

  /// Appends what a program shows for a stored value, such as the day of a date that is stored as
  /// a number; all of it comes from all of the source range.
  ///
  /// - Parameters:
  ///   - shown: the text that is shown.
  ///   - source: the byte range of the stored value, raised by the base of its part.
  /// - Returns: the byte range of ``text`` that the text now takes.
  mutating func appendShown(_ shown: String, from source: Range<Int>) -> Range<Int> {
    guard hasRoom(for: shown.utf8.count) else { return text.count..<text.count }
    guard shown.utf8.count == source.count, let last = shown.last, shown.count > 1 else {
      return append(shown, from: source)
    }
    // Equal lengths would say that it is a plain copy.
    let first = append(String(shown.dropLast()), from: source)
    return first.lowerBound..<append(String(last), from: source).upperBound
  }

  private func hasRoom(for length: Int) -> Bool {
    length < Int(Int32.max) - text.count
  }

  private mutating func copy(_ piece: Range<Int>) {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) + Int(runs[middle].textLength) <= piece.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let offset = text.count - piece.lowerBound
    while low < runs.count, Int(runs[low].text) < piece.upperBound {
      let run = runs[low]
      low += 1
      let start = max(Int(run.text), piece.lowerBound)
      let end = min(Int(run.text) + Int(run.textLength), piece.upperBound)
      guard start < end else { continue }
      let isPlain = run.isPlain
      runs.append(
        TextRun(
          text: start + offset, textLength: end - start,
          source: Int(run.source) + (isPlain ? start - Int(run.text) : 0),
          sourceLength: isPlain ? end - start : Int(run.sourceLength)))
    }
    text.append(contentsOf: Array(text[piece.clamped(to: 0..<text.count)]))
  }
}
