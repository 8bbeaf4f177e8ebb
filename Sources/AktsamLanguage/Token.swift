/// A word or a number of a text.
package struct Token: Sendable, Hashable {
  /// The byte offset of the first byte in the text.
  package var start: Int32
  /// The byte offset just past the last byte.
  package var end: Int32
  /// The index of the word in the analyser's ``WordTable``.
  package var word: Int32
  /// The value of a number in digits or words, else -1.
  package var value: Int32
  /// The clause within the sentence, from 0.
  package var clause: Int16
  /// What else is known.
  package var flags: TokenFlags
}

/// Properties of a token.
package struct TokenFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Starts with a capital letter.
  package static let capitalised = TokenFlags(rawValue: 1)
  /// Written in digits.
  package static let digits = TokenFlags(rawValue: 2)
  /// A per cent sign follows.
  package static let percent = TokenFlags(rawValue: 4)
  /// Holds both letters and digits, as `C138` or `QG1`.
  package static let mixed = TokenFlags(rawValue: 8)
  /// Stands in square brackets, as a template's `[name]`.
  package static let bracketed = TokenFlags(rawValue: 16)
  /// Opens a subordinate clause: "that", "which", `som`, `at`.
  package static let subordinator = TokenFlags(rawValue: 32)
}

/// A concept named by one or several tokens.
package struct Hit: Sendable, Hashable {
  /// The concept's index.
  package var concept: Int16
  /// The clause of the first token within its sentence.
  package var clause: Int16
  /// The first token's index in the analysis.
  package var start: Int32
  /// The index just past the last token.
  package var end: Int32
  /// Whether words that the term does not name stand between its first and last token.
  package var isGapped: Bool

  /// Creates a hit.
  package init(
    concept: Int16, clause: Int16, start: Int32, end: Int32, isGapped: Bool = false
  ) {
    self.concept = concept
    self.clause = clause
    self.start = start
    self.end = end
    self.isGapped = isGapped
  }
}

/// A sentence: a range of tokens and the concepts they name.
package struct Sentence: Sendable {
  /// The byte range in the text, from the first to just past the last token or closing mark.
  package var text: Range<Int>
  /// The range of token indices.
  package var tokens: Range<Int>
  /// The range of hit indices.
  package var hits: Range<Int>
  /// The concepts named.
  package var concepts: ConceptSet
  /// Whether the sentence ends with a colon: a lead-in to a list.
  package var isLeadIn: Bool
  /// Whether the sentence opens a list item behind a bullet.
  package var isItem: Bool
  /// Whether the sentence ends with a question mark.
  package var isQuestion: Bool
}

/// A set of concept indices below 512.
package struct ConceptSet: Sendable, Hashable {
  private var words: InlineArray<8, UInt64>

  /// Creates an empty set.
  package init() { words = InlineArray(repeating: 0) }

  /// Creates a set of concepts.
  package init(_ concepts: some Sequence<Int>) {
    self.init()
    for concept in concepts { insert(concept) }
  }

  /// The largest number of concepts that a library may hold.
  package static let capacity = 512

  /// Adds a concept.
  package mutating func insert(_ concept: Int) {
    words[(concept >> 6) & 7] |= 1 << UInt64(concept & 63)
  }

  /// Returns whether the concept is in the set.
  package func contains(_ concept: Int) -> Bool {
    words[(concept >> 6) & 7] & (1 << UInt64(concept & 63)) != 0
  }

  /// Adds the concepts of another set.
  package mutating func formUnion(_ other: ConceptSet) {
    for index in 0..<8 { words[index] |= other.words[index] }
  }

  /// Calls `body` with each concept, ascending.
  @inline(__always)
  package func forEach(_ body: (Int) -> Void) {
    for index in 0..<8 {
      var bits = words[index]
      while bits != 0 {
        body(index << 6 | bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  /// Returns whether both sets share a concept.
  package func intersects(_ other: ConceptSet) -> Bool {
    for index in 0..<8 where words[index] & other.words[index] != 0 { return true }
    return false
  }

  /// The number of concepts.
  package var count: Int {
    var count = 0
    for index in 0..<8 { count += words[index].nonzeroBitCount }
    return count
  }

  /// Whether the set is empty.
  package var isEmpty: Bool {
    for index in 0..<8 where words[index] != 0 { return false }
    return true
  }

  package static func == (left: ConceptSet, right: ConceptSet) -> Bool {
    for index in 0..<8 where left.words[index] != right.words[index] { return false }
    return true
  }

  package func hash(into hasher: inout Hasher) {
    for index in 0..<8 { hasher.combine(words[index]) }
  }
}
