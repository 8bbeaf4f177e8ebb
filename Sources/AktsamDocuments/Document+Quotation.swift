package import AktsamText

extension Document {
  /// A part of a quotation that stands in one block.
  package struct Piece: Sendable, Hashable {
    /// The index of the block.
    package var block: Int
    /// The byte range of ``Document/text``.
    package var text: Range<Int>
  }

  /// Returns the parts of a quotation, one a block.
  ///
  /// A lead-in is read with the items that follow it, so that a quotation may go over several blocks.
  /// What stands between blocks is no part of it: tags that a product escaped, numbers, a question.
  ///
  /// - Parameters:
  ///   - range: a byte range of ``text``.
  ///   - block: the index of the block that it begins in.
  /// - Returns: the parts in order, the whole range when it stands in one block.
  package func pieces(of range: Range<Int>, from block: Int) -> [Piece] {
    guard blocks.indices.contains(block), blocks[block].text.upperBound < range.upperBound else {
      return [Piece(block: block, text: range)]
    }
    let own = blocks[block].kind
    var pieces: [Piece] = []
    var index = block
    while index < blocks.count, blocks[index].text.lowerBound < range.upperBound {
      let next = blocks[index]
      let isRead =
        next.kind == own || next.kind.canBeEvidence
        || (next.kind == .requirement && role.isBuyers)
      // Blocks need not stand in the order of the text.
      if isRead, next.text.upperBound > range.lowerBound {
        let common = range.clamped(to: next.text)
        if !common.isEmpty { pieces.append(Piece(block: index, text: common)) }
      }
      index += 1
    }
    return pieces.isEmpty ? [Piece(block: block, text: range)] : pieces
  }

  /// Returns the words of a quotation, a blank between its parts.
  package func string(_ pieces: [Piece]) -> String {
    pieces.map { string($0.text) }.joined(separator: " ")
  }

  /// Returns the place of a quotation.
  ///
  /// - Parameters:
  ///   - pieces: its parts; all of them stand in the part of the package that the first stands in.
  ///   - element: the element index for the path, -1 for none.
  /// - Returns: the place, from the start of the first part to the end of the last.
  package func place(of pieces: [Piece], element: Int32) -> Place {
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return place(of: pieces.first?.text ?? 0..<0, element: element)
    }
    var place = place(of: first.text, element: element)
    let end = self.place(of: last.text, element: element)
    place.segments = pieces.flatMap { segments(of: $0.text) }
    place.endLine = end.endLine
    place.endColumn = end.endColumn
    return place
  }
}
