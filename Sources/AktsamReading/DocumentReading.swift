package import AktsamDocuments
package import AktsamText

/// What one document says about the profile's requirements, with places still as byte ranges.
package struct DocumentReading: Sendable {
  /// The statements by requirement id, in document order.
  package var statements: [String: [StatementRecord]]
  /// How many passages were read.
  package var passages: Int
  /// How many passages are in a language that no lexicon reads.
  package var unread: Int
  /// The languages met, with the passages each has, most first.
  package var languages: [(language: String, passages: Int)]
  /// Requirements that a switched-off question was mapped to, with the block of the condition.
  package var switchedOff: [String: Int]
  /// The passages that come nearest to a requirement without speaking about it.
  package var nearest: [String: [Range<Int>]]
  /// For `annotate`: every passage; empty unless asked for.
  package var passageReadings: [PassageReading]
}

/// What one unit of a document says about a requirement.
package struct StatementRecord: Sendable {
  /// A sentence, as a byte range of the document's text, and its block.
  package struct Quote: Sendable, Hashable {
    package var text: Range<Int>
    package var block: Int
    package var force: Force
    /// Ids of the elements that it supports.
    package var supports: [String]
  }

  package var outcome: Outcome
  package var weaknesses: [(code: Weakness, words: [String])]
  package var elements: [(id: String, isCore: Bool, state: ElementState.State)]
  package var quotes: [Quote]
  package var language: String
  package var isMapped: Bool
  package var hasTopic: Bool
  package var isSure: Bool
  /// The structured answer, when the unit answers a yes-or-no question.
  package var value: Question.Value?
  /// Index into the document's other parties, -1 for the document's own.
  package var party: Int32
}
