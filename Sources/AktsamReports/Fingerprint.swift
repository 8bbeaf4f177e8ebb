/// A fingerprint of what a result is about, whatever line it stands on.
enum Fingerprint {
  /// Returns 16 hexadecimal digits for texts whose blanks don't matter (FNV-1a, 64 bits).
  static func of(_ texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for word in text.split(whereSeparator: \.isWhitespace) {
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ 0x20) &* 0x100_0000_01B3
      }
      hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }
}
