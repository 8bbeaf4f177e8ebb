import Aktsam
import AktsamTestSupport
import Foundation
import Testing

@Suite struct FileAccessTests {
  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func aFileIsWrittenWholeAndNothingElseStays() throws {
    try TestFiles.withFolder { folder in
      let file = folder.appending(path: "report.json").path
      try FileAccess.write(Array("one".utf8), to: file)
      try FileAccess.write(Array("two and more".utf8), to: file)
      #expect(FileAccess.read(file).bytes == Array("two and more".utf8))
      #expect(try names(folder) == ["report.json"])
    }
  }

  @Test func aFailedWriteLeavesTheOldFileAlone() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appending(path: "no/such/folder/report.json").path
      #expect(throws: (any Error).self) { try FileAccess.write([1], to: path) }
      // A folder stands where the file should go.
      let taken = folder.appending(path: "taken")
      try FileManager.default.createDirectory(
        at: taken.appending(path: "x"), withIntermediateDirectories: true)
      #expect(throws: (any Error).self) { try FileAccess.write([1], to: taken.path) }
      #expect(try names(folder) == ["taken"])
      #expect(try names(taken) == ["x"])
    }
  }

  @Test func emptyAndLargeFilesComeBack() throws {
    try TestFiles.withFolder { folder in
      let file = folder.appending(path: "a").path
      for size in [0, 1, 65_535, 65_536, 65_537, 200_000] {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        try FileAccess.write(bytes, to: file)
        #expect(FileAccess.read(file).bytes == bytes)
      }
    }
  }

  @Test func whatCannotBeReadHasAReason() throws {
    try TestFiles.withFolder { folder in
      let missing = FileAccess.read(folder.appending(path: "none.xml").path)
      #expect(missing.bytes == nil)
      #expect(missing.failure == "no such file or folder")
      #expect(FileAccess.read(folder.path).failure == "is a folder")
    }
  }

  /// A file that opens and then cannot be read is no empty file.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem"), "no /proc"))
  func anErrorWhileReadingIsAFailure() {
    let file = FileAccess.read("/proc/self/mem")
    #expect(file.bytes == nil)
    #expect(file.failure != nil)
  }

  @Test func aFolderStandsForItsFilesInTheOrderOfTheirPaths() throws {
    try TestFiles.withFolder { folder in
      let inner = folder.appending(path: "b")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(
        at: folder.appending(path: ".git"), withIntermediateDirectories: true)
      for name in ["c.xml", "a.xml", "b/z.xml", "b/y.txt", ".hidden.xml", ".git/config"] {
        try Data().write(to: folder.appending(path: name))
      }
      let base = folder.path
      let expected = ["a.xml", "b/y.txt", "b/z.xml", "c.xml"].map { base + "/" + $0 }
      #expect(FileAccess.expand([base]) == expected)
      #expect(FileAccess.expand([base + "/"]) == expected)
      // Arguments keep their order; a file, `-` and what is not there stand for themselves.
      #expect(
        FileAccess.expand(["-", base + "/c.xml", "none.xml", base + "/b"])
          == ["-", base + "/c.xml", "none.xml", base + "/b/y.txt", base + "/b/z.xml"])
    }
  }
}
