/// Text as XML 1.0: markup escaped, and what XML forbids replaced.
enum XMLText {
  /// The declaration that a document begins with.
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Returns a text as character data. Characters that XML 1.0 forbids even as references (2.2)
  /// become U+FFFD; what would be normalized away is written as a reference.
  static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// Returns a text as the value of an attribute, without quotation marks.
  static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  /// Returns attributes, each behind a blank; those without a value are left out.
  static func attributes(_ pairs: [(name: String, value: String?)]) -> String {
    pairs.compactMap { pair in
      pair.value.map { " \(pair.name)=\"\(attribute($0))\"" }
    }.joined()
  }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where isAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      case "\n" where isAttribute: result.append(contentsOf: "&#10;".unicodeScalars)
      case "\t" where isAttribute: result.append(contentsOf: "&#9;".unicodeScalars)
      default: result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
