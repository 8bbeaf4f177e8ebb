import AktsamText

/// What a term of a lexicon may look like: words with blanks, `=exact`, `...` for a gap.
enum TermSyntax {
  /// What is wrong with a term.
  struct Slip: Hashable {
    var reason: String
    var severity: Severity

    /// The term can never match, or not as it is meant.
    static func error(_ reason: String) -> Slip { Slip(reason: reason, severity: .error) }

    /// The term works, and is better written in another way.
    static func warning(_ reason: String) -> Slip { Slip(reason: reason, severity: .warning) }

    static let gap = error("a gap \"...\" stands between two words")
    static let equals = error("\"=\" stands right before a word")
    static let capital = error("the exact form after \"=\" is written in lower case")
    static let stop = error(
      "a gap is written \"...\" between blanks; other full stops separate words")

    static func foreign(_ byte: UInt8) -> Slip {
      warning("no word of a document holds \"\(Character(Unicode.Scalar(byte)))\"")
    }
  }

  /// Returns what is wrong with a term whose blanks are collapsed, or nil.
  ///
  static func slip(in term: String) -> Slip? {
    var letters = 0
    var stops = 0
    var isExact = false
    /// Whether the word before was a gap, or there was none.
    var wasGap = true
    for byte in term.utf8 {
      switch byte {
      case 0x20:
        if let slip = endOfWord(letters, &stops, isExact, &wasGap) { return slip }
        letters = 0
        isExact = false
      case UInt8(ascii: "."):
        stops += 1
        if letters > 0 || isExact || stops > 3 { return .stop }
      case UInt8(ascii: "="):
        if letters > 0 || stops > 0 || isExact { return .equals }
        isExact = true
      default:
        if stops > 0 { return .stop }
        if isExact, (0x41...0x5A).contains(byte) { return .capital }
        if isForeign(byte) { return .foreign(byte) }
        letters += 1
      }
    }
    return endOfWord(letters, &stops, isExact, &wasGap) ?? (wasGap ? .gap : nil)
  }

  private static func endOfWord(
    _ letters: Int, _ stops: inout Int, _ isExact: Bool, _ wasGap: inout Bool
  ) -> Slip? {
    defer { stops = 0 }
    if stops > 0 {
      guard stops == 3 else { return .stop }
      guard !wasGap else { return .gap }
      wasGap = true
      return nil
    }
    if isExact, letters == 0 { return .equals }
    wasGap = false
    return nil
  }

  /// Hyphens, slashes, commas and apostrophes separate words in a term as in a document; another
  /// mark would become part of a word that no document has.
  private static func isForeign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "'"): false
    default: !isPlain(byte)
    }
  }

  /// Whether a byte is a blank or part of a letter or digit; a term of these alone has no slip.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
