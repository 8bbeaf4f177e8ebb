import AktsamText

/// A text as an editor holds it, with the way from byte offsets to positions and back.
struct EditedText {
  /// UTF-8.
  private(set) var bytes: [UInt8]
  private let encoding: PositionEncoding
  private var lines: LineTable
  /// How many units stand before each block of bytes; empty where units are bytes. Makes a position cost
  /// the same in a line of 80 bytes and of 80 MB.
  private var unitsBefore: [Int]

  private static let blockSize = 1024

  /// Creates a text.
  init(_ text: String, encoding: PositionEncoding) {
    self.init(Array(text.utf8), encoding: encoding)
  }

  /// Creates a text from UTF-8.
  init(_ bytes: [UInt8], encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    lines = LineTable(bytes)
    unitsBefore = Self.unitsBefore(bytes, encoding)
  }

  /// Puts a text in the place of a range of bytes.
  mutating func replace(_ range: Range<Int>, with text: String) {
    bytes.replaceSubrange(range.clamped(to: 0..<bytes.count), with: text.utf8)
    lines = LineTable(bytes)
    unitsBefore = Self.unitsBefore(bytes, encoding)
  }

  /// Returns the position of a byte offset; one outside is taken as the nearest inside.
  func position(at offset: Int) -> TextPosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(at: offset)
    let start = lines.start(ofLine: line) ?? 0
    return TextPosition(line: line - 1, character: units(before: offset) - units(before: start))
  }

  /// Returns the byte offset of a position: behind the end of a line it is that end, behind the last line
  /// the end of the text, within a scalar the start of it.
  func offset(of position: TextPosition) -> Int {
    guard position.line >= 0 else { return 0 }
    guard let start = lines.start(ofLine: position.line + 1) else { return bytes.count }
    let end = end(ofLine: position.line + 1)
    guard position.character > 0 else { return start }
    guard !unitsBefore.isEmpty else {
      var offset = min(start + min(position.character, end - start), end)
      while offset > start, offset < end, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      return offset
    }
    let (wanted, overflow) = units(before: start).addingReportingOverflow(position.character)
    guard !overflow else { return end }
    // The last block that begins no further on than the position.
    var low = start / Self.blockSize
    var high = min(end / Self.blockSize, unitsBefore.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if unitsBefore[middle] <= wanted { low = middle } else { high = middle - 1 }
    }
    var offset = max(low * Self.blockSize, start)
    while offset > start, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    var count = units(before: offset)
    while offset < end {
      let next = count + encoding.units(of: bytes[offset])
      guard next <= wanted else { break }
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      count = next
    }
    return offset
  }

  /// Returns the byte range of the line that an offset stands in, without its end.
  func line(at offset: Int) -> Range<Int> {
    let line = lines.line(at: min(max(offset, 0), bytes.count))
    let start = lines.start(ofLine: line) ?? 0
    return start..<max(start, end(ofLine: line))
  }

  /// Returns the byte offset of a 1-based line and column, in Unicode scalars; 0 for a line that there is
  /// not.
  func offset(ofLine line: Int, column: Int) -> Int {
    guard var offset = lines.start(ofLine: line) else { return 0 }
    let end = end(ofLine: line)
    var left = column - 1
    while left > 0, offset < end {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// What the first line ends with; a line feed where there is one line.
  var lineEnd: String {
    guard let next = lines.start(ofLine: 2) else { return "\n" }
    let end = end(ofLine: 1)
    return String(decoding: bytes[end..<next], as: UTF8.self)
  }

  /// The byte offset of the end of a 1-based line.
  private func end(ofLine line: Int) -> Int {
    guard let next = lines.start(ofLine: line + 1), next > 0 else { return bytes.count }
    let isPair = next > 1 && bytes[next - 1] == 0x0A && bytes[next - 2] == 0x0D
    return next - (isPair ? 2 : 1)
  }

  private func units(before offset: Int) -> Int {
    guard !unitsBefore.isEmpty else { return offset }
    let block = min(offset / Self.blockSize, unitsBefore.count - 1)
    var count = unitsBefore[block]
    for index in block * Self.blockSize..<offset { count += encoding.units(of: bytes[index]) }
    return count
  }

  private static func unitsBefore(_ bytes: [UInt8], _ encoding: PositionEncoding) -> [Int] {
    guard encoding != .utf8, bytes.contains(where: { $0 >= 0x80 }) else { return [] }
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / blockSize + 1)
    var total = 0
    for index in bytes.indices {
      if index % blockSize == 0 { counts.append(total) }
      total += encoding.units(of: bytes[index])
    }
    return counts
  }
}
