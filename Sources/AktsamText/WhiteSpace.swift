/// Returns the text in one line, with one blank between its words and none around them.
///
/// Nearly all texts stand in one line, with one blank between their words: they are told by their bytes.
package func collapsed(_ text: String) -> String {
  var previous = UInt8(ascii: " ")
  for byte in text.utf8 {
    // What opens the encodings of white space beyond ASCII opens dashes and quotation marks as well.
    let mayBeBlank = byte < 0x20 || [0xC2, 0xE1, 0xE2, 0xE3].contains(byte)
    if mayBeBlank || (byte == 0x20 && previous == 0x20) {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    previous = byte
  }
  return previous == 0x20 && !text.isEmpty
    ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
}
