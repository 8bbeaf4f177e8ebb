/// Builds the automaton of a lexicon, byte by byte: a lexicon is compiled at each start.
struct LexiconBuilder {
  var stems = ByteTable()
  var exacts = ByteTable()
  var rootChildren: [Int32] = []
  var edges = EdgeTable()
  var gapChildren: [Int32] = [0]
  var companions: [ConceptSet] = []
  private var companionIDs: [[Int]: Int32] = [:]
  private var wordIDs = ByteTable(capacity: 16_384)
  private var outputs: [(node: Int32, output: CompiledLexicon.Output)] = []
  private let stemmer: Stemmer

  init(language: String) {
    stemmer = Stemmer(language: language)
    outputs.reserveCapacity(16_384)
  }

  /// Adds terms: blanks, hyphens, slashes, commas and apostrophes separate the words of each.
  mutating func add(_ terms: LexiconSource.Terms) {
    let output = CompiledLexicon.Output(
      concept: Int16(truncatingIfNeeded: terms.concept), isReading: terms.isReading,
      isName: terms.isName, companions: companionID(terms.companions))
    var node: Int32 = 0
    var word: [UInt8] = []
    for byte in terms.text {
      let closes = byte == UInt8(ascii: ";")
      guard closes || Self.isSeparator(byte) else {
        word.append(byte)
        continue
      }
      if !word.isEmpty { node = step(node, word) }
      word.removeAll(keepingCapacity: true)
      guard closes else { continue }
      if node != 0 { outputs.append((node: node, output: output)) }
      node = 0
    }
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
      if isExact { exacts.insert(key, id) } else { stems.insert(key, id) }
    }
    wordIDs.insert(word, id)
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
