internal import AktsamText

/// A tag of a Mustache template (mustache(5)).
struct TemplateTag: Sendable, Hashable {
  /// What a tag does.
  enum Kind: Sendable, Hashable {
    /// `{{name}}`: shows a value.
    case variable
    /// `{{#name}}`: begins what is repeated, or shown only when there is something.
    case section
    /// `{{^name}}`: begins what is shown only when there is nothing.
    case inverted
    /// `{{/name}}`: ends either.
    case end
    /// `{{! words }}`: shows nothing.
    case comment
  }

  /// What it does.
  var kind: Kind
  /// The name, dots included; empty for a comment.
  var name: String
  /// Where it stands, for a person.
  var place: String

  /// The tag as it is written.
  var text: String {
    switch kind {
    case .variable: "{{\(name)}}"
    case .section: "{{#\(name)}}"
    case .inverted: "{{^\(name)}}"
    case .end: "{{/\(name)}}"
    case .comment: "{{!}}"
    }
  }

  /// Whether it begins a section.
  var opens: Bool { kind == .section || kind == .inverted }
}

/// Finds the tags in bytes.
///
/// Only what a list of values needs is taken: names, sections, comments. Whatever would read another
/// file, change the marks or leave a value unescaped is refused.
struct TagScanner {
  /// A tag with the bytes that it takes up, braces included.
  struct Found {
    var tag: TemplateTag
    var range: Range<Int>
  }

  /// Whether values are written with marks of their own escaped, so that `{{{name}}}` is refused.
  var escapes: Bool

  /// Returns the tags of a text in order.
  ///
  /// - Parameters:
  ///   - bytes: the text as UTF-8.
  ///   - place: tells for a person where a byte stands.
  /// - Returns: the tags with their bytes.
  /// - Throws: ``TemplateFault`` at the first that is none of the tags taken.
  /// - Complexity: O(n).
  func tags(
    in bytes: [UInt8], place: (Int) -> String
  ) throws(TemplateFault) -> [Found] {
    var found: [Found] = []
    var position = 0
    while let start = Self.firstPair(of: UInt8(ascii: "{"), in: bytes, from: position) {
      let isTriple = bytes.at(start + 2) == UInt8(ascii: "{")
      let inner = start + (isTriple ? 3 : 2)
      guard var end = Self.firstPair(of: UInt8(ascii: "}"), in: bytes, from: inner),
        end - inner <= TemplateLimits.tagBytes
      else {
        throw TemplateFault(
          place(start), "a tag begins with {{ and has no }}: end it, or write the braces otherwise")
      }
      let content = bytes[inner..<end]
      end += 2
      if isTriple {
        guard bytes.at(end) == UInt8(ascii: "}") else {
          throw TemplateFault(
            place(start), "a tag begins with {{{ and ends with }}: write {{name}}")
        }
        end += 1
      }
      let tag = try tag(content, isTriple: isTriple, place: place(start))
      found.append(Found(tag: tag, range: start..<end))
      guard found.count <= TemplateLimits.tags else {
        throw TemplateFault(place(start), "there are more than \(TemplateLimits.tags) tags")
      }
      position = end
    }
    return found
  }

  /// Returns where a byte first stands twice.
  static func firstPair(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + 1 < bytes.count {
      if bytes[position + 1] != byte {
        position += 2
      } else if bytes[position] == byte {
        return position
      } else {
        position += 1
      }
    }
    return nil
  }

  private func tag(
    _ content: ArraySlice<UInt8>, isTriple: Bool, place: String
  ) throws(TemplateFault) -> TemplateTag {
    var text = trimmed(String(decoding: content, as: UTF8.self))
    // Documents have these marks escaped.
    for (mark, name) in [(">", "&gt;"), ("<", "&lt;"), ("&", "&amp;")] where text.hasPrefix(name) {
      text = mark + text.dropFirst(name.count)
    }
    guard let first = text.unicodeScalars.first else {
      throw TemplateFault(place, "a tag is empty: write a name between the braces")
    }
    let rest = trimmed(String(text.unicodeScalars.dropFirst()))
    var kind = TemplateTag.Kind.variable
    var name = text
    switch first {
    case "!": return TemplateTag(kind: .comment, name: "", place: place)
    case "#": (kind, name) = (.section, rest)
    case "^": (kind, name) = (.inverted, rest)
    case "/": (kind, name) = (.end, rest)
    case ">", "<", "$", "*":
      throw TemplateFault(
        place, "{{\(text)}} would take in another template: write its text here instead")
    case "=": throw TemplateFault(place, "the marks {{ and }} cannot be changed: leave \(text) out")
    case "%": throw TemplateFault(place, "{{\(text)}} is no tag of Mustache: leave it out")
    case "&": name = rest
    default: break
    }
    if escapes, isTriple || first == "&" {
      throw TemplateFault(
        place, "values are always escaped here: write {{\(name)}} instead of the unescaped form")
    }
    guard Self.isName(name) else {
      throw TemplateFault(
        place,
        "\"\(name)\" is no name: names consist of letters and figures, with dots between them")
    }
    return TemplateTag(kind: kind, name: name, place: place)
  }

  private static func isName(_ name: String) -> Bool {
    if name == "." { return true }
    return name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { part in
        guard let first = part.first, isLetter(first) else { return false }
        return part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension TagScanner {
  /// Returns, for each tag that begins a section, which one ends it.
  ///
  /// - Throws: ``TemplateFault`` at the first tag without its counterpart.
  static func pairs(_ tags: [TemplateTag]) throws(TemplateFault) -> [(open: Int, end: Int)] {
    var pairs: [(open: Int, end: Int)] = []
    var open: [Int] = []
    for (index, tag) in tags.enumerated() {
      if tag.opens {
        open.append(index)
        guard open.count <= TemplateLimits.depth else {
          throw TemplateFault(
            tag.place, "more than \(TemplateLimits.depth) sections stand inside each other")
        }
      } else if tag.kind == .end {
        guard let last = open.popLast() else {
          throw TemplateFault(
            tag.place,
            "\(tag.text) ends a section that nothing begins: write {{#\(tag.name)}} first")
        }
        guard tags[last].name == tag.name else {
          throw TemplateFault(
            tag.place,
            "\(tag.text) stands where \(tags[last].text) (\(tags[last].place)) must end first: "
              + "write {{/\(tags[last].name)}} before it")
        }
        pairs.append((last, index))
      }
    }
    if let last = open.last {
      throw TemplateFault(
        tags[last].place, "\(tags[last].text) has no end: write {{/\(tags[last].name)}}")
    }
    return pairs
  }
}
