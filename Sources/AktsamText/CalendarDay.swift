/// Days as `yyyy-mm-dd`, which compare as texts.
package enum CalendarDay {
  /// Returns whether a text is a day that exists.
  package static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      (bytes[..<4] + bytes[5..<7] + bytes[8...]).allSatisfy(isDigit),
      let year = Int(text.prefix(4)), let month = Int(text.dropFirst(5).prefix(2)),
      let day = Int(text.suffix(2)), (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }
}
