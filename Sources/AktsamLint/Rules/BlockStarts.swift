import AktsamDocuments
import AktsamText

/// Finds the block that a place stands in.
struct BlockStarts {
  private let blocks: [Block]
  private var starts: [(start: Int, block: Int)] = []

  init(_ document: Document) {
    blocks = document.blocks
    starts = document.blocks.indices.compactMap { index in
      document.segments(of: document.blocks[index].text).first.map { ($0.lowerBound, index) }
    }
    starts.sort { $0 < $1 }
  }

  /// Returns the last block that starts at a place or before it; nil when none does.
  func block(at place: Place) -> Block? { index(at: place).map { blocks[$0] } }

  /// Returns the index of that block.
  func index(at place: Place) -> Int? {
    guard let offset = place.segments.first?.lowerBound else { return nil }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1].block : nil
  }
}
