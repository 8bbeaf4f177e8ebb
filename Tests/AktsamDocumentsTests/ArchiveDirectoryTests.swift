import AktsamArchive
import AktsamTestSupport
import Testing

/// The limit on entries holds before libzip is given a file.
@Suite struct ArchiveDirectoryTests {
  private let four = ZipFixture(["a.txt": "1", "b.txt": "2", "c.txt": "3", "d.txt": "4"]).bytes

  private func opening(_ bytes: [UInt8], _ maxEntries: Int) -> Result<[String], ArchiveError> {
    Result { () throws(ArchiveError) in
      try Archive(bytes, limits: ArchiveLimits(maxEntries: maxEntries)).entries.map(\.name)
    }
  }

  @Test func theLimitIsExact() {
    #expect(opening(four, 4) == .success(["a.txt", "b.txt", "c.txt", "d.txt"]))
    #expect(throws: ArchiveError.self) { try opening(four, 3).get() }
  }

  /// The end record says 1; libzip would go on reading, as the count of a large file wraps around.
  @Test func entriesAreCountedNotBelieved() throws {
    var bytes = four
    for field in [8, 10] { bytes[bytes.count - 22 + field] = 1 }
    let error = #expect(throws: ArchiveError.self) { try opening(bytes, 3).get() }
    #expect(error?.code == .limit)
    #expect(error?.description.contains("maxEntries (3)") == true)
  }

  /// Each end record in the last 64 KiB makes libzip read a directory.
  @Test func directoriesOfSeveralEndRecordsAreCountedTogether() throws {
    let end = four.count - 22
    var second = Array(four[end...])
    // Its directory starts at the second entry: 46 bytes and the name further on.
    second[16] += 46 + 5
    var bytes = four
    bytes[end + 20] = 22
    bytes += second
    let error = #expect(throws: ArchiveError.self) { try opening(bytes, 6).get() }
    #expect(error?.code == .limit)
    guard case .success = opening(bytes, 7) else {
      Issue.record("seven entries are within the limit")
      return
    }
  }

  @Test func entriesOfAnArchiveInsideAreNotCounted() {
    var outer = ZipFixture()
    outer.add("inner.zip", four)
    #expect(opening(outer.bytes, 1) == .success(["inner.zip"]))
  }

  @Test func everyPrefixIsLookedAtWithoutATrap() {
    for count in 1..<four.count {
      if case .success(let names) = opening(Array(four.prefix(count)), 10) {
        Issue.record("\(count) bytes of \(four.count) give \(names)")
      }
    }
  }
}
