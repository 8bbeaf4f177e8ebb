import AktsamArchive
import Testing

/// What the writer of zip files packs, the reader unpacks.
@Suite struct GapArchiveTests {
  @Test func membersComeBackInOrder() throws {
    let members: [(name: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/empty.xml", []),
      ("mapp/å.bin", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
    ]
    var writer = ArchiveWriter()
    for member in members { writer.add(member.name, member.bytes) }
    let archive = try Archive(writer.bytes())
    #expect(archive.entries.map(\.name) == members.map(\.name))
    for (entry, member) in zip(archive.entries, members) {
      #expect(try archive.read(entry) == member.bytes)
    }
  }

  @Test func sameMembersSameBytesWithoutClock() throws {
    var writer = ArchiveWriter()
    writer.add("a.txt", Array("a".utf8))
    let bytes = try writer.bytes()
    #expect(try writer.bytes() == bytes)
    // Local header (APPNOTE.TXT, section 4.3.7): stored, and the first day that there is.
    #expect(Array(bytes[8..<14]) == [0, 0, 0, 0, 0x21, 0])
  }

  @Test func aSecondMemberOfANameReplacesTheFirst() throws {
    var writer = ArchiveWriter()
    writer.add("a.txt", Array("old".utf8))
    writer.add("a.txt", Array("new".utf8))
    let archive = try Archive(writer.bytes())
    #expect(archive.entries.count == 1)
    #expect(try archive.read(archive.entries[0]) == Array("new".utf8))
  }

  @Test(arguments: [0, 70_000])
  func aNameThatTheFormatHasNoRoomForIsAnError(length: Int) {
    var writer = ArchiveWriter()
    writer.add(String(repeating: "a", count: length), [1])
    #expect(throws: ArchiveError.self) { try writer.bytes() }
  }
}
