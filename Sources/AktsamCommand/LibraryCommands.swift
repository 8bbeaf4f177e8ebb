import Aktsam
import AktsamClauses
import AktsamReports
import ArgumentParser

/// `aktsam clauses coverage`.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show what the library covers and lacks: words, examples, profiles, sources.",
    discussion: """
      EXAMPLES
        aktsam clauses coverage
        aktsam clauses coverage --clauses my-clauses/ --format json
      """)

  @OptionGroup var clauses: LibraryOptions

  @Option(help: "The form of the listing.")
  var format: ListingFormat = .text

  func run() throws {
    let report = CoverageReport(try clauses.load(withExamples: true))
    Terminal.write(format == .json ? report.json() : Array(report.text().utf8))
  }
}

/// `aktsam clauses new-language`.
struct NewLanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-language",
    abstract: "Write the empty files of a lexicon, with every concept and what it means.",
    discussion: """
      Nothing that is there is written over. Choose a folder of its own: until this program reads \
      the language, a clause folder that holds its files is refused. CONTRIBUTING.md says what \
      else a language needs, and how to try words before.

      EXAMPLES
        aktsam clauses new-language fi --output finnish/
      """)

  @Argument(help: "The language code.")
  var language: String

  @OptionGroup var clauses: LibraryOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The clause folder to write to.", valueName: "dir"),
    completion: .directory)
  var output: String

  func validate() throws {
    guard (2...3).contains(language.count), language.allSatisfy({ $0.isASCII && $0.isLowercase })
    else { throw ValidationError("'\(language)' is no language code such as fi") }
  }

  func run() throws {
    let library = try clauses.load(withLexicons: false)
    try FileAccess.writeNew(
      LibraryScaffold.lexicon(language, for: library), below: output, report: Terminal.write)
  }
}

/// `aktsam clauses new-profile`.
struct NewProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-profile",
    abstract: "Print a profile that extends another one, ready to be changed.",
    discussion: """
      EXAMPLES
        aktsam clauses new-profile our-terms --extends dfo-terms > clauses/profiles/our-terms.xml
      """)

  @Argument(help: "The id of the new profile.")
  var id: String

  @Option(name: .customLong("extends"), help: "The profile that it extends.")
  var base = "oecd-six-steps"

  @OptionGroup var clauses: LibraryOptions

  func run() throws {
    let library = try clauses.load(withLexicons: false)
    guard let base = library.profile(base) else {
      let known = library.profiles.map(\.id).joined(separator: ", ")
      throw ValidationError("no profile '\(base)'; there are: \(known)")
    }
    guard library.profile(id) == nil else {
      throw ValidationError("there is a profile '\(id)' already")
    }
    Terminal.write(LibraryScaffold.profile(id, extending: base))
  }
}

/// `aktsam clauses diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changes between two clause folders, and in how documents are read.",
    discussion: """
      Ends with 1 when an outcome changes in the documents.

      EXAMPLES
        aktsam clauses diff old-clauses/ clauses/
        aktsam clauses diff old-clauses/ clauses/ --on responses/
      """)

  @Argument(help: "The folder as it was.", completion: .directory)
  var old: String

  @Argument(help: "The folder as it is.", completion: .directory)
  var new: String

  @Option(
    help: ArgumentHelp("Documents to read with both (repeat for several).", valueName: "file"),
    completion: .file())
  var on: [String] = []

  @Option(help: ArgumentHelp("The profile to read them against.", valueName: "id"))
  var profile = "oecd-six-steps"

  func run() throws {
    let difference = LibraryDifference(old: try load(old), new: try load(new))
    for line in difference.entries() { Terminal.write(line + "\n") }
    guard !on.isEmpty else { return }
    guard
      let lines = difference.outcomes(
        FileAccess.expand(on).map { FileAccess.read($0) }, profile: profile)
    else { throw ValidationError("not both folders have a profile '\(profile)'") }
    for line in lines { Terminal.write(line + "\n") }
    if !lines.isEmpty { throw ExitCode(1) }
  }

  private func load(_ folder: String) throws -> Library {
    var options = LibraryOptions()
    options.folder = folder
    return try options.load(withExamples: true)
  }
}

/// `aktsam clauses pages`.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Write the library as Markdown pages: an index and a page for each requirement.",
    discussion: """
      EXAMPLES
        aktsam clauses pages --output docs/requirements
        aktsam clauses pages --lang nb --output krav
      """)

  @OptionGroup var clauses: LibraryOptions

  @Option(help: "The language of the texts.")
  var lang: ReportLanguage = .en

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "dir"),
    completion: .directory)
  var output: String

  func run() throws {
    let library = try clauses.load(withExamples: true, withLexicons: false)
    let pages = LibraryPages.pages(library, language: lang.rawValue)
    try FileAccess.write(pages.map { (path: $0.name, text: $0.text) }, below: output)
    Terminal.write("\(pages.count) pages in \(output)\n")
  }
}
