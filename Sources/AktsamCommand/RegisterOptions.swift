import Aktsam
import AktsamRegister
import ArgumentParser

/// The register that a command is about.
struct RegisterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The file of the register.", valueName: "file"), completion: .file())
  var register = "aktsam-register.db"

  /// Does something with the register, or ends the command with exit code 2 and the reason.
  func with<Value>(
    _ mode: Register.Mode, _ body: (Register) throws(RegisterError) -> Value
  ) throws -> Value {
    do {
      return try body(try Register(path: register, mode: mode))
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

/// Who enters something, and when.
struct EntryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who enters this.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("The day of the entry; today without it.", valueName: "yyyy-mm-dd"))
  var on: String?

  /// The day of the entry.
  var date: String { on ?? Today.date }

  func validate() throws {
    if let on { try Today.check(on, "--on") }
  }
}
