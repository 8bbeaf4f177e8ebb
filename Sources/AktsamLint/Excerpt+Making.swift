import AktsamText

extension Excerpt {
  /// How many scalars of a line are shown before a finding and how many in all.
  private static let before = 60
  private static let most = 200
  /// How many bytes before and behind a finding make its line a long one.
  private static let longLine = 4096

  /// Returns the line that a place starts on; nil for a place without bytes.
  static func line(of place: Place, in source: SourceFile, _ lines: LineTable) -> Excerpt? {
    guard let segment = place.segments.first, segment.lowerBound <= source.bytes.count,
      var start = lines.start(ofLine: place.line)
    else { return nil }
    var end = lines.start(ofLine: place.line + 1) ?? source.bytes.count
    while end > start, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    // Of a line that does not end only what stands around the place is looked at.
    let isFarIn = segment.lowerBound - start > longLine
    if isFarIn { start = Self.step(-before, from: segment.lowerBound, in: source.bytes) }
    let goesOn = end - segment.lowerBound > longLine
    if goesOn { end = Self.step(most, from: segment.lowerBound, in: source.bytes) }
    let scalars = Array(String(decoding: source.bytes[start..<end], as: UTF8.self).unicodeScalars)
    let offset = min(isFarIn ? before : max(place.column - 1, 0), scalars.count)
    let length =
      place.endLine == place.line
      ? min(max(place.endColumn - place.column, 1), scalars.count - offset)
      : scalars.count - offset
    var from = 0
    while !isFarIn, from < offset, scalars[from].properties.isWhitespace { from += 1 }
    if scalars.count - from > most, offset - from > before { from = offset - before }
    let upTo = min(scalars.count, from + most)
    // Cutting the bytes is far cheaper than putting scalars together again.
    let first = start + Self.width(scalars[..<from])
    let bytes = source.bytes[first..<first + Self.width(scalars[from..<upTo])]
    return Excerpt(
      line: place.line, text: String(decoding: bytes, as: UTF8.self), start: offset - from,
      length: max(0, min(length, upTo - offset)),
      isCutBefore: isFarIn || scalars[..<from].contains { !$0.properties.isWhitespace },
      isCutAfter: goesOn || upTo < scalars.count)
  }

  /// Returns the offset some scalars further on, or back.
  private static func step(_ count: Int, from offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    for _ in 0..<abs(count) {
      repeat {
        offset += count.signum()
      } while offset > 0 && offset < bytes.count && bytes[offset] & 0xC0 == 0x80
    }
    return min(max(offset, 0), bytes.count)
  }

  private static func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + UTF8.width($1) }
  }
}
