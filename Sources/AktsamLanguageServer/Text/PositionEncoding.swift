/// What a position within a line counts.
enum PositionEncoding: String, Sendable, Hashable, CaseIterable {
  /// Bytes.
  case utf8 = "utf-8"
  /// Units of two bytes, as JavaScript's strings have them; what every client can do.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"

  /// How many units the scalar counts whose encoding starts with a byte; 0 for a byte within one.
  func units(of byte: UInt8) -> Int {
    if byte & 0xC0 == 0x80 { return self == .utf8 ? 1 : 0 }
    return self == .utf16 && byte >= 0xF0 ? 2 : 1
  }
}

/// A place between two units of a text.
struct TextPosition: Hashable, Comparable {
  /// The 0-based line.
  var line: Int
  /// The 0-based number of units before it on the line.
  var character: Int

  static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}
