/// What a byte may stand in.
package enum ByteClass {
  /// Whether the byte is part of a word or of a multi-byte character.
  @inline(__always)
  package static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80 || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x30 && byte <= 0x39)
  }
}
