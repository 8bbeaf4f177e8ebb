import Aktsam
import AktsamClauses
import AktsamReports
import ArgumentParser

/// `aktsam clauses evaluate`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure the reading against labelled passages.",
    discussion: """
      A gold file holds one JSON object a line: id, language, role, question, text, labels. \
      Passages labelled only with requirements that the library lacks are left out.

      EXAMPLES
        aktsam clauses evaluate gold/en.jsonl gold/sv.jsonl
        aktsam clauses evaluate --format json gold/nb.jsonl
        aktsam clauses evaluate --only unsealed --errors gold/en.jsonl
      """)

  @Argument(help: "Gold files.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @OptionGroup var clauses: LibraryOptions

  @Flag(help: "List every passage that was read otherwise than labelled.")
  var errors = false

  @Option(
    help: ArgumentHelp(
      "Only the third of the passages that is sealed by a hash of their ids, or the others.",
      discussion: "Of the sealed ones only totals are shown, so that nothing is tuned to them."))
  var only: Part?

  @Option(help: "The form of the listing.")
  var format: ListingFormat = .text

  /// A part of the passages.
  enum Part: String, ExpressibleByArgument, CaseIterable {
    case sealed, unsealed
  }

  func validate() throws {
    if errors, only != .unsealed {
      throw ValidationError("--errors goes with --only unsealed: the sealed third is not looked at")
    }
  }

  func run() throws {
    let library = try clauses.load()
    let profile = try clauses.defaultProfile(of: library)
    var (passages, isComplete) = GoldFiles.read(files)
    if let only { passages.removeAll { Evaluator.isSealed($0) != (only == .sealed) } }
    guard !passages.isEmpty else {
      throw ValidationError("there is no passage in \(files.joined(separator: ", "))")
    }
    let evaluator = Evaluator(library, parameters: profile.parameters)
    let (evaluated, leftOut) = evaluator.evaluate(passages)
    let report = EvaluationReport(evaluated, leftOut: leftOut)
    Terminal.write(
      format == .json
        ? report.json(errors: only != .sealed) : Array(report.text(errors: errors).utf8))
    if !isComplete { throw ExitCode(3) }
  }
}
