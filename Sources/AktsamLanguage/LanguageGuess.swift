/// Guesses the language of a text by its commonest function words.
///
/// Knows the languages that aktsam reads and their neighbours, so that a Danish or Finnish text is
/// said to be one and not read as Norwegian or Swedish.
package struct LanguageGuess: Sendable {
  /// Hashes of the words; 0 = free slot.
  private let hashes: [UInt64]
  /// The languages that use the word, one bit each.
  private let masks: [UInt32]
  private let languages: [String]
  private static let slots = 2_048
  /// How much of a text is looked at.
  private static let sample = 768

  /// Creates a guesser.
  package init() {
    let lists: [(String, String)] = [
      (
        "en",
        "the of and to in is are for that with by on as this be or an at from which not have has our we it shall will"
      ),
      (
        "sv",
        "och att det som en är på för av med till den har inte om ett ska vi våra vår från eller kan hos även när vid skall enligt samt dessa"
      ),
      (
        "nb",
        "og det som en er på for av med til den har ikke om et skal vi våre vår fra eller kan hos også når ved vil dette disse etter ble blir i å"
      ),
      (
        "nn",
        "og det som ein er på for av med til den har ikkje om eit skal me våre vår frå eller kan hos også når ved vil dette desse etter vart blir å eg dei noko verksemd"
      ),
      (
        "da",
        "og det som en er på for af med til den har ikke om et skal vi vores fra eller kan hos også når ved vil dette disse efter blev bliver i at jeg der"
      ),
      (
        "fi",
        "ja on ei että se tai kun joka ovat myös mutta sekä niin hän olla tämä ole kanssa mukaan"
      ),
      (
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus"
      ),
      (
        "fr",
        "de la le et les des en un une du dans que pour qui est sur par au pas plus avec ce sont aux"
      ),
      (
        "it",
        "di e il la che in un per del non una con sono della le da si nel alla dei al dell gli ha"
      ),
      (
        "es",
        "de la que el en y los del se las por un para con no una su al lo como más es sus"
      ),
      (
        "nl",
        "de het een van en in is op te dat die voor met zijn niet aan er om als bij ook door worden"
      ),
    ]
    var hashes = [UInt64](repeating: 0, count: Self.slots)
    var masks = [UInt32](repeating: 0, count: Self.slots)
    for (index, list) in lists.enumerated() {
      for word in list.1.split(separator: " ") {
        let hash = word.utf8.reduce(Self.seed) { Self.add($1, to: $0) }
        var slot = Int(truncatingIfNeeded: hash >> 20) & (Self.slots - 1)
        while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
        hashes[slot] = hash
        masks[slot] |= 1 << UInt32(index)
      }
    }
    self.hashes = hashes
    self.masks = masks
    languages = lists.map(\.0)
  }

  /// Indices of the languages that write ä and ö, and of those that write æ and ø.
  private static let umlauts = [1, 5, 6]
  private static let ligatures = [2, 3, 4]

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a over bytes in lower case.
  @inline(__always)
  private static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    return (hash ^ UInt64(folded)) &* 0x100_0000_01B3
  }

  /// Returns the language code of the text, or nil when too little speaks for any.
  ///
  /// - Parameters:
  ///   - text: UTF-8 bytes.
  ///   - range: the byte range to look at; its first 768 bytes are read.
  ///   - favoured: the language of the document around it, which wins when the text leaves doubt.
  /// - Returns: a language code such as `sv`, or nil.
  package func guess(
    _ text: [UInt8], _ range: Range<Int>, favoured: String? = nil
  ) -> String? {
    // A word that several languages share counts for each of them in part.
    var scores = InlineArray<16, Int>(repeating: 0)
    let bytes = text.span
    let end = min(range.upperBound, range.lowerBound + Self.sample, bytes.count)
    var position = range.lowerBound
    var count = 0
    while position < end {
      while position < end, !ByteClass.isWord(bytes[position]) { position += 1 }
      let start = position
      var hash = Self.seed
      while position < end, ByteClass.isWord(bytes[position]) {
        hash = Self.add(bytes[position], to: hash)
        position += 1
        if bytes[position - 1] == 0xC3, position < end {
          // ä and ö are Swedish (and Finnish, German), æ and ø Norwegian and Danish.
          switch bytes[position] | 0x20 {
          case 0xA4, 0xB6: for index in Self.umlauts { scores[index] += 420 }
          case 0xA6, 0xB8: for index in Self.ligatures { scores[index] += 420 }
          default: break
          }
        }
      }
      guard position > start, position - start <= 12 else { continue }
      count += 1
      var slot = Int(truncatingIfNeeded: hash >> 20) & (Self.slots - 1)
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
      var mask = masks[slot]
      guard mask != 0 else { continue }
      let share = 840 / mask.nonzeroBitCount
      while mask != 0 {
        scores[mask.trailingZeroBitCount & 15] += share
        mask &= mask - 1
      }
    }
    guard count >= 3 else { return nil }
    if let favoured, let index = languages.firstIndex(of: favoured) {
      scores[index] += scores[index] / 3 + 210
    }
    var best = 0
    for index in languages.indices where scores[index] > scores[best] { best = index }
    guard scores[best] >= 420, scores[best] * 25 >= count * 840 else { return nil }
    return languages[best]
  }
}
