import AktsamText
import AktsamXML

func parse(
  _ text: String, limits: XMLLimits = .standard, schema: XMLSchema? = nil,
  separators: Set<String> = []
) -> XMLDocument {
  let source = SourceFile(path: "a.xml", bytes: Array(text.utf8))
  return XMLReader.read(source, limits: limits, schema: schema, separators: separators)
}

extension XMLDocument {
  /// The bytes of a source range as a string.
  func source(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }

  var wholeText: String { String(decoding: text, as: UTF8.self) }

  /// What the source says in the place of a node's text, the pieces joined by a bar.
  func sourceOfText(_ node: Int) -> String {
    guard nodes.indices.contains(node) else { return "" }
    return sourceRanges(of: textRange(of: node), in: runs).map { source($0) }.joined(separator: "|")
  }

  var rules: [String] { findings.map(\.rule) }
}
