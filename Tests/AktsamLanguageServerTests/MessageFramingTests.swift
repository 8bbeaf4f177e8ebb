import AktsamLanguageServer
import AktsamTestSupport
import Testing

@Suite struct MessageFramingTests {
  private static func feed(
    _ text: String, mostBytes: Int = 100, chunk: Int? = nil
  ) -> [MessageFraming.Frame] {
    var framing = MessageFraming(mostBytes: mostBytes)
    let bytes = Array(text.utf8)
    guard let chunk else { return framing.feed(bytes) }
    return stride(from: 0, to: bytes.count, by: chunk).flatMap {
      framing.feed(bytes[$0..<min($0 + chunk, bytes.count)])
    }
  }

  private static func message(_ text: String) -> MessageFraming.Frame {
    .message(Array(text.utf8))
  }

  @Test(arguments: [
    ("Content-Length: 2\r\n\r\n{}", [message("{}")]),
    ("Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\nnull", [message("{}"), message("null")]),
    ("Content-Length: 0\r\n\r\n", [message("")]),
    (
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\n\r\n{}",
      [message("{}")]
    ),
    ("Content-Length: 2\n\n{}", [message("{}")]),
    ("Content-Length: 3\r\n\r\nå!", [message("å!")]),
    ("Content-Length: 5\r\n\r\n{}", []),
    ("Content-Length: 2\r\n", []),
    ("X: 1\r\n\r\nContent-Length: 2\r\n\r\n{}", [.badHeader, message("{}")]),
    ("Content-Length: two\r\n\r\nContent-Length: 2\r\n\r\n{}", [.badHeader, message("{}")]),
    ("Content-Length: -1\r\n\r\nContent-Length: 2\r\n\r\n{}", [.badHeader, message("{}")]),
    (
      "Content-Length: 99999999999999999999\r\n\r\nContent-Length: 2\r\n\r\n{}",
      [.badHeader, message("{}")]
    ),
    (
      "Content-Length: 101\r\n\r\n" + String(repeating: "x", count: 101)
        + "Content-Length: 2\r\n\r\n{}", [.tooLarge, message("{}")]
    ),
  ])
  func streams(text: String, frames: [MessageFraming.Frame]) {
    #expect(Self.feed(text) == frames)
    for chunk in [1, 2, 3, 7] { #expect(Self.feed(text, chunk: chunk) == frames) }
  }

  @Test func headersAreBounded() {
    let text = String(repeating: "x", count: 20_000) + "\r\n\r\nContent-Length: 2\r\n\r\n{}"
    let frames = Self.feed(text)
    #expect(frames.last == Self.message("{}"))
    #expect(frames.dropLast().allSatisfy { $0 == .badHeader } && frames.count > 1)
  }

  @Test func framesAreReadBack() {
    let bytes = Array("{\"a\": \"å😀\"}".utf8)
    var framing = MessageFraming()
    #expect(framing.feed(MessageFraming.frame(bytes)) == [.message(bytes)])
  }

  /// Whatever comes in, nothing traps, and what comes behind two line ends is read again.
  @Test func anyBytesAreHarmless() {
    var random = SeededRandom(seed: 7)
    let pieces = ["Content-Length: ", "12", "\r\n", "\n", ":", "{}", "\u{0}", "Å", "9999999999"]
    for _ in 0..<2_000 {
      var framing = MessageFraming(mostBytes: 50)
      for _ in 0..<random.below(30) {
        _ = framing.feed(Array(pieces[random.below(pieces.count)].utf8))
      }
    }
  }
}
