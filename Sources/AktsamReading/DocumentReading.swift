package import AktsamDocuments
internal import AktsamText

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
  package var nearest: [String: [NearPassage]]
  /// The named facts, in document order.
  package var facts: [NamedFact]
  /// The passages that merely repeat the buyer's words and so support nothing, each once.
  package var echoes: [NearPassage]
  /// For `annotate`: every passage; empty unless asked for.
  package var passageReadings: [PassageReading]
  /// Whether reading was given up before the end, because it took too long.
  package var isGivenUp = false
}

/// A passage that names something of a requirement but does not speak about it.
package struct NearPassage: Sendable, Hashable {
  /// The byte range of the document's text.
  package var text: Range<Int>
  /// The block.
  package var block: Int
  /// The language it was read in.
  package var language: String
}

/// What one unit of a document says about a requirement.
package struct StatementRecord: Sendable {
  /// A sentence, as a byte range of the document's text, and its block.
  package struct Quote: Sendable, Hashable {
    /// The byte range of the document's text.
    package var text: Range<Int>
    /// The block.
    package var block: Int
    /// How firmly the statement speaks.
    package var force: Force
    /// Indices of the requirement's elements that it supports.
    package var supports: [Int]
  }

  /// Met, weak or contradicted.
  package var outcome: Outcome
  /// The weaknesses with the byte ranges of the words that caused them.
  package var weaknesses: [(code: Weakness, words: [Range<Int>])]
  /// The requirement's elements, by their index.
  package var elements: [(index: Int, state: ElementState.State)]
  /// The sentences, the firmest first.
  package var quotes: [Quote]
  /// The language it was read in.
  package var language: String
  /// Whether it answers a question mapped to the requirement.
  package var isMapped: Bool
  /// Whether it names the topic itself.
  package var hasTopic: Bool
  /// Whether the outcome rests on words that leave little doubt.
  package var isSure: Bool
  /// The structured answer, when the unit answers a yes-or-no question.
  package var value: Question.Value?
  /// The block of that answer, -1 for none.
  package var valueBlock: Int32
  /// Whether the structured answer and the words beside it exclude each other.
  package var contradictsValue: Bool
  /// Index into the document's other parties, -1 for the document's own.
  package var party: Int32
  /// What it says about the present, to be held against other statements.
  package var stance: Stance
  /// Whether the unit answers a question about something else and only brushes the requirement: then
  /// it supports nothing, but it may exclude what another statement says.
  package var isBrushed: Bool
  /// In a buyer's document: the time limits that it sets, in days, by the profile's parameter.
  package var limits: [String: Int] = [:]
  /// Its features in the order of ``FindingFeature``, kept while learning; empty otherwise.
  package var features: [Double] = []
}
