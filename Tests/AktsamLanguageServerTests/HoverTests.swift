import AktsamClauses
import AktsamReports
import Testing

/// Help beside the text.
@Suite struct HoverTests {
  private static let path = "/w/a.xml"

  private static func session(
    _ inside: String = "", language: String? = nil, lang: String = "en"
  ) throws -> Session {
    let session = try Session(language: language)
    session.open(
      path, Sample.questionnaire(inside).replacing("xml:lang=\"en\"", with: "xml:lang=\"\(lang)\""))
    return session
  }

  @Test func theRuleOfAFinding() throws {
    let text = try #require(try Self.session().hover(Self.path, 8, 28))
    #expect(
      text.hasPrefix(
        "**[AK1001 dangling-question-reference](https://example.org/rules/AK1001)** (error)\n\n"))
    // Also right behind its last letter, and nowhere else.
    #expect(try Self.session().hover(Self.path, 8, 29) == text)
    #expect(try Self.session().hover(Self.path, 8, 26) == nil)
    #expect(try Self.session().hover(Self.path, 400, 2) == nil)
    #expect(try Self.session().hover("/w/other.xml", 0, 0) == nil)
  }

  private static let mapped =
    "<question id=\"q3\" type=\"text\" requirement=\"grv-mechanism\"><text>How?</text></question>"

  @Test(
    arguments: [
      ("en", nil, "Why"), ("sv", nil, "sv"), ("nn", nil, "nb"), ("de", nil, "en"),
      ("en", "sv", "sv"),
    ] as [(String, String?, String)])
  func theRequirementOfAnID(lang: String, chosen: String?, language: String) throws {
    let library = try #require(ShippedFiles.library)
    let requirement = try #require(library.requirements.first)
    let session = try Self.session(
      Self.mapped.replacing("grv-mechanism", with: requirement.id), language: chosen, lang: lang)
    let column = 4 + "<question id=\"q3\" type=\"text\" requirement=\"".count
    let text = try #require(try session.hover(Self.path, 5, column + 2))
    let code = language.count == 2 ? language : "en"
    #expect(text.hasPrefix("**\(requirement.title[code])** (`\(requirement.id)`)"))
    let authority = try #require(requirement.authorities.first)
    let (source, _) = try #require(library.provision(authority))
    #expect(text.contains("- [\(authority)](\(source.url))"))
  }

  @Test func provisionsAndRulesByTheirIDs() throws {
    let session = try Session()
    session.open("/w/a.md", "UNGP-17. AK1001\n", language: "markdown")
    #expect(try session.hover("/w/a.md", 0, 3)?.hasPrefix("- [UNGP-17](https://") == true)
    #expect(try session.hover("/w/a.md", 0, 10)?.hasPrefix("**[AK1001 ") == true)
    session.open("/w/.aktsam.yml", "ignore: long-question\n", language: "yaml")
    #expect(try session.hover("/w/.aktsam.yml", 0, 12)?.contains("long-question") == true)
  }

  @Test func textsWithoutMarks() throws {
    let session = try Session(#"{"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}"#)
    session.open("/w/a.md", "AK1001\n", language: "markdown")
    let answer = try session.ask(
      "textDocument/hover", "/w/a.md", #", "position": {"line": 0, "character": 1}"#)
    #expect(answer["contents"]?["kind"]?.string == "plaintext")
    #expect(Session.range(answer["range"]) == "0:0-0:6")
  }
}
