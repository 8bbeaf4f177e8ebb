/// Reads text of one language: words, sentences, clauses and the concepts they name.
///
/// One pass over the bytes. A word form is stemmed and split once and then found in a table; terms
/// are found by walking one automaton over vocabulary ids. A task has its own analyser, as the
/// stemmer and the table are not shared.
package struct Analyzer {
  /// The lexicon.
  package let lexicon: CompiledLexicon
  /// The tokens of the texts analysed since ``reset()``.
  package private(set) var tokens: [Token] = []
  /// The hits, grouped by sentence.
  package private(set) var hits: [Hit] = []
  /// The sentences in order.
  package private(set) var sentences: [Sentence] = []

  private var table = WordTable()
  private let stemmer: Stemmer
  private let prefixes: Set<UInt32>
  private let fixed: FixedWords
  private var clause: Int16 = 0
  private var sentenceStart = 0
  private var found: [FoundTerm] = []

  /// A term found in the current sentence, before companions and hiding are settled.
  private struct FoundTerm {
    var hit: Hit
    var isReading: Bool
    var companions: Int32
  }

  /// Creates an analyser.
  package init(_ lexicon: CompiledLexicon) {
    self.lexicon = lexicon
    stemmer = Stemmer(language: lexicon.language)
    prefixes = Set(lexicon.stems.keys.compactMap { Self.prefix($0[...]) })
    fixed = FixedWords()
  }

  /// Forgets the tokens, hits and sentences, not the words learnt.
  package mutating func reset() {
    tokens.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
  }

  /// Hands its tokens, hits and sentences over in exchange for buffers to fill next.
  package mutating func exchange(
    tokens: inout [Token], hits: inout [Hit], sentences: inout [Sentence]
  ) {
    swap(&self.tokens, &tokens)
    swap(&self.hits, &hits)
    swap(&self.sentences, &sentences)
  }

  /// Returns the lower-case form of a token.
  package func word(_ token: Token) -> String {
    String(decoding: table.key(of: token.word), as: UTF8.self)
  }

  /// Reads `range` of `text` and appends what it finds.
  ///
  /// - Parameters:
  ///   - text: UTF-8 bytes.
  ///   - range: the byte range to read, on scalar boundaries.
  /// - Complexity: O(n) in the length of the range.
  package mutating func analyze(_ text: [UInt8], _ range: Range<Int>) {
    let range = range.clamped(to: 0..<text.count)
    let bytes = text.span
    var position = range.lowerBound
    let end = range.upperBound
    beginSentence()
    while position < end {
      let byte = bytes[position]
      if ByteClass.isWord(byte) {
        if byte == 0xE2 || byte == 0xC2 {
          position = symbol(at: position, in: bytes, end: end)
          continue
        }
        position = scanWord(at: position, in: bytes, end: end)
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        var next = position + 1
        while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
          next += 1
        }
        if next < end, bytes[next] == 0x0A { endSentence(at: position) }
        if next + 1 < end, bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "*"),
          bytes[next + 1] == 0x20
        {
          endSentence(at: position)
        }
        position = next
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        position += 1
        if isBoundary(after: position, mark: byte, in: bytes, end: end) {
          endSentence(at: position, isQuestion: byte == UInt8(ascii: "?"))
        }
      case UInt8(ascii: ":"):
        position += 1
        if !endsLeadIn(at: position, in: bytes, end: end) { nextClause() }
      case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
        position += 1
        nextClause()
      case UInt8(ascii: ","):
        position += 1
        pendingComma = true
      case UInt8(ascii: "%"):
        position += 1
        if !tokens.isEmpty, tokens.count > sentenceStart {
          tokens[tokens.count - 1].flags.insert(.percent)
        }
      case UInt8(ascii: "["):
        isBracketed = true
        position += 1
      case UInt8(ascii: "]"):
        isBracketed = false
        position += 1
      default: position += 1
      }
    }
    endSentence(at: end)
  }

  private var pendingComma = false
  private var isBracketed = false

  private mutating func beginSentence() {
    clause = 0
    pendingComma = false
    sentenceStart = tokens.count
  }

  private mutating func nextClause() {
    if tokens.count > sentenceStart, tokens[tokens.count - 1].clause == clause, clause < 1_000 {
      clause += 1
    }
    pendingComma = false
  }
}

// MARK: - Words

extension Analyzer {
  private mutating func scanWord(at start: Int, in bytes: Span<UInt8>, end: Int) -> Int {
    var position = start
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isAfterC3 = false
    var hasDigit = false
    var hasLetter = false
    while position < end {
      let byte = bytes[position]
      guard ByteClass.isWord(byte), byte != 0xE2, byte != 0xC2 else { break }
      var folded = byte
      if byte < 0x80 {
        if byte <= 0x39 {
          hasDigit = true
        } else {
          hasLetter = true
          if byte <= 0x5A { folded = byte &+ 0x20 }
        }
        isAfterC3 = false
      } else {
        hasLetter = true
        if isAfterC3, byte <= 0x9E, byte != 0x97 { folded = byte &+ 0x20 }
        isAfterC3 = byte == 0xC3
      }
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
      position += 1
    }
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    let first = bytes[start]
    var flags: TokenFlags = []
    if (first >= 0x41 && first <= 0x5A) || (first == 0xC3 && start + 1 < end && bytes[start + 1] <= 0x9E) {
      flags.insert(.capitalised)
    }
    if hasDigit { flags.insert(hasLetter ? .mixed : .digits) }
    if isBracketed { flags.insert(.bracketed) }

    // English `don't`, `supplier's`, `we'll`; the typographic apostrophe is E2 80 99.
    var next = position
    if position < end, hasLetter {
      let isPlain = bytes[position] == UInt8(ascii: "'")
      let isCurly = position + 2 < end && bytes[position] == 0xE2 && bytes[position + 1] == 0x80
        && bytes[position + 2] == 0x99
      if isPlain || isCurly {
        var tail = position + (isPlain ? 1 : 3)
        let tailStart = tail
        while tail < end, ByteClass.isWord(bytes[tail]), bytes[tail] < 0x80 { tail += 1 }
        let length = tail - tailStart
        if length == 1, bytes[tailStart] == UInt8(ascii: "t"),
          bytes[position - 1] == UInt8(ascii: "n"), position - start > 2
        {
          // `don't` is `do` + `not`; `can't` is `can` + `not`, `won't` is `will` + `not`.
          let stem = start..<position - 1
          if stem.count == 2, bytes[start] | 0x20 == UInt8(ascii: "w") {
            append(word: fixed.will, range: start..<position, value: -1, flags: flags)
          } else if stem.count == 2, bytes[start] | 0x20 == UInt8(ascii: "c") {
            append(word: fixed.can, range: start..<position, value: -1, flags: flags)
          } else {
            append(range: stem, hash: rehash(bytes, stem), in: bytes, flags: flags)
          }
          append(word: fixed.not, range: position - 1..<tail, value: -1, flags: [])
          return tail
        }
        if length == 2, bytes[tailStart] == UInt8(ascii: "l"), bytes[tailStart + 1] == UInt8(ascii: "l") {
          append(range: start..<position, hash: UInt32(truncatingIfNeeded: hash >> 32), in: bytes, flags: flags)
          append(word: fixed.will, range: tailStart..<tail, value: -1, flags: [])
          return tail
        }
        if length <= 2 { next = tail }
      }
    }
    append(
      range: start..<position, hash: UInt32(truncatingIfNeeded: hash >> 32), in: bytes,
      flags: flags)
    return max(next, start + 1)
  }

  private func rehash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var copy: [UInt8] = []
    for index in range { copy.append(bytes[index]) }
    return Self.hash(Fold.lowercased(copy))
  }

  static func hash(_ folded: [UInt8]) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in folded { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  private mutating func append(word: [UInt8], range: Range<Int>, value: Int32, flags: TokenFlags) {
    let hash = Self.hash(word)
    let span = word.span
    var index = table.index(hash: hash, in: span, 0..<span.count)
    if index < 0 { index = learn(word, hash: hash) }
    appendToken(index, range: range, value: value, flags: flags)
  }

  private mutating func append(
    range: Range<Int>, hash: UInt32, in bytes: Span<UInt8>, flags: TokenFlags
  ) {
    var flags = flags
    var value: Int32 = -1
    if flags.contains(.digits) { value = number(bytes, range) }
    var index: Int32 = -1
    if range.count <= 200 {
      index = table.index(hash: hash, in: bytes, range)
      if index < 0 {
        var copy: [UInt8] = []
        copy.reserveCapacity(range.count)
        for position in range { copy.append(bytes[position]) }
        index = learn(Fold.lowercased(copy), hash: hash)
      }
    } else {
      index = learnOverlong()
    }
    if value < 0, index >= 0 { value = table.entries[Int(index)].value }
    if value >= 0, !flags.contains(.digits), !flags.contains(.mixed) { flags.remove(.digits) }
    appendToken(index, range: range, value: value, flags: flags)
  }

  private mutating func appendToken(
    _ index: Int32, range: Range<Int>, value: Int32, flags: TokenFlags
  ) {
    let entry = table.entries[Int(index)]
    if (pendingComma && entry.opensClauseAfterComma) || entry.opensClause { nextClause() }
    pendingComma = false
    tokens.append(
      Token(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), word: index, value: value,
        clause: clause,
        flags: entry.isSubordinator ? flags.union(.subordinator) : flags))
  }

  private func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    guard range.count <= 9 else { return -1 }
    var value: Int32 = 0
    for position in range { value = value * 10 + Int32(bytes[position] &- 0x30) }
    return value
  }

  /// A word of more than 200 bytes is no word: all of them share one entry.
  private mutating func learnOverlong() -> Int32 {
    let key: [UInt8] = [0]
    let hash = Self.hash(key)
    let known = table.index(hash: hash, in: key.span, 0..<1)
    return known >= 0 ? known : table.insert(WordEntry(), key: key, hash: hash)
  }

  private mutating func learn(_ word: [UInt8], hash: UInt32) -> Int32 {
    if table.entries.count >= WordTable.capacity { table = WordTable() }
    var entry = WordEntry()
    entry.exact = lexicon.exacts[word] ?? -1
    let stem = stemmer.stem(word)
    entry.stem = lexicon.stems[stem] ?? -1
    entry.value = lexicon.numbers[word] ?? -1
    entry.isAbbreviation = lexicon.abbreviations.contains(word)
    entry.opensClause = lexicon.adversatives.contains(word)
    entry.isSubordinator = lexicon.subordinators.contains(word)
    entry.opensClauseAfterComma = lexicon.conjunctions.contains(word)
    if lexicon.splitsCompounds, entry.stem < 0, entry.exact < 0 {
      let parts = CompoundSplitter.split(word) { part in
        guard let prefix = Self.prefix(part[...]), prefixes.contains(prefix) else { return nil }
        guard let id = lexicon.stems[stemmer.stem(part)] else { return nil }
        return lexicon.rootChildren[Int(id)] == 0 ? nil : id
      }
      entry.firstPart = parts.first
      entry.lastPart = parts.last
    }
    return table.insert(entry, key: word, hash: hash)
  }

  /// The first three bytes as a number; nil for shorter words.
  static func prefix(_ word: ArraySlice<UInt8>) -> UInt32? {
    guard word.count >= 3 else { return nil }
    let start = word.startIndex
    return UInt32(word[start]) << 16 | UInt32(word[start + 1]) << 8 | UInt32(word[start + 2])
  }
}

// MARK: - Sentences

extension Analyzer {
  /// Handles a character of the blocks U+0080…U+00BF and U+2000…U+2FFF.
  private mutating func symbol(at position: Int, in bytes: Span<UInt8>, end: Int) -> Int {
    if bytes[position] == 0xC2 { return min(position + 2, end) }
    guard position + 2 < end else { return end }
    if bytes[position + 1] == 0x80 {
      switch bytes[position + 2] {
      case 0xA2: endSentence(at: position)  // bullet
      case 0x93, 0x94: nextClause()  // dashes
      case 0xA6: nextClause()  // ellipsis
      default: break
      }
    }
    return position + 3
  }

  /// Whether a colon ends a lead-in: a line break or a bullet follows.
  private mutating func endsLeadIn(at position: Int, in bytes: Span<UInt8>, end: Int) -> Bool {
    var index = position
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    let isEnd = index >= end
    if isEnd {
      endSentence(at: position, isLeadIn: true)
      return true
    }
    return false
  }

  private func isBoundary(
    after position: Int, mark: UInt8, in bytes: Span<UInt8>, end: Int
  ) -> Bool {
    var index = position
    // Closing quotation marks and brackets belong to the sentence.
    while index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: ")") {
      index += 1
    }
    guard index < end else { return true }
    let follows = bytes[index]
    guard follows == 0x20 || follows == 0x0A || follows == 0x0D || follows == 0x09 else {
      return false
    }
    guard mark == UInt8(ascii: "."), tokens.count > sentenceStart else {
      return mark != UInt8(ascii: ".")
    }
    let last = tokens[tokens.count - 1]
    while index < end, bytes[index] <= 0x20 { index += 1 }
    guard index < end else { return true }
    let next = bytes[index]
    let isLower = (next >= 0x61 && next <= 0x7A)
      || (next == 0xC3 && index + 1 < end && bytes[index + 1] >= 0xA0)
    if isLower { return false }
    if last.flags.contains(.digits) {
      // `1. The supplier …` and `den 3. March`: a number alone opens a sentence.
      if tokens.count == sentenceStart + 1 { return false }
      return Int(last.end) == position - 1
    }
    if Int(last.end) - Int(last.start) == 1, last.flags.contains(.capitalised) { return false }
    return !table.entries[Int(last.word)].isAbbreviation
  }

  private mutating func endSentence(
    at position: Int, isQuestion: Bool = false, isLeadIn: Bool = false
  ) {
    defer { beginSentence() }
    guard tokens.count > sentenceStart else { return }
    let firstHit = hits.count
    findTerms(in: sentenceStart..<tokens.count)
    var concepts = ConceptSet()
    settle(&concepts)
    sentences.append(
      Sentence(
        text: Int(tokens[sentenceStart].start)..<max(position, Int(tokens[tokens.count - 1].end)),
        tokens: sentenceStart..<tokens.count, hits: firstHit..<hits.count, concepts: concepts,
        isLeadIn: isLeadIn, isQuestion: isQuestion))
  }
}

// MARK: - Terms

extension Analyzer {
  private mutating func findTerms(in range: Range<Int>) {
    found.removeAll(keepingCapacity: true)
    for index in range {
      let word = Int(tokens[index].word)
      let entry = table.entries[word]
      if entry.stem >= 0 {
        let node = lexicon.rootChildren[Int(entry.stem)]
        if node != 0 { walk(node, from: index, at: index + 1, end: range.upperBound) }
      }
      if entry.exact >= 0 {
        let node = lexicon.rootChildren[Int(entry.exact)]
        if node != 0 { walk(node, from: index, at: index + 1, end: range.upperBound) }
      }
      if entry.firstPart >= 0 { part(entry.firstPart, at: index) }
      if entry.lastPart >= 0 { part(entry.lastPart, at: index) }
    }
  }

  /// A compound's part names the concepts of its one-word terms, reading classes left out.
  private mutating func part(_ id: Int32, at index: Int) {
    let node = Int(lexicon.rootChildren[Int(id)])
    guard node != 0 else { return }
    for output in lexicon.outputRanges[node] where !lexicon.outputs[Int(output)].isReading {
      emit(lexicon.outputs[Int(output)], index..<index + 1)
    }
  }

  private mutating func emit(_ output: CompiledLexicon.Output, _ range: Range<Int>) {
    found.append(
      FoundTerm(
        hit: Hit(
          concept: output.concept, clause: tokens[range.lowerBound].clause,
          start: Int32(range.lowerBound), end: Int32(range.upperBound)),
        isReading: output.isReading, companions: output.companions))
  }

  private mutating func walk(_ node: Int32, from start: Int, at next: Int, end: Int) {
    for output in lexicon.outputRanges[Int(node)] {
      emit(lexicon.outputs[Int(output)], start..<next)
    }
    step(node, from: start, at: next, end: end)
    let gap = lexicon.gapChildren[Int(node)]
    if gap != 0 {
      for skipped in 0...CompiledLexicon.gap where next + skipped < end {
        step(gap, from: start, at: next + skipped, end: end)
      }
    }
  }

  private mutating func step(_ node: Int32, from start: Int, at next: Int, end: Int) {
    guard next < end else { return }
    let entry = table.entries[Int(tokens[next].word)]
    if entry.stem >= 0 {
      let target = lexicon.edges.target(node, entry.stem)
      if target != 0 { walk(target, from: start, at: next + 1, end: end) }
    }
    if entry.exact >= 0 {
      let target = lexicon.edges.target(node, entry.exact)
      if target != 0 { walk(target, from: start, at: next + 1, end: end) }
    }
  }

  /// Drops reading-class terms inside longer ones and terms without a companion; keeps the rest.
  private mutating func settle(_ concepts: inout ConceptSet) {
    guard !found.isEmpty else { return }
    var all = ConceptSet()
    var needsCompanions = false
    for term in found {
      if term.companions < 0 {
        all.insert(Int(term.hit.concept))
      } else {
        needsCompanions = true
      }
    }
    for index in found.indices {
      let term = found[index]
      if needsCompanions, term.companions >= 0,
        !all.intersects(lexicon.companions[Int(term.companions)])
      {
        continue
      }
      if term.isReading, isHidden(index) { continue }
      if let last = hits.last, last == term.hit { continue }
      hits.append(term.hit)
      concepts.insert(Int(term.hit.concept))
    }
  }

  private func isHidden(_ index: Int) -> Bool {
    let hit = found[index].hit
    let length = hit.end - hit.start
    for other in found where other.isReading && other.hit.end - other.hit.start > length {
      if other.hit.start <= hit.start, other.hit.end >= hit.end { return true }
    }
    return false
  }
}

/// Words that contractions expand to.
private struct FixedWords {
  let not = Array("not".utf8)
  let will = Array("will".utf8)
  let can = Array("can".utf8)
}

/// What a byte may stand in.
enum ByteClass {
  /// Whether the byte is part of a word or of a multi-byte character.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80 || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x30 && byte <= 0x39)
  }
}
