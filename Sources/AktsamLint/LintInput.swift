package import AktsamClauses
package import AktsamDocuments
package import AktsamText

/// What a run is about.
package struct LintInput: Sendable {
  /// A clause library under test.
  package struct Clauses: Sendable {
    /// The path that settings are looked up by: that of its folder.
    package var path: String
    /// The library, with examples and all lexicons; nil when it does not load.
    package var library: Library?
    /// Its files.
    package var files: [SourceFile]
    /// What the loader noticed.
    package var findings: [Finding]

    /// Creates a library under test.
    package init(path: String, library: Library?, files: [SourceFile], findings: [Finding]) {
      self.path = path
      self.library = library
      self.files = files
      self.findings = findings
    }
  }

  /// The documents. Paths are relative to the folder of the configuration, with slashes.
  package var documents: [Document]
  /// The clause libraries under test.
  package var clauses: [Clauses]
  /// What was noticed about inputs that could not be opened.
  package var unread: [Finding]

  /// Creates an input.
  package init(documents: [Document] = [], clauses: [Clauses] = [], unread: [Finding] = []) {
    self.documents = documents
    self.clauses = clauses
    self.unread = unread
  }
}
