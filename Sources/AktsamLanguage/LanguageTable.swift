/// How much words and runs of letters speak for each language: the table of `clauses/languages.txt`.
///
/// Keys are byte strings of folded letters (``Letters``), found by a 64-bit hash with open
/// addressing. The keys themselves are not kept: of a text that is not in the table, one run in
/// some 10^10 is taken for one that is.
package struct LanguageTable: Sendable {
  /// The codes of the languages in the order of the weights; `other` is none of them.
  let languages: [String]
  /// One row a key: its weight for each language, 16 to a factor of e.
  let rows: [SIMD16<Int16>]
  /// 48 bits of a key's hash, and the number of its row plus 1 in the low 16; 0 = free.
  let slots: [UInt64]
  /// A bit for each hash that may be in the table: most runs are not, and are done with here.
  let filter: [UInt64]

  /// The largest number of languages and rows.
  private static let mostLanguages = 16
  private static let mostRows = 65_535
  private static let filterBits = 17

  /// Reads a table; an empty one makes no guesses.
  ///
  /// A line is a key, a tab and a letter a language: `a` to `z` speak for it with 1 to 26, `A` to `Z`
  /// against it, `.` is 0. The line `languages` names the languages and stands before the keys.
  /// Lines that begin with `#`, and those of any other form, are passed over.
  ///
  /// - Parameter bytes: the file, UTF-8.
  /// - Complexity: O(n) in the bytes; about 1 ms for 10,000 keys.
  package init(_ bytes: [UInt8]) {
    var languages: [String] = []
    var hashes: [UInt64] = []
    var rows: [SIMD16<Int16>] = []
    hashes.reserveCapacity(bytes.count / 16)
    rows.reserveCapacity(bytes.count / 16)
    let text = bytes.span
    var start = 0
    while start < text.count {
      var tab = start
      while tab < text.count, text[tab] != 0x09, text[tab] != 0x0A { tab += 1 }
      var end = tab
      while end < text.count, text[end] != 0x0A { end += 1 }
      defer { start = end + 1 }
      guard text[start] != 0x23, tab > start, tab < end else { continue }
      if languages.isEmpty {
        let line = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: "\t")
        guard line.count == 2, line[0] == "languages" else { continue }
        languages = line[1].split(separator: " ").map(String.init)
        guard languages.count <= Self.mostLanguages else { break }
      } else if end - tab - 1 == languages.count, rows.count < Self.mostRows,
        let hash = Self.hash(of: text, start..<tab)
      {
        var row = SIMD16<Int16>.zero
        for column in 0..<languages.count { row[column] = Self.weight(text[tab + 1 + column]) }
        hashes.append(hash)
        rows.append(row)
      }
    }
    var size = 16
    while size < rows.count * 3 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
    for (index, hash) in hashes.enumerated() {
      var slot = Self.slot(hash, of: size)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash & ~0xFFFF | UInt64(index + 1)
      let bit = Self.filterBit(hash)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.languages = rows.isEmpty || languages.count > Self.mostLanguages ? [] : languages
    self.rows = rows
    self.slots = slots
    self.filter = filter
  }

  /// The bit of a hash in ``filter``: its high bits, which every letter reaches.
  @inline(__always)
  static func filterBit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> UInt64(64 - filterBits))
  }

  /// The slot where a hash is looked for first, of `count`, a power of two up to 2^20.
  @inline(__always)
  static func slot(_ hash: UInt64, of count: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 44) & (count - 1)
  }

  private static func weight(_ letter: UInt8) -> Int16 {
    switch letter {
    case 0x61...0x7A: Int16(letter - 0x60)
    case 0x41...0x5A: -Int16(letter - 0x40)
    default: 0
    }
  }

  /// The hash of a key as ``LanguageGuess`` meets it in a text; nil when it holds no letter.
  private static func hash(of text: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    var hash = Letters.seed
    var position = range.lowerBound
    while position < range.upperBound {
      if text[position] == Letters.edge {
        hash = Letters.add(Letters.edge, to: hash)
        position += 1
      } else {
        let (letter, length) = Letters.read(text, position, range.upperBound)
        guard letter != 0 else { return nil }
        hash = Letters.add(letter, to: hash)
        position += length
      }
    }
    return hash
  }
}

/// Letters of UTF-8 text as single bytes in lower case.
enum Letters {
  /// What stands for the edge of a word.
  static let edge: UInt8 = 0x5F
  /// The hash of nothing.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a letter to a hash, as FNV-1a does, by a multiplier that spreads it over the high bits.
  @inline(__always)
  static func add(_ letter: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Reads what stands at a position: a letter, folded to lower case, or 0 for anything else.
  ///
  /// ASCII and Latin-1 letters are their Latin-1 byte; any other letter of two bytes is the second of
  /// them, which lies between 0x80 and 0xBF, where Latin-1 has none. Letters of three bytes and more
  /// count as no letters: no language here is written with them.
  ///
  /// - Returns: the letter and how many bytes it takes.
  @inline(__always)
  static func read(
    _ text: Span<UInt8>, _ position: Int, _ end: Int
  ) -> (letter: UInt8, length: Int) {
    let byte = text[position]
    if byte < 0x80 {
      let folded = byte | 0x20
      return (folded >= 0x61 && folded <= 0x7A ? folded : 0, 1)
    }
    guard byte > 0xC2, byte < 0xE0, position + 1 < end, text[position + 1] & 0xC0 == 0x80 else {
      return (0, 1)
    }
    let second = text[position + 1]
    guard byte == 0xC3 else { return (second, 2) }
    // U+00C0…U+00DE have their small letters 0x20 further; U+00D7 is ×.
    return (second | (second <= 0x9E && second != 0x97 ? 0x60 : 0x40), 2)
  }
}
