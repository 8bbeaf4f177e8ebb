import AktsamDocuments
import AktsamLint

/// A text that is open in the editor.
struct OpenDocument {
  /// What a text is to the linter.
  enum Kind {
    /// Something to lint.
    case document
    /// A configuration of the linter.
    case configuration
    /// A file of a clause library, which means something only together with the others.
    case clauses
  }

  /// The address.
  let uri: String
  /// The absolute path; nil for a text that is no file.
  let file: String?
  /// The version of the text, as the editor counts them.
  var version: Int?
  /// The text.
  var text: EditedText
  /// What holds for it.
  var project: Project
  /// What it is to the linter.
  var kind: Kind
  /// What its reader made of the text.
  var document: Document
  /// What the linter found; nil = not linted since the text or what stands around it changed.
  var findings: [LintFinding]?

  /// The folder that it stands in; nil for a text that is no file.
  var folder: String? { file.flatMap { FileURI.folder(of: $0) } }
}
