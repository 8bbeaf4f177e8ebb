/// The words of one language, as a lexicon file gives them.
package struct LexiconSource: Sendable {
  /// Terms and the concept that they name.
  package struct Terms: Sendable {
    /// The concept's index.
    package var concept: Int
    /// The terms, each closed by a semicolon: words with blanks, `=exact`, `...` for a gap of up to four
    /// words.
    package var text: [UInt8]
    /// Concepts of which one must stand in the same sentence; empty = none needed.
    package var companions: [Int]
    /// Whether the concept is a reading class, whose longer terms hide the shorter ones.
    package var isReading: Bool
    /// Whether it is a name, whose words name nothing else: "Forced Labour Act".
    package var isName: Bool

    /// Creates an entry.
    package init(
      concept: Int, text: [UInt8], companions: [Int], isReading: Bool, isName: Bool = false
    ) {
      self.isName = isName
      self.concept = concept
      self.text = text
      self.companions = companions
      self.isReading = isReading
    }
  }

  /// The language code.
  package var language: String
  /// All terms.
  package var terms: [Terms]
  /// Number words.
  package var numbers: [String: Int]
  /// Abbreviations with their full stops.
  package var abbreviations: [String]

  /// Creates a source.
  package init(
    language: String, terms: [Terms], numbers: [String: Int], abbreviations: [String]
  ) {
    self.language = language
    self.terms = terms
    self.numbers = numbers
    self.abbreviations = abbreviations
  }
}

/// A lexicon compiled for reading: a vocabulary of stems and exact words, and one automaton (a trie
/// over vocabulary ids) for all terms, so that the cost of reading does not grow with their number.
package final class CompiledLexicon: Sendable {
  /// What a node of the automaton stands for when a term ends there.
  struct Output: Sendable {
    var concept: Int16
    var isReading: Bool
    var isName: Bool
    /// Index into ``companions``, -1 for none.
    var companions: Int32
  }

  /// The language code.
  package let language: String
  /// Vocabulary ids of stems.
  let stems: ByteTable
  /// Vocabulary ids of exact words.
  let exacts: ByteTable
  /// Values of number words in lower case.
  let numbers: [[UInt8]: Int32]
  /// Abbreviations in lower case, without their last full stop.
  let abbreviations: Set<[UInt8]>
  /// Words that open a new clause after a comma.
  let conjunctions: Set<[UInt8]>
  /// Words that open a new clause anywhere.
  let adversatives: Set<[UInt8]>
  /// Words that open a subordinate clause.
  let subordinators: Set<[UInt8]>
  /// The node after a first word, by vocabulary id; 0 = none.
  let rootChildren: [Int32]
  /// The node after another word.
  let edges: EdgeTable
  /// The node after a gap, by node; 0 = none.
  let gapChildren: [Int32]
  /// The terms that end at a node: ranges into ``outputs``.
  let outputRanges: [Range<Int32>]
  /// All outputs.
  let outputs: [Output]
  /// The companion sets.
  let companions: [ConceptSet]
  /// Whether long words are split into known parts.
  let splitsCompounds: Bool
  /// How many words a gap may span.
  static let gap = 4

  /// Compiles a lexicon.
  package init(_ source: LexiconSource) {
    language = source.language
    splitsCompounds = source.language != "en"
    var builder = LexiconBuilder(language: source.language)
    for terms in source.terms { builder.add(terms) }
    stems = builder.stems
    exacts = builder.exacts
    companions = builder.companions
    numbers = Dictionary(
      source.numbers.map { (Fold.lowercased($0.key.utf8), Int32(clamping: $0.value)) },
      uniquingKeysWith: { first, _ in first })
    abbreviations = Set(
      source.abbreviations.compactMap { text in
        let folded = Fold.lowercased(text.utf8)
        let trimmed = folded.last == UInt8(ascii: ".") ? Array(folded.dropLast()) : folded
        // `e.g.` is read as the words `e` and `g`: its last word counts.
        return trimmed.split(separator: UInt8(ascii: ".")).last.map { Array($0) }
      })
    let openers = ClauseOpeners(language: source.language)
    conjunctions = openers.afterComma
    adversatives = openers.anywhere
    subordinators = openers.subordinate
    rootChildren = builder.rootChildren
    edges = builder.edges
    gapChildren = builder.gapChildren
    (outputRanges, outputs) = builder.sortedOutputs()
  }
}
