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
    for term in source.terms { builder.add(term) }
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

/// Builds the automaton of a lexicon, byte by byte: a lexicon is compiled at each start.
struct LexiconBuilder {
  var stems: [[UInt8]: Int32] = [:]
  var exacts: [[UInt8]: Int32] = [:]
  var rootChildren: [Int32] = []
  var edges = EdgeTable()
  var gapChildren: [Int32] = [0]
  var companions: [ConceptSet] = []
  private var companionIDs: [[Int]: Int32] = [:]
  private var wordIDs: [[UInt8]: Int32] = [:]
  private var outputs: [(node: Int32, output: CompiledLexicon.Output)] = []
  private let stemmer: Stemmer

  init(language: String) {
    stemmer = Stemmer(language: language)
    stems.reserveCapacity(8_192)
    wordIDs.reserveCapacity(8_192)
    outputs.reserveCapacity(16_384)
  }

  /// Adds a term: blanks, hyphens, slashes, commas and apostrophes separate its words.
  mutating func add(_ term: LexiconSource.Term) {
    var node: Int32 = 0
    var word: [UInt8] = []
    for byte in term.text.utf8 {
      guard Self.isSeparator(byte) else {
        word.append(byte)
        continue
      }
      if !word.isEmpty { node = step(node, word) }
      word.removeAll(keepingCapacity: true)
    }
    if !word.isEmpty { node = step(node, word) }
    guard node != 0 else { return }
    outputs.append(
      (
        node: node,
        output: CompiledLexicon.Output(
          concept: Int16(truncatingIfNeeded: term.concept), isReading: term.isReading,
          companions: companionID(term.companions))
      ))
  }

  /// Returns the outputs ordered by node, and the range of each node.
  func sortedOutputs() -> (ranges: [Range<Int32>], outputs: [CompiledLexicon.Output]) {
    var counts = [Int32](repeating: 0, count: gapChildren.count + 1)
    for entry in outputs { counts[Int(entry.node) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    var next = counts
    var sorted = outputs.map(\.output)
    for entry in outputs {
      sorted[Int(next[Int(entry.node)])] = entry.output
      next[Int(entry.node)] += 1
    }
    return ((0..<gapChildren.count).map { counts[$0]..<counts[$0 + 1] }, sorted)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"),
      UInt8(ascii: ","):
      true
    default: false
    }
  }

  private mutating func step(_ node: Int32, _ word: [UInt8]) -> Int32 {
    if word.count == 3, word.allSatisfy({ $0 == UInt8(ascii: ".") }) {
      guard node != 0 else { return 0 }
      if gapChildren[Int(node)] == 0 {
        let next = newNode()
        gapChildren[Int(node)] = next
      }
      return gapChildren[Int(node)]
    }
    let id = self.id(of: word)
    if node == 0 {
      if rootChildren[Int(id)] == 0 {
        let next = newNode()
        rootChildren[Int(id)] = next
      }
      return rootChildren[Int(id)]
    }
    let known = edges.target(node, id)
    if known != 0 { return known }
    let next = newNode()
    edges.insert(node, id, next)
    return next
  }

  private mutating func newNode() -> Int32 {
    gapChildren.append(0)
    return Int32(gapChildren.count - 1)
  }

  private mutating func id(of word: [UInt8]) -> Int32 {
    if let known = wordIDs[word] { return known }
    let isExact = word.first == UInt8(ascii: "=")
    let folded = Fold.lowercased(isExact ? word[1...] : word[...])
    let key = isExact ? folded : stemmer.stem(folded)
    let id: Int32
    if let known = isExact ? exacts[key] : stems[key] {
      id = known
    } else {
      id = Int32(rootChildren.count)
      rootChildren.append(0)
      if isExact { exacts[key] = id } else { stems[key] = id }
    }
    wordIDs[word] = id
    return id
  }

  private mutating func companionID(_ concepts: [Int]) -> Int32 {
    guard !concepts.isEmpty else { return -1 }
    if let known = companionIDs[concepts] { return known }
    let id = Int32(companions.count)
    companions.append(ConceptSet(concepts))
    companionIDs[concepts] = id
    return id
  }
}

/// An open-addressing table of automaton edges.
struct EdgeTable: Sendable {
  private var keys = [UInt64](repeating: 0, count: 1 << 15)
  private var values = [Int32](repeating: 0, count: 1 << 15)
  private var count = 0

  /// The key of an edge; never 0, as nodes are numbered from 1.
  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Adds an edge that is not in the table.
  mutating func insert(_ node: Int32, _ word: Int32, _ target: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    place(Self.key(node, word), target)
    count += 1
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    let mask = keys.count - 1
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (index, key) in oldKeys.enumerated() where key != 0 { place(key, oldValues[index]) }
  }

  /// Returns the node that `word` leads to from `node`, or 0.
  func target(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    let mask = keys.count - 1
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
  /// Words that open a subordinate clause.
  let subordinate: Set<[UInt8]>

  init(language: String) {
    let lists: (comma: String, anywhere: String, subordinate: String) =
      switch language {
      case "sv":
        (
          "och att som där då eftersom när om medan så vilket vilka den det de vi utan",
          "men eftersom medan såvida", "som att om när där ifall vars vilka vilket"
        )
      case "nb", "nn", "da":
        (
          "og at som der da fordi når hvis om mens så hvilket den det de vi dersom me",
          "men fordi mens dersom", "som at om når der hvis dersom"
        )
      default:
        (
          "and which who where when if while because so that it they we although as or this these",
          "but because although whereas unless", "that which who whose if when where whom"
        )
      }
    func words(_ list: String) -> Set<[UInt8]> {
      Set(list.split(separator: " ").map { Array($0.utf8) })
    }
    afterComma = words(lists.comma)
    anywhere = words(lists.anywhere)
    subordinate = words(lists.subordinate)
  }
}
