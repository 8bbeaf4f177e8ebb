/// Text of inputs for those who look at it as it is: on a terminal, in the log of a build, in a
/// comment. It must not be able to move the cursor or turn the reading direction.
enum VisibleText {
  /// Returns a text with its blanks kept; line breaks, other controls and changes of direction
  /// become U+FFFD.
  static func of(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(of(scalar)) }
    return String(result)
  }

  /// Returns a scalar, or U+FFFD in its place.
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
    case .format where TextPage.turnsDirection(scalar): "\u{FFFD}"
    default: scalar
    }
  }
}
