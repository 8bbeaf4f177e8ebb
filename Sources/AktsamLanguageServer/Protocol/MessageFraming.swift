/// Cuts a stream of bytes into messages, and puts the header before one: the base protocol of the
/// Language Server Protocol 3.17.
///
/// Headers other than `Content-Length` are passed over. What is no header is passed over with all bytes up
/// to the next blank line, and said; so is a message that is too large.
package struct MessageFraming: Sendable {
  /// What stood next in the stream.
  package enum Frame: Sendable, Hashable {
    /// A message, without its header.
    case message([UInt8])
    /// A header that does not say how long the message is.
    case badHeader
    /// A message with more bytes than are taken; it is passed over.
    case tooLarge
  }

  private enum State {
    case header
    /// The bytes of a message that are still to come.
    case content(Int)
    /// The bytes that are still to be passed over.
    case skipping(Int)
  }

  /// The most bytes of a message.
  package static let mostBytes = 64 << 20
  /// The most bytes of a header.
  static let mostHeaderBytes = 8 << 10

  private let mostBytes: Int
  private var state = State.header
  private var waiting: [UInt8] = []

  /// Creates a reader that stands before the first header.
  ///
  /// - Parameter mostBytes: the most bytes of a message.
  package init(mostBytes: Int = MessageFraming.mostBytes) { self.mostBytes = mostBytes }

  /// Returns the message with its header.
  package static func frame(_ message: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
  }

  /// Takes the next bytes of the stream, however they are cut, and returns what they complete.
  package mutating func feed(_ bytes: some Collection<UInt8>) -> [Frame] {
    waiting.append(contentsOf: bytes)
    var frames: [Frame] = []
    var start = 0
    while let frame = next(from: &start) {
      if let frame { frames.append(frame) }
    }
    waiting.removeFirst(start)
    return frames
  }

  /// Takes one step; nil when more bytes are needed, a nil frame when the step completes none.
  private mutating func next(from start: inout Int) -> Frame?? {
    switch state {
    case .header:
      return header(from: &start)
    case .content(let count):
      guard waiting.count - start >= count else { return nil }
      let message = Array(waiting[start..<start + count])
      start += count
      state = .header
      return .some(.message(message))
    case .skipping(let count):
      let taken = min(count, waiting.count - start)
      start += taken
      state = taken == count ? .header : .skipping(count - taken)
      return taken == count ? .some(nil) : nil
    }
  }

  private mutating func header(from start: inout Int) -> Frame?? {
    guard let end = Self.blankLine(in: waiting[start...].prefix(Self.mostHeaderBytes)) else {
      guard waiting.count - start >= Self.mostHeaderBytes else { return nil }
      // The blank line may be cut by the end of what was looked at.
      start += Self.mostHeaderBytes - 3
      return .some(.badHeader)
    }
    let header = waiting[start..<end.lowerBound]
    start = end.upperBound
    guard let count = Self.contentLength(in: header) else { return .some(.badHeader) }
    guard count <= mostBytes else {
      state = .skipping(count)
      return .some(.tooLarge)
    }
    state = .content(count)
    return .some(nil)
  }

  /// Returns the blank line that ends a header: CR LF CR LF, or two line feeds from a careless client.
  private static func blankLine(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    for index in bytes.indices where bytes[index] == 0x0A {
      let rest = bytes[(index + 1)...]
      if rest.first == 0x0A { return index..<index + 2 }
      if rest.starts(with: [0x0D, 0x0A]) { return index..<index + 3 }
    }
    return nil
  }

  private static func contentLength(in header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      guard name.lowercased() == "content-length" else { continue }
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
        .filter { !$0.isWhitespace }
      guard let count = Int(value), count >= 0 else { return nil }
      return count
    }
    return nil
  }
}
