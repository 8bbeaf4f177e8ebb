/// The bytes of one input, or of one member of an archive, as UTF-8.
///
/// A UTF-8 file is kept as it is stored, byte for byte (a byte order mark included), so that byte
/// offsets count in the file itself. A file in another encoding is decoded first; offsets then
/// count in the decoded text and ``encoding`` says so (design, section 2, *Place*).
package struct SourceFile: Sendable {
  /// The path as the user gave it; `-` for standard input.
  package let path: String
  /// The member inside an archive, nested members joined by `!/`; empty for a plain file.
  package let part: String
  /// The UTF-8 bytes that all offsets count in.
  package let bytes: [UInt8]
  /// The IANA name of the encoding that the input was stored in, in lower case.
  package let encoding: String

  /// Creates a source from bytes that are UTF-8 already.
  package init(path: String, part: String = "", bytes: [UInt8], encoding: String = "utf-8") {
    self.path = path
    self.part = part
    self.bytes = bytes
    self.encoding = encoding
  }
}
