import AktsamReading
import AktsamReports
import Foundation
import Testing

/// Parts of reports for pages that stand around them.
@Suite struct HTMLSectionTests {
  private static func section(
    _ change: (inout Report.Subject) -> Void = { _ in },
    action: ((Assessment) -> (text: String, address: String)?)? = nil
  ) -> String {
    let report = GapFixture.report("en")
    var subject = report.subjects[0]
    change(&subject)
    return HTMLReport.section(
      subject, header: report.header, documents: HTMLReportFixture.documents[0],
      heading: "What <they> say", action: action)
  }

  /// The section is the report's own, so that both show the same.
  @Test func aSectionIsThatOfTheReport() {
    let report = HTMLReportFixture.html("en")
    let section = Self.section()
    #expect(section.contains(">What &lt;they&gt; say</h2>"))
    let findings = section.components(separatedBy: "<section class=\"findings\"")[1]
    #expect(report.contains(findings.prefix(2_000)))
    #expect(!section.contains("<style") && !section.contains("<script"))
    #expect(!section.contains(" style=\""))
  }

  @Test func everyFindingCanBeLedTo() {
    let report = GapFixture.report("en")
    let section = Self.section()
    for index in report.subjects[0].assessments.indices {
      #expect(section.contains("id=\"\(HTMLReport.anchor(finding: index))\""))
    }
  }

  @Test func aLinkStandsBelowThoseThatHaveOne() {
    let section = Self.section(action: { assessment in
      assessment.outcome == .weak ? (text: "Decide <x>", address: "/a?b=\"&c") : nil
    })
    #expect(
      section.contains(
        "<p class=\"action\"><a href=\"/a?b=&quot;&amp;c\">Decide &lt;x&gt;</a></p>"))
    #expect(section.components(separatedBy: "class=\"action\"").count == 2)
  }

  @Test func whatWasDecidedStandsBesideWhatWasRead() {
    let section = Self.section { subject in
      let machine = subject.assessments[0].outcome
      subject.assessments[0].decide(
        .met, Decision(machineOutcome: machine, reason: "seen <b>", by: "K. Berg", on: "2026-11-24")
      )
    }
    #expect(section.contains("<p class=\"note decided\">"))
    #expect(section.contains("seen &lt;b&gt;") && section.contains("K. Berg"))
  }

  /// A page around it allows no style in an attribute.
  @Test func aPageInsideAnotherHasNoStyle() throws {
    let page = Page(
      title: "Title", language: "en", toolVersion: "1",
      blocks: [
        .heading(Page.Heading(level: 1, text: "One & two", id: "one")),
        .table(
          Page.Table(
            caption: "Table", columns: [Page.Column("A", width: 1), Page.Column("B", width: 2)],
            rows: [[[.text("<a>")], [.text("b")]]])),
      ])
    let part = HTMLRenderer.sections(page)
    #expect(part.hasPrefix("<section class=\"level1\""))
    #expect(part.contains("<h2 id=\"one\">One &amp; two</h2>") && part.contains("&lt;a&gt;"))
    #expect(!part.contains("style") && !part.contains("<html"))
  }
}
