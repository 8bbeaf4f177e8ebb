package import AktsamArchive
package import AktsamText
package import AktsamXML

/// What a reader may be told about an input.
package struct ReadingOptions: Sendable {
  /// The role that the user names, which goes before every other.
  package var role: DocumentRole?
  /// The language that the user names.
  package var language: String?
  /// Finds the schema that an own format is validated against, by file name (`response.xsd`).
  package var schema: @Sendable (String) -> XMLSchema?
  /// Finds the form that a response only refers to, by the id that it names: a form of ODK, a
  /// questionnaire of FHIR, the structure of a LimeSurvey.
  package var form: @Sendable (String) -> XMLDocument?
  /// The bounds on untrusted XML.
  package var limits: XMLLimits
  /// The bounds on zip files.
  package var archiveLimits: ArchiveLimits
  /// What the user says of the columns of workbooks; nil = nothing.
  package var columns: ColumnMapping?

  /// Creates options.
  package init(
    role: DocumentRole? = nil, language: String? = nil,
    schema: @escaping @Sendable (String) -> XMLSchema? = { _ in nil },
    form: @escaping @Sendable (String) -> XMLDocument? = { _ in nil },
    limits: XMLLimits = .standard, archiveLimits: ArchiveLimits = .standard,
    columns: ColumnMapping? = nil
  ) {
    self.role = role
    self.language = language
    self.schema = schema
    self.form = form
    self.limits = limits
    self.archiveLimits = archiveLimits
    self.columns = columns
  }
}

/// Turns one XML format into a document: one conforming type a file, registered in
/// ``FormatTable`` by root name.
package protocol XMLFormatReader: Sendable {
  /// The format ids that the reader delivers, for `aktsam formats`.
  static var formats: [FormatInfo] { get }

  /// Returns whether the reader knows a document with this root.
  ///
  /// - Parameters:
  ///   - root: the name of the root element.
  ///   - xml: the document, for formats that share a root.
  /// - Returns: whether ``read(_:options:)`` should be called.
  static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool

  /// Returns the document. Never fails: what cannot be used is a finding.
  static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document
}

/// A line of `aktsam formats`.
package struct FormatInfo: Sendable, Hashable {
  /// The stable id.
  package var id: String
  /// What it is, in a few words.
  package var summary: String
  /// The root element, for people.
  package var root: String

  /// Creates a line.
  package init(id: String, summary: String, root: String) {
    self.id = id
    self.summary = summary
    self.root = root
  }
}
