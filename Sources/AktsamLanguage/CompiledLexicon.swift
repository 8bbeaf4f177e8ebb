/// The words of one language, as a lexicon file gives them.
package struct LexiconSource: Sendable {
  /// A term and the concept it names.
  package struct Term: Sendable {
    /// The concept's index.
    package var concept: Int
    /// The term as written: words with blanks, `=exact`, `...` for a gap of up to four words.
    package var text: String
    /// Concepts of which one must stand in the same sentence; empty = none needed.
    package var companions: [Int]
    /// Whether the concept is a reading class, whose longer terms hide the shorter ones.
    package var isReading: Bool

    /// Creates a term.
    package init(concept: Int, text: String, companions: [Int], isReading: Bool) {
      self.concept = concept
      self.text = text
      self.companions = companions
      self.isReading = isReading
    }
  }

  /// The language code.
  package var language: String
  /// All terms.
  package var terms: [Term]
  /// Number words.
  package var numbers: [String: Int]
  /// Abbreviations with their full stops.
  package var abbreviations: [String]

  /// Creates a source.
  package init(
    language: String, terms: [Term], numbers: [String: Int], abbreviations: [String]
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
    /// Index into ``companions``, -1 for none.
    var companions: Int32
  }

  /// The language code.
  package let language: String
  /// Vocabulary ids of stems.
  let stems: [[UInt8]: Int32]
  /// Vocabulary ids of exact words.
  let exacts: [[UInt8]: Int32]
  /// Values of number words in lower case.
  let numbers: [[UInt8]: Int32]
  /// Abbreviations in lower case, without their last full stop.
  let abbreviations: Set<[UInt8]>
  /// Words that open a new clause after a comma.
  let conjunctions: Set<[UInt8]>
  /// Words that open a new clause anywhere.
  let adversatives: Set<[UInt8]>
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
    let stemmer = Stemmer(language: source.language)
    var stems: [[UInt8]: Int32] = [:]
    var exacts: [[UInt8]: Int32] = [:]
    var stemOfWord: [Substring: Int32] = [:]
    var nextID: Int32 = 0
    var root: [Int32: Int32] = [:]
    var edges: [UInt64: Int32] = [:]
    var gaps: [Int32] = [0]
    var nodeOutputs: [[Output]] = [[]]
    var companionSets: [ConceptSet] = []
    var companionIDs: [[Int]: Int32] = [:]

    func id(_ word: Substring) -> Int32 {
      if let known = stemOfWord[word] { return known }
      let isExact = word.hasPrefix("=")
      let folded = Fold.lowercased(isExact ? Array(word.dropFirst().utf8) : Array(word.utf8))
      let key = isExact ? folded : stemmer.stem(folded)
      let existing = isExact ? exacts[key] : stems[key]
      let result = existing ?? nextID
      if existing == nil {
        if isExact { exacts[key] = nextID } else { stems[key] = nextID }
        nextID += 1
      }
      stemOfWord[word] = result
      return result
    }
    func newNode() -> Int32 {
      gaps.append(0)
      nodeOutputs.append([])
      return Int32(gaps.count - 1)
    }

    for term in source.terms {
      var node: Int32 = 0
      for word in Self.words(of: term.text) {
        if word == "..." {
          guard node != 0 else { continue }
          if gaps[Int(node)] == 0 {
            let next = newNode()
            gaps[Int(node)] = next
          }
          node = gaps[Int(node)]
          continue
        }
        let wordID = id(word)
        if node == 0 {
          if let next = root[wordID] {
            node = next
          } else {
            node = newNode()
            root[wordID] = node
          }
        } else {
          let key = EdgeTable.key(node, wordID)
          if let next = edges[key] {
            node = next
          } else {
            node = newNode()
            edges[key] = node
          }
        }
      }
      guard node != 0 else { continue }
      var companionID: Int32 = -1
      if !term.companions.isEmpty {
        if let known = companionIDs[term.companions] {
          companionID = known
        } else {
          companionID = Int32(companionSets.count)
          companionSets.append(ConceptSet(term.companions))
          companionIDs[term.companions] = companionID
        }
      }
      nodeOutputs[Int(node)].append(
        Output(
          concept: Int16(truncatingIfNeeded: term.concept), isReading: term.isReading,
          companions: companionID))
    }

    self.stems = stems
    self.exacts = exacts
    self.numbers = Dictionary(
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
    var rootChildren = [Int32](repeating: 0, count: Int(nextID))
    for (wordID, node) in root { rootChildren[Int(wordID)] = node }
    self.rootChildren = rootChildren
    self.edges = EdgeTable(edges)
    gapChildren = gaps
    var outputs: [Output] = []
    outputRanges = nodeOutputs.map { list in
      let start = Int32(outputs.count)
      outputs.append(contentsOf: list)
      return start..<Int32(outputs.count)
    }
    self.outputs = outputs
    companions = companionSets
  }

  /// Splits a term into its words: blanks, hyphens, slashes and apostrophes separate.
  static func words(of term: String) -> [Substring] {
    term.split { " \t\n\r-/'’,".contains($0) }
  }
}

/// An open-addressing table of automaton edges.
struct EdgeTable: Sendable {
  private let keys: [UInt64]
  private let values: [Int32]
  private let mask: Int

  init(_ edges: [UInt64: Int32]) {
    var size = 16
    while size < edges.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var values = [Int32](repeating: 0, count: size)
    for (key, value) in edges {
      var slot = Self.hash(key) & (size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      values[slot] = value
    }
    self.keys = keys
    self.values = values
    mask = size - 1
  }

  /// The key of an edge; never 0, as nodes are numbered from 1.
  static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Returns the node that `word` leads to from `node`, or 0.
  func target(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }
}

/// Words that open a new clause, per language.
struct ClauseOpeners {
  /// Words that open a clause after a comma.
  let afterComma: Set<[UInt8]>
  /// Words that open a clause anywhere.
  let anywhere: Set<[UInt8]>

  init(language: String) {
    let lists: (comma: String, anywhere: String) =
      switch language {
      case "sv":
        (
          "och att som där då eftersom när om medan så vilket vilka den det de vi utan",
          "men eftersom medan såvida"
        )
      case "nb", "nn", "da":
        (
          "og at som der da fordi når hvis om mens så hvilket den det de vi dersom me",
          "men fordi mens dersom"
        )
      default:
        (
          "and which who where when if while because so that it they we although as or this these",
          "but because although whereas unless"
        )
      }
    afterComma = Set(lists.comma.split(separator: " ").map { Array($0.utf8) })
    anywhere = Set(lists.anywhere.split(separator: " ").map { Array($0.utf8) })
  }
}
