import AktsamReports
import AktsamTestSupport
import Testing

@testable import AktsamLanguageServer

/// Positions, and texts that are changed piece by piece.
@Suite struct EditingTests {
  private static let text = "aå😀b\r\nä\rö\n\n€x"

  @Test(arguments: [
    (PositionEncoding.utf16, 0, 0, 0), (.utf16, 0, 1, 1), (.utf16, 0, 2, 3), (.utf16, 0, 4, 7),
    (.utf16, 0, 5, 8), (.utf16, 1, 1, 12), (.utf16, 2, 1, 15), (.utf16, 3, 0, 16),
    (.utf16, 4, 1, 20), (.utf16, 4, 2, 21),
    (.utf8, 0, 1, 1), (.utf8, 0, 3, 3), (.utf8, 0, 7, 7), (.utf8, 4, 3, 20),
    (.utf32, 0, 3, 7), (.utf32, 0, 4, 8), (.utf32, 4, 1, 20),
  ])
  func positions(encoding: PositionEncoding, line: Int, character: Int, offset: Int) {
    let text = EditedText(Self.text, encoding: encoding)
    let position = TextPosition(line: line, character: character)
    #expect(text.offset(of: position) == offset)
    #expect(text.position(at: offset) == position)
  }

  /// What lies outside of the text or within a scalar is taken as the nearest place before it.
  @Test(arguments: [
    (PositionEncoding.utf16, 0, 3, 3), (.utf16, 0, 99, 8), (.utf16, 0, Int.max, 8),
    (.utf16, -1, 0, 0), (.utf16, 0, -1, 0), (.utf16, 1, 9, 12), (.utf16, 3, 9, 16),
    (.utf16, 9, 0, 21), (.utf16, Int.max - 1, Int.max, 21), (.utf8, 0, 2, 1), (.utf8, 0, 5, 3),
    (.utf8, 0, Int.max, 8),
  ])
  func outside(encoding: PositionEncoding, line: Int, character: Int, offset: Int) {
    let text = EditedText(Self.text, encoding: encoding)
    #expect(text.offset(of: TextPosition(line: line, character: character)) == offset)
  }

  /// Against counting one by one, in lines longer than the blocks that counts are kept for.
  @Test(arguments: PositionEncoding.allCases)
  func longLines(encoding: PositionEncoding) {
    var random = SeededRandom(seed: 3)
    let letters: [Character] = ["a", "å", "€", "😀", " "]
    var line = ""
    for _ in 0..<3_000 { line.append(letters[random.below(letters.count)]) }
    let text = EditedText("x\n" + line, encoding: encoding)
    var offset = 2
    var character = 0
    for scalar in line.unicodeScalars {
      #expect(text.position(at: offset) == TextPosition(line: 1, character: character))
      #expect(text.offset(of: TextPosition(line: 1, character: character)) == offset)
      offset += UTF8.width(scalar)
      character += Self.width(scalar, encoding)
    }
    #expect(text.position(at: offset) == TextPosition(line: 1, character: character))
  }

  private static func width(_ scalar: Unicode.Scalar, _ encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }

  @Test func emptyText() {
    let text = EditedText("", encoding: .utf16)
    #expect(text.offset(of: TextPosition(line: 3, character: 3)) == 0)
    #expect(text.position(at: 5) == TextPosition(line: 0, character: 0))
  }

  /// Edits by ranges give the text that the editor has.
  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func randomEdits(encoding: String) throws {
    let session = try Session(#"{"general": {"positionEncodings": ["\#(encoding)"]}}"#)
    var random = SeededRandom(seed: 11)
    let pieces = ["a", "å", "😀", "\n", "\r\n", "\r", "", "<b>ö</b>", "two words", "€€"]
    let path = "/w/a.txt"
    var model: [Unicode.Scalar] = Array("En text\nmed åäö 😀\n".unicodeScalars)
    session.open(path, Self.string(model))
    for version in 2..<400 {
      var edits: [String] = []
      for _ in 0...random.below(3) {
        let bounds = [random.below(model.count + 1), random.below(model.count + 1)].sorted()
          .map { Self.boundary($0, model) }
        let replacement = pieces[random.below(pieces.count)]
        let range =
          #"{"start": \#(Self.position(bounds[0], model, encoding)), "#
          + #""end": \#(Self.position(bounds[1], model, encoding))}"#
        edits.append(#"{"range": \#(range), "text": \#(Session.quoted(replacement))}"#)
        model.replaceSubrange(bounds[0]..<bounds[1], with: replacement.unicodeScalars)
        if random.below(40) == 0 {
          model = Array("Ny text 😀\n".unicodeScalars)
          edits.append(#"{"text": \#(Session.quoted(Self.string(model)))}"#)
        }
      }
      session.change(path, edits: "[\(edits.joined(separator: ","))]", version: version)
      let held = try #require(session.server.documents["file://" + path])
      try #require(String(decoding: held.text.bytes, as: UTF8.self) == Self.string(model))
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// No position stands between CR and LF.
  private static func boundary(_ index: Int, _ text: [Unicode.Scalar]) -> Int {
    let isWithin =
      index > 0 && index < text.count && text[index - 1] == "\r" && text[index] == "\n"
    return isWithin ? index - 1 : index
  }

  /// The position of a scalar, counted without the code under test.
  private static func position(
    _ index: Int, _ text: [Unicode.Scalar], _ encoding: String
  ) -> String {
    var line = 0
    var start = 0
    for position in 0..<index {
      let isPair = text[position] == "\r" && position + 1 < text.count && text[position + 1] == "\n"
      if text[position] == "\n" || (text[position] == "\r" && !isPair) {
        line += 1
        start = position + 1
      }
    }
    let before = string(Array(text[start..<index]))
    let character =
      switch encoding {
      case "utf-8": before.utf8.count
      case "utf-16": before.utf16.count
      default: before.unicodeScalars.count
      }
    return #"{"line": \#(line), "character": \#(character)}"#
  }

  @Test func changeOfATextThatIsNotOpenIsLogged() throws {
    let session = try Session()
    session.change("/w/a.xml", "x")
    #expect(session.takeNotifications("window/logMessage").count == 1)
  }
}
