import Testing

@testable import AktsamServer

/// Names of files lead nowhere else, and tell what belongs together.
@Suite struct UploadPathsTests {
  private static func paths(_ names: [String]) -> [String?] {
    var paths = UploadPaths()
    return names.map { paths.path(for: $0) }
  }

  @Test(arguments: [
    ("a.xml", "a.xml"), ("p/bidder a/a.xml", "p/bidder a/a.xml"),
    ("../../etc/passwd", "etc/passwd"),
    ("/etc/passwd", "etc/passwd"), ("..\\..\\x.xml", "x.xml"), ("C:\\a\\b.xml", "C:/a/b.xml"),
    ("a/./b/../c.xml", "a/b/c.xml"), ("", "file"), ("..", "file"), ("/", "file"),
    ("a\u{0}b\u{7}\n.xml", "ab.xml"), ("x\u{202E}lmx.exe", "xlmx.exe"), (".profile", "profile"),
    ("å ö.xml", "å ö.xml"), ("-", "-"), ("a//b", "a/b"),
  ])
  func nothingLeadsOut(name: String, path: String) {
    #expect(Self.paths([name]) == [path])
  }

  @Test func hiddenFilesInFoldersAreLeftOut() {
    #expect(
      Self.paths(["p/.DS_Store", "__MACOSX/a.xml", ".git/x", "p/a.xml"])
        == [nil, nil, nil, "p/a.xml"])
  }

  @Test func noNameIsGivenTwice() {
    #expect(
      Self.paths(["a.xml", "A.xml", "a.xml", "a.xml/b", "p/x", "p"])
        == ["a.xml", "A-2.xml", "a-3.xml", "a-4.xml/b", "p/x", "p-2"])
  }

  @Test func aFolderThatCannotBeKeepsItsFilesTogether() {
    #expect(Self.paths(["a", "a/b", "a/c"]) == ["a", "a-2/b", "a-2/c"])
  }

  @Test func longNamesAreCutAndKeepTheirSuffix() throws {
    let path = try #require(Self.paths([String(repeating: "å", count: 400) + ".xml"])[0])
    #expect(path.utf8.count <= UploadPaths.longest)
    #expect(path.hasSuffix(".xml"))
  }

  @Test func deepFoldersAreCut() throws {
    let path = try #require(Self.paths([String(repeating: "a/", count: 100) + "b"])[0])
    #expect(path.split(separator: "/").count == UploadPaths.deepest)
    #expect(path.hasSuffix("/b"))
  }
}
