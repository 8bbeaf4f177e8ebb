internal import AktsamClauses
package import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

/// Sentences that are read together: one answer with its comment, one list with its lead-in, one
/// numbered section (design, section 4, *Assembly*).
struct Unit {
  /// The blocks, as indices into the document.
  var blocks: [Int]
  /// The language they are read in.
  var language: String
  /// The sentences.
  var sentences: [Sentence]
  /// The block of each sentence.
  var sentenceBlocks: [Int]
  /// All tokens.
  var tokens: [Token]
  /// All hits.
  var hits: [Hit]
  /// All concepts named.
  var concepts: ConceptSet
  /// The concepts of the headings above.
  var heading: ConceptSet
  /// The question that the unit answers, else nil.
  var question: Question?
  /// How many hits of a concept the unit has, and where.
  func hits(of concept: Int) -> [Hit] {
    guard concept >= 0, concepts.contains(concept) else { return [] }
    return hits.filter { Int($0.concept) == concept }
  }

  /// Whether the unit names a concept.
  func names(_ concept: Int) -> Bool { concept >= 0 && concepts.contains(concept) }
}
