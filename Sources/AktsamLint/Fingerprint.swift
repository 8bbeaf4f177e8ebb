import AktsamDocuments
import AktsamText

/// What a finding is about, whatever line it stands on.
enum Fingerprint {
  /// Returns the words that a finding is about: the bytes of its place, white space collapsed; its
  /// message where it has none.
  static func words(of finding: LintFinding, in bytes: [UInt8]) -> String {
    let parts = finding.place.segments.map { $0.clamped(to: 0..<bytes.count) }
      .filter { !$0.isEmpty }
    guard !parts.isEmpty else { return finding.message }
    let text = parts.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: " ")
    // Most findings are about a word or two, which are told by their bytes.
    if text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns an element path without positions, which move when something is put in before:
  /// `/response/answer`.
  static func stem(of element: String) -> String {
    var stem = ""
    var isPosition = false
    for character in element {
      if character == "[" { isPosition = true }
      if !isPosition { stem.append(character) }
      if character == "]" { isPosition = false }
    }
    return stem
  }

  /// Returns sixteen hexadecimal digits that stand for what a finding is about. The path of the file is
  /// no part of it.
  static func value(rule: String, part: String, stem: String, words: String) -> String {
    // FNV-1a, 64 bits: equal on every machine, and nobody gains by forging one.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for field in [rule, part, stem, words] {
      for byte in Array(field.utf8) + [0] {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
