package import AktsamClauses
package import AktsamLint
package import AktsamReports
package import AktsamXML

extension LanguageServer {
  /// What the server is given from outside: it opens no files itself.
  package struct Environment {
    /// The clause library that documents are read with.
    package var library: Library
    /// Finds the lexicon of a language when a document first needs it; nil = those that were loaded with
    /// the library.
    package var lexicon: (@Sendable (String) -> Lexicon?)?
    /// Finds the schema of an own format by its file name.
    package var schema: @Sendable (String) -> XMLSchema?
    /// Describes a rule by its id, of the linter or of a reader.
    package var rule: (String) -> LintRuleDescription
    /// What the command line sets, which goes before every configuration.
    package var command: Settings
    /// The language that texts of the library are shown in; nil = that of the document.
    package var language: String?
    /// The version that the server tells the editor.
    package var version: String
    /// Returns the bytes of a file by its absolute path, or nil.
    package var read: (String) -> [UInt8]?
    /// Returns the names of what is in a folder by its absolute path, sorted.
    package var names: (String) -> [String]

    /// Creates an environment.
    package init(
      library: Library, lexicon: (@Sendable (String) -> Lexicon?)? = nil,
      schema: @escaping @Sendable (String) -> XMLSchema? = { _ in nil },
      rule: @escaping (String) -> LintRuleDescription, command: Settings = Settings(),
      language: String? = nil, version: String,
      read: @escaping (String) -> [UInt8]? = { _ in nil },
      names: @escaping (String) -> [String] = { _ in [] }
    ) {
      self.library = library
      self.lexicon = lexicon
      self.schema = schema
      self.rule = rule
      self.command = command
      self.language = language
      self.version = version
      self.read = read
      self.names = names
    }
  }
}
