import Aktsam
import AktsamRegister
import AktsamReports
import ArgumentParser

/// `aktsam register`.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Follow suppliers up from round to round: gaps, actions, decisions.",
    discussion: """
      The register is one SQLite file on your computer. A gap is the same from round to round: a \
      supplier, a procedure and a requirement make one. Its history is only ever added to; what a \
      person decides against the tool needs a name and a reason, and both outcomes stay visible.

      EXAMPLES
        aktsam register add --profile regions-due-diligence procedure/
        aktsam register list --supplier "Example AB"
        aktsam register agree gri-mechanism@example-ab --action "Translate the channel" \\
          --owner "K. Berg" --due 2027-02-01 --by "A. Lind"
        aktsam register due --before 2027-03-01
        aktsam register close gri-mechanism@example-ab --reason "seen on site" --by "A. Lind"
        aktsam register verify
      """,
    subcommands: [
      RegisterAddCommand.self, RegisterListCommand.self, RegisterShowCommand.self,
      RegisterDueCommand.self, RegisterAgreeCommand.self, RegisterPostponeCommand.self,
      RegisterSettleCommand.self, RegisterOverrideCommand.self, RegisterCloseCommand.self,
      RegisterReopenCommand.self, RegisterNoteCommand.self, RegisterHistoryCommand.self,
      RegisterExportCommand.self, RegisterVerifyCommand.self, RegisterBackupCommand.self,
      RegisterRestoreCommand.self,
    ])
}

/// `aktsam register add`.
struct RegisterAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enter a round: check documents, or take a saved report.",
    discussion: """
      Each supplier is entered by itself, and named when it is on the disk. Entering the same round \
      twice adds nothing.

      EXAMPLES
        aktsam register add --profile regions-due-diligence bidder-a/
        aktsam register add --on 2026-11-24 report.json
      """)

  @Argument(help: "Files and folders, or a report of check --format json.", completion: .file())
  var inputs: [String]

  @OptionGroup var options: RegisterOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var clauses: LibraryOptions

  @Option(help: ArgumentHelp("The day of the round; today without it.", valueName: "yyyy-mm-dd"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "The number that tells a single supplier from others of its name.", valueName: "number"))
  var identifier = ""

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("name at least one file or folder") }
    if let on { try Today.check(on, "--on") }
  }

  func run() async throws {
    var isComplete = true
    let report: Report
    if SavedReportFile.isMeant(by: inputs) {
      report = try SavedReportFile.read(inputs[0]).report(
        library: try clauses.load(withLexicons: false))
    } else {
      let prepared = try CheckPreparation(
        inputs, grouping: .folders, input, clauses, lang: .en)
      (report, isComplete) = await prepared.report()
    }
    if !identifier.isEmpty, report.subjects.count > 1 {
      throw ValidationError("--identifier is for a single supplier")
    }
    let date = on ?? report.header.asOf ?? Today.date
    try options.with(.create) { (register) throws(RegisterError) in
      for subject in report.subjects {
        let round = RegisterRound(
          subject, header: report.header, identifier: identifier, date: date)
        do throws(RegisterError) {
          Terminal.write(RegisterText.added(try register.add(round)))
        } catch {
          guard case .alreadyAdded(let number) = error else { throw error }
          Terminal.write("kept \(number): \(round.supplier), the same round\n")
        }
      }
    }
    if !isComplete { throw ExitCode(3) }
  }
}

/// `aktsam register list`.
struct RegisterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List gaps, the most serious first.")

  @OptionGroup var options: RegisterOptions

  @Option(help: ArgumentHelp("Of this supplier.", valueName: "name"))
  var supplier: String?

  @Option(help: ArgumentHelp("Of this procedure.", valueName: "id"))
  var procedure: String?

  @Option(help: ArgumentHelp("With an open action of this person.", valueName: "name"))
  var owner: String?

  @Option(help: ArgumentHelp("In this state: open, agreed, closed, reopened.", valueName: "state"))
  var state: [RegisterGap.State] = []

  @Flag(help: "Those that nobody wants, too: closed ones.")
  var all = false

  @Flag(help: "Only those where a person overruled the tool.")
  var overridden = false

  @Option(help: "The form of the list.")
  var format: ListingFormat = .text

  func run() throws {
    var filter = all ? RegisterFilter() : .notClosed
    if !state.isEmpty { filter.states = Set(state) }
    filter.supplier = supplier
    filter.procedure = procedure
    filter.owner = owner
    filter.isOverridden = overridden
    let gaps = try options.with(.existing) { (register) throws(RegisterError) in
      try register.list(filter)
    }
    Terminal.write(RegisterText.gaps(gaps, json: format == .json))
  }
}

extension RegisterGap.State: ExpressibleByArgument {}

/// `aktsam register show`.
struct RegisterShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all that is known about a gap or a supplier.")

  @Argument(help: "The gap's id, or the supplier's name or number.")
  var name: String

  @OptionGroup var options: RegisterOptions

  @Option(help: "The form of the page.")
  var format: ListingFormat = .text

  func run() throws {
    let record = try options.with(.existing) { (register) throws(RegisterError) in
      try register.show(name)
    }
    Terminal.write(RegisterText.record(record, json: format == .json))
  }
}

/// `aktsam register due`.
struct RegisterDueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List open actions that are due, the first first.")

  @OptionGroup var options: RegisterOptions

  @Option(help: ArgumentHelp("Due before this day; today without it.", valueName: "yyyy-mm-dd"))
  var before: String?

  @Option(help: "The form of the list.")
  var format: ListingFormat = .text

  func validate() throws {
    if let before { try Today.check(before, "--before") }
  }

  func run() throws {
    let gaps = try options.with(.existing) { (register) throws(RegisterError) in
      try register.due(before: before ?? Today.date)
    }
    Terminal.write(RegisterText.gaps(gaps, json: format == .json))
  }
}

/// `aktsam register history`.
struct RegisterHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show what happened, in the order in which it was entered.")

  @Argument(help: "The gap's id, or the supplier's name or number; all without it.")
  var name: String?

  @OptionGroup var options: RegisterOptions

  @Option(help: "The form of the list.")
  var format: ListingFormat = .text

  func run() throws {
    let events = try options.with(.existing) { (register) throws(RegisterError) in
      try register.history(of: name)
    }
    Terminal.write(RegisterText.events(events, json: format == .json))
  }
}

/// `aktsam register export`.
struct RegisterExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything that the register holds as JSON.")

  @OptionGroup var options: RegisterOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let tables = try options.with(.existing) { (register) throws(RegisterError) in
      try register.export()
    }
    let sink = try ReportSink(output: output)
    sink.write(RegisterText.export(tables))
    try sink.finish()
  }
}

/// `aktsam register verify`.
struct RegisterVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the register, and whether the files that were read are still the same.",
    discussion: """
      Exit code 1 when something is wrong. Files are looked for where they were when they were read: \
      start the command in the same folder.
      """)

  @OptionGroup var options: RegisterOptions

  @Flag(help: "Leave the files alone.")
  var noFiles = false

  func run() throws {
    let files = RegisterFiles()
    let problems = try options.with(.existing) { (register) throws(RegisterError) in
      try register.verify(hashOf: noFiles ? nil : { files.hash(of: $0, part: $1) })
    }
    for problem in problems { Terminal.write("\(problem)\n") }
    guard problems.isEmpty else { throw ExitCode(1) }
    Terminal.write("nothing is wrong\n")
  }
}

/// `aktsam register backup`.
struct RegisterBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the register to a new file, also while others write.")

  @Argument(help: "The file to make.", completion: .file())
  var copy: String

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try options.with(.existing) { (register) throws(RegisterError) in
      try register.backup(to: copy)
    }
    Terminal.write("copied \(options.register) to \(copy)\n")
  }
}

/// `aktsam register restore`.
struct RegisterRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the register; the former one is kept beside.")

  @Argument(help: "The backup.", completion: .file())
  var copy: String

  @OptionGroup var options: RegisterOptions

  func run() throws {
    let former: String?
    do {
      former = try Register.restore(from: copy, to: options.register)
    } catch {
      throw ValidationError("\(error)")
    }
    Terminal.write("restored \(options.register) from \(copy)\n")
    if let former { Terminal.write("the former register is kept as \(former)\n") }
  }
}
