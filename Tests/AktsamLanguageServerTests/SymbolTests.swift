import AktsamReports
import AktsamTestSupport
import Foundation
import Testing

/// The outline of a document.
@Suite struct SymbolTests {
  /// The symbols, a line each, indented as they nest: `Risk 3:2-10:14`.
  private static func lines(_ symbols: JSONValue?, indent: String = "") -> [String] {
    (symbols?.array ?? []).flatMap { symbol in
      ["\(indent)\(symbol["name"]?.string ?? "") \(Session.range(symbol["range"]))"]
        + lines(symbol["children"], indent: indent + "  ")
    }
  }

  @Test func questionsStandUnderTheirSections() throws {
    let session = try Session()
    session.open("/w/a.xml", Sample.questionnaire())
    let symbols = try session.ask("textDocument/documentSymbol", "/w/a.xml")
    #expect(
      Self.lines(symbols) == [
        "Self-assessment 1:9-11:16",
        "  Risk 3:13-11:16",
        "    Do you map your risks? 4:4-4:64",
        "    How do you map them? 6:4-7:32",
      ])
    let question = symbols.array?.first?["children"]?.array?.first?["children"]?.array?.first
    #expect(question?["detail"]?.string == "q1" && question?["kind"]?.int == 8)
    #expect(Session.range(question?["selectionRange"]) == "4:4-4:36")
  }

  @Test func headingsOfMarkdownNestByTheirMarks() throws {
    let session = try Session()
    session.open(
      "/w/a.md", "# One\n\ntext\n\n### Three 😀\n\nmore\n\n## Two\n\n# Next\n",
      language: "markdown")
    #expect(
      Self.lines(try session.ask("textDocument/documentSymbol", "/w/a.md")) == [
        "One 0:2-10:2", "  Three 😀 4:4-8:3", "  Two 8:3-10:2", "Next 10:2-11:0",
      ])
  }

  @Test func flatForThoseWhoDoNotNest() throws {
    let session = try Session("{}")
    session.open("/w/a.xml", Sample.questionnaire())
    let symbols = try session.ask("textDocument/documentSymbol", "/w/a.xml")
    #expect(
      symbols.array?.map { "\($0["containerName"]?.string ?? "")/\($0["name"]?.string ?? "")" } == [
        "/Self-assessment", "Self-assessment/Risk", "Risk/Do you map your risks?",
        "Risk/How do you map them?",
      ])
    #expect(
      symbols.array?.first?["location"]?["uri"]?.string == "file:///w/a.xml")
  }

  @Test func clausesOfTerms() throws {
    let session = try Session()
    session.open(
      "/w/a.txt", "1. Risk\n\n1.1 The supplier shall assess its risks.\n\n2. Remedy\n")
    let lines = Self.lines(try session.ask("textDocument/documentSymbol", "/w/a.txt"))
    #expect(lines.count >= 2 && lines.contains { $0.contains("Risk") })
  }

  /// In every example document parts lie in what holds them, and what is selected in the part.
  @Test func partsLieInEachOther() throws {
    let folder = TestFiles.root.appending(path: "examples").resolvingSymlinksInPath()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".xml") || $0.hasSuffix(".txt") || $0.hasSuffix(".md")
    }
    #expect(paths.count > 5)
    let session = try Session()
    for path in paths.sorted() {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      session.open("/w/\(path)", text)
      let symbols = try session.ask("textDocument/documentSymbol", "/w/\(path)")
      check(symbols, within: nil)
      session.close("/w/\(path)")
    }
  }

  private func check(_ symbols: JSONValue?, within outer: [[Int]]?) {
    for symbol in symbols?.array ?? [] {
      let range = Self.ends(symbol["range"])
      let selection = Self.ends(symbol["selectionRange"])
      #expect(symbol["name"]?.string?.isEmpty == false)
      #expect(
        !selection[0].lexicographicallyPrecedes(range[0])
          && !range[1].lexicographicallyPrecedes(selection[1]))
      if let outer {
        #expect(
          !range[0].lexicographicallyPrecedes(outer[0])
            && !outer[1].lexicographicallyPrecedes(range[1]))
      }
      check(symbol["children"], within: range)
    }
  }

  private static func ends(_ range: JSONValue?) -> [[Int]] {
    ["start", "end"].map {
      [range?[$0]?["line"]?.int ?? -1, range?[$0]?["character"]?.int ?? -1]
    }
  }
}
