/// Brings a hash as documents declare it, in hexadecimal or in Base64, into one form.
enum DeclaredHash {
  /// Reads a declared hash.
  ///
  /// - Parameters:
  ///   - written: the text of the element; white space is passed over.
  ///   - algorithm: what it was computed with, which fixes its length.
  /// - Returns: the hash in lower-case hexadecimal, nil when it is none of that algorithm.
  static func hexadecimal(_ written: String, _ algorithm: Attachment.Algorithm) -> String? {
    let bytes = written.utf8.filter { $0 > 0x20 }
    guard bytes.count <= longest else { return nil }
    let isHexadecimal = bytes.allSatisfy { digit($0) != nil }
    let length = algorithm == .sha256 ? 32 : nil
    if isHexadecimal, bytes.count % 2 == 0, bytes.count >= shortest,
      length.map({ $0 * 2 == bytes.count }) ?? true
    {
      return String(decoding: bytes, as: UTF8.self).lowercased()
    }
    guard let decoded = base64(bytes), decoded.count >= shortest / 2,
      length.map({ $0 == decoded.count }) ?? true
    else { return nil }
    return decoded.map { hexadecimal($0) }.joined()
  }

  /// The digits of the shortest hash in use, MD5, and of a text that is certainly none.
  private static let shortest = 32
  private static let longest = 512

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }

  /// Decodes Base64 with padding (RFC 4648).
  private static func base64(_ text: [UInt8]) -> [UInt8]? {
    guard !text.isEmpty, text.count % 4 == 0 else { return nil }
    let padding = text.suffix(2).filter { $0 == UInt8(ascii: "=") }.count
    var result: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in text.dropLast(padding) {
      guard let value = base64Digit(byte) else { return nil }
      buffer = (buffer << 6 | UInt32(value)) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return result
  }

  private static func base64Digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
