package import AktsamText

/// Reads pages of HTML that are no XML into the same flat documents as ``XMLReader``, every part
/// traced to its bytes.
///
/// Elements stand where a browser puts them: end tags that may be left out are implied, wrong ones
/// passed over. What HTML 5 moves elsewhere (text between the rows of a table) stays in its place.
package enum HTMLReader {
  /// The namespace of all elements.
  package static let namespace = "http://www.w3.org/1999/xhtml"

  /// Parses a page.
  ///
  /// Nothing makes a page unreadable but a limit (`AK0102`); `AK0340` says how much in it had to be
  /// guessed.
  ///
  /// - Parameters:
  ///   - source: the decoded input, see ``TextDecoding``.
  ///   - limits: what the input may make the reader do.
  ///   - separators: as for ``XMLReader/read(_:limits:schema:separators:)``.
  /// - Returns: the page; its root element is always `html`.
  package static func read(
    _ source: SourceFile, limits: XMLLimits = .standard, separators: Set<String> = []
  ) -> XMLDocument {
    var builder = HTMLBuilder(source, limits: limits, separators: separators)
    builder.readAll()
    return builder.finish()
  }

  /// Returns whether a source is a page of HTML: it starts with its document type, or its first
  /// tag is one that only HTML has.
  package static func recognises(_ source: SourceFile) -> Bool {
    let bytes = source.bytes
    let tokenizer = HTMLTokenizer(Array(bytes.prefix(64 << 10)), maxAttributes: 0)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < min(bytes.count, 64 << 10) {
      guard bytes[index] == UInt8(ascii: "<") else {
        guard bytes[index] <= 0x20 else { return false }
        index += 1
        continue
      }
      if isDocumentType(bytes, at: index) { return true }
      switch tokenizer.token(at: index) {
      case .skipped(let end, _): index = max(end, index + 1)
      case .tag(let tag): return firstTags.contains(tag.name)
      case .text, .sign: return false
      }
    }
    return false
  }

  private static func isDocumentType(_ bytes: [UInt8], at start: Int) -> Bool {
    let expected = Array("<!doctype html".utf8)
    let head = bytes[start...].prefix(expected.count)
    return head.count == expected.count && zip(head, expected).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// Not those that other vocabularies use for a whole document, such as `article` and `section`.
  private static let firstTags: Set<String> = [
    "html", "head", "body", "meta", "style", "script", "div", "p", "h1", "h2", "h3", "h4", "h5",
    "h6", "ul", "ol", "dl", "table", "form", "center", "font", "span", "b", "i", "strong", "em",
    "a", "br", "hr", "pre", "blockquote", "main", "header", "nav", "fieldset",
  ]
}
