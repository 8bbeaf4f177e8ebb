import Aktsam
import AktsamLint
import AktsamReports
import AktsamText
import ArgumentParser

/// `aktsam lint`.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find faults in questionnaires, responses, contract documents and clause libraries.",
    discussion: """
      A folder stands for the documents below it. Files of one run know of each other: a response is \
      held against its questionnaire, a contract against the questionnaire that goes with it. A folder \
      with a `library.xml` is a clause library. `.aktsam.yml`, found in the current folder or above it, \
      sets profile, rules, severities and suppressions; `aktsam rules` lists the rules.

      EXAMPLES
        aktsam lint questionnaire.xml contract.xml
        aktsam lint --format sarif=lint.sarif --format github tender/
        aktsam lint --write-baseline known.json tender/
        aktsam lint --baseline known.json --statistics tender/
        aktsam lint --fix --select AK10 questionnaire.xml
        aktsam lint --changed-since origin/main .
        aktsam lint --stdin-filename terms.md - < terms.md

      EXIT CODES
        0  nothing at or above --fail-on
        1  findings at or above --fail-on, or changes with --diff
        2  wrong use, a faulty configuration or baseline
        3  an input could not be read (goes before 1)
      """)

  /// From which severity on the command fails.
  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var inputs: [String]

  @OptionGroup var options: LintOptions

  @Option(
    help: ArgumentHelp(
      "A form of the report, to standard output or to a file; may be repeated. Forms: "
        + LintFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "form[=file]"),
    completion: .list(LintFormat.allCases.map(\.rawValue)))
  var format: [String] = []

  @Flag(help: "Show how often each rule found something.")
  var statistics = false

  @Option(
    help: ArgumentHelp("Report only what is not in this baseline.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write everything that is found into a new baseline.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var writeBaseline: String?

  @Flag(help: "Put safe fixes into the files, then report what is left.")
  var fix = false

  @Flag(help: "Take fixes, too, that may change what a document says.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change, and change nothing.")
  var diff = false

  @Flag(help: "Report, too, what comments in the files themselves silence.")
  var noSuppressions = false

  @Option(
    help: ArgumentHelp(
      "Check only files that changed since this revision of git, or are new.", valueName: "rev"))
  var changedSince: String?

  @Option(
    help: ArgumentHelp("The path that standard input is to have.", valueName: "path"))
  var stdinFilename: String?

  @Option(help: "Exit with 1 when a finding is this serious or more.")
  var failOn: FailOn = .warning

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many documents are checked at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("name at least one file, folder or -") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number from 1") }
    if stdinFilename != nil, !inputs.contains("-") {
      throw ValidationError("--stdin-filename goes with -")
    }
    if inputs.contains("-"), fix || diff {
      throw ValidationError("--fix and --diff need files: standard input cannot be written to")
    }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("--baseline and --write-baseline exclude each other")
    }
    _ = try outputs()
  }

  func run() async throws {
    let prepared = try options.preparation()
    let known = try baseline.map { try Self.read($0) }
    let outputs = try outputs()
    let files = prepared.files(inputs, changed: try changed())
    if files.documents.isEmpty, files.libraries.isEmpty, changedSince == nil {
      throw ValidationError("there is no document in \(inputs.joined(separator: ", "))")
    }
    let progress = Progress(total: files.documents.count)
    let service = LintService(
      prepared.linter, folder: prepared.folder, jobs: jobs ?? CheckPreparation.cores
    ) { progress.advance($0) }
    if fix || diff {
      let changes = await service.fixes(files, unsafe: unsafeFixes)
      progress.finish()
      if diff { try show(changes) }
      try write(changes)
    }
    var result = await service.run(files, standardInput: standardInput())
    progress.finish()
    if noSuppressions { result.run.reportSuppressed() }
    if let writeBaseline {
      try Self.write(Baseline(of: result.run.findings + result.run.known), to: writeBaseline)
      return
    }
    if let known { result.run.apply(known) }
    try report(
      result, outputs,
      asOf: prepared.settings.asOf?.value ?? prepared.configuration.settings.asOf?.value)
    if !result.run.isComplete { throw ExitCode(3) }
    if let severity = failOn.severity, !result.run.findings(from: severity).isEmpty {
      throw ExitCode(1)
    }
  }

  // MARK: - Inputs

  /// The absolute paths that git says have changed; nil = not asked.
  private func changed() throws -> Set<String>? {
    guard let changedSince else { return nil }
    do {
      return try GitChanges.paths(since: changedSince)
    } catch {
      throw ValidationError("--changed-since: \(error)")
    }
  }

  private func standardInput() -> InputFile? {
    guard inputs.contains("-"), let stdinFilename else { return nil }
    var file = FileAccess.read("-")
    file.path = stdinFilename
    return file
  }

  // MARK: - Outputs

  /// A form of the report and where it goes.
  private struct Output {
    var format: LintFormat
    var file: String?
  }

  private func outputs() throws -> [Output] {
    let all = try (format.isEmpty ? ["text"] : format).map { text -> Output in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let format = LintFormat(rawValue: String(parts[0])) else {
        let known = LintFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--format knows no form '\(parts[0])'; there are: \(known)")
      }
      if parts.count == 2, parts[1].isEmpty {
        throw ValidationError("--format \(text) names no file")
      }
      return Output(format: format, file: parts.count == 2 ? String(parts[1]) : nil)
    }
    guard all.count(where: { $0.file == nil }) <= 1 else {
      throw ValidationError(
        "only one form can go to standard output: name files, as --format sarif=lint.sarif")
    }
    return all
  }

  private func report(
    _ result: LintService.Result, _ outputs: [Output], asOf: String?
  ) throws {
    let report = LintReport(result, baseline: baseline, asOf: asOf)
    for output in outputs {
      let text = LintTextOptions(
        colour: output.file == nil && Terminal.usesColour, showsStatistics: statistics)
      let sink = try ReportSink(output: output.file)
      sink.write(report.bytes(output.format, text: text))
      try sink.finish()
    }
  }

  // MARK: - Baseline

  static func read(_ path: String) throws -> Baseline {
    let file = FileAccess.read(path)
    guard let bytes = file.bytes else {
      throw ValidationError("cannot read '\(path)': \(file.failure ?? "unknown reason")")
    }
    let (baseline, problems) = Baseline.read(bytes, path: path)
    guard problems.isEmpty else {
      for problem in problems { Terminal.error("error: \(problem)") }
      throw ExitCode(2)
    }
    return baseline
  }

  static func write(_ baseline: Baseline, to path: String) throws {
    let sink = try ReportSink(output: path)
    sink.write(baseline.bytes)
    try sink.finish()
    let count = baseline.entries.reduce(0) { $0 + $1.count }
    Terminal.error("\(count) findings in \(path)")
  }

  // MARK: - Fixes

  /// Shows the changes and ends the command: with 1 when there are any.
  private func show(_ changes: [LintService.Change]) throws {
    for change in changes {
      Terminal.write(UnifiedDiff.text(old: change.old, new: change.new, path: change.path))
    }
    throw ExitCode(changes.isEmpty ? 0 : 1)
  }

  private func write(_ changes: [LintService.Change]) throws {
    for change in changes {
      do {
        try FileAccess.write(change.new, to: change.path)
      } catch {
        Terminal.error("aktsam: cannot write '\(change.path)': \(describe(error))")
        throw ExitCode(2)
      }
      Terminal.error("fixed \(change.fixed) in \(change.path)")
      if change.wasTakenBack {
        Terminal.error("\(change.path): a fix was taken back: less could be read after it")
      }
    }
  }
}
