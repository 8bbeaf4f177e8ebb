internal import AktsamText

/// Guesses whether a text is the buyer's terms or a supplier's own words.
///
/// A text is taken as a contract when it says what "the supplier shall" do (English, Swedish,
/// Norwegian) and speaks of "we" and "our" not at all, or at most half as often; a single such
/// phrase is enough only without any "we". Everything else is taken as a tender: a bidder's own
/// code tells its suppliers what they shall do, but in its own voice.
enum RoleInference {
  /// Returns the role that a text most likely has.
  static func role(of text: [UInt8]) -> DocumentRole {
    var duties = 0
    var own = 0
    var afterParty = false
    forEachWord(in: text.prefix(sample)) { hash in
      switch words[hash] {
      case .party: afterParty = true
      case .duty:
        if afterParty { duties += 1 }
        afterParty = false
      case .own:
        own += 1
        afterParty = false
      case nil: afterParty = false
      }
    }
    if own == 0 { return duties >= 1 ? .contract : .tender }
    return duties >= 3 && own * 2 <= duties ? .contract : .tender
  }

  /// How much of a text is looked at, in bytes: who speaks shows early.
  private static let sample = 32_768

  private enum Word {
    case party, duty, own
  }

  /// Words by their hash, so that looking at a word makes no string.
  private static let words: [UInt64: Word] = {
    let lists: [(Word, [String])] = [
      (
        .party,
        [
          "supplier", "contractor", "tenderer", "vendor", "leverantören", "leverantör",
          "entreprenören", "uppdragstagaren", "leverandøren", "leverandør", "oppdragstaker",
          "oppdragstakeren", "entreprenøren", "leverandøren",
        ]
      ),
      (.duty, ["shall", "must", "ska", "skall", "skal", "måste", "må", "skulle", "plikter"]),
      (
        .own,
        ["we", "our", "us", "ours", "vi", "vår", "vårt", "våra", "våre", "oss", "vores", "me"]
      ),
    ]
    var table: [UInt64: Word] = [:]
    for (kind, list) in lists {
      for word in list { forEachWord(in: Array(word.utf8)[...]) { table[$0] = kind } }
    }
    return table
  }()

  /// Calls `body` with a hash (FNV-1a) of each word in lower case: ASCII letters and those of
  /// Latin-1 are folded, everything else beyond ASCII counts as a letter.
  private static func forEachWord(in text: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    var hash = start
    var isWord = false
    var previous: UInt8 = 0
    for byte in text {
      var folded = byte
      if byte < 0x80 {
        guard (0x61...0x7A).contains(byte | 0x20) else {
          if isWord { body(hash) }
          hash = start
          isWord = false
          previous = byte
          continue
        }
        folded = byte | 0x20
      } else if previous == 0xC3, (0x80...0x9E).contains(byte), byte != 0x97 {
        folded = byte + 0x20
      }
      hash = (hash ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
      isWord = true
      previous = byte
    }
    if isWord { body(hash) }
  }
}
