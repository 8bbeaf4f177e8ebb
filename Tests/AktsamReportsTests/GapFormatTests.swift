import AktsamArchive
import AktsamReading
import AktsamReports
import AktsamText
import AktsamXML
import Foundation
import Testing

@Suite struct GapFormatTests {
  @Test(arguments: ["en", "sv", "nb"])
  func markdown(language: String) throws {
    let lists = try GapFixture.lists(language).map { try GapFixture.text($0, .markdown) }
    try Golden.expect(Array(lists.joined(separator: "\n").utf8), "gaps.\(language).md")
  }

  @Test(arguments: [
    (GapFormat.html, "nb"), (.json, "en"), (.oscal, "sv"), (.csv, "sv"),
  ])
  func text(format: GapFormat, language: String) throws {
    let list = GapFixture.lists(language)[0]
    try Golden.expect(
      GapFixture.bytes(list, format), "gaps.\(language).\(format.suffix)")
  }

  @Test(arguments: [(GapFormat.docx, "en"), (.xlsx, "nb")])
  func parts(format: GapFormat, language: String) throws {
    let list = GapFixture.lists(language)[0]
    let parts = try GapFixture.unpacked(GapFixture.bytes(list, format))
    try Golden.expect(parts, "gaps.\(language).\(format.suffix).txt")
  }

  @Test(arguments: GapFormat.allCases)
  func sameInputSameBytes(format: GapFormat) throws {
    for (first, second) in zip(GapFixture.lists("sv"), GapFixture.lists("sv")) {
      #expect(try GapFixture.bytes(first, format) == GapFixture.bytes(second, format))
    }
  }

  /// Every part is well-formed, whatever stands in the documents.
  @Test(arguments: [GapFormat.docx, .xlsx])
  func partsAreWellFormed(format: GapFormat) throws {
    let nasty = "a & b <w:t> ]]> \"x\" \u{0}\u{1}\u{B}\u{1F}\u{7F}\u{FFFE}\u{FFFF} å 😀 \u{202E}"
    var assessment = GapFixture.weak(nasty, label: nasty)
    assessment.evidence[0].place.path = nasty
    var report = GapFixture.report("en")
    report.subjects[0].party = nasty
    report.subjects[0].assessments = [assessment]
    report.header.procedure = nasty
    let bytes = try GapFixture.bytes(GapList.lists(report)[0], format)
    let archive = try Archive(bytes)
    #expect(archive.entries.count > 5)
    for entry in archive.entries {
      let document = XMLReader.read(SourceFile(path: entry.name, bytes: try archive.read(entry)))
      #expect(document.findings == [])
    }
  }

  /// Nothing that a document holds becomes markup of the page, and nothing is fetched or run.
  @Test func htmlIsEscapedAndNeedsNoNetwork() throws {
    let nasty = "<script>alert(1)</script> <img src=x onerror=y> \"' & </p> javascript:z"
    var assessment = GapFixture.weak(nasty, label: nasty)
    assessment.evidence[0].place.path = nasty
    assessment.evidence[0].language = "sv\" onclick=\"x"
    let html = try GapFixture.text(GapFixture.list([assessment]), .html)
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("onclick=\""))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    for name in [" src=\"", "url(", "@import", "<link", "<iframe"] { #expect(!html.contains(name)) }
    #expect(html.contains("default-src 'none'"))
  }

  /// Assistive technology finds its way: one main part, headings in order, labelled fields.
  @Test func htmlIsAccessible() throws {
    let html = try GapFixture.text(GapFixture.lists("sv")[0], .html)
    #expect(html.contains("<html lang=\"sv\">"))
    #expect(html.components(separatedBy: "<main ").count == 2)
    var level = 0
    for part in html.components(separatedBy: "<h").dropFirst() {
      guard let next = part.first?.wholeNumberValue else { continue }
      #expect(next <= level + 1)
      level = next
    }
    #expect(level > 1)
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    for name in ["for", "href"] {
      let targets = html.components(separatedBy: " \(name)=\"").dropFirst()
        .map { $0.prefix { $0 != "\"" } }
        .filter { name == "for" || $0.hasPrefix("#") }
        .map { $0.drop { $0 == "#" } }
      #expect(!targets.isEmpty && targets.allSatisfy(ids.contains), "\(name)")
    }
    let fields = ["<input ", "<textarea ", "<select "]
      .map { html.components(separatedBy: $0).count - 1 }.reduce(0, +)
    #expect(fields == html.components(separatedBy: "<label ").count - 1)
    #expect(
      html.components(separatedBy: "<caption").count
        == html.components(separatedBy: "<table>").count)
  }

  @Test func cellsThatWouldBeFormulasAreText() throws {
    let list = GapFixture.list([GapFixture.weak("=HYPERLINK(\"http://x\")"), Fixture.missing])
    let csv = try GapFixture.text(list, .csv)
    #expect(csv.contains("\"'=HYPERLINK(\"\"http://x\"\")\""))
    let sheet = try GapFixture.part(
      "xl/worksheets/sheet1.xml", of: GapFixture.bytes(list, .xlsx))
    #expect(!sheet.contains("<f>"))
    #expect(sheet.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK"))
  }

  @Test func csvHasALineForEachGapAndTheSameCellsInEach() throws {
    let list = GapFixture.lists("sv")[0]
    let rows = CSVTable.rows(try GapFixture.text(list, .csv))
    #expect(rows.count == 1 + list.gaps.count)
    #expect(Set(rows.map(\.count)) == [21])
    #expect(rows.dropFirst().map { $0[0] } == list.gaps.map(\.id))
  }

  @Test func workbookIsReadyToWorkWith() throws {
    let list = GapFixture.lists("nb")[0]
    let sheet = try GapFixture.part(
      "xl/worksheets/sheet1.xml", of: GapFixture.bytes(list, .xlsx))
    #expect(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:U3\"/>"))
    #expect(sheet.contains("<formula1>\"Åpen,Avtalt,Under arbeid,Ferdig,Ikke enige\"</formula1>"))
  }

  @Test func documentIsAForm() throws {
    let list = GapFixture.lists("sv")[0]
    let document = try GapFixture.part("word/document.xml", of: GapFixture.bytes(list, .docx))
    #expect(document.components(separatedBy: "<w:sdt>").count - 1 == 4 * list.gaps.count)
    #expect(document.components(separatedBy: "<w:dropDownList>").count - 1 == list.gaps.count)
    #expect(document.contains("TOC \\o \"1-1\""))
    #expect(document.contains("<w:tblHeader/>"))
    let ids = document.components(separatedBy: "<w:id w:val=\"").dropFirst()
      .map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test func idsOfAPlanAreVersionFiveAndDifferent() throws {
    let list = GapFixture.lists("en")[1]
    let text = try GapFixture.text(list, .oscal)
    let defined = text.components(separatedBy: "\"uuid\": \"").dropFirst()
      .map { $0.prefix { $0 != "\"" } }
    #expect(Set(defined).count == defined.count)
    for id in defined {
      #expect(UUID(uuidString: String(id)) != nil)
      #expect(id.dropFirst(14).first == "5")
      #expect("89ab".contains(id.dropFirst(19).first ?? "x"))
    }
    let used = text.components(separatedBy: "-uuid\": \"").dropFirst()
      .map { $0.prefix { $0 != "\"" } }
    #expect(!used.isEmpty && used.allSatisfy(defined.contains))
  }
}

/// Reads comma-separated values (RFC 4180).
private enum CSVTable {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted {
        if scalar == "\"" {
          isQuoted = false
          wasQuote = true
        } else {
          cell.unicodeScalars.append(scalar)
        }
        continue
      }
      if scalar == "\"" {
        if wasQuote { cell += "\"" }
        isQuoted = true
        wasQuote = false
        continue
      }
      wasQuote = false
      switch scalar {
      case ",":
        row.append(cell)
        cell = ""
      case "\r": continue
      case "\n":
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
