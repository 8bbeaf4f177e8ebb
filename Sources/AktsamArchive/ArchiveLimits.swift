/// What a zip file may at most make the reader do; each limit's name appears in its finding.
package struct ArchiveLimits: Sendable, Hashable {
  /// Members of one archive, folders included.
  package var maxEntries: Int
  /// Bytes of one member when unpacked.
  package var maxEntryBytes: Int
  /// Bytes of all members that are read from one archive, unpacked.
  package var maxTotalBytes: Int
  /// How many times larger than stored a member of more than 1 MiB may become.
  package var maxRatio: Int
  /// Archives inside each other.
  package var maxNesting: Int

  /// Creates limits; every one has a default that large real submissions keep.
  package init(
    maxEntries: Int = 10_000, maxEntryBytes: Int = 256 << 20, maxTotalBytes: Int = 1 << 30,
    maxRatio: Int = 200, maxNesting: Int = 3
  ) {
    self.maxEntries = maxEntries
    self.maxEntryBytes = maxEntryBytes
    self.maxTotalBytes = maxTotalBytes
    self.maxRatio = maxRatio
    self.maxNesting = maxNesting
  }

  /// The limits that hold when nothing else is asked for.
  package static let standard = ArchiveLimits()
}
