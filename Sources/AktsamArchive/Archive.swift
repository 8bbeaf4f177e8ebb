internal import CLibZip

/// A zip file in memory, opened for reading by name, under ``ArchiveLimits``.
///
/// Nothing is ever written to disk: members are bytes, and their names only labels. Sizes that the
/// directory declares are checked before a byte is unpacked, and unpacking stops at the declared
/// size. Not `Sendable`: an archive belongs to the task that opened it.
package final class Archive {
  /// A member of an archive.
  package struct Entry: Sendable, Hashable {
    /// The name as stored, `/` between folders.
    package var name: String
    /// The unpacked size that the directory declares, in bytes.
    package var size: Int
    /// Whether it is a folder.
    package var isFolder: Bool { name.hasSuffix("/") }

    fileprivate var index: UInt64
    fileprivate var storedSize: Int
    fileprivate var isEncrypted: Bool
  }

  /// The members, in the order of the directory.
  package let entries: [Entry]

  private let limits: ArchiveLimits
  private let memory: UnsafeMutableRawBufferPointer
  private let handle: OpaquePointer
  private let byName: [String: Int]
  private var totalBytes = 0

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - bytes: the zip file as stored.
  ///   - limits: what it may make the reader do.
  /// - Throws: ``ArchiveError`` when the bytes are no zip file or have too many members.
  package init(_ bytes: [UInt8], limits: ArchiveLimits = .standard) throws(ArchiveError) {
    guard DirectoryCount.entries(in: bytes, limit: limits.maxEntries) <= limits.maxEntries else {
      throw .limit("maxEntries", limits.maxEntries, "")
    }
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(bytes.count, 1), alignment: 16)
    memory.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(
        memory.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else {
      memory.deallocate()
      throw .damaged("", Self.text(&error))
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      memory.deallocate()
      throw .damaged("", Self.text(&error))
    }
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= limits.maxEntries else {
      zip_discard(handle)
      memory.deallocate()
      throw .limit("maxEntries", limits.maxEntries, "")
    }
    entries = (0..<max(count, 0)).compactMap { Self.entry(UInt64($0), of: handle) }
    byName = Dictionary(
      entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.memory = memory
    self.handle = handle
    self.limits = limits
  }

  deinit {
    zip_discard(handle)
    memory.deallocate()
  }

  /// Returns the member with a name, or nil.
  package func entry(named name: String) -> Entry? {
    byName[name].map { entries[$0] }
  }

  /// Unpacks a member.
  ///
  /// - Returns: its bytes.
  /// - Throws: ``ArchiveError`` when it is damaged, encrypted, or larger than a limit allows.
  package func read(_ entry: Entry) throws(ArchiveError) -> [UInt8] {
    guard !entry.isEncrypted else { throw .encrypted(entry.name) }
    guard entry.size <= limits.maxEntryBytes else {
      throw .limit("maxEntryBytes", limits.maxEntryBytes, entry.name)
    }
    guard entry.size <= 1 << 20 || entry.size / max(entry.storedSize, 1) <= limits.maxRatio else {
      throw .limit("maxRatio", limits.maxRatio, entry.name)
    }
    guard totalBytes + entry.size <= limits.maxTotalBytes else {
      throw .limit("maxTotalBytes", limits.maxTotalBytes, entry.name)
    }
    guard let file = zip_fopen_index(handle, entry.index, 0) else {
      throw .damaged(entry.name, String(cString: zip_strerror(handle)))
    }
    defer { zip_fclose(file) }
    var failure: String?
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size) { buffer, count in
      while count < entry.size {
        let read = zip_fread(
          file, buffer.baseAddress?.advanced(by: count), UInt64(entry.size - count))
        if read < 0 { failure = String(cString: zip_file_strerror(file)) }
        if read <= 0 { break }
        count += Int(read)
      }
    }
    if failure == nil, bytes.count == entry.size {
      // The checksum is compared when the end is read; a longer member is not what it says.
      var byte: UInt8 = 0
      let rest = zip_fread(file, &byte, 1)
      if rest > 0 { failure = "it is longer than its directory entry says" }
      if rest < 0 { failure = String(cString: zip_file_strerror(file)) }
    }
    if failure == nil, bytes.count < entry.size {
      failure = "it is shorter than its directory entry says"
    }
    if let failure { throw .damaged(entry.name, failure) }
    totalBytes += bytes.count
    return bytes
  }

  private static func entry(_ index: UInt64, of handle: OpaquePointer) -> Entry? {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat_index(handle, index, 0, &stat) == 0, let name = stat.name else { return nil }
    return Entry(
      name: String(cString: name), size: Int(clamping: stat.size), index: index,
      storedSize: Int(clamping: stat.comp_size),
      isEncrypted: stat.encryption_method != UInt16(ZIP_EM_NONE))
  }

  private static func text(_ error: inout zip_error_t) -> String {
    String(cString: zip_error_strerror(&error))
  }
}
