import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamReports
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

@Suite struct HTMLReportTests {
  private typealias Make = HTMLReportFixture

  @Test(arguments: ["en", "sv", "nb"])
  func wholeReport(language: String) throws {
    try Golden.expect(Array(Make.html(language).utf8), "report.\(language).html")
  }

  @Test func oneSubjectStandsWithoutMatrix() throws {
    var report = GapFixture.report("en")
    report.subjects = [report.subjects[0]]
    let html = Make.html(report)
    #expect(!html.contains("<table class=\"matrix\""))
    #expect(html.contains("<h1>Assessment report: Granskog Data AB</h1>"))
  }

  @Test func sameInputSameBytes() { #expect(Make.html("nb") == Make.html("nb")) }

  /// The page allows its own style sheet and script by their hashes and nothing else.
  @Test func thePolicyKnowsStyleAndScript() throws {
    #expect(SHA256.base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(HTMLReport.hashes.style == SHA256.base64(HTMLReport.style))
    #expect(HTMLReport.hashes.script == SHA256.base64(HTMLReport.script))
    let html = Make.html("en")
    #expect(html.contains("<style>\(HTMLReport.style)</style>"))
    #expect(html.contains("<script>\(HTMLReport.script)</script>"))
    #expect(html.contains("default-src 'none'; style-src 'sha256-"))
    #expect(
      !html.contains("unsafe") && !html.contains(" style=\"") && !html.contains(" on" + "click"))
    for name in [
      " src=\"", "url(", "@import", "<link", "<iframe", "<img", "<form", "http:", "https:",
    ] {
      #expect(!html.contains(name), "\(name)")
    }
  }

  @Test(arguments: ["en", "sv", "nb"])
  func everyLinkHasItsTargetAndEveryIdIsOne(language: String) throws {
    let html = Make.html(language)
    let ids = Self.values(of: "id", in: html)
    #expect(Set(ids).count == ids.count)
    for name in ["href", "aria-labelledby"] {
      let targets = Self.values(of: name, in: html).map { $0.drop { $0 == "#" } }
      #expect(!targets.isEmpty && targets.allSatisfy { ids.contains(String($0)) }, "\(name)")
    }
  }

  /// From each finding to its passage, and from the passage back to the finding.
  @Test func passagesAndFindingsLeadToEachOther() throws {
    let html = Make.html("en")
    let parts = html.components(separatedBy: "<mark ").dropFirst()
    #expect(parts.count == 5)
    for part in parts {
      let id = try #require(Self.values(of: "id", in: String(part.prefix { $0 != ">" })).first)
      #expect(html.contains("href=\"#\(id)\" class=\"jump\""), "\(id)")
      let references = try #require(
        part.range(of: "</mark><span class=\"refs\" lang=\"en\"><a "))
      let link = part[references.upperBound...]
      let finding = try #require(Self.values(of: "href", in: " " + link).first).dropFirst()
      #expect(html.contains("id=\"\(finding)\" tabindex=\"-1\""))
      #expect(link.contains("aria-label=\"Requirement "))
    }
    #expect(html.contains("<mark class=\"weak\" id=\"s1-d1-b3-p1\" tabindex=\"-1\">Vi besvarar"))
    #expect(html.contains("<mark class=\"near\""))
  }

  /// Our own reader, which knows nothing of the writer, finds text and quotations as they are.
  @Test func quotationsAndTextComeBack() throws {
    let html = Make.html("en")
    let document = DocumentReader.read(
      Array(html.utf8), path: "report.html", options: ReadingOptions())
    let texts = document.blocks.map {
      document.string($0.text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for evidence in [Fixture.weak, Fixture.missing, Fixture.met, Fixture.conflict].flatMap(
      \.evidence)
    {
      let quote = evidence.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(texts.contains(quote), "\(quote)")
    }
    for block in Make.answer.blocks where block.highlights.isEmpty {
      #expect(texts.contains { $0.contains(block.text) }, "\(block.text)")
    }
  }

  @Test func theMarkupIsWellFormed() throws {
    for language in ["en", "sv", "nb"] {
      let bytes = Array(Make.html(language).utf8)
      let page = HTMLReader.read(SourceFile(path: "report.html", bytes: bytes))
      #expect(page.findings == [])
    }
  }

  /// Assistive technology finds its way: landmarks, headings in order, names for what is not text.
  @Test func thePageIsAccessible() throws {
    let html = Make.html("sv")
    #expect(html.contains("<html lang=\"sv\">"))
    for name in ["<main ", "<header>", "<nav ", "<footer>", "<h1>"] {
      #expect(html.components(separatedBy: name).count == 2, "\(name)")
    }
    var level = 0
    for part in html.components(separatedBy: "<h").dropFirst() {
      guard let next = part.first?.wholeNumberValue else { continue }
      #expect(next <= level + 1)
      level = next
    }
    let charts = html.components(separatedBy: "<svg ").dropFirst()
    #expect(!charts.isEmpty)
    for chart in charts {
      let tag = chart.prefix { $0 != ">" }
      #expect(tag.contains("role=\"img\"") && tag.contains("aria-label=\"1 "))
    }
    #expect(html.contains("<fieldset class=\"filter\" hidden"))
    #expect(html.contains("role=\"status\""))
  }

  static let nasty =
    "<script>alert(1)</script> <img src=x onerror=y> \"' & </mark></p> <!-- ]]> javascript:z \u{202E}\u{0}\u{1B} å 😀"

  /// Nothing that a document, a library or a person says becomes markup.
  @Test func everythingIsEscaped() throws {
    let nasty = Self.nasty
    var report = GapFixture.report("en")
    report.header.procedure = nasty
    report.header.toolVersion = nasty
    report.header.profile.id = nasty
    report.header.library.sha256 = nasty
    report.subjects[0].name = nasty
    report.subjects[0].party = nasty
    report.subjects[0].inputs[0].path = nasty
    report.subjects[0].inputs[0].sha256 = nasty
    report.subjects[0].inputs[0].language = nasty
    report.subjects[0].findings[0].message = nasty
    var assessment = GapFixture.weak(nasty, label: nasty)
    assessment.requirement = nasty
    assessment.evidence[0].place.path = nasty
    assessment.evidence[0].party = nasty
    assessment.evidence[0].language = nasty
    assessment.weaknesses[0].words = [nasty]
    assessment.demandedBy = [assessment.evidence[0].place]
    report.subjects[0].assessments = [assessment]
    var block = Make.block(.tableCell, nasty, number: nasty, label: nasty, quoting: [(nasty, 0, 0)])
    block.language = nasty
    let html = Make.html(
      report, [[ReportDocument(input: 0, title: nasty, language: nasty, blocks: [block])]])
    let plain = Make.html("en")
    for name in ["<script", "<img", "<!--", "<mark", "</p>", "</mark>"] {
      // As many as the page itself has: those of the documents are text.
      let own = name == "<script" ? 1 : name.contains("p>") || name.contains("mark") ? nil : 0
      if let own { #expect(html.components(separatedBy: name).count - 1 == own, "\(name)") }
    }
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!html.unicodeScalars.contains { [0x202E, 0, 0x1B].contains($0.value) })
    let ids = Self.values(of: "id", in: html)
    #expect(Set(ids).count == ids.count && ids.allSatisfy { !$0.contains(" ") })
    let page = HTMLReader.read(SourceFile(path: "report.html", bytes: Array(html.utf8)))
    #expect(page.findings == [])
    #expect(!plain.contains("alert(1)"))
  }

  @Test func passagesThatMeetAreAllLedTo() throws {
    let text = "Vi möter åtta krav."
    let count = text.utf8.count
    var block = ReportDocument.Block(kind: .paragraph, text: text)
    let ranges = [
      0..<count, 0..<9, 3..<9, 5..<count, 6..<7, 0..<count, count..<count, -5..<3, 9..<999,
    ]
    block.highlights = ranges.enumerated().map {
      ReportDocument.Highlight(bytes: $0.element, assessment: 0, evidence: $0.offset)
    }
    var report = GapFixture.report("en")
    report.subjects = [report.subjects[0]]
    report.subjects[0].assessments[0].evidence = ranges.map { _ in Fixture.weak.evidence[0] }
    let html = Make.html(report, [[ReportDocument(input: 0, blocks: [block])]])
    let ids = Self.values(of: "id", in: html).filter { $0.hasPrefix("s1-d1-b1-p") }
    // The empty one and the one that is there twice are none of their own.
    #expect(ids.count == 7 && Set(ids).count == ids.count)
    let start = try #require(html.range(of: "<p class=\"b paragraph\" dir=\"auto\">"))
    let end = try #require(html.range(of: "</p>", range: start.upperBound..<html.endIndex))
    let body = html[start.upperBound..<end.lowerBound]
    let words = body.replacing(/<span class="refs".*?<\/span>/, with: "")
      .replacing(/<[^>]*>/, with: "")
    #expect(words == text)
    #expect(HTMLReader.read(SourceFile(path: "a.html", bytes: Array(html.utf8))).findings == [])
  }

  @Test func ofALongDocumentOnlyWhatIsNearAQuotationIsShown() throws {
    var blocks = (0..<4_000).map { Make.block(.paragraph, "Passage number \($0).") }
    blocks[2_000] = Make.block(.paragraph, "We act.", quoting: [("We act.", 0, 0)])
    blocks[10] = Make.block(.heading, "The heading above")
    let html = Make.html(
      GapFixture.report("en"), [[ReportDocument(input: 0, blocks: blocks)]])
    #expect(html.contains("Passage number 1997.") && html.contains("Passage number 2003."))
    #expect(!html.contains("Passage number 1996.") && html.contains("The heading above"))
    #expect(html.contains("The document is long."))
    #expect(html.contains("1996 passages without a quotation are left out here."))
    let whole = Make.html(
      GapFixture.report("en"), [[ReportDocument(input: 0, blocks: Array(blocks.prefix(1_500)))]])
    #expect(whole.contains("Passage number 1499.") && !whole.contains("left out here"))
  }

  @Test func indicesThatThereAreNotDoNotTrap() {
    var block = Make.block(.answer, "Words.", quoting: [("Words.", 99, 99)])
    block.highlights.append(ReportDocument.Highlight(bytes: 0..<2, assessment: -1, evidence: -1))
    let documents = [
      ReportDocument(input: 7, blocks: [block]), ReportDocument(input: -1, blocks: [block]),
      ReportDocument(input: 0, blocks: [block]), ReportDocument(input: 0, blocks: []),
    ]
    for language in ["en", "xx", ""] {
      var report = GapFixture.report(language)
      report.subjects[0].assessments[0].nearest = [9]
      let html = Make.html(report, [documents, documents, documents, documents])
      #expect(html.contains("Words.") && !html.contains("<mark"))
    }
    let alone = Make.html(GapFixture.report("en"), [])
    #expect(!alone.contains("class=\"jump\"") && !alone.contains("<mark"))
  }

  private static func values(of name: String, in html: String) -> [String] {
    html.components(separatedBy: " \(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
