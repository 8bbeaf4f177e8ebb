import Aktsam
import AktsamClauses
import AktsamDocuments
import AktsamText
import ArgumentParser

/// Options of every command that reads the clause library.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .customLong("clauses"),
    help: ArgumentHelp(
      "Read the clause library from this folder instead of the built-in one.",
      valueName: "dir"),
    completion: .directory)
  var folder: String?

  /// Finds lexicons when they are needed: those of the built-in library; nil for a folder, whose
  /// lexicons are read with it.
  var lexicon: (@Sendable (String) -> Lexicon?)? {
    guard folder == nil else { return nil }
    return { LibraryStore.lexicon($0) }
  }

  /// Loads the library, or ends the command with exit code 2 and the errors of the clause files.
  func load(withExamples: Bool = false, withLexicons: Bool = true) throws -> Library {
    let (library, findings) = LibraryStore.load(
      folder: folder, withExamples: withExamples, withLexicons: withLexicons)
    guard let library else {
      for finding in findings where finding.severity == .error {
        Terminal.error(finding)
      }
      throw ExitCode(2)
    }
    return library
  }

  /// The profile whose numbers hold where none is asked for.
  func defaultProfile(of library: Library) throws -> Profile {
    guard let profile = library.profile("oecd-six-steps") ?? library.profiles.first else {
      throw ValidationError("the library has no profile")
    }
    return profile
  }
}

/// Options that say how inputs are read.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The profile to check against.", valueName: "id"),
    completion: .custom { _, _, _ in
      LibraryStore.load(folder: nil, withLexicons: false).library?.profiles.map(\.id) ?? []
    })
  var profile = "oecd-six-steps"

  @Option(help: "Read every input in this role, whatever it says itself.")
  var role: RoleArgument?

  @Option(
    help: ArgumentHelp(
      "Read every input in this language instead of its declared or detected one.",
      valueName: "code"))
  var documentLang: String?

  @Option(
    help: ArgumentHelp(
      "Measure ages at this date instead of each document's own.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "A list of countries and regions to point out in tables of sites: country,region,reason.",
      valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var watch: String?

  @Option(
    help: ArgumentHelp(
      "The buyer's document (repeat for several): what merely repeats it is no evidence.",
      valueName: "file"),
    completion: .file())
  var terms: [String] = []

  @Option(
    help: ArgumentHelp(
      "Say which columns of workbooks hold questions and answers: sheet,column,meaning.",
      valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var columns: String?

  func validate() throws {
    if let documentLang, !ClauseVocabulary.readLanguages.contains(documentLang) {
      let known = ClauseVocabulary.readLanguages.joined(separator: ", ")
      throw ValidationError("--document-lang wants one of \(known), not '\(documentLang)'")
    }
    if let asOf { try Today.check(asOf, "--as-of") }
  }

  /// Returns the profile, or ends the command with exit code 2.
  func profile(in library: Library) throws -> Profile {
    if let found = library.profile(profile) { return found }
    let known = library.profiles.map(\.id).joined(separator: ", ")
    throw ValidationError("no profile '\(profile)'; there are: \(known)")
  }

  /// Returns the options of the check, or ends the command with exit code 2 when a file that they name
  /// cannot be read.
  func checkOptions() throws -> CheckOptions {
    var options = CheckOptions(
      role: role?.role, documentLanguage: documentLang, asOf: asOf, watch: try watchList(),
      terms: try terms.map(Self.file))
    options.columns = try columnMapping()
    return options
  }

  private func columnMapping() throws -> ColumnMapping? {
    guard let columns else { return nil }
    let mapping = ColumnMapping(csv: try Self.file(columns).bytes ?? [], path: columns)
    if let finding = mapping.findings.first {
      let line = finding.place.map { ":\($0.line)" } ?? ""
      throw ValidationError("\(columns)\(line): \(finding.message)")
    }
    return mapping
  }

  private func watchList() throws -> WatchList? {
    guard let watch else { return nil }
    let (list, faults) = WatchList.read(try Self.file(watch).bytes ?? [])
    if let line = faults.first {
      throw ValidationError("\(watch):\(line): expected country,region,reason")
    }
    return list
  }

  private static func file(_ path: String) throws -> InputFile {
    let file = FileAccess.read(path)
    guard file.bytes != nil else {
      throw ValidationError("cannot read '\(path)': \(file.failure ?? "unknown reason")")
    }
    return file
  }
}

/// A document role on the command line.
enum RoleArgument: String, ExpressibleByArgument, CaseIterable {
  case response, tender, contract, questionnaire, notice

  /// The role.
  var role: DocumentRole { DocumentRole(rawValue: rawValue) ?? .tender }
}

/// A language that reports are written in.
enum ReportLanguage: String, ExpressibleByArgument, CaseIterable {
  case en, sv, nb
}

/// The form of a listing.
enum ListingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
