import AktsamDocuments
import AktsamText

/// The terms of a notice in which something can be demanded, by lot.
struct NoticeTerms {
  /// The business terms: contract conditions, selection criteria, award criteria.
  private static let labels = ["BT-70 ", "BT-750 ", "BT-540 "]

  /// Whether a block states a contract condition or a criterion.
  static func isTerm(_ block: Block) -> Bool {
    block.kind.canBeEvidence && labels.contains { block.label.hasPrefix($0) }
  }

  /// Whether a block states a contract condition.
  static func isCondition(_ block: Block) -> Bool {
    block.kind.canBeEvidence && block.label.hasPrefix("BT-70 ")
  }

  private(set) var byLot: [String: [Int]] = [:]

  /// Gathers the terms of a notice that say something: a bare pointer elsewhere does not.
  init(_ context: RuleContext) {
    let empty = Set(
      context.noticed("AK0343").compactMap { $0.place.segments.first?.lowerBound })
    for (index, block) in context.document.blocks.enumerated() where Self.isTerm(block) {
      let start = context.document.segments(of: block.text).first?.lowerBound ?? -1
      guard !empty.contains(start),
        PlaceholderText.whole(context.string(of: block)) == false
      else { continue }
      byLot[block.number, default: []].append(index)
    }
  }

  /// Returns the blocks of the terms that hold for a lot: its own and those of the whole procedure;
  /// for the procedure all.
  func blocks(for lot: String) -> [Int] {
    lot.isEmpty ? byLot.values.flatMap(\.self) : (byLot[lot] ?? []) + (byLot[""] ?? [])
  }
}
