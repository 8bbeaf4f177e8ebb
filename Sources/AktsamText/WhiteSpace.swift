/// Returns the text in one line, with one blank between its words and none around them.
///
/// Nearly all texts stand in one line, with one blank between their words: they are told by their bytes.
package func collapsed(_ text: String) -> String {
  var previous = UInt8(ascii: " ")
  for byte in text.utf8 {
    // What opens the encodings of white space beyond ASCII opens dashes and quotation marks as well.
    let mayBeBlank = byte < 0x20 || [0xC2, 0xE1, 0xE2, 0xE3].contains(byte)
    if mayBeBlank || (byte == 0x20 && previous == 0x20) {
      return words(of: text)
    }
    previous = byte
  }
  return previous == 0x20 && !text.isEmpty ? words(of: text) : text
}

/// Returns the text without white space around it.
package func trimmed(_ text: some StringProtocol) -> String {
  let rest = text.drop { $0.isWhitespace }
  guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(rest[...last])
}

/// Returns the words with a blank between them.
///
/// Scalars are looked at: a blank with an accent behind it is one character, and white space.
private func words(of text: String) -> String {
  text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    .map { String($0) }.joined(separator: " ")
}
