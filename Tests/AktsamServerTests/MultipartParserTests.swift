import AktsamTestSupport
import Testing

@testable import AktsamServer

/// Bodies with files are taken apart the same, however they arrive.
@Suite struct MultipartParserTests {
  /// A part as it was put together again.
  private struct Part: Equatable {
    var head: MultipartHead
    var bytes: [UInt8] = []
    var isComplete = false
  }

  private static func parse(_ pieces: [[UInt8]], boundary: String = "b") throws -> [Part] {
    var parser = MultipartParser(boundary: boundary)
    var parts: [Part] = []
    for piece in pieces {
      try parser.feed(piece) { event in
        switch event {
        case .begin(let head): parts.append(Part(head: head))
        case .data(let bytes): parts[parts.count - 1].bytes += bytes
        case .end: parts[parts.count - 1].isComplete = true
        }
      }
    }
    try parser.finish()
    return parts
  }

  private static let body = Array(
    """
    before\r
    --b\r
    Content-Disposition: form-data; name="csrf"\r
    \r
    1\r
    --b  \r
    content-type: text/plain\r
    CONTENT-DISPOSITION: form-data; name="file"; filename="p/a.txt"\r
    \r
    one\r
    --\r
    --c\r
    \r\n-\r
    --b\r
    Content-Disposition: form-data; name="empty"; filename=""\r
    \r
    \r
    --b--\r
    after\r
    --b\r

    """.utf8)

  private static let parts = [
    Part(head: MultipartHead(name: "csrf", filename: nil), bytes: [0x31], isComplete: true),
    Part(
      head: MultipartHead(name: "file", filename: "p/a.txt"),
      bytes: Array("one\r\n--\r\n--c\r\n\r\n-".utf8), isComplete: true),
    Part(head: MultipartHead(name: "empty", filename: ""), isComplete: true),
  ]

  @Test func wholeBodyGivesItsParts() throws {
    #expect(try Self.parse([Self.body]) == Self.parts)
  }

  @Test func everySplitInTwoGivesTheSame() throws {
    for index in Self.body.indices {
      #expect(
        try Self.parse([Array(Self.body[..<index]), Array(Self.body[index...])]) == Self.parts,
        "split at \(index)")
    }
  }

  @Test func byteByByteGivesTheSame() throws {
    #expect(try Self.parse(Self.body.map { [$0] }) == Self.parts)
  }

  @Test func everyTruncationIsNoticed() throws {
    let end = try #require(
      (0..<Self.body.count).first { Self.body[$0...].starts(with: Array("--b--".utf8)) })
    for index in 0..<(end + 5) {
      #expect(throws: MultipartParser.Failure.self, "up to \(index)") {
        try Self.parse([Array(Self.body[..<index])])
      }
    }
  }

  @Test func randomContentComesOutAsItWentIn() throws {
    var random = SeededRandom(seed: 7)
    let letters = Array("\r\n-bx".utf8)
    for _ in 0..<300 {
      let content = (0..<random.below(40)).map { _ in letters[random.below(letters.count)] }
      // What looks like the boundary would be one: no client would have chosen it.
      let framed = Array("\r\n".utf8) + content + Array("\r\n".utf8)
      let holdsBoundary = framed.indices.dropLast(4).contains {
        framed[$0...].starts(with: Array("\r\n--b".utf8))
      }
      if holdsBoundary { continue }
      let body =
        Array("--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n".utf8) + content
        + Array("\r\n--b--".utf8)
      let cut = random.below(body.count)
      let parts = try Self.parse([Array(body[..<cut]), Array(body[cut...])])
      #expect(parts.map(\.bytes) == [content])
    }
  }

  @Test(arguments: [
    ("--c\r\n", MultipartParser.Failure.truncated),
    ("--b\r\nContent-Disposition: attachment\r\n\r\n", .badHead),
    ("--b\r\n\r\nx\r\n--b--", .badHead),
    ("--bx\r\n", .badBoundary),
    ("--b" + String(repeating: " ", count: 400), .badBoundary),
    ("--b\r\n" + String(repeating: "x", count: 20_000), .headTooLong),
  ])
  func wrongBodiesAreRefused(body: String, failure: MultipartParser.Failure) {
    #expect(throws: failure) { try Self.parse([Array(body.utf8)]) }
  }

  @Test func memoryStaysSmall() throws {
    var parser = MultipartParser(boundary: "b")
    var sizes: [Int] = []
    func take(_ event: MultipartParser.Event) {
      if case .data(let bytes) = event { sizes.append(bytes.count) }
    }
    try parser.feed(
      Array("--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n".utf8), emit: take)
    for _ in 0..<100 { try parser.feed([UInt8](repeating: 0x0D, count: 1_000), emit: take) }
    // All but what may be the begin of a boundary is passed on.
    #expect(sizes.reduce(0, +) > 99_900)
  }

  @Test(arguments: [
    (#"form-data; name="f"; filename="a.txt""#, "a.txt"),
    (#"form-data; name="f"; filename=a.txt"#, "a.txt"),
    (#"form-data; filename="a \"b\".txt"; name="f""#, "a \"b\".txt"),
    (#"form-data; name="f"; filename="a %22b%22.txt""#, "a \"b\".txt"),
    (#"form-data; name="f"; filename="x"; filename*=UTF-8''%C3%A5+b.txt"#, "å+b.txt"),
    (#"form-data; name="f"; filename="å;b.txt""#, "å;b.txt"),
    (#"form-data; name="f"; filename="C:\Users\x.txt""#, "C:\\Users\\x.txt"),
  ])
  func namesAreReadAsTheyAreSent(value: String, name: String) throws {
    let head = try #require(MultipartHead(Array("Content-Disposition: \(value)".utf8)[...]))
    #expect(head == MultipartHead(name: "f", filename: name))
  }
}
