import Aktsam
import AktsamRegister
import AktsamReports
import ArgumentParser

/// `aktsam gaps`.
struct GapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "List what is missing and weak, for a dialogue with the supplier.",
    discussion: """
      Reads documents as `aktsam check` does, or a report that it saved as JSON, and writes what a meeting needs: each gap with the \
      supplier's own words, the provision behind it, what a strong answer would contain, what to ask, \
      and room for owner, action, date and status. Of several suppliers each gets a list of its own: \
      --output is then a folder.

      EXAMPLES
        aktsam gaps response.xml
        aktsam gaps --format html --output gaps.html report.json
        aktsam gaps --format docx --output gaps.docx --lang sv --profile regions-due-diligence bidder-a/
        aktsam gaps --format xlsx --output lists/ --terms contract.docx procedure/
        aktsam gaps --format oscal --output plan.poam.json --as-of 2026-11-24 bidder-a/
        aktsam gaps --template our-form.docx --output gaps.docx --lang sv bidder-a/
        aktsam gaps --redact --format html --output gaps.html bidder-a/
      """)

  @Argument(help: "Files, folders, a saved report, or - for standard input.", completion: .file())
  var inputs: [String]

  @OptionGroup var input: InputOptions
  @OptionGroup var clauses: LibraryOptions

  @Option(help: "The language of the list.")
  var lang: ReportLanguage = .en

  @Option(help: "The form of the list (default: markdown).")
  var format: GapFormat?

  @Option(
    help: ArgumentHelp(
      "Fill this Word document, HTML or text file of your own, with Mustache tags.",
      valueName: "file"),
    completion: .file())
  var template: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file; of several suppliers, into this folder.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Show decisions of people and what was agreed, from this register.", valueName: "file"),
    completion: .file())
  var register: String?

  @Flag(help: "Unite all files into one subject.")
  var together = false

  @Flag(help: "Mask names of people and how to reach them, also in quotations.")
  var redact = false

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("name at least one file, folder or -") }
    if template != nil, let format {
      throw ValidationError(
        "--template has a form of its own: leave --format \(format.rawValue) out")
    }
    if template == nil, let format, format.isBinary, output == nil {
      throw ValidationError("--format \(format.rawValue) wants --output: it is no text")
    }
  }

  func run() async throws {
    let form = try form()
    let (report, isComplete) = try await report()
    let lists = GapList.lists(report, redacted: redact)
    if lists.count > 1, output == nil {
      throw ValidationError("--output wants a folder: there are \(lists.count) suppliers")
    }
    var names = FileNames()
    for list in lists {
      let isOwn = lists.count > 1 || output.map { FileAccess.isFolder($0) } ?? false
      let path = output.map {
        isOwn ? "\($0)/\(names.name(for: list.supplier, suffix: form.suffix))" : $0
      }
      try write(list, in: form, to: path, below: isOwn ? output : nil)
    }
    if !isComplete { throw ExitCode(3) }
  }

  /// What the lists are written in.
  private enum Form {
    case format(GapFormat)
    case template(GapTemplate)

    var suffix: String {
      switch self {
      case .format(let format): format.suffix
      case .template(let template): template.suffix
      }
    }

    func bytes(_ list: GapList) throws -> [UInt8] {
      switch self {
      case .format(let format): try list.bytes(format, digest: { sha256Bytes($0) })
      case .template(let template): try template.render(list)
      }
    }
  }

  /// Reads the template, before anything that takes time.
  private func form() throws -> Form {
    guard let template else { return .format(format ?? .markdown) }
    let file = FileAccess.read(template)
    guard let bytes = file.bytes else {
      throw ValidationError("cannot read '\(template)': \(file.failure ?? "no reason given")")
    }
    let read: GapTemplate
    do {
      read = try GapTemplate(bytes: bytes, path: template)
    } catch {
      throw ValidationError("\(error)")
    }
    if read.isBinary, output == nil {
      throw ValidationError("the template '\(template)' wants --output: it is no text")
    }
    return .template(read)
  }

  /// The report that the lists are made of: a saved one, or what is read now.
  private func report() async throws -> (report: Report, isComplete: Bool) {
    guard SavedReportFile.isMeant(by: inputs) else {
      let prepared = try CheckPreparation(
        inputs, grouping: together ? .together : .folders, input, clauses, lang: lang,
        register: register)
      let result = await prepared.report()
      try prepared.checkRegister()
      return result
    }
    let saved = try SavedReportFile.read(inputs[0]).report(
      library: try clauses.load(withLexicons: false), language: lang.rawValue)
    guard let register else { return (saved, true) }
    do {
      return (try saved.with(try Register(path: register, mode: .existing)), true)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private func write(
    _ list: GapList, in form: Form, to path: String?, below folder: String?
  ) throws {
    let bytes: [UInt8]
    do {
      bytes = try form.bytes(list)
      if let folder { try FileAccess.makeFolder(folder) }
    } catch {
      Terminal.error("aktsam: cannot write '\(path ?? folder ?? "-")': \(describe(error))")
      throw ExitCode(2)
    }
    let sink = try ReportSink(output: path)
    sink.write(bytes)
    try sink.finish()
  }
}

extension GapFormat: ExpressibleByArgument {}
