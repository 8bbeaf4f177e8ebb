/// Guesses the language of a text by its words and by runs of 2 to 4 letters.
///
/// Each word and run adds what it weighs for each language (``LanguageTable``); the language with
/// the largest sum wins. It knows the languages that aktsam reads and their neighbours, so that a
/// Finnish or German text is said to be one and not read as Swedish.
package struct LanguageGuess: Sendable {
  private let table: LanguageTable
  /// How much of a text is looked at, in bytes.
  private static let sample = 768
  /// The longest word that is looked for as a whole, in letters.
  private static let longestWord = 14
  /// What a text must hold at least for a guess: shorter ones are names and numbers.
  private static let fewestWords = 2
  private static let fewestLetters = 8
  /// How far the best must be ahead of the next, in sixteenths of a nat.
  private static let lead: Int32 = 6
  /// What the favoured language is given: 3 nats, as one block in twenty is in another language.
  private static let favour: Int32 = 48

  /// Creates a guesser.
  package init(_ table: LanguageTable) { self.table = table }

  /// Whether texts in a language can be told from others.
  package func knows(_ language: String) -> Bool {
    language != "other" && table.languages.contains(language)
  }

  /// Returns the language code of the text, or nil when too little speaks for any.
  ///
  /// - Parameters:
  ///   - text: UTF-8 bytes.
  ///   - range: the byte range to look at; its first 768 bytes are read.
  ///   - favoured: the language of the document around it, which wins when the text leaves doubt.
  /// - Returns: a language code such as `sv`, or nil.
  /// - Complexity: O(n) in the bytes read; about 3 ns a byte.
  package func guess(
    _ text: [UInt8], _ range: Range<Int>, favoured: String? = nil
  ) -> String? {
    let languages = table.languages
    let end = min(range.upperBound, range.lowerBound + Self.sample, text.count)
    guard !languages.isEmpty, range.lowerBound < end else { return nil }
    var scores = scores(of: text.span, range.lowerBound, end)
    guard scores.words >= Self.fewestWords, scores.letters >= Self.fewestLetters else {
      return nil
    }
    if let favoured, let index = languages.firstIndex(of: favoured) {
      scores.sums[index] &+= Self.favour
    }
    var best = 0
    var next = -1
    for index in languages.indices.dropFirst() {
      if scores.sums[index] > scores.sums[best] {
        next = best
        best = index
      } else if next < 0 || scores.sums[index] > scores.sums[next] {
        next = index
      }
    }
    guard next < 0 || scores.sums[best] - scores.sums[next] >= Self.lead else { return nil }
    return languages[best] == "other" ? nil : languages[best]
  }

  /// What the words of a text add up to.
  private struct Scores {
    /// For each language of the table, in sixteenths of a nat.
    var sums = SIMD16<Int32>.zero
    var words = 0
    var letters = 0
  }

  @inline(__always)
  private func scores(of text: Span<UInt8>, _ start: Int, _ end: Int) -> Scores {
    let rows = table.rows.span
    let slots = table.slots.span
    let filter = table.filter.span
    var result = Scores()
    // Of one word; 16 bits hold several hundred runs that all speak for the same language.
    var sums = SIMD16<Int16>.zero

    @inline(__always)
    func count(_ hash: UInt64) {
      let bit = LanguageTable.filterBit(hash)
      guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return }
      var slot = LanguageTable.slot(hash, of: slots.count)
      while slots[slot] != 0 {
        if (slots[slot] ^ hash) >> 16 == 0 {
          sums &+= rows[Int(slots[slot] & 0xFFFF) - 1]
          return
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }

    var position = start
    while position < end {
      var (letter, length) = Letters.read(text, position, end)
      position += length
      guard letter != 0 else { continue }
      // The hashes of the last letter, the last two and the last three, and of the whole word.
      var one = Letters.add(Letters.edge, to: Letters.seed)
      var two: UInt64 = 0
      var three: UInt64 = 0
      var whole = one
      var letters = 0
      var isInside = true
      while isInside {
        isInside = letter != 0
        let code = isInside ? letter : Letters.edge
        if letters >= 2 { count(Letters.add(code, to: three)) }
        three = Letters.add(code, to: two)
        if letters >= 1 { count(three) }
        two = Letters.add(code, to: one)
        count(two)
        one = Letters.add(code, to: Letters.seed)
        whole = Letters.add(code, to: whole)
        guard isInside else { break }
        letters += 1
        if position < end {
          (letter, length) = Letters.read(text, position, end)
          position += length
        } else {
          letter = 0
        }
      }
      if letters >= 3, letters <= Self.longestWord { count(whole) }
      for index in 0..<16 { result.sums[index] &+= Int32(sums[index]) }
      sums = .zero
      result.words += 1
      result.letters += letters
    }
    return result
  }
}
