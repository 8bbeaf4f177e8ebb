/// Takes a `multipart/form-data` body (RFC 7578) apart while it arrives, in whatever pieces that is.
///
/// It keeps no more than the head of one part, or a little less than a boundary.
struct MultipartParser {
  /// What was found next.
  enum Event: Sendable, Hashable {
    /// A part begins.
    case begin(MultipartHead)
    /// Bytes of the part.
    case data([UInt8])
    /// The part is complete.
    case end
  }

  /// Why a body cannot be taken apart.
  enum Failure: Error, Sendable, Hashable {
    /// The head of a part does not end in time.
    case headTooLong
    /// The head of a part does not say what it is.
    case badHead
    /// What follows a boundary is neither a line end nor the end.
    case badBoundary
    /// The body ends before its last boundary.
    case truncated
  }

  private enum State {
    case preamble, boundary, head, content, epilogue
  }

  /// The most bytes that the head of a part may have.
  static let longestHead = 16_384

  private let delimiter: [UInt8]
  private var buffer: [UInt8] = [0x0D, 0x0A]
  private var state = State.preamble

  /// Creates a parser.
  ///
  /// - Parameter boundary: the boundary as the media type gives it, without the leading hyphens.
  init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

  /// Takes the next bytes.
  ///
  /// - Parameters:
  ///   - bytes: the bytes.
  ///   - emit: called for each event, in order.
  /// - Throws: ``Failure``, and what `emit` throws.
  mutating func feed(
    _ bytes: some Sequence<UInt8>, emit: (Event) throws -> Void
  ) throws {
    if state == .epilogue { return }
    buffer.append(contentsOf: bytes)
    var position = 0
    while let next = try step(at: position, emit) { position = next }
    buffer.removeFirst(min(position + consumed, buffer.count))
    consumed = 0
  }

  /// Says that no more bytes will come.
  ///
  /// - Throws: ``Failure/truncated`` when the last boundary is missing.
  func finish() throws(Failure) {
    guard state == .epilogue else { throw .truncated }
  }

  /// How far beyond the position of the last step the buffer is used up.
  private var consumed = 0

  /// Goes on from a position.
  ///
  /// - Returns: the position that follows; nil when more bytes are wanted.
  private mutating func step(at position: Int, _ emit: (Event) throws -> Void) throws -> Int? {
    switch state {
    case .preamble:
      guard let found = find(from: position) else {
        consumed = max(0, buffer.count - position - (delimiter.count - 1))
        return nil
      }
      state = .boundary
      return found + delimiter.count
    case .boundary: return try boundary(at: position)
    case .head: return try head(at: position, emit)
    case .content:
      guard let found = find(from: position) else {
        let safe = buffer.count - (delimiter.count - 1)
        guard safe > position else { return nil }
        try emit(.data(Array(buffer[position..<safe])))
        consumed = safe - position
        return nil
      }
      if found > position { try emit(.data(Array(buffer[position..<found]))) }
      try emit(.end)
      state = .boundary
      return found + delimiter.count
    case .epilogue:
      consumed = buffer.count - position
      return nil
    }
  }

  /// What follows a boundary: two hyphens at the end of the body, else blanks and a line end.
  private mutating func boundary(at position: Int) throws(Failure) -> Int? {
    var index = position
    while index < buffer.count, buffer[index] == 0x20 || buffer[index] == 0x09 {
      index += 1
      if index - position > 256 { throw .badBoundary }
    }
    guard index + 1 < buffer.count else { return nil }
    if index == position, buffer[index] == UInt8(ascii: "-"), buffer[index + 1] == buffer[index] {
      state = .epilogue
      return index + 2
    }
    guard buffer[index] == 0x0D, buffer[index + 1] == 0x0A else { throw .badBoundary }
    state = .head
    return index
  }

  /// The head of a part: lines, and an empty line. The line end of the boundary stands before them, so that
  /// a head without any line is found, too.
  private mutating func head(
    at position: Int, _ emit: (Event) throws -> Void
  ) throws -> Int? {
    var index = position
    while index + 3 < buffer.count {
      if buffer[index] == 0x0D, buffer[index + 1] == 0x0A, buffer[index + 2] == 0x0D,
        buffer[index + 3] == 0x0A
      {
        guard let head = MultipartHead(buffer[min(position + 2, index)..<index]) else {
          throw Failure.badHead
        }
        try emit(.begin(head))
        // The line end before the content may be that of a boundary: an empty part has no other.
        state = .content
        return index + 4 - (startsBoundary(at: index + 2) ? 2 : 0)
      }
      index += 1
      if index - position > Self.longestHead { throw Failure.headTooLong }
    }
    if buffer.count - position > Self.longestHead + 4 { throw Failure.headTooLong }
    return nil
  }

  private func startsBoundary(at index: Int) -> Bool {
    buffer[index...].starts(with: delimiter)
  }

  private func find(from position: Int) -> Int? {
    var index = position
    let last = buffer.count - delimiter.count
    while index <= last, let start = buffer[index...last].firstIndex(of: 0x0D) {
      if buffer[start...].starts(with: delimiter) { return start }
      index = start + 1
    }
    return nil
  }
}

/// The head of a part.
struct MultipartHead: Sendable, Hashable {
  /// The name of the field.
  var name: String
  /// The name of the file; nil for a plain field.
  var filename: String?

  /// Creates a head.
  init(name: String, filename: String?) {
    self.name = name
    self.filename = filename
  }

  /// Reads the lines of a head; nil when they name no field.
  init?(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline)
      .first { $0.lowercased().hasPrefix("content-disposition:") }
    guard let line else { return nil }
    let value = HeaderValue(line.dropFirst(20))
    guard value.value == "form-data", let name = value.parameters["name"] else { return nil }
    self.name = name
    filename = value.parameters["filename"]
    if let extended = value.parameters["filename*"], extended.lowercased().hasPrefix("utf-8''") {
      filename = URLEncoding.decoded(Array(extended.dropFirst(7).utf8)[...], blanks: false)
    }
  }
}

/// A value of a head with parameters, such as `form-data; name="files"`.
struct HeaderValue: Sendable, Hashable {
  /// The value itself, in lower case.
  var value: String
  /// The parameters by their names in lower case; of several with one name the first.
  var parameters: [String: String] = [:]

  /// Reads a value.
  init(_ text: some StringProtocol) {
    var rest = Substring(text)
    value = Self.token(&rest).lowercased()
    while rest.first == ";", parameters.count < 16 {
      rest = rest.dropFirst()
      let name = Self.token(&rest).lowercased()
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      let text = Self.text(&rest)
      if parameters[name] == nil { parameters[name] = text }
    }
  }

  private static func token(_ rest: inout Substring) -> String {
    let end = rest.firstIndex { $0 == ";" || $0 == "=" } ?? rest.endIndex
    defer { rest = rest[end...] }
    return String(trimmed(rest[..<end]))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return text
  }

  /// A quoted text, in which browsers write a quotation mark as `%22` and others put a backslash before
  /// it, or all up to the next semicolon.
  private static func text(_ rest: inout Substring) -> String {
    rest = rest.drop { $0 == " " || $0 == "\t" }
    guard rest.first == "\"" else {
      let end = rest.firstIndex(of: ";") ?? rest.endIndex
      defer { rest = rest[end...] }
      return String(trimmed(rest[..<end]))
    }
    var result = ""
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex, rest[index] != "\"" {
      let next = rest.index(after: index)
      if rest[index] == "\\", next < rest.endIndex, rest[next] == "\"" || rest[next] == "\\" {
        index = next
      }
      result.append(rest[index])
      index = rest.index(after: index)
    }
    rest = rest[index...].dropFirst()
    rest = rest.drop { $0 != ";" }
    return result.replacing("%22", with: "\"").replacing("%0D", with: "\r")
      .replacing("%0A", with: "\n")
  }
}
