import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

@Suite(
  .enabled(
    if: TestFiles.shared("corpus/wordprocessingml") != nil,
    "the corpus of third-party files is not here"))
struct WordCorpusTests {
  @Test(arguments: [
    ("flat-opc-sample-docx.xml", "flat-opc", 43, 7), ("word2003xml.xml", "word-2003", 43, 7),
    ("flat-opc-numberingrestart.xml", "flat-opc", 21, 0),
  ])
  func everyWordIsRead(name: String, format: String, blocks: Int, headings: Int) throws {
    let document = try read(name)
    #expect(document.format == format)
    #expect(document.isComplete)
    #expect(document.questions.isEmpty)
    #expect(document.blocks.count == blocks)
    #expect(document.blocks.count { $0.kind == .heading } == headings)
    #expect(WordFixture.isTraced(document))
  }

  @Test func listsOnOneDefinitionCountOn() throws {
    let document = try read("flat-opc-numberingrestart.xml")
    let items = document.blocks.filter { $0.kind == .listItem }
    #expect(items.map(\.number) == ["1", "2", "3", "4", "10", "11", "12", "13", "14"])
  }

  @Test(arguments: ["flat-opc-sample-docx.xml", "word2003xml.xml"])
  func changesMarginsAndListsAreThere(name: String) throws {
    let document = try read(name)
    #expect(OwnFixture.rules(document) == ["AK0350"])
    #expect(document.findings[0].message.contains("(insertions: 1, deletions: 1)"))
    #expect(document.language == "en")
    #expect(document.blocks.last?.kind == .caption)
    #expect(
      document.blocks.filter { $0.kind == .listItem }.map(\.number) == ["", "", "1", "a", "i"])
    #expect(document.blocks.count { $0.kind == .tableCell } == 5)
  }

  private func read(_ name: String) throws -> Document {
    let url = try #require(TestFiles.shared("corpus/wordprocessingml/\(name)"))
    return OwnFixture.read(bytes: Array(try Data(contentsOf: url)), path: name)
  }
}
