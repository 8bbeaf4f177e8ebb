/// A document's own text as the HTML report shows it: plain values that the façade makes of the
/// document, so that reports know nothing of readers.
package struct ReportDocument: Sendable, Hashable {
  /// What a block is, which decides how it looks.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case heading, paragraph
    case listItem = "list-item"
    case tableCell = "table-cell"
    case question, requirement, caption, answer
  }

  /// A passage that an assessment quotes.
  package struct Highlight: Sendable, Hashable {
    /// The byte range of the block's text as UTF-8.
    package var bytes: Range<Int>
    /// The index of the assessment in the subject.
    package var assessment: Int
    /// The index of the quotation in the assessment.
    package var evidence: Int

    /// Creates a highlight.
    package init(bytes: Range<Int>, assessment: Int, evidence: Int) {
      self.bytes = bytes
      self.assessment = assessment
      self.evidence = evidence
    }
  }

  /// A stretch of the text.
  package struct Block: Sendable, Hashable {
    /// What it is.
    package var kind: Kind
    /// The printed number; empty = none.
    package var number: String
    /// What a citation shows beside it: the question, the column; empty = none.
    package var label: String
    /// The text.
    package var text: String
    /// The language; empty = that of the document.
    package var language: String
    /// What is quoted of it.
    package var highlights: [Highlight]

    /// Creates a block.
    package init(
      kind: Kind, number: String = "", label: String = "", text: String, language: String = "",
      highlights: [Highlight] = []
    ) {
      self.kind = kind
      self.number = number
      self.label = label
      self.text = text
      self.language = language
      self.highlights = highlights
    }
  }

  /// The index of the input in the subject.
  package var input: Int
  /// The title; empty = the path of the input.
  package var title: String
  /// The language; empty = not known.
  package var language: String
  /// The text in order.
  package var blocks: [Block]

  /// Creates a document.
  package init(input: Int, title: String = "", language: String = "", blocks: [Block]) {
    self.input = input
    self.title = title
    self.language = language
    self.blocks = blocks
  }
}

extension ReportDocument.Block {
  /// A stretch of the text under the same highlights.
  struct Piece: Hashable {
    /// The text.
    var text: String
    /// The indices of the passages that cover it.
    var passages: [Int]
  }

  /// The passages that are quoted, each once: a sentence may speak to several requirements.
  var passages: [(bytes: Range<Int>, highlights: [ReportDocument.Highlight])] {
    let bytes = Array(text.utf8)
    /// A range between whole characters, whatever it was.
    func whole(_ range: Range<Int>) -> Range<Int> {
      func start(_ offset: Int) -> Int {
        var offset = min(max(offset, 0), bytes.count)
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
      }
      let first = start(range.lowerBound)
      return first..<max(first, start(range.upperBound))
    }
    var passages: [(bytes: Range<Int>, highlights: [ReportDocument.Highlight])] = []
    for highlight in highlights {
      let range = whole(highlight.bytes)
      guard !range.isEmpty else { continue }
      if let index = passages.firstIndex(where: { $0.bytes == range }) {
        passages[index].highlights.append(highlight)
      } else {
        passages.append((range, [highlight]))
      }
    }
    // The longer comes first where two begin together.
    return passages.sorted {
      ($0.bytes.lowerBound, -$0.bytes.upperBound) < ($1.bytes.lowerBound, -$1.bytes.upperBound)
    }
  }

  /// The text cut where a passage begins or ends.
  func pieces(_ passages: [Range<Int>]) -> [Piece] {
    let bytes = Array(text.utf8)
    let cuts = Set([0, bytes.count] + passages.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    return zip(cuts, cuts.dropFirst()).map { start, end in
      Piece(
        text: String(decoding: bytes[start..<end], as: UTF8.self),
        passages: passages.indices.filter {
          passages[$0].lowerBound <= start && end <= passages[$0].upperBound
        })
    }
  }
}
