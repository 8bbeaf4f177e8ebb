import AktsamText
import ArgumentParser
import FoundationEssentials

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
