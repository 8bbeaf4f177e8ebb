import AktsamReading

/// A page of plain text while it is written: wrapped lines, and colours where they are wanted.
///
/// Everything that comes from an input goes through ``clean(_:)``: a document must not be able to
/// move the cursor, set a title or turn the reading direction of a terminal.
struct TextPage {
  /// How a stretch of text stands out on a terminal (ECMA-48, select graphic rendition).
  enum Style {
    case strong, faint, note
    case outcome(Outcome)
    case severity(isError: Bool)

    var code: String {
      switch self {
      case .strong: "1"
      case .faint: "2"
      case .note: "36"
      case .outcome(.contradicted): "1;31"
      case .outcome(.missing), .outcome(.unread): "1;35"
      case .outcome(.weak): "1;33"
      case .outcome(.met): "1;32"
      case .outcome(.notApplicable): "2"
      case .severity(let isError): isError ? "31" : "33"
      }
    }
  }

  /// What was written so far, as UTF-8.
  private var bytes: [UInt8] = []
  /// How many characters fit in a line.
  let width: Int
  private let colour: Bool

  init(colour: Bool, width: Int = 92) {
    self.colour = colour
    self.width = max(width, 40)
  }

  /// What was written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a line that is ready as it is.
  mutating func line(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(0x0A)
  }

  /// Adds an empty line.
  mutating func blank() { bytes.append(0x0A) }

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
    let text = Array(clean(paragraph).utf8)
    var start = 0
    var margin = indent
    while start < text.count {
      // The line ends at the last blank that fits, or at the first when a word is too long.
      var end = start
      var count = 0
      var index = start
      while index < text.count, count <= width - margin || end == start {
        if text[index] == 0x20 { end = index }
        if text[index] & 0xC0 != 0x80 { count += 1 }
        index += 1
      }
      if index == text.count, count <= width - margin || end == start { end = text.count }
      bytes.append(contentsOf: repeatElement(0x20, count: margin))
      if colour, let style {
        bytes.append(contentsOf: "\u{1B}[\(style.code)m".utf8)
        bytes.append(contentsOf: text[start..<end])
        bytes.append(contentsOf: "\u{1B}[0m".utf8)
      } else {
        bytes.append(contentsOf: text[start..<end])
      }
      bytes.append(0x0A)
      start = end + 1
      margin = indent + hanging
    }
  }

  /// Returns a text in a style, or as it is where colours aren't wanted.
  func styled(_ text: String, _ style: Style?) -> String {
    guard colour, let style else { return text }
    return "\u{1B}[\(style.code)m\(text)\u{1B}[0m"
  }

  /// Returns a text in one line, without control characters: blanks and line breaks become one
  /// blank, other controls and changes of direction become U+FFFD.
  func clean(_ text: String) -> String {
    if Self.isClean(text) { return text }
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

  /// Whether nothing is to be cleaned, as far as that can be told without looking up properties:
  /// single blanks between ASCII, Latin letters, and dashes and quotation marks.
  private static func isClean(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    var isPunctuation = false
    for byte in text.utf8 {
      switch byte {
      case 0x20: if before == 0x20 { return false }
      case 0x21...0x7E: break
      case 0xC2...0xC5: break
      case 0xE2: isPunctuation = true
      case 0x80...0xBF:
        // U+2010 to U+2027 begin with E2 80. Of U+0080 to U+00BF, which begin with C2, controls,
        // the no-break space and the soft hyphen are left to the look-up.
        if before == 0xC2 {
          if byte <= 0xA0 || byte == 0xAD { return false }
        } else if isPunctuation, before == 0xE2 {
          if byte != 0x80 { return false }
        } else if isPunctuation {
          if !(0x90...0xA7).contains(byte) { return false }
          isPunctuation = false
        }
      default: return false
      }
      before = byte
    }
    return before != 0x20
  }

  /// Whether a scalar embeds, overrides or isolates a direction (Unicode annex 9, section 2).
  static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
