import AktsamClauses
import Testing

@Suite struct ProfileTests {
  @Test func entryKeepsLevelNumberAndMark() throws {
    let profile = try #require(Fixture.load(Fixture.files).library?.profile("base"))
    #expect(
      profile.entries == [
        .init(requirement: "dd-risk", level: .required, number: "2.2", isBreachQuestion: true)
      ])
    #expect(profile.parameters == ["incident-days": 14])
  }

  @Test func ownEntriesWinAndComeFirst() throws {
    let second = Fixture.requirements.split(separator: "\n").joined(separator: "\n")
    let files =
      Fixture.files(
        adding: "clauses/requirements/second.xml", renamed("dd-risk", to: "dd-two", in: second))
      + [
        file("a", "base", "<require ref=\"dd-two\" level=\"optional\"/>"),
        file(
          "b", "a",
          "<parameter name=\"incident-days\" value=\"7\"/>"
            + "<require ref=\"dd-risk\" level=\"expected\"/>"),
      ]
    let (library, findings) = Fixture.load(files)
    #expect(findings.map(Fixture.line) == [])
    let profiles = try #require(library).profiles
    #expect(profiles.map(\.id) == ["a", "b", "base"])
    #expect(profiles[0].entries.map(\.requirement) == ["dd-two", "dd-risk"])
    #expect(profiles[0].parameters == ["incident-days": 14])
    #expect(profiles[1].entries.map(\.requirement) == ["dd-risk", "dd-two"])
    #expect(profiles[1].entries.map(\.level) == [.expected, .optional])
    #expect(profiles[1].parameters == ["incident-days": 7])
  }

  private func file(
    _ id: String, _ base: String, _ content: String
  ) -> (path: String, bytes: [UInt8]) {
    let texts = ["title", "description"].flatMap { name in
      ["en", "sv", "nb"].map { "<\(name) xml:lang=\"\($0)\">P</\(name)>" }
    }.joined()
    let text =
      "<profile xmlns=\"urn:aktsam:clauses:1\" id=\"\(id)\" version=\"1.0.0\" "
      + "extends=\"\(base)\">\(texts)\(content)</profile>"
    return ("clauses/profiles/\(id).xml", Array(text.utf8))
  }

  private func renamed(_ old: String, to new: String, in text: String) -> String {
    text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
