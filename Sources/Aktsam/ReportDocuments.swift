package import AktsamDocuments
internal import AktsamReading
package import AktsamReports
internal import AktsamText

extension ReportDocument {
  /// Makes what the HTML report shows of a document.
  ///
  /// - Parameters:
  ///   - document: the document, as it was assessed.
  ///   - input: the index of its input in the subject.
  ///   - subject: the subject with the assessments.
  package init(_ document: Document, input: Int, of subject: Report.Subject) {
    self.init(input: input, language: document.language ?? "", blocks: [])
    let quotations = QuotationIndex(document, subject)
    blocks = document.blocks.enumerated().map { index, block in
      Block(
        kind: Kind(rawValue: block.kind.name) ?? .paragraph, number: block.number,
        label: block.label, text: document.string(block.text), language: block.language ?? "",
        highlights: quotations.highlights(inBlock: index))
    }
  }
}

/// Finds the quotations of a subject in a document's text.
///
/// A quotation knows its place as bytes of the source. The text under those bytes is looked for in the
/// block that holds them, and taken only where it comes from exactly those bytes: the same words may
/// stand in a block twice.
private struct QuotationIndex {
  private var byBlock: [Int: [ReportDocument.Highlight]] = [:]

  init(_ document: Document, _ subject: Report.Subject) {
    let blocks = document.blocks.map { block in
      let place = document.segments(of: block.text)
      return (start: place.map(\.lowerBound).min(), end: place.map(\.upperBound).max())
    }
    for (position, assessment) in subject.assessments.enumerated() {
      for (number, evidence) in assessment.evidence.enumerated() {
        let place = evidence.place
        guard place.path == document.source.path, let first = place.segments.first else { continue }
        let quote = Array(evidence.quote.utf8)
        for (index, item) in blocks.enumerated() {
          guard let start = item.start, let end = item.end, start <= first.lowerBound,
            first.lowerBound < end,
            let pieces = Self.find(quote, place, in: document, from: index)
          else { continue }
          add(pieces, position, number, in: document)
          break
        }
      }
    }
  }

  func highlights(inBlock index: Int) -> [ReportDocument.Highlight] {
    byBlock[index] ?? []
  }

  /// The parts of the document's text that a quotation was taken from; it begins in the block.
  private static func find(
    _ quote: [UInt8], _ place: Place, in document: Document, from index: Int
  ) -> [Document.Piece]? {
    guard let first = quote.first else { return nil }
    let block = document.blocks[index].text.clamped(to: 0..<document.text.count)
    for start in block where document.text[start] == first {
      guard let end = Self.end(of: quote, in: document, from: index, at: start) else { continue }
      let pieces = document.pieces(of: start..<end, from: index)
      let found = document.place(of: pieces, element: -1)
      if found.segments == place.segments, found.part == place.part { return pieces }
    }
    return nil
  }

  /// Returns where the words of a quotation end that begins at an offset of the text, nil when other
  /// words stand there. It may go on in the blocks that follow, a blank between two: a lead-in is read
  /// with its items.
  private static func end(
    of quote: [UInt8], in document: Document, from index: Int, at start: Int
  ) -> Int? {
    var done = 0
    var from = start
    for block in document.blocks[index...] where block.text.upperBound > from {
      let text = document.text[max(from, block.text.lowerBound)..<block.text.upperBound]
      let part = quote[done...].prefix(text.count)
      guard text.starts(with: part) else {
        // What is no part of a quotation, such as a question, may stand between its blocks.
        if done == 0 { return nil }
        continue
      }
      done += part.count
      from = text.startIndex + part.count
      if done == quote.count { return from }
      guard quote[done] == UInt8(ascii: " ") else { return nil }
      done += 1
    }
    return nil
  }

  private mutating func add(
    _ pieces: [Document.Piece], _ assessment: Int, _ evidence: Int, in document: Document
  ) {
    for piece in pieces {
      let offset = document.blocks[piece.block].text.lowerBound
      byBlock[piece.block, default: []].append(
        ReportDocument.Highlight(
          bytes: (piece.text.lowerBound - offset)..<(piece.text.upperBound - offset),
          assessment: assessment, evidence: evidence))
    }
  }
}
