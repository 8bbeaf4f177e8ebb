/// Counts what the directories of a zip file list, before libzip is given the file.
///
/// libzip reads every directory that an end record in the last 64 KiB names, and files all names in
/// a table whose hash is easily foreseen: a file of a few megabytes could keep it busy for minutes.
/// So the limit on entries must hold before it starts.
enum DirectoryCount {
  /// Returns how many entries all directories together hold, or a number above `limit`.
  ///
  /// - Parameters:
  ///   - bytes: the zip file as stored.
  ///   - limit: where counting may stop.
  /// - Returns: the number; it may be above what libzip will list, never below.
  /// - Complexity: O(limit + the bytes of a longest comment).
  static func entries(in bytes: [UInt8], limit: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      var total = 0
      var last: UInt64?
      // The end record is 22 bytes and a comment of up to 65,535.
      var position = buffer.count - 22
      let first = max(0, position - 0xFFFF)
      while position >= first, total <= limit {
        defer { position -= 1 }
        guard value(buffer, at: position, width: 4) == endSignature else { continue }
        for offset in directories(ofEndAt: position, in: buffer) where offset != last {
          last = offset
          total += chain(from: offset, in: buffer, limit: limit)
        }
      }
      return total
    }
  }

  // APPNOTE.TXT, sections 4.3.12, 4.3.14, 4.3.15 and 4.3.16.
  private static let entrySignature: UInt64 = 0x0201_4B50
  private static let wideEndSignature: UInt64 = 0x0606_4B50
  private static let wideLocatorSignature: UInt64 = 0x0706_4B50
  private static let endSignature: UInt64 = 0x0605_4B50

  /// Returns where the directories start that an end record names, itself or through Zip64.
  private static func directories(
    ofEndAt position: Int, in buffer: UnsafeRawBufferPointer
  ) -> [UInt64] {
    var result = [value(buffer, at: position + 16, width: 4)]
    let locator = position - 20
    if value(buffer, at: locator, width: 4) == wideLocatorSignature {
      let end = Int(clamping: value(buffer, at: locator + 8, width: 8))
      if value(buffer, at: end, width: 4) == wideEndSignature {
        result.append(value(buffer, at: end + 48, width: 8))
      }
    }
    return result
  }

  /// Returns how many entries follow each other from an offset on.
  private static func chain(
    from offset: UInt64, in buffer: UnsafeRawBufferPointer, limit: Int
  ) -> Int {
    var position = Int(clamping: offset)
    var count = 0
    while count <= limit, value(buffer, at: position, width: 4) == entrySignature {
      count += 1
      // A fixed part, then name, extra field and comment.
      let variable = [28, 30, 32].reduce(0) {
        $0 + Int(value(buffer, at: position + $1, width: 2))
      }
      position += 46 + variable
    }
    return count
  }

  /// Returns a little-endian number, or 0 where it would lie outside.
  private static func value(
    _ buffer: UnsafeRawBufferPointer, at position: Int, width: Int
  ) -> UInt64 {
    guard position >= 0, position <= buffer.count - width else { return 0 }
    var result: UInt64 = 0
    for index in 0..<width {
      result |= UInt64(buffer[position + index]) << UInt64(8 * index)
    }
    return result
  }
}
