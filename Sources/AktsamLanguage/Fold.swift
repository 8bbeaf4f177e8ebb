/// Case folding of UTF-8 bytes for matching: ASCII, and the letters of Latin-1 Supplement.
///
/// The languages that aktsam reads need no more; other letters stay as they are.
package enum Fold {
  /// Returns `word` in lower case.
  package static func lowercased(_ word: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    var isAfterC3 = false
    for byte in word {
      if byte < 0x80 {
        result.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
        isAfterC3 = false
      } else {
        // U+00C0…U+00DE are C3 80…C3 9E; their small letters are 0x20 further. U+00D7 is ×.
        if isAfterC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 {
          result.append(byte + 0x20)
        } else {
          result.append(byte)
        }
        isAfterC3 = byte == 0xC3
      }
    }
    return result
  }
}
