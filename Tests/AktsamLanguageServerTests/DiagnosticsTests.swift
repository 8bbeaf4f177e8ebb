import AktsamReports
import Testing

/// What the editor is told about a text.
@Suite struct DiagnosticsTests {
  private static let path = "/w/a.xml"

  @Test func openedChangedAndClosed() throws {
    let session = try Session()
    session.open(Self.path, Sample.questionnaire())
    #expect(session.published() == [Self.path: ["AK1001 8:27-8:29"]])
    session.change(Self.path, Sample.questionnaire(condition: "q1"), version: 2)
    #expect(session.published() == [Self.path: []])
    session.change(Self.path, Sample.questionnaire("\n\n"), version: 3)
    #expect(session.published() == [Self.path: ["AK1001 10:27-10:29"]])
    session.close(Self.path)
    #expect(session.published() == [Self.path: []])
  }

  @Test func everyFieldOfADiagnostic() throws {
    let session = try Session()
    session.open(Self.path, Sample.questionnaire())
    let params = try #require(
      session.takeNotifications("textDocument/publishDiagnostics").first)
    #expect(params["version"]?.int == 1)
    let diagnostic = try #require(params["diagnostics"]?.array?.first)
    #expect(diagnostic["severity"]?.int == 1)
    #expect(diagnostic["source"]?.string == "aktsam")
    #expect(diagnostic["codeDescription"]?["href"]?.string == "https://example.org/rules/AK1001")
    #expect(diagnostic["message"]?.string?.contains("q9") == true)
    #expect(diagnostic["tags"] == nil)
  }

  /// A client that cannot show it is not sent it.
  @Test func onlyWhatTheClientShows() throws {
    let session = try Session("{}")
    session.open(Self.path, Sample.questionnaire())
    let params = try #require(
      session.takeNotifications("textDocument/publishDiagnostics").first)
    let diagnostic = try #require(params["diagnostics"]?.array?.first)
    #expect(diagnostic["codeDescription"] == nil && diagnostic["relatedInformation"] == nil)
  }

  @Test func otherPlacesThatAFindingIsAbout() throws {
    let session = try Session()
    session.open(
      Self.path,
      Sample.questionnaire(
        "<question id=\"q1\" type=\"text\"><text>Which sites?</text></question>", condition: "q1"))
    let params = try #require(
      session.takeNotifications("textDocument/publishDiagnostics").first)
    let diagnostic = try #require(
      params["diagnostics"]?.array?.first { $0["code"] == .string("AK1003") })
    let related = try #require(diagnostic["relatedInformation"]?.array?.first)
    #expect(related["location"]?["uri"]?.string == "file://" + Self.path)
    let range = Session.range(related["location"]?["range"])
    #expect(range.hasPrefix("4:"))
  }

  /// Letters that take two units stand before what is reported, on its line.
  @Test(arguments: [
    ("utf-16", "AK1001 8:37-8:39"), ("utf-8", "AK1001 8:40-8:42"), ("utf-32", "AK1001 8:36-8:38"),
  ])
  func positionsAreCountedAsAgreed(encoding: String, line: String) throws {
    let session = try Session(#"{"general": {"positionEncodings": ["\#(encoding)"]}}"#)
    let text = Sample.questionnaire().replacing(
      "      <show-when", with: "<!--😀å-->      <show-when")
    session.open(Self.path, text)
    #expect(session.published() == [Self.path: [line]])
  }

  @Test func anEncodingThatTheFileDeclaresIsNotTheEditors() throws {
    let session = try Session()
    let text =
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n"
      + Sample.questionnaire().replacing("Risk", with: "Riskåäö")
    session.open(Self.path, text)
    #expect(session.published() == [Self.path: ["AK1001 9:27-9:29"]])
  }

  @Test func brokenTextIsSaidWhereItBreaks() throws {
    let session = try Session()
    session.open(Self.path, "<questionnaire xmlns='urn:aktsam:questionnaire:1'><t")
    #expect(session.published()[Self.path]?.contains { $0.hasPrefix("AK0101 ") } == true)
    session.change(Self.path, "")
    _ = session.published()
    session.change(Self.path, Sample.questionnaire())
    #expect(session.published() == [Self.path: ["AK1001 8:27-8:29"]])
  }

  @Test func pulledInsteadOfPublished() throws {
    let session = try Session(#"{"textDocument": {"diagnostic": {}}}"#)
    session.open(Self.path, Sample.questionnaire())
    #expect(session.published() == [:])
    let report = try session.ask("textDocument/diagnostic", Self.path)
    #expect(report["kind"]?.string == "full")
    #expect(report["items"]?.array?.map(Session.line) == ["AK1001 8:27-8:29"])
    session.change(Self.path, Sample.questionnaire(condition: "q1"))
    #expect(try session.ask("textDocument/diagnostic", Self.path)["items"] == .array([]))
    #expect(try session.ask("textDocument/diagnostic", "/w/b.xml")["items"] == .array([]))
  }

  @Test func textThatIsNoFile() throws {
    let session = try Session()
    session.open("untitled:Untitled-1", Sample.questionnaire())
    #expect(session.published() == ["untitled:Untitled-1": ["AK1001 8:27-8:29"]])
  }

  @Test func namesOfFilesMayHoldAnything() throws {
    let session = try Session()
    let path = "/w/r%C3%A5d%20%231/a.xml"
    session.open(path, Sample.questionnaire())
    #expect(session.published() == [path: ["AK1001 8:27-8:29"]])
  }

  /// A file of a clause library means nothing without the others.
  @Test func clauseFilesAreLeftAlone() throws {
    let session = try Session()
    session.open(
      "/w/clauses/requirements/x.xml", "<requirements xmlns=\"urn:aktsam:clauses:1\"/>")
    #expect(session.published() == ["/w/clauses/requirements/x.xml": []])
  }
}
