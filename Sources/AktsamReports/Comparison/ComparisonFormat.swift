package import AktsamArchive

/// The forms that a comparison is written in.
package enum ComparisonFormat: String, Sendable, Hashable, CaseIterable {
  /// Text for a terminal.
  case text
  /// One file for a browser.
  case html
  /// A document to edit and send.
  case docx
  /// Text for a repository or a comment.
  case markdown
  /// Everything, in aktsam's own form.
  case json

  /// What the name of a file in this form ends with.
  package var suffix: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html, .docx, .json: rawValue
    }
  }

  /// Whether it is bytes that no terminal shows.
  package var isBinary: Bool { self == .docx }
}

extension Comparison {
  /// Returns the comparison in a form.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - colour: whether text is coloured by control sequences; other forms don't ask for it.
  /// - Returns: the file.
  /// - Throws: ``ArchiveError`` when a zip file cannot be put together.
  package func bytes(
    _ format: ComparisonFormat, colour: Bool = false
  ) throws(ArchiveError) -> [UInt8] {
    switch format {
    case .text: TextRenderer.bytes(page(marks: false), colour: colour)
    case .html: HTMLRenderer.bytes(page())
    case .docx: try DocxRenderer.bytes(page())
    case .markdown: MarkdownRenderer.bytes(page())
    case .json: json
    }
  }
}
