import Aktsam
import AktsamLint
import AktsamReports
import ArgumentParser

/// `aktsam rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules of the linter.",
    discussion: """
      EXAMPLES
        aktsam rules
        aktsam rules --format json
        aktsam rules --format markdown > docs/rules.md
        aktsam explain AK1001
      """)

  /// The form of the listing.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Option(help: "The form of the list.")
  var format: Format = .text

  func run() throws {
    let rules = RuleTable.infos.map { LintRuleDescription($0) }
    switch format {
    case .text: Terminal.write(RulePages.listing(rules, json: false))
    case .json: Terminal.write(RulePages.listing(rules, json: true))
    case .markdown: Terminal.write(RulePages.document(rules))
    }
  }
}

/// `aktsam config`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Look at the linter's configuration.",
    subcommands: [ConfigShowCommand.self])
}

/// `aktsam config show`.
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show which settings hold for a file, and where each was set.",
    discussion: """
      EXAMPLES
        aktsam config show
        aktsam config show tender/questionnaire.xml
        aktsam config show --select AK10 questionnaire.xml
      """)

  @Argument(help: "The file; it need not be there.", completion: .file())
  var path = "document.xml"

  @OptionGroup var options: LintOptions

  func run() throws {
    let prepared = try options.preparation()
    Terminal.write(
      ResolvedSettings(
        prepared.configuration, for: prepared.folder.relative(path), command: prepared.settings
      ).text)
  }
}

/// `aktsam baseline`.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Look after the findings that are accepted.",
    subcommands: [BaselinePruneCommand.self])
}

/// `aktsam baseline prune`.
struct BaselinePruneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Take out of a baseline what is found no more.",
    discussion: """
      The files are linted with the same settings as by `aktsam lint`. Entries of files that are not \
      read stay, unless the file is gone.

      EXAMPLES
        aktsam baseline prune known.json tender/
      """)

  @Argument(help: "The baseline.", completion: .file(extensions: ["json"]))
  var baseline: String

  @Argument(help: "Files and folders.", completion: .file())
  var inputs: [String]

  @OptionGroup var options: LintOptions

  func run() async throws {
    let prepared = try options.preparation()
    let (folder, known) = (prepared.folder, try LintCommand.read(baseline))
    var result = await LintService(
      prepared.linter, folder: folder, jobs: CheckPreparation.cores
    ).run(prepared.files(inputs))
    result.run.apply(known)
    let gone = known.entries.filter { !FileAccess.isThere(folder.absolute($0.path)) }
    try LintCommand.write(
      known.pruned(of: result.run.fixed.filter { !gone.contains($0) }).pruned(of: gone),
      to: baseline)
    if !result.run.isComplete { throw ExitCode(3) }
  }
}
