import Aktsam
import AktsamClauses
import AktsamLint
import AktsamText
import ArgumentParser

/// Options of every command that needs the linter's settings.
struct LintOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read this configuration instead of the nearest .aktsam.yml.", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Flag(help: "Read no configuration.")
  var noConfig = false

  @Option(
    help: ArgumentHelp(
      "Check these rules only: ids, names, groups or beginnings of ids, with commas.",
      valueName: "rules"))
  var select: String?

  @Option(help: ArgumentHelp("Check these rules, too.", valueName: "rules"))
  var extendSelect: String?

  @Option(help: ArgumentHelp("Leave these rules out.", valueName: "rules"))
  var ignore: String?

  @Option(
    help: ArgumentHelp("The profile that documents are held against.", valueName: "id"),
    completion: .custom { _, _, _ in
      LibraryStore.load(folder: nil, withLexicons: false).library?.profiles.map(\.id) ?? []
    })
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "The date that ages and suppressions are measured at.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @OptionGroup var clauses: LibraryOptions

  func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude each other")
    }
    if let asOf { try Today.check(asOf, "--as-of") }
  }

  /// Returns the configuration with the folder that it stands in, or ends the command with exit code 2
  /// and everything that is wrong with it.
  func configuration(_ library: Library) throws -> (Configuration, WorkingFolder) {
    let current = WorkingFolder()
    guard !noConfig, let path = config ?? ConfigurationFile.nearest() else {
      return (Configuration(), current)
    }
    let (configuration, problems) = ConfigurationFile.read(
      path, shown: current.relative(path), profiles: library.profiles.map(\.id))
    guard problems.isEmpty else {
      for problem in problems { Terminal.error("error: \(problem)") }
      throw ExitCode(2)
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return (configuration, WorkingFolder(folder.isEmpty ? "/" : folder))
  }

  /// Returns what the command line sets.
  func settings(_ library: Library) throws -> Settings {
    var settings = Settings()
    if let profile {
      guard library.profile(profile) != nil else {
        let known = library.profiles.map(\.id).joined(separator: ", ")
        throw ValidationError("no profile '\(profile)'; there are: \(known)")
      }
      settings.profile = Sited(profile, .option("--profile"))
    }
    if let asOf { settings.asOf = Sited(asOf, .option("--as-of")) }
    settings.select = try select.map { try Self.selectors($0, "--select") }
    settings.extendSelect = try extendSelect.map { try Self.selectors($0, "--extend-select") } ?? []
    settings.ignore = try ignore.map { try Self.selectors($0, "--ignore") } ?? []
    return settings
  }

  /// Returns the linter with what it is set up by, or ends the command with exit code 2.
  func preparation() throws -> Preparation {
    let library = try clauses.load(withLexicons: false)
    let (configuration, folder) = try configuration(library)
    let settings = try settings(library)
    return Preparation(
      linter: Linter(
        library: library, configuration: configuration, command: settings,
        lexicon: clauses.lexicon), configuration: configuration, folder: folder,
      settings: settings)
  }

  /// A linter and what it is set up by.
  struct Preparation {
    var linter: Linter
    var configuration: Configuration
    var folder: WorkingFolder
    var settings: Settings

    /// Sorts what the arguments name.
    ///
    /// - Parameters:
    ///   - inputs: paths of files and folders, or `-`.
    ///   - changed: the absolute paths that are wanted at all; nil = all.
    /// - Returns: the documents and clause libraries.
    func files(_ inputs: [String], changed: Set<String>? = nil) -> LintFiles {
      LintFiles(
        inputs, isWanted: { configuration.includes(folder.relative($0)) },
        isExcluded: { path in
          configuration.excludes(folder.relative(path))
            || changed.map { !$0.contains(WorkingFolder().absolute(path)) } ?? false
        })
    }
  }

  private static func selectors(
    _ text: String, _ option: String
  ) throws -> [Sited<RuleSelector>] {
    try text.split(separator: ",").map { part in
      let word = String(part).trimmingBlanks
      guard let selector = RuleSelector(word) else {
        throw ValidationError(
          "\(option) knows no rule, group or beginning of an id '\(word)'; see aktsam rules")
      }
      return Sited(selector, .option(option))
    }
  }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmingBlanks: String {
    String(
      drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
