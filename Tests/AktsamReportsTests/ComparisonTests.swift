import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamReports
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

@Suite struct ComparisonTests {
  private typealias Make = ComparisonFixture

  @Test func worstComesFirstThenBySeverity() throws {
    let pair = try #require(ComparisonFixture.comparison("en").pairs.first)
    #expect(
      pair.entries.map { "\($0.change) \($0.requirement)" } == [
        "worse r-worst", "new r-worse", "new r-new", "improved r-better",
        "improved gri-mechanism", "closed r-closed", "closed r-off", "unchanged r-same",
        "unchanged r-met",
      ])
    #expect(pair.singles.map(\.requirement) == ["r-once"])
  }

  /// A table of all outcomes against all outcomes.
  @Test func everyPairOfOutcomesHasItsChange() throws {
    for before in Outcome.allCases {
      for now in Outcome.allCases {
        let comparison = Make.comparison(
          Make.assessment("r-met", before, ["a"]), Make.assessment("r-met", now, ["b"]))
        let entry = try #require(comparison.pairs.first?.entries.first)
        let expected: Comparison.Change =
          switch (before.rank > 1, now.rank > 1) {
          case (false, false): .unchanged
          case (false, true): .new
          case (true, false): .closed
          case (true, true):
            before.rank == now.rank ? .unchanged : before.rank > now.rank ? .improved : .worse
          }
        #expect(entry.change == expected, "\(before) to \(now)")
        #expect(
          comparison.hasWorse == (expected == .worse || (expected == .new && before == .met)))
      }
    }
  }

  @Test(
    arguments: [
      ([Weakness.generic, .delegated], [Weakness.generic], ["when"], ["when"], "improved"),
      ([.generic], [.generic], ["when"], ["when", "safe"], "improved"),
      ([.generic], [.generic, .delegated], ["when"], ["when"], "worse"),
      ([.generic], [.generic], ["when"], [], "worse"),
      ([.generic], [.delegated], ["when"], ["when"], "unchanged"),
      ([.generic, .delegated], [.generic], ["when"], [], "unchanged"),
      ([.generic], [.generic], ["when"], ["when"], "unchanged"),
    ] as [([Weakness], [Weakness], [String], [String], String)])
  func amongWeakStatementsWhatIsGoneAndWhatCameDecides(
    before: [Weakness], now: [Weakness], had: [String], has: [String], change: String
  ) throws {
    let comparison = Make.comparison(
      Make.assessment(
        "r-met", .weak, ["a"], weaknesses: before, elements: Make.elements(met: Set(had))),
      Make.assessment(
        "r-met", .weak, ["b"], weaknesses: now, elements: Make.elements(met: Set(has))))
    #expect(comparison.pairs.first?.entries.first?.change.rawValue == change)
  }

  @Test func whatIsNotDemandedIsNeverCounted() throws {
    let comparison = Make.comparison(
      Make.assessment("r-met", .met, ["a"]),
      Make.assessment("r-met", .missing, demandedBy: []))
    let pair = try #require(comparison.pairs.first)
    #expect(pair.entries.isEmpty)
    #expect(pair.dialogueOnly.map(\.change) == [.new])
    #expect(!comparison.hasWorse)
  }

  @Test func subjectsAreMatchedByNameThenByParty() {
    func report(_ subjects: [(String, String)]) -> SavedReport {
      var report = Make.report([Make.assessment("r-met", .met)])
      let subject = report.subjects[0]
      report.subjects = subjects.map { name, party in
        var copy = subject
        copy.name = name
        copy.party = party
        return copy
      }
      return SavedReport(report)
    }
    let comparison = Make.comparison(
      "en",
      from: report([
        ("a", "Elv AS"), ("b/1", "Granskog  Data, AB"), ("c", ""), ("d", "X"), ("e", "X"),
      ]),
      to: report([("a", "Other AS"), ("b/2", "GRANSKOG DATA AB"), ("z", ""), ("y", "X")]))
    #expect(comparison.pairs.map(\.earlier.subject) == ["a", "b/1"])
    #expect(comparison.pairs.map(\.later.subject) == ["a", "b/2"])
    #expect(comparison.pairs.map(\.isOfTwoParties) == [true, false])
    // A name that two have, or none, tells nothing.
    #expect(comparison.onlyEarlier.map(\.subject) == ["c", "d", "e"])
    #expect(comparison.onlyLater.map(\.subject) == ["z", "y"])
    // The only one of each belongs together, whatever its name.
    #expect(
      Make.comparison("en", from: report([("q", "A")]), to: report([("r", "B")])).pairs.count == 1)
    #expect(Make.comparison("en", from: report([]), to: report([("r", "B")])).onlyLater.count == 1)
  }

  @Test func whatElseDiffersIsSaid() throws {
    let text = try Make.text(Make.comparison("en"), .markdown)
    #expect(text.contains("test-terms 2.0.0 and test-terms 2.1.0"))
    #expect(text.contains("1.2.3 (abababababab) and 1.3.0 (abababababab)"))
    #expect(!text.contains("same documents"))
    let same = try Make.text(
      Make.comparison("en", from: Make.earlier, to: Make.earlier), .markdown)
    #expect(same.contains("same documents") && !same.contains("different"))
    var other = Make.later
    other.subjects[0].party = "Elv AS"
    #expect(try Make.text(Make.comparison("en", to: other), .text).contains("no ranking"))
  }

  @Test(arguments: ["en", "sv", "nb"])
  func pages(language: String) throws {
    let comparison = Make.comparison(language)
    try Golden.expect(comparison.bytes(.markdown), "comparison.\(language).md")
    try Golden.expect(comparison.bytes(.text), "comparison.\(language).txt")
  }

  @Test func otherForms() throws {
    try Golden.expect(Make.comparison("en").bytes(.json), "comparison.en.json")
    try Golden.expect(Make.comparison("sv").bytes(.html), "comparison.sv.html")
    let parts = try GapFixture.unpacked(Make.comparison("nb").bytes(.docx))
    try Golden.expect(parts, "comparison.nb.docx.txt")
  }

  @Test(arguments: ComparisonFormat.allCases)
  func sameInputSameBytes(format: ComparisonFormat) throws {
    #expect(
      try Make.comparison("sv").bytes(format) == Make.comparison("sv").bytes(format))
  }

  @Test(.enabled(if: Python.hasJSONSchema))
  func jsonFollowsItsSchema() throws {
    let schema = TestFiles.root.appending(path: "schemas/comparison.schema.json")
    var other = Make.later
    other.header.procedure = "UPP 1"
    other.subjects[0].items[0].assessment.demandedBy = []
    for comparison in [
      Make.comparison("en"), Make.comparison("nb", to: other),
      Make.comparison("sv", from: SavedReport(Fixture.report("en"))),
    ] {
      #expect(try Python.faults(comparison.json, schema) == "")
    }
    let wrong = try Make.text(Make.comparison("en"), .json)
      .replacingOccurrences(of: "\"worse\"", with: "\"worst\"")
    #expect(try Python.faults(Array(wrong.utf8), schema) != "")
  }

  /// Marks are put around words only: each quotation stays what its document says.
  @Test(arguments: [
    ("We answer soon, in Swedish.", "We answer within 10 days, in Swedish."),
    ("We audit.", "We audit every site."), ("a b c d", "b c d e"), ("a", "b"),
    ("Same words.", "Same words."), ("", "x"), ("one two", "one  two three"),
  ])
  func markedQuotationsKeepTheirWords(before: String, now: String) throws {
    let comparison = Make.comparison(
      Make.assessment("r-met", .weak, [before], weaknesses: [.generic]),
      Make.assessment("r-met", .weak, [now], weaknesses: [.delegated]))
    let quotations = comparison.page().blocks.flatMap(Self.quotations)
    let words = quotations.map { $0.text.split(separator: " ") }
    #expect(words.contains(before.split(separator: " ")))
    #expect(words.contains(now.split(separator: " ")))
    for quotation in quotations {
      #expect(quotation.parts.map(Self.plain).joined() == quotation.text)
    }
  }

  private static func quotations(_ block: Page.Block) -> [Page.Quotation] {
    switch block {
    case .quotation(let quotation): [quotation]
    case .definitions(let definitions): definitions.flatMap { $0.blocks.flatMap(quotations) }
    default: []
    }
  }

  private static func plain(_ inline: Page.Inline) -> String {
    switch inline {
    case .text(let text), .inserted(let text), .deleted(let text): text
    default: "?"
    }
  }

  /// The readers of documents, which know nothing of the writers, find every quotation again.
  @Test(arguments: ["a.md", "a.html", "a.docx"])
  func everyQuotationComesBack(path: String) throws {
    let hostile = "# We <b>act</b> & *pay* | [all](http://x.example) \"&lt;\" `now`"
    let comparison = Make.comparison(
      Make.assessment("r-met", .weak, ["\(hostile) soon", "Other & words"]),
      Make.assessment("r-met", .met, ["\(hostile) within a day"]))
    let format: ComparisonFormat =
      path.hasSuffix("md") ? .markdown : path.hasSuffix("html") ? .html : .docx
    let document = DocumentReader.read(
      try comparison.bytes(format), path: path, options: ReadingOptions())
    let texts = document.blocks.map { block in
      document.string(block.text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for quote in ["\(hostile) soon", "Other & words", "\(hostile) within a day"] {
      #expect(texts.contains(quote), "\(quote) is not in \(texts)")
    }
  }

  @Test func nothingThatAReportHoldsBecomesMarkup() throws {
    let nasty = "<script>alert(1)</script> <img src=x onerror=y> \"' & \u{202E}\u{0}\u{1B}[31m"
    var report = Make.report([
      Make.assessment("no-such-\(nasty)", .weak, [nasty], path: nasty)
    ])
    report.subjects[0].name = nasty
    report.subjects[0].party = nasty
    report.header.profile.id = nasty
    let comparison = Make.comparison("en", from: Make.earlier, to: SavedReport(report))
    let html = try Make.text(comparison, .html)
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("\u{202E}"))
    #expect(!(try Make.text(comparison, .text)).contains("\u{1B}"))
    let document = try GapFixture.part("word/document.xml", of: comparison.bytes(.docx))
    let parsed = XMLReader.read(SourceFile(path: "document.xml", bytes: Array(document.utf8)))
    #expect(parsed.findings == [])
  }

  @Test func everyLinkOfThePageHasItsTarget() throws {
    let html = try Make.text(Make.comparison("nb"), .html)
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    let links = html.components(separatedBy: " href=\"#").dropFirst()
      .map { $0.prefix { $0 != "\"" } }
    #expect(links.count > 5 && links.allSatisfy(ids.contains))
  }
}
