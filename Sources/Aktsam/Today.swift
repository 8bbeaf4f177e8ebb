internal import AktsamText
internal import FoundationEssentials

/// The day of today. Only the register and the server ask for it.
package enum Today {
  /// The day where the computer is, `yyyy-mm-dd`.
  package static var date: String {
    let parts = Calendar.current.dateComponents([.year, .month, .day], from: Date())
    func digits(_ number: Int?, _ count: Int) -> String {
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))"
  }
}
