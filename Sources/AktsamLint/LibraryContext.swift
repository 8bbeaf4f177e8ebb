package import AktsamClauses
package import AktsamText

/// What a rule sees of a clause library.
package final class LibraryContext: RuleScope {
  /// The library, with examples and lexicons.
  package let library: Library
  /// Its files, in the order of their paths.
  package let files: [SourceFile]
  /// The date of the run, `yyyy-mm-dd`; nil = none was given. There is no clock.
  package let asOf: String?
  /// The rule that is being checked.
  package internal(set) var rule: RuleInfo
  /// Its options.
  package internal(set) var options: RuleOptions

  private lazy var sites = ClauseSites(files)

  /// Creates the context of a library that loads.
  package init(library: Library, files: [SourceFile], asOf: String? = nil) {
    self.library = library
    self.files = files
    self.asOf = asOf
    rule = .none
    options = RuleOptions([])
  }

  /// Whether the files hold a part: a lexicon's entry that it takes over from another language is no
  /// part of its own.
  package func holds(_ part: ClausePart) -> Bool {
    sites.place(of: part) != nil
  }

  /// Returns the place of a part: the words of a text or an example, the start tag of anything else;
  /// where the files do not hold it, the start of the first file.
  package func place(of part: ClausePart) -> Place {
    sites.place(of: part) ?? start
  }

  /// Returns the place of the first occurrence of words in a text or an example.
  package func place(of words: String, in part: ClausePart) -> Place {
    sites.place(of: words, in: part) ?? start
  }

  private var start: Place {
    Place(path: files.first?.path ?? "", segments: [], line: 1, column: 1, endLine: 1, endColumn: 1)
  }
}
