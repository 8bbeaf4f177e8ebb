package import AktsamArchive

/// The forms that a gap list is written in.
package enum GapFormat: String, Sendable, Hashable, CaseIterable {
  /// A document to edit and send.
  case docx
  /// One file for a browser.
  case html
  /// Text for a repository or a comment.
  case markdown
  /// The worklist for any program.
  case csv
  /// The worklist for a spreadsheet.
  case xlsx
  /// Everything, in aktsam's own form.
  case json
  /// OSCAL plan of action and milestones, as JSON.
  case oscal

  /// What the name of a file in this form ends with.
  package var suffix: String {
    switch self {
    case .docx, .html, .csv, .xlsx: rawValue
    case .json: "json"
    case .markdown: "md"
    case .oscal: "poam.json"
    }
  }

  /// Whether it is bytes that no terminal shows.
  package var isBinary: Bool { self == .docx || self == .xlsx }
}

extension GapList {
  /// Returns the list in a form.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - digest: a hash of 16 bytes or more, such as SHA-256, from which the ids of an OSCAL document are
  ///     made; other forms don't ask for it.
  /// - Returns: the file.
  /// - Throws: ``ArchiveError`` when a zip file cannot be put together.
  package func bytes(
    _ format: GapFormat, digest: @escaping ([UInt8]) -> [UInt8]
  ) throws(ArchiveError) -> [UInt8] {
    switch format {
    case .docx: try DocxRenderer.bytes(page)
    case .html: HTMLRenderer.bytes(page)
    case .markdown: MarkdownRenderer.bytes(page)
    case .csv: CSV.bytes(worklist)
    case .xlsx: try XlsxRenderer.bytes(worklist)
    case .json: json
    case .oscal: planOfAction(digest: digest)
    }
  }
}
