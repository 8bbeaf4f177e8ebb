import AktsamReports
import AktsamText
import Foundation
import Testing

/// Formats that machines read: what each demands of its own.
@Suite struct LintMachineTests {
  // MARK: - JSON

  @Test func linesHoldWhatTheDocumentHolds() throws {
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(LintFixture.report.bytes(.json))) as? [String: Any])
    let findings = try #require(document["findings"] as? [[String: Any]])
    let lines = try LintFixture.report.bytes(.jsonl).split(separator: 0x0A).map {
      try #require(JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
    #expect(lines.count == findings.count)
    for (line, finding) in zip(lines, findings) {
      #expect(line["schema"] as? String == "aktsam-lint-1")
      let rest = line.filter { !["schema", "tool", "asOf", "sha256"].contains($0.key) }
      #expect(rest as NSDictionary == finding as NSDictionary)
    }
    // A member without an input of its own has the hash of the innermost input that holds it.
    #expect(lines[6]["sha256"] as? String == LintFixture.hash("c"))
  }

  // MARK: - XML

  @Test func whatXMLForbidsIsReplaced() {
    var item = LintFixture.dangling
    item.message = "a\u{0}b\u{1F}c\u{FFFE}d\u{FFFF}e\tf\ng\rh\"<&>'"
    let text = LintFixture.text(.junit, LintFixture.report([item]))
    #expect(
      text.contains(
        "message=\"a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e&#9;f&#10;g&#13;h&quot;&lt;&amp;&gt;'\""))
  }

  @Test(.enabled(if: Python.isThere, "no python3"), arguments: [LintFormat.junit, .checkstyle])
  func documentsAreWellFormed(format: LintFormat) throws {
    let script = """
      import sys, xml.etree.ElementTree as tree
      root = tree.parse(sys.argv[1]).getroot()
      print(root.tag, len(root), sum(1 for e in root.iter() if e.tag in ("failure", "error")))
      """
    let result = try Python.run(script, input: LintFixture.report.bytes(format))
    // The unread file is an error of its own in JUnit.
    #expect(result.text == (format == .junit ? "testsuites 5 7\n" : "checkstyle 5 6\n"))
  }

  @Test func findingsStandInTheFileThatHoldsThem() {
    let text = LintFixture.text(.junit)
    #expect(text.contains("<testsuite name=\"anbud.zip!/in/b.docx\" tests=\"1\" failures=\"1\""))
    let unknown = LintFixture.text(.checkstyle, LintFixture.report([LintFixture.member], files: []))
    #expect(unknown.contains("<file name=\"anbud.zip\">"))
  }

  // MARK: - GitHub and GitLab

  @Test func commandsAreEscapedAsGitHubTakesThem() {
    let lines = LintFixture.text(.github).split(separator: "\n")
    #expect(
      lines.first == """
        ::error file=frågor/a b%2Cc.xml,line=3,col=23,endColumn=25,\
        title=AK1001 dangling-question-reference::no question has the id "q9", which is 100 %25 \
        <needed>; ask @someone | a, b: c%0Afrågor/a b,c.xml:2:16: the nearest id is "q1"
        """)
    // Columns only where both ends are in one line.
    #expect(lines[1].hasPrefix("::warning file=frågor/a b%2Cc.xml,line=4,endLine=5,title="))
    #expect(lines[2].hasPrefix("::notice "))
    #expect(lines.count == 6)
  }

  @Test func fingerprintsOfGitLabAreUnique() throws {
    let entries = try #require(
      JSONSerialization.jsonObject(with: Data(LintFixture.report.bytes(.gitlab)))
        as? [[String: Any]])
    let fingerprints = entries.compactMap { $0["fingerprint"] as? String }
    #expect(fingerprints.count == 6)
    #expect(Set(fingerprints).count == 6)
    #expect(
      Set(entries.compactMap { $0["severity"] as? String }) == ["major", "minor", "info"])
  }

  @Test func pathsOfGitLabAreRelative() throws {
    var item = LintFixture.other
    item.place.path = "./a.xml"
    let text = LintFixture.text(.gitlab, LintFixture.report([item]))
    #expect(text.contains("\"path\": \"a.xml\""))
  }

  /// What people look at as it is must not steer their terminal or turn what they read.
  @Test(arguments: [LintFormat.text, .github, .markdown])
  func nothingInAMessageSteersAReader(format: LintFormat) {
    let text = LintFixture.text(format)
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    #expect(text.contains("\u{FFFD}"))
  }

  // MARK: - CSV and Markdown

  /// Reads comma-separated values as RFC 4180 has them.
  private func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted, "\n" where !isQuoted:
        rows[rows.count - 1].append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\n" { rows.append([]) }
      case "\r" where !isQuoted: break
      default: cell.append(scalar)
      }
    }
    return rows.dropLast()
  }

  @Test func cellsAreReadBack() {
    var item = LintFixture.dangling
    item.message = "\"\u{301}a\", \"b\"\r\nc"
    let rows = cells(LintFixture.text(.csv, LintFixture.report([item, LintFixture.twoLines])))
    #expect(rows.count == 3)
    #expect(Set(rows.map(\.count)) == [15])
    #expect(rows[1][0] == "frågor/a b,c.xml")
    #expect(rows[1][10] == item.message)
    // What a spreadsheet would take for a formula is text.
    #expect(rows[2][10] == "'=12 words\nin one question")
  }

  @Test func aCommentCallsNobodyAndBreaksNoTable() {
    let text = LintFixture.text(.markdown)
    #expect(!text.contains("@someone"))
    #expect(text.contains("ask @<!-- -->someone \\| a, b: c"))
    #expect(text.contains("A question asks several things \\| at once."))
    #expect(!text.contains("<needed>"))
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      var bars = 0
      var isEscaped = false
      for character in line {
        if character == "|", !isEscaped { bars += 1 }
        isEscaped = character == "\\" && !isEscaped
      }
      #expect(bars == 6 || bars == 5, "\(line)")
    }
  }

  @Test func aCommentStaysShort() {
    let many = (0..<4_000).map { index in
      var item = LintFixture.other
      item.place.path = "\(index)-\(String(repeating: "x", count: 80)).xml"
      return item
    }
    let text = LintFixture.text(.markdown, LintFixture.report(many))
    #expect(text.utf8.count < 65_536)
    #expect(text.contains("… and 3950 more\n"))
    #expect(text.contains("… and 3900 more files\n"))
  }
}
