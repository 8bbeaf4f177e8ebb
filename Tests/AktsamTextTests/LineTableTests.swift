import AktsamTestSupport
import AktsamText
import Testing

@Suite struct LineTableTests {
  /// Counts lines and columns one scalar at a time.
  private func naive(_ offset: Int, _ bytes: [UInt8]) -> [Int] {
    var line = 1
    var column = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < offset {
      let byte = bytes[index]
      let isBreak =
        byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
      if isBreak {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    return [line, column]
  }

  @Test(arguments: [
    "", "a", "\n", "a\nb", "a\r\nb", "a\rb\r", "\r\r\n\n", "å\nä€\u{1F600}x\n", "\u{FEFF}å\r\nb",
  ])
  func positionsAreThoseOfANaiveCount(text: String) {
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    for offset in 0...bytes.count {
      let position = table.position(at: offset, in: bytes)
      #expect([position.line, position.column] == naive(offset, bytes), "offset \(offset)")
    }
  }

  @Test func positionsInLongTextsAreThoseOfANaiveCount() {
    var random = SeededRandom(seed: 7)
    let pieces = ["a", "bc", "å", "€", "\u{1F600}", "\n", "\r\n", "\r", " "].map { Array($0.utf8) }
    for _ in 0..<20 {
      var bytes: [UInt8] = []
      while bytes.count < 5000 {
        // Long lines as well as short ones: line breaks are rare in every other text.
        let index = random.below(pieces.count)
        if (5...7).contains(index), random.below(40) != 0 { continue }
        bytes += pieces[index]
      }
      let table = LineTable(bytes)
      for offset in stride(from: 0, through: bytes.count, by: 97) {
        let position = table.position(at: offset, in: bytes)
        #expect([position.line, position.column] == naive(offset, bytes), "offset \(offset)")
      }
    }
  }

  @Test func linesHaveStarts() {
    let table = LineTable(Array("a\r\nb\n".utf8))
    #expect(table.count == 3)
    #expect((0...4).map { table.start(ofLine: $0) } == [nil, 0, 3, 5, nil])
  }

  @Test func offsetsOutsideAreTakenAsTheNearestInside() {
    let bytes = Array("ab\nå".utf8)
    let table = LineTable(bytes)
    #expect(table.position(at: -5, in: bytes) == (1, 1))
    #expect(table.position(at: 99, in: bytes) == (2, 2))
  }

  @Test func linesPast65535() {
    let bytes = Array((String(repeating: "\n", count: 70_000) + "åx").utf8)
    let position = LineTable(bytes).position(at: 70_002, in: bytes)
    #expect(position == (70_001, 2))
  }
}
