import AktsamText

/// Reads what stands in one comment: `ignore AK1001 long-question reason="…" until="2027-01-31"`.
struct SuppressionSyntax {
  private let source: SourceFile
  private let lines: LineTable
  private let element: String
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var index: Int

  /// Creates a reader of the bytes behind the word `aktsam`; the comment stands in an element with a
  /// path, if any.
  init(_ source: SourceFile, _ lines: LineTable, element: String, _ range: Range<Int>) {
    self.source = source
    self.lines = lines
    self.element = element
    bytes = source.bytes
    self.range = range.clamped(to: 0..<source.bytes.count)
    index = self.range.lowerBound
  }

  /// Returns the suppression.
  ///
  /// - Parameters:
  ///   - whole: the bytes of the comment.
  ///   - following: what comes after it, nil for nothing.
  /// - Returns: the suppression, with what is wrong with it.
  consuming func suppression(
    at whole: Range<Int>, following: Range<Int>?
  ) -> Suppression {
    var result = Suppression(
      rules: [], reason: "", scope: .nothing,
      place: place(whole), removal: line(of: whole))
    switch word().text {
    case "ignore": result.scope = following.map { .range($0) } ?? .nothing
    case "ignore-file": result.scope = .file
    case let other:
      result.fault = SuppressionMessages.unknownVerb(
        other, near: nearest(to: other, among: ["ignore", "ignore-file"]))
      return result
    }
    while let next = item() {
      switch next.value {
      case nil: result.rules.append(.init(next.name, place: place(next.range)))
      case .some(let value):
        switch next.name {
        case "reason":
          // Marks alone, as an editor puts them where a reason is to be written, say nothing.
          result.reason =
            value.contains { $0.isLetter || $0.isNumber }
            ? collapsed(value) : ""
        case "until":
          result.until = value
          if !CalendarDay.isDay(value) { result.fault = ConfigurationMessages.notADate(value) }
        default: result.fault = SuppressionMessages.unknownPart(next.name)
        }
      }
    }
    if result.fault == nil, result.rules.isEmpty { result.fault = SuppressionMessages.noRules }
    if result.fault == nil, result.scope == .nothing {
      result.fault = SuppressionMessages.nothingFollows
    }
    return result
  }

  private func place(_ range: Range<Int>) -> Place {
    Place(in: source, segments: [range], lines: lines, element: element)
  }

  /// Takes the next word: letters up to a blank, a comma or an equals sign.
  private mutating func word() -> (text: String, range: Range<Int>) {
    while index < range.upperBound, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",") {
      index += 1
    }
    let start = index
    while index < range.upperBound, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ","),
      bytes[index] != UInt8(ascii: "=")
    {
      index += 1
    }
    return (String(decoding: bytes[start..<index], as: UTF8.self), start..<index)
  }

  /// Takes the next rule, or the next name with a value; nil at the end.
  private mutating func item() -> (name: String, value: String?, range: Range<Int>)? {
    let (name, range) = word()
    guard index < self.range.upperBound, bytes[index] == UInt8(ascii: "=") else {
      return name.isEmpty ? nil : (name, nil, range)
    }
    index += 1
    guard index < self.range.upperBound,
      bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
    else { return (name, word().text, range) }
    let quote = bytes[index]
    let start = index + 1
    index = start
    while index < self.range.upperBound, bytes[index] != quote { index += 1 }
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    index = min(index + 1, self.range.upperBound)
    return (name, value, range)
  }

  /// The comment with the rest of its line where nothing else stands on it, else itself.
  private func line(of whole: Range<Int>) -> Range<Int> {
    var start = whole.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = whole.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D {
      end += 1
    }
    let isAlone =
      (start == 0 || bytes[start - 1] == 0x0A) && end < bytes.count && bytes[end] == 0x0A
    return isAlone ? start..<end + 1 : whole
  }
}
