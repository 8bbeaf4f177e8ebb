/// Text as Markdown: what an input or a library says must not become a link, a heading or HTML.
enum MarkdownText {
  /// Returns a text whose marks Markdown would read are escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// Returns a text as a cell of a table or an item of a list: escaped, in one line.
  static func line(_ text: String) -> String {
    escaped(inOneLine(text))
  }

  /// Returns a text as code in a line, whatever backticks it holds; empty for an empty text.
  ///
  /// A `|` is escaped, since a table ends its cell there even in code.
  static func code(_ text: String, inTable: Bool = false) -> String {
    if text.isEmpty { return "" }
    let line = inOneLine(text)
    let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    let code = fence + pad + line + pad + fence
    guard inTable else { return code }
    return code.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// Returns a text as a block of code.
  ///
  /// - Parameters:
  ///   - text: the code; a line feed at its end is not doubled.
  ///   - language: the name behind the opening fence.
  /// - Returns: the block with a final line feed.
  static func block(_ text: String, language: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  private static func inOneLine(_ text: String) -> String {
    // Scalars are looked at: a blank with an accent behind it is one character, and white space.
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return VisibleText.of(String(line))
  }

  private static func longestRun(of mark: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for character in text {
      run = character == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
