import AktsamReading

/// A page of plain text while it is written: wrapped lines, and colours where they are wanted.
///
/// Everything that comes from an input goes through ``clean(_:)``: a document must not be able to
/// move the cursor, set a title or turn the reading direction of a terminal.
struct TextPage {
  /// How a stretch of text stands out on a terminal (ECMA-48, select graphic rendition).
  enum Style {
    case strong, faint
    case outcome(Outcome)
    case severity(isError: Bool)

    var code: String {
      switch self {
      case .strong: "1"
      case .faint: "2"
      case .outcome(.contradicted): "1;31"
      case .outcome(.missing), .outcome(.unread): "1;35"
      case .outcome(.weak): "1;33"
      case .outcome(.met): "1;32"
      case .outcome(.notApplicable): "2"
      case .severity(let isError): isError ? "31" : "33"
      }
    }
  }

  /// What was written so far.
  private(set) var text = ""
  /// How many characters fit in a line.
  let width: Int
  private let colour: Bool

  init(colour: Bool, width: Int = 92) {
    self.colour = colour
    self.width = max(width, 40)
  }

  /// Adds a line that is ready as it is.
  mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  /// Adds an empty line.
  mutating func blank() { text += "\n" }

  /// Adds text, cleaned and broken at blanks.
  ///
  /// - Parameters:
  ///   - paragraph: the text, which is cleaned here.
  ///   - indent: blanks before every line.
  ///   - hanging: further blanks before every line but the first.
  ///   - style: how it stands out.
  mutating func wrapped(
    _ paragraph: String, indent: Int, hanging: Int = 0, style: Style? = nil
  ) {
    var current = ""
    var count = 0
    var margin = indent
    for word in clean(paragraph).split(separator: " ") {
      let length = word.count
      if count > 0, margin + count + 1 + length > width {
        line(String(repeating: " ", count: margin) + styled(current, style))
        current = ""
        count = 0
        margin = indent + hanging
      }
      if count > 0 {
        current += " "
        count += 1
      }
      current += word
      count += length
    }
    if count > 0 { line(String(repeating: " ", count: margin) + styled(current, style)) }
  }

  /// Returns a text in a style, or as it is where colours aren't wanted.
  func styled(_ text: String, _ style: Style?) -> String {
    guard colour, let style else { return text }
    return "\u{1B}[\(style.code)m\(text)\u{1B}[0m"
  }

  /// Returns a text in one line, without control characters: blanks and line breaks become one
  /// blank, other controls and changes of direction become U+FFFD.
  func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var wasBlank = true
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator:
        if !wasBlank { result.append(" ") }
        wasBlank = true
      case .control where (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85:
        if !wasBlank { result.append(" ") }
        wasBlank = true
      case .control:
        result.append("\u{FFFD}")
        wasBlank = false
      case .format where Self.turnsDirection(scalar):
        result.append("\u{FFFD}")
        wasBlank = false
      default:
        result.append(scalar)
        wasBlank = false
      }
    }
    if wasBlank, !result.isEmpty { result.removeLast() }
    return String(result)
  }

  /// Whether a scalar embeds, overrides or isolates a direction (Unicode annex 9, section 2).
  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
