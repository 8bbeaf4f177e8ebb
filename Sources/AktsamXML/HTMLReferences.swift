/// Finds and decodes character references as HTML has them (the HTML standard, "character
/// reference state"): a `&` that starts none stands for itself.
package enum HTMLReferences {
  /// A reference that was found.
  package struct Reference {
    /// What it stands for.
    package var scalar: Unicode.Scalar
    /// The offset just past it.
    package var end: Int
  }

  /// Returns the reference at a `&`, or nil.
  ///
  /// - Parameters:
  ///   - start: the offset of the `&`.
  ///   - bytes: UTF-8.
  ///   - end: where the text ends.
  ///   - isAttribute: whether the text is an attribute's value, where `&copy=1` is no reference.
  /// - Returns: the reference; nil where the `&` stands for itself.
  package static func reference(
    at start: Int, in bytes: [UInt8], end: Int, isAttribute: Bool
  ) -> Reference? {
    var index = start + 1
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "#") { return number(from: index + 1, in: bytes, end: end) }
    let nameStart = index
    while index < end, index - nameStart < longestName, isLetterOrDigit(bytes[index]) { index += 1 }
    guard index > nameStart else { return nil }
    let name = bytes[nameStart..<index]
    if index < end, bytes[index] == UInt8(ascii: ";"),
      let scalar = HTMLEntities.scalar(ofHTML: String(decoding: name, as: UTF8.self))
    {
      return Reference(scalar: scalar, end: index + 1)
    }
    // The names that pages of the nineties wrote without a semicolon, the longest first.
    for length in stride(from: min(name.count, longestOpenName), to: 1, by: -1) {
      let prefix = String(decoding: name.prefix(length), as: UTF8.self)
      guard let scalar = HTMLEntities.scalar(ofOpenName: prefix) else { continue }
      let close = nameStart + length
      if isAttribute, close < end,
        isLetterOrDigit(bytes[close]) || bytes[close] == UInt8(ascii: "=")
      {
        return nil
      }
      return Reference(scalar: scalar, end: close)
    }
    return nil
  }

  private static let longestName = 31
  private static let longestOpenName = 6

  private static func number(from start: Int, in bytes: [UInt8], end: Int) -> Reference? {
    var index = start
    let isHexadecimal = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < end {
      let byte = bytes[index]
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte) - 0x30
      case 0x41...0x46 where isHexadecimal: digit = UInt32(byte) - 0x37
      case 0x61...0x66 where isHexadecimal: digit = UInt32(byte) - 0x57
      default:
        return index > digits ? finish(value, at: index, in: bytes, end: end) : nil
      }
      // Past the last character all values are alike.
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    return index > digits ? finish(value, at: index, in: bytes, end: end) : nil
  }

  private static func finish(_ value: UInt32, at index: Int, in bytes: [UInt8], end: Int)
    -> Reference
  {
    let hasEnd = index < end && bytes[index] == UInt8(ascii: ";")
    var scalar = value == 0 ? nil : Unicode.Scalar(value)
    // Numbers from 128 to 159 mean characters of windows-1252.
    if (0x80...0x9F).contains(value), let known = windows1252[Int(value) - 0x80] { scalar = known }
    return Reference(scalar: scalar ?? "\u{FFFD}", end: hasEnd ? index + 1 : index)
  }

  private static let windows1252: [Unicode.Scalar?] = [
    "\u{20AC}", nil, "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", nil, "\u{17D}", nil,
    nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", nil, "\u{17E}", "\u{178}",
  ]

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
