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
      return (
        block: block, start: place.map(\.lowerBound).min(), end: place.map(\.upperBound).max()
      )
    }
    for (position, assessment) in subject.assessments.enumerated() {
      for (number, evidence) in assessment.evidence.enumerated() {
        let place = evidence.place
        guard place.path == document.source.path, let first = place.segments.first else { continue }
        let quote = Array(evidence.quote.utf8)
        for (index, item) in blocks.enumerated() {
          guard let start = item.start, let end = item.end, start <= first.lowerBound,
            first.lowerBound < end,
            let range = Self.find(quote, place, in: document, from: item.block)
          else { continue }
          add(range, position, number, from: index, in: document)
          break
        }
      }
    }
  }

  func highlights(inBlock index: Int) -> [ReportDocument.Highlight] {
    byBlock[index] ?? []
  }

  /// The byte range of the document's text that a quotation was taken from; it begins in the block.
  private static func find(
    _ quote: [UInt8], _ place: Place, in document: Document, from block: Block
  ) -> Range<Int>? {
    guard let first = quote.first else { return nil }
    let text = document.text
    var start = block.text.lowerBound
    let last = min(block.text.upperBound, text.count - quote.count + 1)
    while start < last {
      if text[start] == first, text[start..<(start + quote.count)].elementsEqual(quote) {
        let range = start..<(start + quote.count)
        let found = document.place(of: range, element: -1)
        if found.segments == place.segments, found.part == place.part { return range }
      }
      start += 1
    }
    return nil
  }

  /// A quotation may go on in the blocks that follow: a lead-in is read with its items.
  private mutating func add(
    _ range: Range<Int>, _ assessment: Int, _ evidence: Int, from index: Int, in document: Document
  ) {
    for (number, block) in document.blocks.enumerated().dropFirst(index) {
      guard block.text.lowerBound < range.upperBound else { break }
      let common = range.clamped(to: block.text)
      guard !common.isEmpty else { continue }
      let offset = block.text.lowerBound
      byBlock[number, default: []].append(
        ReportDocument.Highlight(
          bytes: (common.lowerBound - offset)..<(common.upperBound - offset),
          assessment: assessment, evidence: evidence))
    }
  }
}
