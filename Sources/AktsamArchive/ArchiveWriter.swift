internal import CLibZip

/// Puts a zip file together in memory.
///
/// Members are stored in the order added, uncompressed and with the first time that the format can
/// name: the same members give the same bytes, whatever the clock and whichever compressor libzip
/// was built with.
package struct ArchiveWriter: Sendable {
  private var members: [(name: String, bytes: [UInt8])] = []

  /// 1 January 1980 as MS-DOS wrote it (APPNOTE.TXT, section 4.4.6).
  private static let firstDate: UInt16 = 0x21

  /// Creates a zip file without members.
  package init() {}

  /// Adds a member; a name that is there already is replaced.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    members.append((name, bytes))
  }

  /// Returns the zip file.
  ///
  /// - Returns: its bytes.
  /// - Throws: ``ArchiveError`` when memory runs short or a name is none.
  package func bytes() throws(ArchiveError) -> [UInt8] {
    // libzip reads the members when it closes the file, so they must stay where they are until then.
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(members.reduce(0) { $0 + $1.bytes.count }, 1), alignment: 16)
    defer { memory.deallocate() }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw .unwritable("", String(cString: zip_error_strerror(&error)))
    }
    // The archive frees the source that it is written to unless it is kept.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let handle = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw .unwritable("", String(cString: zip_error_strerror(&error)))
    }
    var offset = 0
    for member in members {
      // libzip would cut a longer name where the format ends.
      guard (1...0xFFFF).contains(member.name.utf8.count) else {
        zip_discard(handle)
        throw .unwritable(member.name, "the name has no or more than 65,535 bytes")
      }
      let buffer = UnsafeMutableRawBufferPointer(rebasing: memory[offset...])
      buffer.copyBytes(from: member.bytes)
      offset += member.bytes.count
      guard Self.add(member.name, buffer.baseAddress, member.bytes.count, to: handle) else {
        let detail = String(cString: zip_strerror(handle))
        zip_discard(handle)
        throw .unwritable(member.name, detail)
      }
    }
    guard zip_close(handle) == 0 else {
      let detail = String(cString: zip_strerror(handle))
      zip_discard(handle)
      throw .unwritable("", detail)
    }
    return try Self.content(of: target)
  }

  private static func add(
    _ name: String, _ start: UnsafeMutableRawPointer?, _ count: Int, to handle: OpaquePointer
  ) -> Bool {
    guard let source = zip_source_buffer(handle, start, zip_uint64_t(count), 0) else {
      return false
    }
    let index = zip_file_add(handle, name, source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE)
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let position = zip_uint64_t(index)
    return zip_set_file_compression(handle, position, ZIP_CM_STORE, 0) == 0
      && zip_file_set_dostime(handle, position, 0, firstDate, 0) == 0
  }

  private static func content(of source: OpaquePointer) throws(ArchiveError) -> [UInt8] {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
      throw .unwritable("", String(cString: zip_error_strerror(zip_source_error(source))))
    }
    defer { zip_source_close(source) }
    let size = Int(clamping: stat.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = zip_source_read(
          source, buffer.baseAddress?.advanced(by: count), zip_uint64_t(size - count))
        if read <= 0 { break }
        count += Int(read)
      }
    }
    guard bytes.count == size else {
      throw .unwritable("", String(cString: zip_error_strerror(zip_source_error(source))))
    }
    return bytes
  }
}
