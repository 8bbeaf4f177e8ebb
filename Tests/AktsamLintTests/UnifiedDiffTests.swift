import AktsamLint
import AktsamTestSupport
import Foundation
import Testing

@Suite struct UnifiedDiffTests {
  private static func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff.text(old: Array(old.utf8), new: Array(new.utf8), path: "a/b.xml")
  }

  @Test func nothingForEqualFiles() {
    #expect(Self.diff("a\n", "a\n") == "")
  }

  @Test func changeStandsInItsLines() {
    let old = (1...12).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 6\n", with: "line six\n")
    #expect(
      Self.diff(old, new) == """
        --- a/a/b.xml
        +++ b/a/b.xml
        @@ -3,7 +3,7 @@
         line 3
         line 4
         line 5
        -line 6
        +line six
         line 7
         line 8
         line 9

        """)
  }

  @Test func farChangesAreApart() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("2\n3\n", with: "3\n").replacing("18\n", with: "18\nx\n")
    let hunks = Self.diff(old, new).split(separator: "\n").filter { $0.hasPrefix("@@") }
    #expect(hunks == ["@@ -1,5 +1,4 @@", "@@ -16,5 +15,6 @@"])
  }

  @Test func missingLineFeedIsSaid() {
    #expect(
      Self.diff("a", "b\n") == """
        --- a/a/b.xml
        +++ b/a/b.xml
        @@ -1 +1 @@
        -a
        \\ No newline at end of file
        +b

        """)
    #expect(Self.diff("", "b\n").contains("@@ -0,0 +1 @@"))
  }

  /// `patch` makes the new file out of the old one.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/patch")))
  func patchTakesIt() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<20 {
      let old = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        ["a\n", "b\r\n", "å\n"].randomElement(using: &random) ?? ""
      }
      var new = old
      for _ in 0..<3 {
        new.insert("new\n", at: Int.random(in: 0...new.count, using: &random))
        new.remove(at: Int.random(in: 0..<new.count, using: &random))
      }
      try TestFiles.withFolder { folder in
        let file = folder.appending(path: "f")
        try Data(old.joined().utf8).write(to: file)
        let diff = folder.appending(path: "d")
        try Data(Self.diff(old.joined(), new.joined()).utf8).write(to: diff)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/patch")
        process.arguments = ["--binary", "-s", file.path, diff.path]
        try process.run()
        process.waitUntilExit()
        if old != new { #expect(process.terminationStatus == 0) }
        #expect(try Data(contentsOf: file) == Data(new.joined().utf8))
      }
    }
  }
}
