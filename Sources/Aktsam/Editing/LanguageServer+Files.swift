package import AktsamClauses
package import AktsamLanguageServer
package import AktsamLint
internal import AktsamReports

extension LanguageServer {
  /// Creates a server that reads configurations and neighbouring files from the disk.
  ///
  /// - Parameters:
  ///   - library: the clause library that documents are read with.
  ///   - lexicon: finds the lexicon of a language when a document first needs it; nil = those that
  ///     were loaded with the library.
  ///   - command: what the command line sets.
  ///   - language: the language of texts of the library: `en`, `sv` or `nb`; nil = the document's.
  package convenience init(
    onFilesWith library: Library, lexicon: (@Sendable (String) -> Lexicon?)?,
    command: Settings = Settings(), language: String? = nil
  ) {
    self.init(
      Environment(
        library: library, lexicon: lexicon, schema: { SchemaStore.schema($0) },
        rule: { id in
          RuleTable.info(id).map { LintRuleDescription($0) } ?? LintRuleDescription(reader: id)
        },
        command: command, language: language, version: toolVersion,
        read: { FileAccess.read($0).bytes },
        names: { FileAccess.list($0).files }))
  }
}
