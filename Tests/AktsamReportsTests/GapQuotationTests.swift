import AktsamDocuments
import AktsamReading
import AktsamReports
import AktsamText
import Testing

/// What stands in quotation on a page is what stands in the document, whatever it is: the readers of
/// documents, which know nothing of the writers, find it again.
@Suite struct GapQuotationTests {
  static let quotes = [
    "Vi besvarar klagomål\n  skyndsamt & utan \"krångel\".",
    "We check <b>every</b> site & pay 5 % *more* than the _minimum_ wage.",
    "- We act. 1. We map. # We train. > We audit. | We report.",
    "1. We keep `records` of [all](http://x.example) sites ![x] ~~ \\ $5 !",
    "+ Æ, ø og å: «sitat» – ‘andre’ … \u{A0}100 %",
    "&amp; &lt;br&gt; &#65; ]]> <!-- x -->",
    "=== --- ***", "\\", "``x``", "Ends with a backslash \\", "2026) is a year",
    "日本語 العربية 😀",
  ]

  @Test(arguments: quotes)
  func everyQuotationComesBack(quote: String) throws {
    for (format, path) in [(GapFormat.markdown, "a.md"), (.html, "a.html"), (.docx, "a.docx")] {
      let bytes = try GapFixture.bytes(
        GapFixture.list([GapFixture.weak(quote)]), format)
      let document = DocumentReader.read(bytes, path: path, options: ReadingOptions())
      let blocks = document.blocks.flatMap { block in
        // What begins a line like a number or a bullet is read as one.
        let text = collapsed(document.string(block.text))
        return [text, "\(block.number). \(text)", "- \(text)"]
      }
      #expect(blocks.contains(collapsed(quote)), "\(format): \(blocks)")
    }
  }

  @Test func everyQuotationOfTheReportIsThere() throws {
    for (subject, list) in zip(Fixture.report("en").subjects, GapFixture.lists("en")) {
      let quotes = subject.assessments.flatMap(\.evidence).map { collapsed($0.quote) }
      for (format, path) in [(GapFormat.markdown, "a.md"), (.html, "a.html"), (.docx, "a.docx")] {
        let document = DocumentReader.read(
          try GapFixture.bytes(list, format), path: path, options: ReadingOptions())
        let blocks = Set(document.blocks.map { collapsed(document.string($0.text)) })
        #expect(quotes.filter { !blocks.contains($0) } == [], "\(format)")
      }
    }
  }

  /// White space is one blank on every page.
  private func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
