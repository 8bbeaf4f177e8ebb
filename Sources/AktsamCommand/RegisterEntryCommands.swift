import Aktsam
import AktsamRegister
import ArgumentParser

/// `aktsam register agree`.
struct RegisterAgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "Enter an action that was agreed on a gap.")

  @Argument(help: "The gap's id.")
  var gap: String

  @Option(help: ArgumentHelp("What is to be done.", valueName: "text"))
  var action: String

  @Option(help: ArgumentHelp("Who does it.", valueName: "name"))
  var owner: String

  @Option(help: ArgumentHelp("By when.", valueName: "yyyy-mm-dd"))
  var due: String

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    let made = try options.with(.existing) { (register) throws(RegisterError) in
      try register.agree(
        action, on: gap, owner: owner, due: due, by: entry.by, on: entry.date)
    }
    Terminal.write("action \(made.id): \(made.text), \(made.owner), due \(made.due)\n")
  }
}

/// `aktsam register postpone`.
struct RegisterPostponeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postpone", abstract: "Move the day by which an action is due.")

  @Argument(help: "The number of the action.")
  var action: Int

  @Option(help: ArgumentHelp("By when now.", valueName: "yyyy-mm-dd"))
  var due: String

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    try options.with(.existing) { (register) throws(RegisterError) in
      try register.postpone(
        action: action, to: due, reason: reason, by: entry.by, on: entry.date)
    }
    Terminal.write("action \(action): due \(due)\n")
  }
}

/// `aktsam register settle`.
struct RegisterSettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Enter that an action is done; the gap stays until it is closed.")

  @Argument(help: "The number of the action.")
  var action: Int

  @Option(help: ArgumentHelp("What shows it.", valueName: "text"))
  var note: String

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    try options.with(.existing) { (register) throws(RegisterError) in
      try register.settle(action: action, note: note, by: entry.by, on: entry.date)
    }
    Terminal.write("action \(action): done\n")
  }
}

/// `aktsam register override`.
struct RegisterOverrideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override",
    abstract: "Say that an outcome is another; what aktsam read stays visible beside it.")

  @Argument(help: "The requirement and the supplier, as gri-mechanism@example-ab.")
  var gap: String

  @Argument(help: "The outcome: met, weak, contradicted, missing or not-applicable.")
  var outcome: RegisterOutcome

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    let made = try options.with(.existing) { (register) throws(RegisterError) in
      try register.override(
        gap, outcome: outcome, reason: reason, by: entry.by, on: entry.date)
    }
    Terminal.write(RegisterText.line(made))
  }
}

extension RegisterOutcome: ExpressibleByArgument {}

/// `aktsam register close`.
struct RegisterCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a gap: a person takes it for dealt with.")

  @Argument(help: "The gap's id.")
  var gap: String

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    let made = try options.with(.existing) { (register) throws(RegisterError) in
      try register.close(gap, reason: reason, by: entry.by, on: entry.date)
    }
    Terminal.write(RegisterText.line(made))
  }
}

/// `aktsam register reopen`.
struct RegisterReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open a closed gap again.")

  @Argument(help: "The gap's id.")
  var gap: String

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    let made = try options.with(.existing) { (register) throws(RegisterError) in
      try register.reopen(gap, reason: reason, by: entry.by, on: entry.date)
    }
    Terminal.write(RegisterText.line(made))
  }
}

/// `aktsam register note`.
struct RegisterNoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Enter a note on a gap or a supplier.")

  @Argument(help: "The gap's id, or the supplier's name or number.")
  var name: String

  @Argument(help: "The note.")
  var text: String

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    try options.with(.existing) { (register) throws(RegisterError) in
      try register.note(text, on: name, by: entry.by, on: entry.date)
    }
    Terminal.write("noted on \(name)\n")
  }
}
