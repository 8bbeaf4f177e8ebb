internal import AktsamText

/// Checks what people type before it gets into the register, and makes short names.
enum RegisterText {
  /// Returns a text without blanks around it.
  ///
  /// - Throws: `RegisterError.invalid` when nothing is left.
  static func required(_ text: String, _ field: String) throws(RegisterError) -> String {
    let trimmed = trimmed(text)
    if trimmed.isEmpty { throw .invalid(field: field, value: text, wanted: "a text") }
    return trimmed
  }

  /// Returns a day.
  ///
  /// - Throws: `RegisterError.invalid` when it is none.
  static func day(_ text: String, _ field: String) throws(RegisterError) -> String {
    if CalendarDay.isDay(text) { return text }
    throw .invalid(field: field, value: text, wanted: "a date such as 2026-11-24")
  }

  /// Returns a requirement's id, which is a part of a gap's id.
  ///
  /// - Throws: `RegisterError.invalid` when it has letters that part such ids.
  static func requirement(_ id: String) throws(RegisterError) -> String {
    let isPlain = id.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0 != "@" && $0 != ":" && $0.value >= 0x20
    }
    if isPlain, !id.isEmpty { return id }
    throw .invalid(field: "requirement", value: id, wanted: "an id such as gri-mechanism")
  }

  /// Returns a text without blanks and control characters around it.
  static func trimmed(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar.value < 0x20
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Returns a name in the form in which names are compared: lower case, one blank between words.
  static func nameKey(_ name: String) -> String {
    collapsed(name.lowercased())
  }

  /// Returns a number in the form in which numbers are compared: `556000-1234` is `5560001234`.
  static func identifierKey(_ identifier: String) -> String {
    identifier.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Returns the slug of a name that none of the others has: the second of a kind ends in `-2`.
  static func slug(_ name: String, besides taken: [String]) -> String {
    let own = AktsamText.slug(name)
    let plain = own.isEmpty ? "x" : own
    // Strings compare by what they say, not by how their accents are stored.
    let taken = Set(taken)
    var slug = plain
    var count = 1
    while taken.contains(slug) {
      count += 1
      slug = "\(plain)-\(count)"
    }
    return slug
  }
}
