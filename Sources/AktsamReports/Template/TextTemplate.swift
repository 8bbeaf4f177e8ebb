/// Cuts a text template into text and tags.
enum TextTemplate {
  /// Returns the pieces of a template.
  ///
  /// A section tag or a comment that has a line to itself takes the line away with it, as the Mustache
  /// specification has it.
  ///
  /// - Throws: ``TemplateFault`` with the line of what is wrong.
  static func pieces(
    _ bytes: [UInt8], form: TemplateForm
  ) throws(TemplateFault) -> [TemplatePiece] {
    guard bytes.count <= TemplateLimits.partBytes else {
      throw TemplateFault("", "it has more than \(TemplateLimits.partBytes >> 20) MiB: shorten it")
    }
    guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
      throw TemplateFault(
        "", "it is neither a Word document (.docx) nor text in UTF-8: save it as one of them")
    }
    var lines = LineCounter(bytes)
    let place: (Int) -> String = { "line \(lines.line(at: $0))" }
    let found = try TagScanner(escapes: form.escapes).tags(in: bytes, place: place)
    _ = try TagScanner.pairs(found.map(\.tag))
    var pieces: [TemplatePiece] = []
    var position = 0
    for tag in found {
      var range = tag.range
      if tag.tag.kind != .variable, let line = ownLine(of: range, in: bytes) { range = line }
      // Two tags of a line have none to themselves, so ranges never meet.
      pieces.append(.text(String(decoding: bytes[position..<range.lowerBound], as: UTF8.self)))
      pieces.append(.tag(tag.tag))
      position = range.upperBound
    }
    pieces.append(.text(String(decoding: bytes[position...], as: UTF8.self)))
    return pieces
  }

  /// Returns the line that holds a tag and blanks only, with its end; nil for any other line.
  private static func ownLine(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var start = range.lowerBound
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
    var end = range.upperBound
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end == bytes.count { return start..<end }
    if bytes[end] == 0x0D, bytes.at(end + 1) == 0x0A { return start..<(end + 2) }
    return bytes[end] == 0x0A ? start..<(end + 1) : nil
  }
}

/// Counts lines while going forwards.
private struct LineCounter {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func line(at offset: Int) -> Int {
    guard offset >= position else {
      return 1 + bytes[..<offset].count { $0 == 0x0A }
    }
    line += bytes[position..<offset].count { $0 == 0x0A }
    position = offset
    return line
  }
}
