internal import AktsamText

/// The text of one block while it is gathered: stretches of the document's text, and words that
/// stand for an element, with what lies between them (a footnote, an index term) left out.
struct TextPieces {
  private enum Piece {
    case range(Range<Int>)
    /// Text for an element, traced to all of its bytes; nil = to nothing, as a line break.
    case made(String, from: Range<Int>?)
  }

  private var pieces: [Piece] = []

  /// Adds a byte range of the document's text.
  mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if case .range(let last) = pieces.last, last.upperBound == range.lowerBound {
      pieces[pieces.count - 1] = .range(last.lowerBound..<range.upperBound)
    } else {
      pieces.append(.range(range))
    }
  }

  /// Adds text that stands for an element.
  ///
  /// - Parameters:
  ///   - string: the text.
  ///   - source: the bytes of the element; nil when nothing of the source reads so.
  mutating func add(_ string: String, from source: Range<Int>?) {
    if !string.isEmpty { pieces.append(.made(string, from: source)) }
  }

  /// Returns the text, white space at the ends dropped, runs of it made one space.
  func string(in document: Document) -> String {
    var all = ""
    for piece in pieces {
      switch piece {
      case .range(let range): all += document.string(range)
      case .made(let string, _): all += string
      }
    }
    return collapsed(all)
  }

  /// Returns one range of a document's text that holds all of it, nil when it is blank. Where
  /// pieces do not stand together they are written again, one after the other, at its end.
  func range(in document: inout Document) -> Range<Int>? {
    var pieces = self.pieces[...]
    while let first = pieces.first, isBlank(first, in: document) { pieces.removeFirst() }
    while let last = pieces.last, isBlank(last, in: document) { pieces.removeLast() }
    guard let first = pieces.first else { return nil }
    if pieces.count == 1, case .range(let range) = first {
      return trimmed(range, in: document.text)
    }
    let length = pieces.reduce(0) { sum, piece in
      switch piece {
      case .range(let range): sum + range.count
      case .made(let string, _): sum + string.utf8.count
      }
    }
    // Offsets are stored in 32 bits.
    guard length <= Int(Int32.max) - document.text.count else { return nil }
    let start = document.text.count
    for piece in pieces {
      switch piece {
      case .range(let range): document.appendCopy(of: range)
      case .made(let string, let source):
        document.appendAtomic(string.utf8, source: source ?? 0..<0)
      }
    }
    return trimmed(start..<document.text.count, in: document.text)
  }

  private func isBlank(_ piece: Piece, in document: Document) -> Bool {
    switch piece {
    case .range(let range): trimmed(range, in: document.text).isEmpty
    case .made(let string, _): string.allSatisfy(\.isWhitespace)
    }
  }
}

extension Document {
  /// Writes a range of the text again at its end; the copy comes from the same bytes.
  fileprivate mutating func appendCopy(of range: Range<Int>) {
    let range = range.clamped(to: 0..<text.count)
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
    var position = range.lowerBound
    while position < range.upperBound, low < runs.count {
      let run = runs[low]
      low += 1
      let start = Int(run.text)
      let end = min(start + Int(run.textLength), range.upperBound)
      guard position >= start, position < end else { continue }
      let bytes = Array(text[position..<end])
      if run.isPlain {
        let source = Int(run.source) + position - start
        runs.append(
          TextRun(
            text: text.count, textLength: bytes.count, source: source, sourceLength: bytes.count))
        text += bytes
      } else {
        let source = Int(run.source)
        appendAtomic(bytes, source: source..<(source + Int(run.sourceLength)))
      }
      position = end
    }
  }

  /// Appends text that all comes from all of `source`.
  fileprivate mutating func appendAtomic(_ bytes: some Collection<UInt8>, source: Range<Int>) {
    // Equal lengths would read as a plain copy: the first byte has a run of its own.
    let isEqual = bytes.count == source.count && bytes.count > 1
    for part in isEqual ? [bytes.prefix(1), bytes.dropFirst(1)] : [bytes.prefix(bytes.count)] {
      runs.append(
        TextRun(
          text: text.count, textLength: part.count, source: source.lowerBound,
          sourceLength: source.count))
      text.append(contentsOf: part)
    }
  }
}
