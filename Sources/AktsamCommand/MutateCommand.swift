import Aktsam
import AktsamClauses
import AktsamReports
import ArgumentParser

/// `aktsam clauses mutate`.
struct MutateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Change firm passages by rule and see whether the reading notices.",
    discussion: """
      Takes every example of the library that is met, and every passage of the gold files whose \
      label is. Weakens each by rule ("shall" becomes "may", the deadline goes, "where possible" \
      comes in), which must give the weakness that the rule stands for; and rewrites each without \
      changing what it says, which must change nothing.

      EXAMPLES
        aktsam clauses mutate
        aktsam clauses mutate --errors gold/sv.jsonl
        aktsam clauses mutate --format json
      """)

  @Argument(help: "Gold files besides the examples.", completion: .file(extensions: ["jsonl"]))
  var files: [String] = []

  @OptionGroup var clauses: LibraryOptions

  @Flag(help: "List every changed passage that was read otherwise than expected.")
  var errors = false

  @Option(help: "The form of the listing.")
  var format: ListingFormat = .text

  func run() throws {
    let library = try clauses.load(withExamples: true)
    let runner = MutationRunner(library, profile: try clauses.defaultProfile(of: library))
    let (passages, isComplete) = GoldFiles.read(files)
    let (mutants, leftOut) = runner.run(runner.examples + passages)
    let report = MutationReport(mutants, leftOut: leftOut)
    Terminal.write(
      format == .json ? report.json(errors: errors) : Array(report.text(errors: errors).utf8))
    if !isComplete { throw ExitCode(3) }
  }
}
