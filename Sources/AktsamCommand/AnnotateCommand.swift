import Aktsam
import AktsamReading
import AktsamReports
import AktsamText
import ArgumentParser

/// `aktsam annotate`.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Show every passage with its reading: concepts, force, bearer, scope, time.",
    discussion: """
      EXAMPLES
        aktsam annotate response.xml
        aktsam annotate --format jsonl policy.txt | head -1
      """)

  /// The form of the output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var inputs: [String]

  @OptionGroup var input: InputOptions
  @OptionGroup var clauses: LibraryOptions

  @Option(help: "The form of the output.")
  var format: Format = .text

  func run() throws {
    let library = try clauses.load(withLexicons: false)
    let profile = try input.profile(in: library)
    var options = try input.checkOptions()
    options.annotating = true
    let checker = Checker(
      library, profile: profile, options: options, lexicon: clauses.lexicon)
    let assessor = checker.makeAssessor()
    var isComplete = true
    for path in FileAccess.expand(inputs) {
      let checked = checker.read(FileAccess.read(path), with: assessor)
      isComplete = isComplete && checked.isComplete
      for finding in checked.findings where finding.severity == .error {
        Terminal.error(finding)
      }
      for passage in checked.reading?.passageReadings ?? [] {
        switch format {
        case .jsonl: Terminal.write(AnnotateWriter.line(for: passage))
        case .text:
          Terminal.write(AnnotateWriter.text(for: passage, colour: Terminal.usesColour))
        }
      }
    }
    if !isComplete { throw ExitCode(3) }
  }
}
