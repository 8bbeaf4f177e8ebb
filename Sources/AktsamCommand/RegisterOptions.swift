import Aktsam
import AktsamRegister
import AktsamText
import ArgumentParser
import FoundationEssentials

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

/// The day of today. Only the register and the server know it.
enum Today {
  /// The day where the computer is, `yyyy-mm-dd`.
  static var date: String {
    let parts = Calendar.current.dateComponents([.year, .month, .day], from: Date())
    func digits(_ number: Int?, _ count: Int) -> String {
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))"
  }

  /// Ends the command when a text is no day.
  static func check(_ text: String, _ option: String) throws {
    guard CalendarDay.isDay(text) else {
      throw ValidationError("\(option) wants a date such as 2026-11-24, not '\(text)'")
    }
  }
}
