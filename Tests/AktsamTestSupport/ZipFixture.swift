/// Builds a zip file in memory, its members stored as they are, so that tests need no binary files.
///
/// The layout is that of APPNOTE.TXT, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.16
/// (end of directory).
package struct ZipFixture {
  private var members: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Creates a zip file with no members.
  package init() {}

  /// Creates a zip file whose members are texts.
  package init(_ texts: KeyValuePairs<String, String>) {
    for (name, text) in texts { add(name, Array(text.utf8)) }
  }

  /// Adds a member.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    let offset = members.count
    var header: [UInt8] = []
    // Version 2.0; names are UTF-8; stored; the first day that the format can name.
    for value in [20, 0x0800, 0, 0, 0x21] { Self.append(value, width: 2, to: &header) }
    for value in [Int(Self.checksum(of: bytes)), bytes.count, bytes.count] {
      Self.append(value, width: 4, to: &header)
    }
    Self.append(name.utf8.count, width: 2, to: &header)
    Self.append(0, width: 2, to: &header)
    members += [0x50, 0x4B, 3, 4] + header + Array(name.utf8) + bytes
    directory += [0x50, 0x4B, 1, 2, 20, 0] + header
    // Comment length, disk, and attributes are nought.
    for (value, width) in [(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)] {
      Self.append(value, width: width, to: &directory)
    }
    directory += Array(name.utf8)
    count += 1
  }

  /// The zip file.
  package var bytes: [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6]
    let fields = [(0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (members.count, 4)]
    for (value, width) in fields + [(0, 2)] { Self.append(value, width: width, to: &end) }
    return members + directory + end
  }

  private static func append(_ value: Int, width: Int, to bytes: inout [UInt8]) {
    for shift in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
  }

  /// CRC-32 as zip uses it (ISO 3309), bit by bit: fixtures are small.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        (rest >> 1) ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
  }
}
