/// How many columns of a terminal characters take (Unicode annex 11 and the customs of terminals).
enum DisplayWidth {
  /// Returns the columns that a character takes: 0, 1 or 2; more for clusters of several letters.
  static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var sum = 0
    for scalar in character.unicodeScalars {
      // Pictures joined to one, flags and skin tones are one picture.
      if scalar.value == 0xFE0F || scalar.properties.isEmojiPresentation { return 2 }
      sum += width(scalar)
    }
    return sum
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control: return 0
    // The soft hyphen is shown by terminals, other format characters are not.
    case .format: return scalar.value == 0xAD ? 1 : 0
    default: break
    }
    // Vowels and finals of Hangul stand inside the syllable.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return isWide(scalar.value) ? 2 : 1
  }

  /// Blocks whose characters are wide or full-width.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
