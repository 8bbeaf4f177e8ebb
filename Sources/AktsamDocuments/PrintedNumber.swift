/// A clause number or list mark at the start of a paragraph, such as `12.3`, `4.`, `§ 7` or `b)`.
struct PrintedNumber {
  /// How the number is written.
  enum Form {
    /// Several parts: `12.3`, `2.1.4.`.
    case dotted
    /// One part with a mark: `4.`, `(4)`, `4)`, `§ 7`.
    case single
    /// A letter or a Roman numeral with a mark: `b)`, `(iv)`.
    case letter
    /// One part without a mark: `4 Reporting`; a number only in a heading.
    case bare
  }

  /// The number without its marks.
  var number: String
  /// How it is written.
  var form: Form
  /// The byte range of what follows.
  var content: Range<Int>

  /// Finds the number that a range starts with.
  ///
  /// - Parameters:
  ///   - range: a byte range of `text`, trimmed.
  ///   - text: UTF-8.
  init?(_ range: Range<Int>, in text: [UInt8]) {
    let range = range.clamped(to: 0..<text.count)
    var scanner = Scanner(text: text, position: range.lowerBound, end: range.upperBound)
    let hasSign = scanner.skip(0xC2, 0xA7)
    if hasSign { scanner.skipBlanks() }
    let isOpen = !hasSign && scanner.skip(UInt8(ascii: "("))
    let start = scanner.position
    var parts = 0
    if scanner.digits() {
      parts = 1
      while scanner.isDotBeforeDigit, parts < 8 {
        scanner.position += 1
        guard scanner.digits() else { return nil }
        parts += 1
      }
    } else {
      guard scanner.letters() else { return nil }
    }
    let end = scanner.position
    let closes = scanner.skip(UInt8(ascii: ")"))
    let hasMark = closes || (!isOpen && scanner.skip(UInt8(ascii: ".")))
    guard !isOpen || closes else { return nil }
    let blank = scanner.position
    scanner.skipBlanks()
    guard scanner.position > blank, scanner.position < range.upperBound else { return nil }
    let written = String(decoding: text[start..<end], as: UTF8.self)
    number = hasSign ? "§ \(written)" : written
    content = scanner.position..<range.upperBound
    let startsLow = (0x61...0x7A).contains(text[scanner.position])
    switch parts {
    case 0:
      guard hasMark, !hasSign else { return nil }
      form = .letter
    case 1:
      if hasMark || hasSign {
        form = .single
      } else {
        guard !startsLow else { return nil }
        form = .bare
      }
    default:
      // "2.5 million" is an amount, "2.5 The supplier" a clause.
      guard parts > 2 || hasMark || !startsLow else { return nil }
      form = .dotted
    }
  }
}

private struct Scanner {
  let text: [UInt8]
  var position: Int
  let end: Int

  func byte(_ offset: Int = 0) -> UInt8 {
    position + offset < end ? text[position + offset] : 0
  }

  mutating func skip(_ bytes: UInt8...) -> Bool {
    for (offset, expected) in bytes.enumerated() where byte(offset) != expected { return false }
    position += bytes.count
    return true
  }

  mutating func skipBlanks() {
    while position < end {
      let width = blankWidth(at: position, in: text, end: end)
      if width == 0 { return }
      position += width
    }
  }

  /// One to three digits, then at most one letter as in `7b`.
  mutating func digits() -> Bool {
    let start = position
    while position - start < 4, (0x30...0x39).contains(byte()) { position += 1 }
    guard (1...3).contains(position - start) else { return false }
    if (0x61...0x7A).contains(byte()), !isLetter(byte(1)) { position += 1 }
    return true
  }

  var isDotBeforeDigit: Bool {
    byte() == UInt8(ascii: ".") && (0x30...0x39).contains(byte(1))
  }

  /// One small letter, or a small Roman numeral up to `xxxix`.
  mutating func letters() -> Bool {
    let start = position
    while position - start < 6, (0x61...0x7A).contains(byte()) { position += 1 }
    let length = position - start
    guard length >= 1 else { return false }
    return length == 1
      || (length < 6 && text[start..<position].allSatisfy { "ivx".utf8.contains($0) })
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }
}
