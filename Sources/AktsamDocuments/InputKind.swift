/// What the first bytes of an input say it is.
enum InputKind {
  /// Markup that starts with `<`.
  case xml
  /// Running text.
  case text
  /// A zip file: an office document, or a collection of files.
  case archive
  /// Something that no reader takes; in words that finish "the input is …".
  case unreadable(String)

  /// Whether it is markup that starts with `<`.
  var isXML: Bool {
    if case .xml = self { true } else { false }
  }

  /// Looks at an input as stored.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .archive
      return
    }
    for (magic, what) in Self.signatures where bytes.starts(with: magic) {
      self = .unreadable(what)
      return
    }
    let head = bytes.prefix(4096)
    // UTF-16 and UTF-32 hold zero bytes; they start with a byte order mark or with "<".
    let isWide =
      head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE])
      || head.starts(with: [0, 0x3C]) || head.starts(with: [0x3C, 0])
      || head.starts(with: [0, 0, 0xFE, 0xFF]) || head.starts(with: [0, 0, 0, 0x3C])
    if !isWide, head.contains(0) {
      self = .unreadable("a binary file")
      return
    }
    self = .text
    var rest = head.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
    // A comment opens running text as well: what comes after it tells.
    while rest.starts(with: Array("<!--".utf8)), let end = Self.commentEnd(in: rest) {
      let next = rest[end...].drop { $0 <= 0x20 }
      if next.isEmpty { break }
      rest = next
    }
    guard rest.popFirst() == UInt8(ascii: "<"), let next = rest.first(where: { $0 != 0 }) else {
      return
    }
    let isName = next >= 0x80 || (0x61...0x7A).contains(next | 0x20)
    if isName || "?!_:".utf8.contains(next) { self = .xml }
  }

  private static func commentEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    var dashes = 0
    for index in bytes.indices.dropFirst("<!--".utf8.count) {
      if bytes[index] == UInt8(ascii: ">"), dashes >= 2 { return index + 1 }
      dashes = bytes[index] == UInt8(ascii: "-") ? dashes + 1 : 0
    }
    return nil
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x05, 0x06], "an empty zip file"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file"),
    (Array("{\\rtf".utf8), "an RTF file"),
    ([0x1F, 0x8B], "a gzip file"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture"),
    ([0xFF, 0xD8, 0xFF], "a picture"),
    (Array("GIF8".utf8), "a picture"),
  ]
}
