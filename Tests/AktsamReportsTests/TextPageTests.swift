import Testing

@testable import AktsamReports

@Suite struct TextPageTests {
  private static let pieces = [
    "a", "klagomål", " ", "  ", "\n", "\t", "\u{A0}", "«", "»", "–", "”", "…", "\u{AD}", "\u{1B}",
    "\u{7}", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{200D}", "😀",
    "e\u{301}", "中文", "averyveryverylongwordthatnolinecanholdbecauseitjustgoesonandon",
  ]

  /// Texts of random pieces from a fixed seed.
  private static func texts() -> [String] {
    var state: UInt64 = 42
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<500).map { _ in
      (0..<next(30)).map { _ in pieces[next(pieces.count)] }.joined()
    }
  }

  @Test func cleanTextHasNoControlsAndStaysClean() {
    let page = TextPage(colour: false)
    for text in Self.texts() {
      let clean = page.clean(text)
      #expect(page.clean(clean) == clean)
      #expect(clean.unicodeScalars.first != " " && clean.unicodeScalars.last != " ")
      #expect(
        clean.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && $0 != "\u{202E}" && $0 != "\u{2066}"
        })
    }
  }

  @Test func wrappingLosesNoWord() {
    for text in Self.texts() {
      var page = TextPage(colour: false, width: 40)
      page.wrapped(text, indent: 2, hanging: 3)
      // By scalars: a joiner after a blank would make one character of both.
      let clean = page.clean(text).unicodeScalars.split(separator: " ").map(String.init)
      let lines = page.text.unicodeScalars.split(separator: "\n")
      #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == clean)
      for line in lines where line.count > 40 {
        #expect(line.split(separator: " ").count == 1, "only a word that is too long sticks out")
      }
    }
  }

  @Test func aLineIsFilledToItsWidth() {
    var page = TextPage(colour: false, width: 40)
    page.wrapped(String(repeating: "x", count: 35) + " yyyy z", indent: 0)
    #expect(page.text == String(repeating: "x", count: 35) + " yyyy\nz\n")
  }
}
