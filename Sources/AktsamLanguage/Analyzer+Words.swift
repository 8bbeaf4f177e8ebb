extension Analyzer {
  mutating func scanWord(at start: Int, in bytes: Span<UInt8>, end: Int) -> Int {
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
    if (first >= 0x41 && first <= 0x5A)
      || (first == 0xC3 && start + 1 < end && bytes[start + 1] <= 0x9E)
    {
      flags.insert(.capitalised)
    }
    if hasDigit { flags.insert(hasLetter ? .mixed : .digits) }
    if isBracketed { flags.insert(.bracketed) }

    // English `don't`, `supplier's`, `we'll`; the typographic apostrophe is E2 80 99.
    var next = position
    if position < end, hasLetter {
      let isPlain = bytes[position] == UInt8(ascii: "'")
      let isCurly =
        position + 2 < end && bytes[position] == 0xE2 && bytes[position + 1] == 0x80
        && bytes[position + 2] == 0x99
      if isPlain || isCurly {
        var tail = position + (isPlain ? 1 : 3)
        let tailStart = tail
        while tail < end, ByteClass.isWord(bytes[tail]), bytes[tail] < 0x80 { tail += 1 }
        let length = tail - tailStart
        if length == 1, bytes[tailStart] | 0x20 == UInt8(ascii: "t"),
          bytes[position - 1] | 0x20 == UInt8(ascii: "n"), position - start > 2
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
        if length == 2, bytes[tailStart] | 0x20 == UInt8(ascii: "l"),
          bytes[tailStart + 1] | 0x20 == UInt8(ascii: "l")
        {
          append(
            range: start..<position, hash: UInt32(truncatingIfNeeded: hash >> 32), in: bytes,
            flags: flags)
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

  func rehash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
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

  mutating func append(word: [UInt8], range: Range<Int>, value: Int32, flags: TokenFlags) {
    let hash = Self.hash(word)
    let span = word.span
    var index = table.index(hash: hash, in: span, 0..<span.count)
    if index < 0 { index = learn(word, hash: hash) }
    appendToken(index, range: range, value: value, flags: flags)
  }

  mutating func append(
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

  /// A longer sentence is cut, so that the time of a text without full stops stays linear.
  static let longestSentence = 400

  mutating func appendToken(
    _ index: Int32, range: Range<Int>, value: Int32, flags: TokenFlags
  ) {
    if tokens.count - sentenceStart >= Self.longestSentence {
      endSentence(at: Int(tokens[tokens.count - 1].end))
    }
    let entry = table.entries[Int(index)]
    if (pendingComma && entry.opensClauseAfterComma) || entry.opensClause { nextClause() }
    pendingComma = false
    tokens.append(
      Token(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), word: index, value: value,
        clause: clause,
        flags: entry.isSubordinator ? flags.union(.subordinator) : flags))
  }

  func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    guard range.count <= 9 else { return -1 }
    var value: Int32 = 0
    for position in range { value = value * 10 + Int32(bytes[position] &- 0x30) }
    return value
  }

  /// A word of more than 200 bytes is no word: all of them share one entry.
  mutating func learnOverlong() -> Int32 {
    let key: [UInt8] = [0]
    let hash = Self.hash(key)
    let known = table.index(hash: hash, in: key.span, 0..<1)
    return known >= 0 ? known : table.insert(WordEntry(), key: key, hash: hash)
  }

  mutating func learn(_ word: [UInt8], hash: UInt32) -> Int32 {
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

/// Words that contractions expand to.
struct FixedWords {
  let not = Array("not".utf8)
  let will = Array("will".utf8)
  let can = Array("can".utf8)
}
