/// Returns the range without white space at its ends: ASCII white space, no-break space and byte
/// order mark.
///
/// - Parameters:
///   - range: a byte range of `text`; what lies outside is cut off.
///   - text: UTF-8.
/// - Returns: the range, empty when all of it is blank.
func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
  let range = range.clamped(to: 0..<text.count)
  var start = range.lowerBound
  var end = range.upperBound
  while start < end {
    let width = blankWidth(at: start, in: text, end: end)
    if width == 0 { break }
    start += width
  }
  while start < end {
    if text[end - 1] <= 0x20 {
      end -= 1
    } else if end - start >= 2, text[end - 2] == 0xC2, text[end - 1] == 0xA0 {
      end -= 2
    } else {
      break
    }
  }
  return start..<end
}

/// Returns how many bytes the blank at `index` takes, 0 when there is none.
func blankWidth(at index: Int, in text: [UInt8], end: Int) -> Int {
  let byte = text[index]
  if byte <= 0x20 { return 1 }
  if byte == 0xC2, index + 1 < end, text[index + 1] == 0xA0 { return 2 }
  if byte == 0xEF, index + 2 < end, text[index + 1] == 0xBB, text[index + 2] == 0xBF { return 3 }
  return 0
}

/// Returns the value when it has the form of a day, `yyyy-mm-dd`, white space at its ends dropped.
func day(_ value: String?) -> String? {
  guard let value else { return nil }
  let bytes = Array(value.utf8.prefix(64))
  let range = trimmed(0..<bytes.count, in: bytes)
  // A time zone may follow, as in xs:date.
  guard range.count >= 10 else { return nil }
  let day = bytes[range.prefix(10)]
  for (offset, byte) in day.enumerated() {
    let isDash = offset == 4 || offset == 7
    guard isDash ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) else { return nil }
  }
  let text = String(decoding: day, as: UTF8.self)
  guard let month = Int(text.dropFirst(5).prefix(2)), let date = Int(text.suffix(2)),
    (1...12).contains(month), (1...31).contains(date)
  else { return nil }
  return text
}
