import Aktsam
import AktsamClauses
import AktsamReports
import AktsamText
import ArgumentParser

/// `aktsam clauses`.
struct ClausesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clauses",
    abstract: "List, show, validate, test, measure and extend the clause library.",
    subcommands: [
      List.self, Show.self, Validate.self, Test.self, EvaluateCommand.self, MutateCommand.self,
      LearnCommand.self, CoverageCommand.self, DiffCommand.self, PagesCommand.self,
      NewLanguageCommand.self, NewProfileCommand.self,
    ])

  /// `aktsam clauses list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the requirements, of a profile or all.",
      discussion: """
        EXAMPLES
          aktsam clauses list
          aktsam clauses list --profile dfo-terms --lang nb
          aktsam clauses list --format json
        """)

    @OptionGroup var clauses: LibraryOptions

    @Option(help: ArgumentHelp("Only the requirements of this profile.", valueName: "id"))
    var profile: String?

    @Option(help: "The language of the titles.")
    var lang: ReportLanguage = .en

    @Option(help: "The form of the listing.")
    var format: ListingFormat = .text

    func run() throws {
      let library = try clauses.load(withLexicons: false)
      var chosen: Profile?
      if let profile {
        chosen = library.profile(profile)
        guard chosen != nil else {
          let known = library.profiles.map(\.id).joined(separator: ", ")
          throw ValidationError("no profile '\(profile)'; there are: \(known)")
        }
      }
      Terminal.write(
        ListingWriter.requirements(
          library, profile: chosen, language: lang.rawValue, json: format == .json))
    }
  }

  /// `aktsam clauses show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one requirement: what is demanded, why, by which norm, and what to write.",
      discussion: """
        EXAMPLES
          aktsam clauses show sifl-verification --lang sv
          aktsam clauses show gri-mechanism --format json
        """)

    @Argument(help: "The requirement's id.")
    var id: String

    @OptionGroup var clauses: LibraryOptions

    @Option(help: "The language of the texts.")
    var lang: ReportLanguage = .en

    @Option(help: "The form of the page.")
    var format: ListingFormat = .text

    func run() throws {
      let library = try clauses.load(withExamples: true, withLexicons: false)
      guard let requirement = library.requirement(id) else {
        throw ValidationError(
          "no requirement '\(id)'; `aktsam clauses list` names all \(library.requirements.count)")
      }
      Terminal.write(
        ListingWriter.requirement(
          requirement, in: library, language: lang.rawValue, json: format == .json))
    }
  }

  /// `aktsam clauses validate`.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the clause files: errors with line and column, and what is unused.",
      discussion: """
        EXAMPLES
          aktsam clauses validate
          aktsam clauses validate --clauses my-clauses/
        """)

    @OptionGroup var clauses: LibraryOptions

    @Option(help: "The form of the listing.")
    var format: ListingFormat = .text

    func run() throws {
      let (library, findings) = LibraryStore.validate(folder: clauses.folder)
      switch format {
      case .json: Terminal.write(findingsListing(findings))
      case .text:
        for finding in findings { Terminal.write(line(finding) + "\n") }
        let errors = findings.filter { $0.severity == .error }.count
        Terminal.write(
          "\(library?.requirements.count ?? 0) requirements, \(errors) errors, "
            + "\(findings.count - errors) remarks\n")
      }
      if findings.contains(where: { $0.rule == "AK0200" }) { throw ExitCode(2) }
      if library == nil { throw ExitCode(1) }
    }

    private func line(_ finding: Finding) -> String {
      let place = finding.place.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
      return "\(place)\(finding.severity.rawValue): \(finding.message) (\(finding.rule))"
    }

    private func findingsListing(_ findings: [Finding]) -> [UInt8] {
      JSONValue.array(
        findings.map { finding in
          var fields: [(String, JSONValue)] = [
            ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
            ("message", .string(finding.message)),
          ]
          if let place = finding.place {
            fields += [
              ("path", .string(place.path)), ("line", .int(place.line)),
              ("column", .int(place.column)),
            ]
          }
          return .object(fields)
        }
      ).serialized(pretty: true)
    }
  }

  /// `aktsam clauses test`.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples of the library.",
      discussion: """
        Every requirement carries sentences that meet it, that are weak, and near misses, in \
        each language. An example fails when its outcome, or a weakness it names, is not read. \
        Each is also read behind letters of several bytes, as an item of a list and behind a \
        sentence about something else, which must change nothing. When a new requirement gets \
        "none" throughout, the weights do not know it yet: CONTRIBUTING.md says what to do.

        EXAMPLES
          aktsam clauses test
          aktsam clauses test gri-mechanism
        """)

    @Argument(help: "Only these requirements.")
    var ids: [String] = []

    @OptionGroup var clauses: LibraryOptions

    @Option(help: "The form of the listing.")
    var format: ListingFormat = .text

    func run() throws {
      let library = try clauses.load(withExamples: true)
      let profile = try clauses.defaultProfile(of: library)
      if let unknown = ids.first(where: { library.requirement($0) == nil }) {
        throw ValidationError("no requirement '\(unknown)'; `aktsam clauses list` names all")
      }
      let results = ExampleRunner(library, profile: profile).run(in: ExampleSetting.allCases)
        .filter { ids.isEmpty || ids.contains($0.requirement) }
      let failed = results.filter { !$0.isRight }
      switch format {
      case .json: Terminal.write(listing(results))
      case .text:
        for result in failed {
          Terminal.write(
            """
            \(result.requirement) \(result.example.language) \(result.example.role.rawValue) \
            (line \(result.example.line), \(result.setting.rawValue)): expected \(result.example.outcome) \
            \(result.example.weaknesses.joined(separator: ",")), got \(result.outcome) \
            \(result.weaknesses.joined(separator: ","))
              \(result.example.text)

            """)
        }
        let alone = results.filter { $0.setting == .alone }
        Terminal.write(
          "\(alone.count(where: \.isRight)) of \(alone.count) examples right; "
            + "\(results.count - failed.count) of \(results.count) counting each also behind "
            + "letters of several bytes, in a list and behind another sentence\n")
      }
      if !failed.isEmpty { throw ExitCode(1) }
    }

    private func listing(_ results: [ExampleResult]) -> [UInt8] {
      JSONValue.array(
        results.map { result in
          .object([
            ("requirement", .string(result.requirement)),
            ("language", .string(result.example.language)),
            ("role", .string(result.example.role.rawValue)),
            ("line", .int(result.example.line)),
            ("setting", .string(result.setting.rawValue)), ("right", .bool(result.isRight)),
            ("expected", .string(result.example.outcome)),
            ("expectedWeaknesses", .array(result.example.weaknesses.map { .string($0) })),
            ("outcome", .string(result.outcome)),
            ("weaknesses", .array(result.weaknesses.map { .string($0) })),
          ])
        }
      ).serialized(pretty: true)
    }
  }
}
