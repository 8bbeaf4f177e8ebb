import AktsamLint

/// A form that an example is tried in: what a rule reports must not hang on how a document is written.
enum ExampleForm: String, CaseIterable, Sendable {
  case asWritten = "as written"
  case otherPrefix = "with another namespace prefix"
  case carriageReturns = "with CR LF"
  case behindLongLetters = "behind letters of several bytes"
  case nested = "one level deeper"

  /// Returns the example's text with its marks in this form; nil when it has no such form.
  func apply(to example: RuleExample) -> String? {
    let isXML =
      example.text.drop { $0.isWhitespace || $0 == "«" }.first == "<"
      && !example.file.hasSuffix(".md") && !example.file.hasSuffix(".txt")
    switch self {
    case .asWritten: return example.text
    case .otherPrefix: return isXML ? MarkedTags(example.text).prefixed() : nil
    case .carriageReturns: return example.text.replacing("\n", with: "\r\n")
    case .behindLongLetters:
      guard isXML else { return "Blåbær, 日本語 😀.\n\n" + example.text }
      let comment = "<!-- blåbær 日本語 😀 -->\n"
      guard example.text.hasPrefix("<?xml"), let end = example.text.firstRange(of: "?>") else {
        return comment + example.text
      }
      return example.text[..<end.upperBound] + "\n" + comment + example.text[end.upperBound...]
    case .nested: return isXML && example.nests ? MarkedTags(example.text).nested() : nil
    }
  }
}

/// The tags of a marked XML text.
struct MarkedTags {
  private struct Tag {
    /// From `<` to just past `>`, in scalars of the text.
    var range: Range<Int>
    var name: String
    var isEnd: Bool
    var isEmpty: Bool
  }

  private let text: [Unicode.Scalar]
  private var tags: [Tag] = []

  init(_ string: String) {
    text = Array(string.unicodeScalars)
    var index = 0
    while index < text.count {
      guard text[index] == "<" else {
        index += 1
        continue
      }
      if starts("<!--", at: index) {
        index = end(of: "-->", from: index)
      } else if starts("<![CDATA[", at: index) {
        index = end(of: "]]>", from: index)
      } else if starts("<?", at: index) || starts("<!", at: index) {
        index = end(of: ">", from: index)
      } else {
        let tag = tag(at: index)
        tags.append(tag)
        index = tag.range.upperBound
      }
    }
  }

  private func starts(_ word: String, at index: Int) -> Bool {
    text[index...].starts(with: word.unicodeScalars)
  }

  private func end(of word: String, from index: Int) -> Int {
    var index = index
    while index < text.count {
      if starts(word, at: index) { return index + word.unicodeScalars.count }
      index += 1
    }
    return index
  }

  /// Marks may stand inside a tag, around a value.
  private func tag(at start: Int) -> Tag {
    var end = start + 1
    var quote: Unicode.Scalar?
    while end < text.count {
      let scalar = text[end]
      end += 1
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == ">" {
        break
      }
    }
    let isEnd = start + 1 < text.count && text[start + 1] == "/"
    let name = text[(start + (isEnd ? 2 : 1))..<end].prefix {
      !$0.properties.isWhitespace && $0 != ">" && $0 != "/" && $0 != "»" && $0 != "«"
    }
    return Tag(
      range: start..<end, name: string(name), isEnd: isEnd,
      isEmpty: end >= 2 && text[end - 2] == "/")
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }

  /// Returns the text with a prefix before each element of the default namespace; nil when it has
  /// none, or several.
  func prefixed() -> String? {
    let declaration = " xmlns=\""
    let count = string(text).ranges(of: declaration).count
    guard count == 1 else { return nil }
    var result = ""
    var last = 0
    for tag in tags {
      result += string(text[last..<tag.range.lowerBound])
      var written = string(text[tag.range])
      if !tag.name.contains(":") {
        let start = written.index(written.startIndex, offsetBy: tag.isEnd ? 2 : 1)
        written.insert(contentsOf: "p9:", at: start)
      }
      result += written.replacing(declaration, with: " xmlns:p9=\"")
      last = tag.range.upperBound
    }
    return result + string(text[last...])
  }

  private static let wrapped: Set<String> = [
    "section", "answer", "clause", "question", "definitions",
  ]

  /// Returns the text of one of our own formats with its sections, answers or clauses in one more
  /// section; nil for others.
  func nested() -> String? {
    let own = ["urn:aktsam:questionnaire:1", "urn:aktsam:response:1", "urn:aktsam:tender:1"]
    guard let root = tags.first(where: { !$0.isEnd }),
      own.contains(where: { string(text[root.range]).contains("xmlns=\"\($0)\"") })
    else { return nil }
    var depth = 0
    var first: Int?
    var end: Int?
    for tag in tags {
      if tag.isEnd { depth -= 1 }
      if depth == 1, Self.wrapped.contains(tag.name) {
        if !tag.isEnd, first == nil { first = tag.range.lowerBound }
        if tag.isEnd || tag.isEmpty { end = tag.range.upperBound }
      } else if depth == 1, first != nil, end != nil, !tag.isEnd {
        break
      }
      if !tag.isEnd, !tag.isEmpty { depth += 1 }
    }
    guard var first, var end, first < end else { return nil }
    // A mark around the whole element stays with it.
    if first > 0, text[first - 1] == "«" { first -= 1 }
    if end < text.count, text[end] == "»" { end += 1 }
    return string(text[..<first]) + "<section><heading>More</heading>" + string(text[first..<end])
      + "</section>" + string(text[end...])
  }
}
