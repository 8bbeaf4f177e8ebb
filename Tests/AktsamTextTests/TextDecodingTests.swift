import AktsamTestSupport
import AktsamText
import Testing

@Suite struct TextDecodingTests {
  private func decode(_ bytes: [UInt8]) -> (source: SourceFile, findings: [Finding]) {
    TextDecoding.decode(bytes, path: "a.xml")
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
  }

  @Test(arguments: ["", "a", "blåbär €\u{1F600}", "\u{FEFF}<a/>", "a\0b"])
  func validUTF8IsKeptByteForByte(text: String) {
    let (source, findings) = decode(Array(text.utf8))
    #expect(source.bytes == Array(text.utf8))
    #expect(source.encoding == "utf-8")
    #expect(findings.isEmpty)
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsFoundByMarkAndByPattern(bigEndian: Bool, marked: Bool) {
    let text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>å€\u{1F600}</a>"
    let stored = utf16((marked ? "\u{FEFF}" : "") + text, bigEndian: bigEndian)
    let (source, findings) = decode(stored)
    #expect(source.bytes == Array(text.utf8))
    #expect(source.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
    #expect(findings.isEmpty)
  }

  @Test(arguments: [true, false])
  func utf32IsFoundByMark(bigEndian: Bool) {
    let stored = "\u{FEFF}<a>å\u{1F600}</a>".unicodeScalars.flatMap { scalar in
      let word = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * $0)) }
      return bigEndian ? word : word.reversed()
    }
    let (source, findings) = decode(stored)
    #expect(source.bytes == Array("<a>å\u{1F600}</a>".utf8))
    #expect(findings.isEmpty)
  }

  @Test(arguments: [
    ("iso-8859-1", [0xE5, 0xE4, 0xF6] as [UInt8], "åäö"),
    ("ISO-8859-15", [0xA4, 0xD8], "€Ø"),
    ("windows-1252", [0x80, 0x93, 0xE6], "€“æ"),
    ("windows-1257", [0xE5], "å"),
    ("iso-8859-4", [0xA2], "ĸ"),
  ])
  func declaredEncodingsAreDecoded(name: String, stored: [UInt8], text: String) {
    let head = "<?xml version='1.0' encoding='\(name)'?><a>"
    let (source, findings) = decode(Array(head.utf8) + stored + Array("</a>".utf8))
    #expect(String(decoding: source.bytes, as: UTF8.self) == head + text + "</a>")
    #expect(source.encoding == name.lowercased())
    #expect(findings.isEmpty)
  }

  /// Converters with a state, and names that only the C library gives a meaning.
  @Test(arguments: [
    "UTF-7", "ISO-2022-CN-EXT", "ISO-2022-JP", "IBM1364", "GB18030", "wchar_t", "char", "internal",
    "iso-8859-1//translit", "latin1,utf-7", "windows-1252\u{E5}", "iso-8859-999",
  ])
  func otherEncodingsAreNotAskedFor(name: String) {
    let text = "<?xml version='1.0' encoding='\(name)'?><a>+ADw-b+AD4-</a>"
    let (source, findings) = decode(Array(text.utf8))
    #expect(String(decoding: source.bytes, as: UTF8.self) == text)
    #expect(source.encoding == "utf-8")
    #expect(findings.map(\.rule) == ["AK0106"])
    #expect(findings.first?.severity == .error)
  }

  @Test(arguments: [
    "iso_8859-1:1987", "latin1", "cp1252", "koi8-r", "macintosh", "cp850", "windows-874",
  ])
  func furtherNamesOfByteEncodingsAreKnown(name: String) {
    let (source, findings) = decode(
      Array("<?xml version='1.0' encoding='\(name)'?><a>x</a>".utf8))
    #expect(source.encoding == name)
    #expect(findings.isEmpty)
  }

  @Test func invalidUTF8IsReplacedAndPlaced() {
    let (source, findings) = decode(
      Array("<a>\nåb".utf8) + [0xC3, 0x28, 0xFF] + Array("</a>".utf8))
    #expect(String(decoding: source.bytes, as: UTF8.self) == "<a>\nåb\u{FFFD}(\u{FFFD}</a>")
    #expect(findings.map(\.rule) == ["AK0106"])
    #expect(findings.first?.severity == .error)
    #expect(findings.first?.place?.line == 2)
    #expect(findings.first?.place?.column == 3)
    #expect(findings.first?.place?.endColumn == 4)
  }

  @Test func replacementIsThatOfTheStandardLibrary() {
    var random = SeededRandom(seed: 3)
    let pool: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC2, 0xC3, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F, 0xFF,
    ]
    for _ in 0..<500 {
      // The bracket keeps the bytes from being read as windows-1252.
      let bytes = [0x3C] + (0..<8).map { _ in pool[random.below(pool.count)] }
      let (source, _) = decode(bytes)
      #expect(source.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8), "\(bytes)")
    }
  }

  @Test func undeclaredNordicTextIsReadAsWindows1252() {
    let (source, findings) = decode([0x62, 0x6C, 0xE5, 0x62, 0xE4, 0x72])
    #expect(String(decoding: source.bytes, as: UTF8.self) == "blåbär")
    #expect(source.encoding == "windows-1252")
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func unknownEncodingIsAFinding() {
    let (source, findings) = decode(Array("<?xml version='1.0' encoding='x-nonsense'?><a/>".utf8))
    #expect(source.encoding == "utf-8")
    #expect(
      findings.map(\.message) == [
        "the declared encoding \"x-nonsense\" is not known: read as utf-8"
      ])
  }

  @Test(arguments: ["char", "", "utf-8//translit", "wchar_t"])
  func encodingsOfTheMachineAreNotUsed(name: String) {
    let bytes = Array("<?xml version='1.0' encoding='\(name)'?><a/>".utf8)
    #expect(decode(bytes).source.bytes == bytes)
  }

  @Test func brokenUTF16IsReplaced() {
    let stored: [UInt8] = [0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x00, 0x00, 0x62, 0xDC, 0x00, 0x00]
    let (source, findings) = decode(stored)
    #expect(String(decoding: source.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(findings.count == 1)
  }

  @Test func anyBytesCanBeDecoded() {
    var random = SeededRandom(seed: 11)
    for length in 0..<40 {
      for _ in 0..<20 {
        let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let source = decode(bytes).source
        #expect(String(validating: source.bytes, as: UTF8.self) != nil)
      }
    }
  }
}
