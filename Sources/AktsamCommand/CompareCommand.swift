import Aktsam
import AktsamReports
import ArgumentParser

/// `aktsam compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two saved reports: what is worse, new, improved, closed, unchanged.",
    discussion: """
      Takes reports that `aktsam check --format json` wrote: of two rounds, or of two suppliers. \
      Suppliers belong together by their names.

      EXAMPLES
        aktsam check --format json --output may.json bidder-a/
        aktsam check --format json --output november.json bidder-a/
        aktsam compare may.json november.json
        aktsam compare --format docx --lang sv --output moved.docx may.json november.json

      EXIT CODES
        0  nothing got worse
        1  something got worse
        2  wrong use, or a file that is no report
      """)

  @Argument(help: "The earlier report.", completion: .file(extensions: ["json"]))
  var old: String

  @Argument(help: "The later report.", completion: .file(extensions: ["json"]))
  var new: String

  @OptionGroup var clauses: LibraryOptions

  @Option(help: "The language of the comparison.")
  var lang: ReportLanguage = .en

  @Option(help: "The form of the comparison.")
  var format: ComparisonFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the comparison to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if old == "-", new == "-" {
      throw ValidationError("standard input (-) can be read once only")
    }
    if format.isBinary, output == nil {
      throw ValidationError("--format \(format.rawValue) wants --output: it is no text")
    }
  }

  func run() throws {
    let library = try clauses.load(withLexicons: false)
    let comparison = Comparison(
      from: try SavedReportFile.read(old), to: try SavedReportFile.read(new), library: library,
      language: lang.rawValue, toolVersion: toolVersion)
    let bytes: [UInt8]
    do {
      bytes = try comparison.bytes(format, colour: output == nil && Terminal.usesColour)
    } catch {
      Terminal.error("aktsam: cannot write the comparison: \(describe(error))")
      throw ExitCode(2)
    }
    let sink = try ReportSink(output: output)
    sink.write(bytes)
    try sink.finish()
    if comparison.hasWorse { throw ExitCode(1) }
  }
}

extension ComparisonFormat: ExpressibleByArgument {}

/// A report that was saved as JSON.
enum SavedReportFile {
  /// Reads a report, or ends the command with exit code 2 and what is wrong with the file.
  static func read(_ path: String) throws -> SavedReport {
    let file = FileAccess.read(path)
    guard let bytes = file.bytes else {
      throw ValidationError("cannot read '\(path)': \(file.failure ?? "unknown reason")")
    }
    do {
      return try ReportJSON.read(bytes)
    } catch {
      throw ValidationError("'\(path)': \(error)")
    }
  }

  /// Whether the only input is a saved report.
  static func isMeant(by inputs: [String]) -> Bool {
    inputs.count == 1 && inputs[0].lowercased().hasSuffix(".json")
  }
}
