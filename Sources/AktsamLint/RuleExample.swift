package import AktsamText

/// A small document that shows a rule at work: documentation and test at once.
///
/// In ``text``, `«` and `»` stand around exactly the bytes that must be reported; a document that
/// itself holds these signs cannot be an example. The example runner tries each one also with another
/// namespace prefix, with CR LF, behind text of several bytes a letter, and nested one level deeper.
package struct RuleExample: Sendable {
  /// The name of the file, which a finding's path shows; its ending tells plain text from Markdown.
  package var file: String
  /// The document with its marks.
  package var text: String
  /// The role, where the document does not say it and it cannot be guessed.
  package var role: DocumentRole?
  /// The profile; nil = the default.
  package var profile: String?
  /// The date of the run, `yyyy-mm-dd`.
  package var asOf: String?
  /// Options of the rule that differ from the standard.
  package var options: [String: OptionValue]
  /// The languages that the configuration lists; empty = none.
  package var languages: [String]
  /// Further documents of the run: file names and texts without marks.
  package var companions: [Companion]
  /// Whether the runner may nest the content one level deeper.
  package var nests: Bool

  /// A further document of the run.
  package struct Companion: Sendable {
    /// The name of the file.
    package var file: String
    /// The document.
    package var text: String

    /// Creates a companion.
    package init(_ file: String, _ text: String) {
      self.file = file
      self.text = text
    }
  }

  /// Creates an example.
  package init(
    _ text: String, file: String = "document.xml", role: DocumentRole? = nil,
    profile: String? = nil, asOf: String? = nil, options: [String: OptionValue] = [:],
    languages: [String] = [], companions: [Companion] = [], nests: Bool = true
  ) {
    self.file = file
    self.text = text
    self.role = role
    self.profile = profile
    self.asOf = asOf
    self.options = options
    self.languages = languages
    self.companions = companions
    self.nests = nests
  }
}

/// A text whose marks were taken out.
package struct MarkedText: Sendable, Hashable {
  /// The text without marks, UTF-8.
  package var bytes: [UInt8]
  /// What stood between `«` and `»`, in byte offsets of ``bytes``, ascending.
  package var marks: [Range<Int>]

  /// Takes the marks out of a text; one that is not closed ends with the text.
  package init(_ text: String) {
    bytes = []
    marks = []
    var start: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": start = bytes.count
      case "»":
        if let from = start { marks.append(from..<bytes.count) }
        start = nil
      default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    if let start { marks.append(start..<bytes.count) }
  }
}
