internal import Aktsam

/// Random names, and comparing what must not be guessed.
enum Secrets {
  /// Returns a name of 128 random bits in lower-case hexadecimal.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Compares two texts in a time that does not tell where they differ.
  static func areEqual(_ one: String, _ other: String) -> Bool {
    let (first, second) = (sha256Bytes(Array(one.utf8)), sha256Bytes(Array(other.utf8)))
    var difference: UInt8 = 0
    for (a, b) in zip(first, second) { difference |= a ^ b }
    return difference == 0
  }

  /// Returns the form token that belongs to a browser's cookie: who reads the cookie, as another server on
  /// the same computer can, cannot make it.
  static func formToken(cookie: String, key: String) -> String {
    authenticationCode(of: Array(cookie.utf8), key: Array(key.utf8))
  }
}
