internal import AktsamDocuments
internal import AktsamText

/// An input that was parsed, before it is assessed.
struct ParsedInput: Sendable {
  /// The input.
  var file: InputFile
  /// SHA-256 of the bytes as stored, lower-case hexadecimal; empty when it could not be opened.
  var sha256 = ""
  /// The document; nil when the input could not be opened or was read already.
  var document: Document?
  /// What was noticed about the input as a part of its submission.
  var findings: [Finding] = []
  /// How long parsing took.
  var duration: Duration = .zero
}
