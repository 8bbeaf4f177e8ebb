import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamReports
import AktsamText

/// Help beside the text.
extension LanguageServer {
  /// Answers `textDocument/hover`: the rules of the findings at the position, and the requirement, the
  /// provision or the rule whose id stands there.
  func hover(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params["textDocument"]?["uri"]?.string else { throw .lacks("textDocument") }
    guard let position = Self.position(params["position"]) else { throw .lacks("position") }
    let findings = findings(of: uri)
    guard let open = documents[uri] else { return .null }
    let offset = open.text.offset(of: position)
    var pages: [String] = []
    var range: Range<Int>?
    for finding in findings where Self.covers(finding, offset) {
      let page = HoverPages.rule(environment.rule(finding.rule))
      if !pages.contains(page) { pages.append(page) }
      range = range ?? Self.bytes(of: finding)
    }
    let word = Self.word(at: offset, in: open.text)
    if let page = page(for: String(decoding: open.text.bytes[word], as: UTF8.self), open.document) {
      if !pages.contains(page) { pages.insert(page, at: 0) }
      range = word
    }
    guard !pages.isEmpty, let range else { return .null }
    return .object([
      (
        "contents",
        .object([
          ("kind", .string(client.showsMarkdown ? "markdown" : "plaintext")),
          ("value", .string(pages.joined(separator: "\n\n---\n\n"))),
        ])
      ), ("range", Self.range(range, in: open.text)),
    ])
  }

  /// Returns what an id stands for.
  private func page(for id: String, _ document: Document) -> String? {
    let library = environment.library
    let language = language ?? Self.language(for: document.language) ?? "en"
    if let requirement = library.requirement(id) {
      return HoverPages.requirement(requirement, in: library, language: language)
    }
    if let (source, provision) = library.provision(id) {
      return HoverPages.provision(provision, of: source, language: language)
    }
    return RuleTable.info(id).map { HoverPages.rule(environment.rule($0.id)) }
  }

  /// Returns the bytes around an offset that may be an id: letters, digits, hyphens and full stops.
  private static func word(at offset: Int, in text: EditedText) -> Range<Int> {
    let bytes = text.bytes
    func isPart(_ index: Int) -> Bool {
      let byte = bytes[index]
      return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "-._".utf8.contains(byte)
    }
    var start = min(offset, bytes.count)
    while start > 0, offset - start < longestID, isPart(start - 1) { start -= 1 }
    var end = offset
    while end < bytes.count, end - offset < longestID, isPart(end) { end += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return start..<end
  }

  /// No id is longer than this.
  private static let longestID = 100

  /// Returns the bytes from the first to the last of a finding; nil for one about the text as a whole.
  static func bytes(of finding: LintFinding) -> Range<Int>? {
    guard let start = finding.place.segments.first?.lowerBound,
      let end = finding.place.segments.last?.upperBound
    else { return nil }
    return start..<max(start, end)
  }

  /// Whether an offset stands in a finding or at its end.
  private static func covers(_ finding: LintFinding, _ offset: Int) -> Bool {
    bytes(of: finding).map { $0.contains(offset) || $0.upperBound == offset } ?? false
  }
}
