import AktsamReports
import Testing

/// The configuration on disk, and what stands beside a document.
@Suite struct ConfigurationTests {
  private static let finding = "AK1001 8:27-8:29"

  @Test func theNearestConfigurationHolds() throws {
    let session = try Session(files: [
      "/w/.aktsam.yml": "overrides: [{files: old/**, ignore: [AK1001, AK0305]}]",
      "/w/far/.aktsam.yml": "severity: {AK1001: note}",
    ])
    for path in ["/w/a.xml", "/w/old/a.xml", "/w/far/off/a.xml"] {
      session.open(path, Sample.questionnaire())
    }
    let sent = session.takeNotifications("textDocument/publishDiagnostics")
    #expect(
      sent.map { $0["diagnostics"]?.array?.compactMap { $0["severity"]?.int } } == [[1], [], [3]])
  }

  @Test func filesThatAreNotWanted() throws {
    let session = try Session(files: [
      "/w/.aktsam.yml": "{files: [\"*.xml\"], exclude: [drafts]}"
    ])
    session.open("/w/drafts/a.xml", Sample.questionnaire())
    session.open("/w/README.md", "The supplier shall. TODO", language: "markdown")
    session.open("/w/a.xml", Sample.questionnaire())
    #expect(
      session.published() == [
        "/w/drafts/a.xml": [], "/w/README.md": [], "/w/a.xml": [Self.finding],
      ])
  }

  @Test(arguments: [
    ("workspace/didChangeConfiguration", #"{"settings": null}"#),
    (
      "workspace/didChangeWatchedFiles",
      #"{"changes": [{"uri": "file:///w/.aktsam.yml", "type": 2}]}"#
    ),
    ("textDocument/didSave", #"{"textDocument": {"uri": "file:///w/.aktsam.yml"}}"#),
  ])
  func aChangedConfigurationIsRead(method: String, params: String) throws {
    let session = try Session(files: ["/w/.aktsam.yml": "ignore: [AK1001, AK0305]"])
    session.open("/w/a.xml", Sample.questionnaire())
    #expect(session.published() == ["/w/a.xml": []])
    session.write("/w/.aktsam.yml", "")
    session.notify(method, params)
    #expect(session.published() == ["/w/a.xml": [Self.finding]])
    session.write("/w/.aktsam.yml", nil)
    session.notify(method, params)
    #expect(session.published() == ["/w/a.xml": [Self.finding]])
  }

  @Test func problemsAreLoggedAndShown() throws {
    let session = try Session(files: ["/w/.aktsam.yml": "\nignroe: AK1001\n"])
    session.open("/w/a.xml", Sample.questionnaire())
    let log = session.received.filter { $0["method"] == .string("window/logMessage") }
    #expect(log.count == 1 && log[0]["params"]?["type"]?.int == 1)
    #expect(log[0]["params"]?["message"]?.string?.hasPrefix("/w/.aktsam.yml:2:1: ") == true)
    #expect(
      session.published() == ["/w/.aktsam.yml": ["- 1:0-1:14"], "/w/a.xml": [Self.finding]])
    session.write("/w/.aktsam.yml", "ignore: [AK1001, AK0305]")
    session.notify("workspace/didChangeConfiguration", "{}")
    #expect(session.published() == ["/w/.aktsam.yml": [], "/w/a.xml": []])
    // With a new slip what held before holds on.
    session.write("/w/.aktsam.yml", "ignore: AK9999")
    session.notify("workspace/didChangeConfiguration", "{}")
    #expect(session.published() == ["/w/.aktsam.yml": ["- 0:8-0:14"], "/w/a.xml": []])
  }

  @Test func anOpenConfigurationShowsItsSlipsAsTheyAreTyped() throws {
    let session = try Session(files: ["/w/.aktsam.yml": ""])
    session.open("/w/.aktsam.yml", "", language: "yaml")
    #expect(session.published() == ["/w/.aktsam.yml": []])
    session.change("/w/.aktsam.yml", "ignore: AK9999")
    #expect(session.published() == ["/w/.aktsam.yml": ["- 0:8-0:14"]])
    session.close("/w/.aktsam.yml")
    #expect(session.published() == ["/w/.aktsam.yml": []])
  }

  @Test func theProfileMayBeSetByTheEditor() throws {
    let session = try Session(options: #"{"profile": "nosuch"}"#)
    #expect(
      session.takeNotifications("window/logMessage").first?["message"]?.string?
        .contains("\"oecd-six-steps\"") == true)
    session.notify(
      "workspace/didChangeConfiguration", #"{"settings": {"aktsam": {"profile": "dfo-terms"}}}"#)
    #expect(session.takeNotifications("window/logMessage").isEmpty)
  }
}

/// A response is checked against its questionnaire.
@Suite struct NeighbourTests {
  private static let response = "/w/responses/b.xml"
  /// The question that the response answers is unknown to the questionnaire.
  private static let unknown = "AK1105"

  private static func rules(_ session: Session, _ path: String) -> [String]? {
    session.published()[path]?.map { String($0.prefix(6)) }
  }

  @Test(arguments: ["/w/responses/q.xml", "/w/q.xml"])
  func theQuestionnaireIsFoundOnDisk(path: String) throws {
    let session = try Session(files: [path: Sample.questionnaire(condition: "q1")])
    session.open(Self.response, Sample.response(question: "q7"))
    let rules = try #require(Self.rules(session, Self.response))
    session.write(path, nil)
    session.notify(
      "workspace/didChangeWatchedFiles", #"{"changes": [{"uri": "file://\#(path)", "type": 3}]}"#)
    let without = try #require(Self.rules(session, Self.response))
    #expect(rules != without)
    session.write(path, Sample.questionnaire(condition: "q1"))
    session.notify("textDocument/didSave", #"{"textDocument": {"uri": "file://\#(path)"}}"#)
    #expect(Self.rules(session, Self.response) == rules)
  }

  /// As it stands in the editor, not as it stands on disk; its change tells on the response at once.
  @Test func theOpenQuestionnaireGoesBeforeTheOneOnDisk() throws {
    let path = "/w/responses/q.xml"
    let session = try Session(files: [path: Sample.questionnaire(condition: "q1")])
    session.open(Self.response, Sample.response(question: "q7", text: "We map them each year."))
    let before = try #require(Self.rules(session, Self.response))
    session.open(path, Sample.questionnaire(condition: "q1"))
    #expect(Self.rules(session, Self.response) == before)
    session.change(
      path,
      Sample.questionnaire(
        "<question id=\"q7\" type=\"text\"><text>What else?</text></question>", condition: "q1"))
    let after = try #require(Self.rules(session, Self.response))
    #expect(after.count < before.count)
    session.close(path)
    #expect(Self.rules(session, Self.response) == before)
  }

  @Test func filesElsewhereDoNotMatter() throws {
    let session = try Session(files: ["/w/other/q.xml": Sample.questionnaire(condition: "q1")])
    session.open(Self.response, Sample.response(question: "q7"))
    let alone = try #require(Self.rules(session, Self.response))
    let empty = try Session()
    empty.open(Self.response, Sample.response(question: "q7"))
    #expect(Self.rules(empty, Self.response) == alone)
  }
}
