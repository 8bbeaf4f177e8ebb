import Testing

/// What holds for every source file.
@Suite struct FileTests {
  @Test func filesStayReadable() {
    let long = SourceTree.files.filter { $0.lines.count > 501 }
    #expect(long.map { "\($0.path): \($0.lines.count - 1) lines" } == [])
  }

  @Test(arguments: ["try!", "as!", "fatalError(", "TODO", "FIXME", "print("])
  func nothingThatDoesNotBelong(text: String) {
    // The generator of the embedded resources is a tool of the build and prints.
    let found = SourceTree.files.filter { $0.module != "embed-resources" }.flatMap { file in
      file.lines.enumerated().filter { _, line in
        let code = line.drop { $0 == " " }
        return code.contains(text) && !code.hasPrefix("//")
      }.map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(found == [])
  }

  @Test func filesEndWithOneLineFeed() {
    let odd = SourceTree.files.filter { $0.lines.last != "" || $0.lines.dropLast().last == "" }
    #expect(odd.map(\.path) == [])
  }
}
