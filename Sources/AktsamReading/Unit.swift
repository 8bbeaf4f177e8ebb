internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

/// Sentences that are read together: one answer with its comment, one list with its lead-in, one
/// numbered section (design, section 4, *Assembly*).
///
/// One object serves all units of a document, one after the other, so that its buffers are
/// allocated once; what several requirements ask of a sentence is read once.
final class Unit {
  /// The blocks, as indices into the document.
  private(set) var blocks: [Int] = []
  /// The language they are read in.
  private(set) var language = ""
  /// The sentences.
  private(set) var sentences: [Sentence] = []
  /// The block of each sentence.
  private(set) var sentenceBlocks: [Int] = []
  /// All tokens.
  private(set) var tokens: [Token] = []
  /// All hits.
  private(set) var hits: [Hit] = []
  /// All concepts named.
  private(set) var concepts = ConceptSet()
  /// The concepts of the headings above.
  private(set) var heading = ConceptSet()
  /// The question that the unit answers, else nil.
  private(set) var question: Question?
  private var readings: [SentenceReading?] = []
  private var substanceFound: SentenceReading.Specifics?
  private var newestYearFound: FoundTime??

  /// Starts a new unit.
  func begin(_ blocks: [Int], language: String, question: Question?) {
    self.blocks = blocks
    self.language = language
    self.question = question
    sentenceBlocks.removeAll(keepingCapacity: true)
    concepts = ConceptSet()
    heading = ConceptSet()
    readings.removeAll(keepingCapacity: true)
    substanceFound = nil
    newestYearFound = nil
  }

  /// Notes that the sentences up to `count` come from a block.
  func add(block: Int, sentences count: Int) {
    while sentenceBlocks.count < count { sentenceBlocks.append(block) }
  }

  /// Adds the concepts of a heading above.
  func add(heading concepts: ConceptSet) { heading.formUnion(concepts) }

  /// Takes the analyser's buffers and gives it the old ones to fill.
  func take(from analyzer: inout Analyzer) {
    analyzer.exchange(tokens: &tokens, hits: &hits, sentences: &sentences)
    for sentence in sentences { concepts.formUnion(sentence.concepts) }
    if sentences.contains(where: \.isLeadIn) { joinLists() }
  }

  /// Adds a sentence that says what a table shows as a whole: its concepts, cited at its last cell.
  func add(table concepts: [Int]) {
    guard let last = sentences.last, !concepts.isEmpty else { return }
    let start = Int32(last.tokens.lowerBound)
    let end = Int32(last.tokens.upperBound)
    let first = hits.count
    for concept in concepts {
      hits.append(Hit(concept: Int16(concept), clause: 0, start: start, end: end))
    }
    var sentence = last
    sentence.hits = first..<hits.count
    sentence.concepts = ConceptSet(concepts)
    sentences.append(sentence)
    sentenceBlocks.append(sentenceBlocks[sentenceBlocks.count - 1])
    self.concepts.formUnion(sentence.concepts)
  }

  /// The longest list that is read as one sentence with its lead-in, in words.
  private static let longestList = 160

  /// Joins a lead-in ("The supplier shall:") with the items that follow it in other blocks, so that
  /// the duty of the lead-in reaches the objects of the items.
  private func joinLists() {
    var joined: [Sentence] = []
    var blocks: [Int] = []
    var index = 0
    while index < sentences.count {
      var sentence = sentences[index]
      blocks.append(sentenceBlocks[index])
      index += 1
      while sentence.isLeadIn, index < sentences.count,
        sentences[index].isItem || sentenceBlocks[index] != blocks[blocks.count - 1],
        // Blocks need not stand in the order of the text: an item may come from before its lead-in.
        !sentences[index].isLeadIn, sentences[index].text.lowerBound >= sentence.text.upperBound,
        sentences[index].tokens.upperBound - sentence.tokens.lowerBound <= Self.longestList
      {
        let item = sentences[index]
        let offset = (tokens[sentence.tokens.upperBound - 1].clause) &+ 1
        for token in item.tokens { tokens[token].clause &+= offset }
        for hit in item.hits { hits[hit].clause &+= offset }
        sentence.text = sentence.text.lowerBound..<item.text.upperBound
        sentence.tokens = sentence.tokens.lowerBound..<item.tokens.upperBound
        sentence.hits = sentence.hits.lowerBound..<item.hits.upperBound
        sentence.concepts.formUnion(item.concepts)
        index += 1
      }
      joined.append(sentence)
    }
    sentences = joined
    sentenceBlocks = blocks
  }

  /// Returns the sentence that a hit stands in.
  ///
  /// - Complexity: O(log n) in the number of sentences.
  func sentence(of hit: Hit) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= Int(hit.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return min(low, sentences.count - 1)
  }

  /// Returns the byte range of the text that tokens stand in, nil for none.
  func text(of range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return nil }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// Returns the hits of a concept.
  func hits(of concept: Int) -> [Hit] {
    guard names(concept) else { return [] }
    return hits.filter { Int($0.concept) == concept }
  }

  /// Whether the unit names a concept.
  func names(_ concept: Int) -> Bool { concept >= 0 && concepts.contains(concept) }

  /// Returns how firmly a sentence speaks as a whole.
  func reading(of sentence: Int, by reader: FirmnessReader) -> SentenceReading {
    while readings.count < sentences.count { readings.append(nil) }
    if let known = readings[sentence] { return known }
    let reading = reader.read(sentences[sentence], tokens: tokens, hits: hits)
    readings[sentence] = reading
    return reading
  }

  /// The latest year that the unit names, with its tokens; nil for none. Years that belong to the
  /// name of a norm ("the UN Guiding Principles of 2011") say nothing about age.
  func newestYear(by reader: FirmnessReader) -> FoundTime? {
    if let newestYearFound { return newestYearFound }
    var newest: FoundTime?
    for index in sentences.indices {
      let norms = hits[sentences[index].hits].filter { reader.normSet.contains(Int($0.concept)) }
      for time in reading(of: index, by: reader).times where time.year > newest?.year ?? 0 {
        let isOfNorm = norms.contains {
          Int($0.start) - 4 <= time.tokens.upperBound && Int($0.end) + 4 >= time.tokens.lowerBound
        }
        if !isOfNorm { newest = time }
      }
    }
    newestYearFound = .some(newest)
    return newest
  }

  /// The specifics of all sentences.
  func specifics(by reader: FirmnessReader) -> SentenceReading.Specifics {
    if let substanceFound { return substanceFound }
    var all: SentenceReading.Specifics = []
    for index in sentences.indices { all.formUnion(reading(of: index, by: reader).specifics) }
    substanceFound = all
    return all
  }
}
