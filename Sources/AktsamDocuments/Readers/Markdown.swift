internal import AktsamText

/// Reads Markdown (CommonMark, with the tables and task lists of GitHub).
///
/// Marks are no part of the text: its runs leave them out, of a link only the words stay. Code and
/// comments are no evidence. A task list is a question whose ticked items are the answer. Text that
/// is only indented is no code, since it seldom is any in a contract.
package enum Markdown {
  package static let formats = [
    FormatInfo(id: "markdown", summary: "Markdown, task lists as answers", root: "")
  ]

  /// Whether an input is Markdown, by its name or by a heading near its start.
  static func recognises(_ source: SourceFile) -> Bool {
    let name = (source.part.isEmpty ? source.path : source.part).lowercased()
    if [".md", ".markdown", ".mdown"].contains(where: { name.hasSuffix($0) }) { return true }
    var lines = 0
    for line in SourceLines(source.bytes.prefix(8192)) {
      let content = trimmed(line.content, in: source.bytes)
      guard !content.isEmpty else { continue }
      if TextMarks.heading(content, in: source.bytes)?.isEmpty == false { return true }
      lines += 1
      if lines == 10 { break }
    }
    return false
  }

  /// Returns the document of a text.
  ///
  /// - Parameters:
  ///   - source: the decoded text.
  ///   - options: what is known about the input.
  /// - Returns: the document.
  static func read(_ source: SourceFile, options: ReadingOptions) -> Document {
    let bytes = source.bytes
    let lines = MarkdownLines(bytes)
    let role = lines.hasTickedBox ? .response : RoleInference.role(of: bytes)
    var document = Document(
      source: source, lines: LineTable(bytes), format: "markdown", role: options.role ?? role,
      roleOrigin: options.role == nil ? .inferred : .declared, text: [], runs: [],
      elements: ElementTable())
    document.language = options.language.flatMap(LanguageTag.normalise)
    var reading = MarkdownReading(document, lines)
    reading.readAll()
    document = reading.finish()
    OwnFormat.noteEmpty(&document)
    return document
  }
}
