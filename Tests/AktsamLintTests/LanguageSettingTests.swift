import AktsamLint
import AktsamText
import Testing

/// `languages` in the configuration: what a questionnaire must be written in.
@Suite struct LanguageSettingTests {
  private static let text = """
    <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
      <title>Självskattning</title>
      <title xml:lang="en">Self-assessment</title>
      <section>
        <heading>Risker</heading>
        <heading xml:lang="en">Risks</heading>
        <introduction><p>Svara för hela koncernen.</p></introduction>
        <question id="q1" type="text">
          <text>Hur bedömer ni risker?</text>
          <text xml:lang="en-GB">How do you assess risks?</text>
        </question>
        <question id="q2" type="text">
          <text>Vem bedömer dem?</text>
          <help xml:lang="fi">Kuvatkaa, kuka arvioinnin tekee.</help>
        </question>
      </section>
    </questionnaire>
    """

  private static func lines(_ setting: String) throws -> [String] {
    let run = try LintFixture.run(
      ["a.xml": text], "\(setting)\nselect: [AK1010, AK1035]")
    return run.findings.map { "\($0.rule) \($0.place.line)" }
  }

  /// Without the setting the questions themselves say what is usual.
  @Test func nothingIsAskedForWithoutIt() throws {
    #expect(try Self.lines("") == ["AK1010 13", "AK1010 14"])
  }

  /// Each text needs each language of the list; others are reported where they stand.
  @Test func eachLanguageIsAskedFor() throws {
    #expect(
      try Self.lines("languages: [sv, en]") == ["AK1010 7", "AK1010 13", "AK1010 14", "AK1035 14"])
  }

  /// A list of one language asks for nothing but this one: most texts in another one are one finding.
  @Test func othersAreUnexpected() throws {
    #expect(
      try Self.lines("languages: sv")
        == ["AK1035 3", "AK1035 6", "AK1035 10", "AK1010 14", "AK1035 14"])
  }

  /// A language that nothing is in is said once, at the start.
  @Test func missingLanguageIsSaidOnce() throws {
    let found = try Self.lines("languages: [sv, nb]")
    #expect(found.first == "AK1010 1")
    #expect(found.filter { $0.hasPrefix("AK1010") } == ["AK1010 1", "AK1010 14"])
  }

  /// The list of an override goes before that of the file.
  @Test func overridesHoldForTheirFiles() throws {
    let setting = """
      languages: [sv, en]
      overrides:
        - files: "a.xml"
          languages: [sv, en, nb]
      """
    #expect(try Self.lines(setting).first == "AK1010 1")
  }

  /// Other documents may be in any language.
  @Test func responsesAreLeftAlone() throws {
    let response = """
      <response xmlns="urn:aktsam:response:1" xml:lang="fi" questionnaire="a"
        questionnaire-version="1"><supplier><name>Example Ltd</name></supplier>
        <answer question="q1"><p>Kerran vuodessa.</p></answer></response>
      """
    let run = try LintFixture.run(
      ["a.xml": response], "languages: [sv]\nselect: [AK1010, AK1035]")
    #expect(run.findings.isEmpty)
  }

  @Test func settingIsShown() {
    let configuration = LintFixture.configuration("languages: [sv, en]")
    let text = ResolvedSettings(configuration, for: "a.xml").text
    #expect(text.contains("languages: [sv, en]"))
    #expect(text.split(separator: "\n").contains { $0.hasSuffix("# .aktsam.yml:1") })
  }
}
