import Aktsam
import AktsamClauses
import AktsamReading
import AktsamReports
import AktsamText
import ArgumentParser
import FoundationEssentials
import Synchronization

/// `aktsam check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check documents against a profile: met, weak, contradicted or not found.",
    discussion: """
      Each file is a subject of its own; a folder stands for all files below it; --together \
      unites all files into one subject. `-` reads standard input.

      EXAMPLES
        aktsam check response.xml
        aktsam check --profile regions-due-diligence --lang sv responses/
        aktsam check --together espd.xml answers.xml policy.txt
        aktsam check --format sarif --output report.sarif tenders/
        cat policy.txt | aktsam check --role tender -
      """)

  /// The form of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, sarif
  }

  /// From which outcome on the command fails.
  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case contradicted, missing, weak, never

    var rank: Int {
      switch self {
      case .contradicted: Outcome.contradicted.rank
      case .missing: Outcome.missing.rank
      case .weak: Outcome.weak.rank
      case .never: Int.max
      }
    }
  }

  /// From which level on a requirement counts.
  enum LevelArgument: String, ExpressibleByArgument, CaseIterable {
    case required, expected, optional

    var level: Profile.Level { Profile.Level(rawValue: rawValue) ?? .required }
  }

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var inputs: [String]

  @OptionGroup var input: InputOptions
  @OptionGroup var clauses: LibraryOptions

  @Option(help: "The language of the report.")
  var lang: ReportLanguage = .en

  @Option(help: "The form of the report.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to this file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(help: "Exit with 1 when an outcome is this or worse.")
  var failOn: FailOn = .missing

  @Option(help: "Count requirements of this level or above.")
  var level: LevelArgument = .required

  @Flag(help: "Unite all files into one subject.")
  var together = false

  @Flag(help: "Show elements, nearest passages and how each outcome came about.")
  var explain = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many subjects are read at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("name at least one file, folder or -") }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number from 1") }
  }

  func run() async throws {
    let library = try clauses.load(withLexicons: false)
    let profile = try input.profile(in: library)
    let header = Report.Header(
      toolVersion: toolVersion, library: library, profile: profile, language: lang.rawValue,
      asOf: input.asOf)
    let files = FileAccess.expand(inputs)
    guard !files.isEmpty else {
      throw ValidationError("there is no file in \(inputs.joined(separator: ", "))")
    }
    let subjects =
      together
      ? [(name: inputs[0], files: files)] : files.map { (name: $0, files: [$0]) }
    let checker = Checker(
      library, profile: profile, options: try input.checkOptions(), lexicon: clauses.lexicon)
    let levels = Dictionary(
      profile.entries.map { ($0.requirement, $0.level) }, uniquingKeysWith: { first, _ in first })
    let state = Mutex(Collected())
    let streams = format == .jsonl && output == nil
    let progress = Progress(total: subjects.count)
    let isComplete = await BatchRunner(checker, jobs: jobs ?? Self.cores).run(subjects) {
      subject in
      let fails = subject.assessments.contains {
        (levels[$0.requirement] ?? .optional) >= level.level && $0.outcome.rank >= failOn.rank
      }
      state.withLock { state in
        state.fails = state.fails || fails
        if streams {
          Terminal.write(JSONWriter.line(for: subject, header: header))
        } else {
          state.subjects.append(subject)
        }
      }
      progress.advance(subject.name)
    }
    progress.finish()
    let collected = state.withLock { $0 }
    if !streams {
      try deliver(Report(header: header, subjects: collected.subjects))
    }
    if !isComplete { throw ExitCode(3) }
    if collected.fails { throw ExitCode(1) }
  }

  private struct Collected {
    var subjects: [Report.Subject] = []
    var fails = false
  }

  private static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

  private func deliver(_ report: Report) throws {
    let bytes: [UInt8] =
      switch format {
      case .text:
        Array(
          TextWriter.report(
            report, colour: output == nil && Terminal.usesColour, explain: explain
          ).utf8)
      case .json: JSONWriter.report(report)
      case .jsonl:
        report.subjects.flatMap { JSONWriter.line(for: $0, header: report.header) }
      case .sarif: SARIFWriter.report(report)
      }
    guard let output else {
      Terminal.write(bytes)
      return
    }
    do {
      try FileAccess.write(bytes, to: output)
    } catch {
      Terminal.error("aktsam: cannot write '\(output)': \(describe(error))")
      throw ExitCode(2)
    }
  }
}
