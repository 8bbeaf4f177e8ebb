import Aktsam
import AktsamClauses
import AktsamReading
import AktsamReports
import AktsamText
import ArgumentParser
import Synchronization

/// `aktsam check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check documents against a profile: met, weak, contradicted or not found.",
    discussion: """
      Each file is a subject of its own. A folder or a zip file is one supplier's submission, whose \
      documents are read together. A folder of folders whose own files are the buyer's is a procedure: \
      each folder in it is a submission, and suppliers are held only to what the buyer's documents \
      demand. `submission.xml` and `procedure.xml` in a folder say what they cannot. `-` reads \
      standard input.

      EXAMPLES
        aktsam check response.xml
        aktsam check --profile regions-due-diligence --lang sv bidder-a/
        aktsam check procedure/
        aktsam check --terms contract.xml --together espd.xml answers.xml policy.txt
        aktsam check --format sarif --output report.sarif tenders/*.xml
        aktsam check --format csv --output matrix.csv procedure/
        aktsam check --format html --output report.html procedure/
        find archive -name '*.xml' -print0 | aktsam check --files-from - -0 --format jsonl
        cat policy.txt | aktsam check --role tender -
      """)

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
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Check the files that this list names, too: a path a line, `-` for standard input.",
      valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Flag(
    name: .customShort("0"), help: "Paths of the list end with a zero byte, as find -print0 writes."
  )
  var null = false

  @OptionGroup var input: InputOptions
  @OptionGroup var clauses: LibraryOptions

  @Option(help: "The language of the report.")
  var lang: ReportLanguage = .en

  @Option(help: "The form of the report.")
  var format: ReportForm = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to this file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Let decisions of people in this register go before what is read.", valueName: "file"),
    completion: .file())
  var register: String?

  @Option(help: "Exit with 1 when an outcome is this or worse.")
  var failOn: FailOn = .missing

  @Option(help: "Count requirements of this level or above.")
  var level: LevelArgument = .required

  @Flag(help: "Unite all files into one subject.")
  var together = false

  @Flag(help: "Make each file a subject of its own, those in folders, too.")
  var each = false

  @Flag(help: "Show elements, nearest passages and how each outcome came about.")
  var explain = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many subjects are read at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if inputs.isEmpty, filesFrom == nil {
      throw ValidationError("name at least one file, folder or -")
    }
    if together, each { throw ValidationError("--together and --each exclude each other") }
    if null, filesFrom == nil { throw ValidationError("-0 goes with --files-from") }
    if (inputs + [filesFrom].compactMap { $0 }).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number from 1") }
  }

  func run() async throws {
    let prepared = try CheckPreparation(
      inputs + (try listed()), grouping: together ? .together : each ? .each : .folders, input,
      clauses, lang: lang, register: register)
    let result = try await check(prepared)
    if !result.isComplete || !prepared.isPlanned { throw ExitCode(3) }
    if result.fails { throw ExitCode(1) }
  }

  /// The files that `--files-from` names.
  private func listed() throws -> [String] {
    guard let filesFrom else { return [] }
    let list = FileAccess.read(filesFrom)
    guard let bytes = list.bytes else {
      throw ValidationError("cannot read '\(filesFrom)': \(list.failure ?? "unknown reason")")
    }
    return bytes.split(separator: null ? 0 : 0x0A).map { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.isEmpty }
  }

  /// Checks all subjects and writes the report.
  ///
  /// - Returns: whether every input could be read, and whether an outcome counts as a failure.
  private func check(
    _ prepared: CheckPreparation
  ) async throws -> (isComplete: Bool, fails: Bool) {
    let (plan, checker, header) = (prepared.plan, prepared.checker, prepared.header)
    let levels = Dictionary(
      checker.profile.entries.map { ($0.requirement, $0.level) },
      uniquingKeysWith: { first, _ in first })
    let sink = try ReportSink(output: output)
    let state = Mutex(Collected())
    let progress = Progress(total: plan.subjects.count)
    let isComplete = await BatchRunner(checker, jobs: jobs ?? CheckPreparation.cores).run(
      plan.subjects
    ) { [format] checked in
      var checked = checked
      checked.subject = prepared.known(checked.subject)
      let line = format == .jsonl ? JSONWriter.line(for: checked.subject, header: header) : []
      return Prepared(
        subject: checked.subject, line: line,
        documents: format == .html ? checked.shownDocuments : [])
    } emit: { (prepared: Prepared) in
      let fails = prepared.subject.assessments.contains {
        (levels[$0.requirement] ?? .optional) >= level.level && $0.outcome.rank >= failOn.rank
          && $0.isDemanded
      }
      state.withLock { state in
        state.fails = state.fails || fails
        guard prepared.line.isEmpty else { return }
        state.subjects.append(prepared.subject)
        state.documents.append(prepared.documents)
      }
      sink.write(prepared.line)
      progress.advance(prepared.subject.name)
    }
    progress.finish()
    try prepared.checkRegister()
    let collected = state.withLock { $0 }
    if format != .jsonl {
      sink.write(
        format.bytes(
          Report(header: header, subjects: collected.subjects), documents: collected.documents,
          colour: output == nil && Terminal.usesColour, explain: explain))
    }
    try sink.finish()
    return (isComplete, collected.fails)
  }

  private struct Prepared: Sendable {
    var subject: Report.Subject
    var line: [UInt8]
    var documents: [ReportDocument]
  }

  private struct Collected {
    var subjects: [Report.Subject] = []
    var documents: [[ReportDocument]] = []
    var fails = false
  }
}

extension ReportForm: ExpressibleByArgument {}
