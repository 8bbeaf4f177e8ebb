/// What a template is written in, which decides how values are escaped.
enum TemplateForm: Sendable, Hashable {
  /// HTML, or XML.
  case markup
  /// Markdown.
  case markdown
  /// Any other text.
  case text
  /// A part of a Word document.
  case document

  /// Tells the form of a text by its name, or by how it begins.
  init(path: String, bytes: [UInt8]) {
    switch Self.suffix(of: path) {
    case "html", "htm", "xhtml", "xml", "svg": self = .markup
    case "md", "markdown": self = .markdown
    default:
      // U+FEFF is no part of the text.
      let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      self = first == UInt8(ascii: "<") ? .markup : .text
    }
  }

  /// Returns what stands behind the last point of a file's name, in lower case.
  static func suffix(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return "" }
    let suffix = name[name.index(after: point)...].lowercased()
    return suffix.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      ? suffix : ""
  }

  /// Whether marks in values are escaped.
  var escapes: Bool { self != .text }

  /// Returns a value as it stands in the result.
  func escaped(_ text: String) -> String {
    switch self {
    case .text: return text
    case .markdown: return MarkdownText.line(text)
    case .markup, .document:
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result.append(contentsOf: "&amp;".unicodeScalars)
        case "<": result.append(contentsOf: "&lt;".unicodeScalars)
        case ">": result.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
        case "'": result.append(contentsOf: "&#39;".unicodeScalars)
        // A break ends the text and begins it anew; blanks at the edges must stay.
        case "\n" where self == .document:
          result.append(contentsOf: "</w:t><w:br/><w:t xml:space=\"preserve\">".unicodeScalars)
        // Unicode calls them no characters, and XML forbids two of them.
        case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
          result.append("\u{FFFD}")
        default: result.append(scalar)
        }
      }
      return String(result)
    }
  }
}
