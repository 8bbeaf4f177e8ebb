import AktsamClauses
import AktsamText
import Testing

@Suite struct LibraryChecksTests {
  @Test func goodLibraryHasNoGaps() {
    #expect(LibraryChecks.findings(in: Fixture.files).map(Fixture.line) == [])
  }

  @Test(arguments: [
    Slip(
      "<terms concept=\"norm-ungp\">guiding principles</terms>", "",
      "AK0221 en.xml:1:1 concept \"norm-ungp\" has no words in \"en\""),
    Slip(
      "<concept id=\"context-price\"",
      "<concept id=\"lone\" class=\"topic\">x</concept><concept id=\"context-price\"",
      "AK0222 concepts.xml:6:3 no requirement uses concept \"lone\"",
      "AK0221 en.xml:1:1 concept \"lone\" has no words in \"en\""),
    Slip(
      "<require ref=\"dd-risk\" level=\"required\" number=\"2.2\" breach-question=\"yes\"/>",
      "<require ref=\"dd-other\" level=\"required\"/>",
      "AK0203 base.xml:1:1 \"base\" holds no \"require\"",
      "AK0210 base.xml:6:17 unknown requirement \"dd-other\""),
    Slip(
      "<provision id=\"UNGP-17\" number=\"Principle 17\" verified=\"no\">",
      """
      <provision id="UNGP-1" number="1" verified="no"><statement xml:lang="en">S</statement>\
      <statement xml:lang="sv">S</statement><statement xml:lang="nb">S</statement></provision>
      <provision id="UNGP-17" number="Principle 17" verified="no">
      """,
      "AK0224 sources.xml:4:5 no requirement rests on \"UNGP-1\""),
    Slip(
      "<example xml:lang=\"nb\" role=\"contract\" outcome=\"none\">X</example>", "",
      "AK0225 risk.xml:2:3 requirement \"dd-risk\" has no example in \"nb\""),
    Slip(
      "weaknesses=\"generic no-deadline\"", "",
      "AK0226 risk.xml:31:5 weak example of \"dd-risk\" names no weakness"),
    Slip(
      "outcome=\"met\"", "outcome=\"met\" weaknesses=\"generic\"",
      "AK0226 risk.xml:34:5 example of \"dd-risk\" has weaknesses although its outcome is \"met\""),
    Slip(
      "core=\"contract response\"", "core=\"contract response tender\"",
      "AK0227 risk.xml:2:3 element \"people\" is core in \"tender\", where requirement "
        + "\"dd-risk\" is not checked"),
    Slip(
      "role=\"response\"", "role=\"tender\"",
      "AK0227 risk.xml:31:5 example is in the role \"tender\", where requirement \"dd-risk\" is "
        + "not checked"),
    Slip(
      "<terms concept=\"context-price\">price</terms>",
      """
      <terms concept="context-price">price</terms>
      <terms concept="norm-ungp" with="risk">guiding principles; ungps</terms>
      <terms concept="norm-ungp" with="risk assess">ungps</terms>
      """,
      "AK0228 en.xml:10:1 term \"guiding principles\" of concept \"norm-ungp\" is given twice"),
    Slip(
      "guiding principles", "guiding principles; guiding principles",
      "AK0228 en.xml:8:3 term \"guiding principles\" of concept \"norm-ungp\" is given twice"),
  ])
  func gapIsFound(_ slip: Slip) {
    let files = Fixture.files(replacing: slip.old, by: slip.new)
    #expect(LibraryChecks.findings(in: files).map(Fixture.line) == slip.expected)
  }

  @Test func requirementInNoProfileIsFound() {
    var second = Fixture.requirements.split(separator: "\n").joined(separator: "\n")
    second = second.split(separator: "dd-risk", omittingEmptySubsequences: false)
      .joined(separator: "dd-two")
    let files = Fixture.files(adding: "clauses/requirements/second.xml", second)
    #expect(
      LibraryChecks.findings(in: files).map(Fixture.line)
        == ["AK0223 second.xml:2:3 no profile asks for requirement \"dd-two\""])
  }
}
