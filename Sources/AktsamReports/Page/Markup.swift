/// XML or HTML while it is written: escapes what must be escaped, and nothing else.
struct Markup {
  /// An attribute.
  typealias Attribute = (name: String, value: String)

  private var output: [UInt8] = []

  /// What was written so far, as UTF-8.
  var bytes: [UInt8] { output }

  /// Writes a start tag, what the body writes, and the end tag.
  mutating func element(
    _ name: String, _ attributes: [Attribute] = [], _ body: (inout Markup) -> Void
  ) {
    tag(name, attributes, end: ">")
    body(&self)
    raw("</\(name)>")
  }

  /// Writes an element that holds text only.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: [Attribute] = []) {
    tag(name, attributes, end: "/>")
  }

  /// Writes text.
  mutating func text(_ text: String) { escape(text, quotes: false) }

  /// Writes text between the quotation marks of an attribute.
  mutating func attributeText(_ text: String) { escape(text, quotes: true) }

  /// Writes markup as it is.
  mutating func raw(_ markup: String) { output.append(contentsOf: markup.utf8) }

  /// Ends the line, so that a change shows as lines of a comparison.
  mutating func newline() { output.append(0x0A) }

  private mutating func tag(_ name: String, _ attributes: [Attribute], end: String) {
    raw("<\(name)")
    for attribute in attributes {
      raw(" \(attribute.name)=\"")
      escape(attribute.value, quotes: true)
      raw("\"")
    }
    raw(end)
  }

  private mutating func escape(_ text: String, quotes: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"" where quotes: raw("&quot;")
      // White space in an attribute would be read as a blank.
      case "\n" where quotes, "\t" where quotes: raw("&#\(scalar.value);")
      default:
        let allowed = Self.isAllowed(scalar) ? scalar : "\u{FFFD}"
        output.append(contentsOf: UTF8.encode(allowed) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Whether XML 1.0 allows a character (section 2.2), less the controls that it advises against.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFFFD: true
    case 0x10000...0x10FFFF: scalar.value & 0xFFFE != 0xFFFE
    default: false
    }
  }
}
