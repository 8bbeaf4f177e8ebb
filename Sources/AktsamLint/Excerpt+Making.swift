import AktsamText

extension Excerpt {
  /// How many scalars of a line are shown before a finding and how many in all.
  private static let before = 60
  private static let most = 200

  /// Returns the line that a place starts on; nil for a place without bytes.
  static func line(of place: Place, in source: SourceFile, _ lines: LineTable) -> Excerpt? {
    guard let first = place.segments.first, first.lowerBound <= source.bytes.count,
      let start = lines.start(ofLine: place.line)
    else { return nil }
    var end = lines.start(ofLine: place.line + 1) ?? source.bytes.count
    while end > start, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    let scalars = Array(String(decoding: source.bytes[start..<end], as: UTF8.self).unicodeScalars)
    let offset = min(max(place.column - 1, 0), scalars.count)
    let length =
      place.endLine == place.line
      ? min(max(place.endColumn - place.column, 1), scalars.count - offset)
      : scalars.count - offset
    var from = 0
    while from < offset, scalars[from].properties.isWhitespace { from += 1 }
    if scalars.count - from > most, offset - from > before { from = offset - before }
    let upTo = min(scalars.count, from + most)
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[from..<upTo])
    return Excerpt(
      line: place.line, text: text, start: offset - from,
      length: max(0, min(length, upTo - offset)),
      isCutBefore: scalars[..<from].contains { !$0.properties.isWhitespace },
      isCutAfter: upTo < scalars.count)
  }
}
