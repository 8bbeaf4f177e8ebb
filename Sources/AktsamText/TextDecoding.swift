/// Turns bytes as stored into the UTF-8 that every offset counts in.
///
/// The encoding is found as XML 1.0, appendix F describes it: a byte order mark, then the pattern
/// of the first bytes, then the XML declaration, then the `meta` element of a page of HTML. Bytes
/// with none of these are UTF-8 or, when they can't be, windows-1252.
package enum TextDecoding {
  /// Decodes an input.
  ///
  /// Valid UTF-8 is kept byte for byte, a byte order mark included. From any other encoding the
  /// byte order mark is dropped.
  ///
  /// - Parameters:
  ///   - bytes: the input as stored.
  ///   - path: the path as the user gave it.
  ///   - part: the member inside an archive; empty for a plain file.
  /// - Returns: the source, and findings (`AK0106`) about bytes that had to be replaced by U+FFFD
  ///   or a declaration that is wrong. Their places count in the decoded bytes.
  package static func decode(
    _ bytes: [UInt8], path: String, part: String = ""
  ) -> (source: SourceFile, findings: [Finding]) {
    let signature = EncodingSignature(bytes)
    var result: DecodedText
    var notes: [(Severity, String)] = []
    switch signature {
    case .utf32(let bigEndian, let skip):
      result = decodeUTF32(bytes, from: skip, bigEndian: bigEndian)
    case .utf16(let bigEndian, let skip):
      result = decodeUTF16(bytes, from: skip, bigEndian: bigEndian)
    case .utf8:
      result = decodeUTF8(bytes)
      if let declared = declaredEncoding(of: bytes), !isUTF8(declared) {
        notes.append((.note, EncodingMessages.contradicted(declared: declared, actual: "utf-8")))
      }
    case .none:
      (result, notes) = decodeUnmarked(bytes)
    }
    let source = SourceFile(
      path: path, part: part, bytes: result.bytes, encoding: result.encoding)
    guard !notes.isEmpty || result.invalidCount > 0 else { return (source, []) }
    let lines = LineTable(source.bytes)
    var findings = notes.map { severity, message in
      Finding(
        rule: EncodingMessages.rule, severity: severity, message: message,
        place: Place(in: source, segments: [], lines: lines))
    }
    if result.invalidCount > 0 {
      let segment = result.firstInvalid..<min(result.firstInvalid + 3, result.bytes.count)
      findings.append(
        Finding(
          rule: EncodingMessages.rule, severity: .error,
          message: EncodingMessages.invalid(
            encoding: result.encoding, count: result.invalidCount),
          place: Place(in: source, segments: [segment], lines: lines)))
    }
    return (source, findings)
  }
}

/// What the first bytes of an input say about its encoding.
private enum EncodingSignature {
  case utf8
  case utf16(bigEndian: Bool, skip: Int)
  case utf32(bigEndian: Bool, skip: Int)
  case none

  init(_ bytes: [UInt8]) {
    func byte(_ index: Int) -> Int { index < bytes.count ? Int(bytes[index]) : -1 }
    let head = (byte(0), byte(1), byte(2), byte(3))
    switch head {
    case (0x00, 0x00, 0xFE, 0xFF): self = .utf32(bigEndian: true, skip: 4)
    case (0xFF, 0xFE, 0x00, 0x00): self = .utf32(bigEndian: false, skip: 4)
    case (0xFE, 0xFF, _, _): self = .utf16(bigEndian: true, skip: 2)
    case (0xFF, 0xFE, _, _): self = .utf16(bigEndian: false, skip: 2)
    case (0xEF, 0xBB, 0xBF, _): self = .utf8
    case (0x00, 0x00, 0x00, 0x3C): self = .utf32(bigEndian: true, skip: 0)
    case (0x3C, 0x00, 0x00, 0x00): self = .utf32(bigEndian: false, skip: 0)
    case (0x00, 0x3C, 0x00, 0x01...): self = .utf16(bigEndian: true, skip: 0)
    case (0x3C, 0x00, 0x01..., 0x00): self = .utf16(bigEndian: false, skip: 0)
    default: self = .none
    }
  }
}

extension TextDecoding {
  /// Decodes bytes that start with no byte order mark and are of an ASCII-like family.
  private static func decodeUnmarked(_ bytes: [UInt8]) -> (DecodedText, [(Severity, String)]) {
    let utf8 = decodeUTF8(bytes)
    guard let declared = declaredEncoding(of: bytes) else {
      if HTMLEncoding.isHTML(bytes) { return decodeHTML(bytes, utf8) }
      // In an XML entity UTF-8 is a must (XML 1.0, 4.3.3). Elsewhere bytes of which not one pair
      // looks like UTF-8 are most likely from an older Nordic or western text file.
      if utf8.invalidCount > 0, utf8.multibyteCount == 0, !bytes.starts(with: Array("<".utf8)),
        let converted = convert(bytes, from: "windows-1252")
      {
        return (converted, [(.warning, EncodingMessages.readAsWindows1252)])
      }
      return (utf8, [])
    }
    if isUTF8(declared) { return (utf8, []) }
    if declared.hasPrefix("utf-16") || declared.hasPrefix("utf-32") || declared.contains("ucs-") {
      let message = EncodingMessages.contradicted(declared: declared, actual: "utf-8")
      return (utf8, [(.warning, message)])
    }
    guard let converted = convert(bytes, from: declared) else {
      return (utf8, [(.error, EncodingMessages.unknown(declared: declared))])
    }
    return (converted, [])
  }

  /// Decodes a page of HTML. Pages that are stored again keep the declaration of the server's
  /// encoding: bytes that are UTF-8 throughout are taken as that, whatever the page says.
  private static func decodeHTML(
    _ bytes: [UInt8], _ utf8: DecodedText
  ) -> (DecodedText, [(Severity, String)]) {
    let declared = HTMLEncoding.declared(in: bytes)
    if utf8.invalidCount == 0 {
      let isPlain = declared.map { isUTF8($0) } ?? true || bytes.allSatisfy { $0 < 0x80 }
      let message = EncodingMessages.contradicted(declared: declared ?? "", actual: "utf-8")
      return (utf8, isPlain ? [] : [(.note, message)])
    }
    if let declared, isUTF8(declared) || declared.hasPrefix("utf-16") { return (utf8, []) }
    if let declared {
      // The standard reads Latin-1 as the windows-1252 that pages declare as such.
      let isLatin1 = ["iso-8859-1", "iso8859-1", "latin1", "l1"].contains(declared)
      if let converted = convert(bytes, from: isLatin1 ? "windows-1252" : declared) {
        return (converted, [])
      }
      return (utf8, [(.error, EncodingMessages.unknown(declared: declared))])
    }
    if utf8.multibyteCount == 0, let converted = convert(bytes, from: "windows-1252") {
      return (converted, [(.warning, EncodingMessages.readAsWindows1252)])
    }
    return (utf8, [])
  }

  private static func isUTF8(_ name: String) -> Bool {
    name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii"
  }

  /// Returns the encoding that an XML declaration names, in lower case, or nil.
  ///
  /// Only the first 1,024 bytes are looked at.
  static func declaredEncoding(of bytes: [UInt8]) -> String? {
    var head = bytes.prefix(1024)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    guard head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: 0x3E) else {
      return nil
    }
    let declaration = head[head.startIndex..<end]
    let key = Array("encoding".utf8)
    var index = declaration.startIndex
    while index + key.count < declaration.endIndex {
      if declaration[index..<(index + key.count)].elementsEqual(key) { break }
      index += 1
    }
    index += key.count
    func skipBlanks() {
      while index < declaration.endIndex, declaration[index] <= 0x20 { index += 1 }
    }
    skipBlanks()
    guard index < declaration.endIndex, declaration[index] == 0x3D else { return nil }
    index += 1
    skipBlanks()
    guard index < declaration.endIndex, declaration[index] == 0x22 || declaration[index] == 0x27
    else { return nil }
    let quote = declaration[index]
    index += 1
    guard let close = declaration[index...].firstIndex(of: quote), close > index else {
      return nil
    }
    let name = String(decoding: declaration[index..<close], as: UTF8.self)
    return name.lowercased()
  }
}
