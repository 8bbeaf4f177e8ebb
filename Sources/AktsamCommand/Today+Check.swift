import Aktsam
import AktsamText
import ArgumentParser

extension Today {
  /// Ends the command when a text is no day.
  static func check(_ text: String, _ option: String) throws {
    guard CalendarDay.isDay(text) else {
      throw ValidationError("\(option) wants a date such as 2026-11-24, not '\(text)'")
    }
  }
}
