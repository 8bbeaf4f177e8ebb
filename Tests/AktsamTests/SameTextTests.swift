import Aktsam
import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamReports
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// The same text says the same, whatever file it comes in.
@Suite struct SameTextTests {
  /// The first passages of our own tenders, a paragraph each.
  private func paragraphs(_ language: String) throws -> [String] {
    let file = TestFiles.root.appending(path: "Tests/AktsamTests/Gold/\(language).jsonl")
    let bytes = try #require(FileAccess.read(file.path).bytes)
    let passages = Evaluator.passages(in: bytes).0.filter { $0.role == "tender" }
    return passages.prefix(30).map { $0.text.replacing("\n", with: " ") }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private func files(_ paragraphs: [String], _ language: String) -> [(name: String, bytes: [UInt8])]
  {
    func each(_ open: String, _ close: String) -> String {
      paragraphs.map { open + Self.escaped($0) + close }.joined(separator: "\n")
    }
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let office = "urn:oasis:names:tc:opendocument:xmlns"
    let docx = ZipFixture([
      "[Content_Types].xml": """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
      officedocument.wordprocessingml.document.main+xml"/></Types>
      """,
      "_rels/.rels": """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
      officeDocument" Target="word/document.xml"/></Relationships>
      """,
      "word/document.xml":
        "<w:document xmlns:w=\"\(word)\"><w:body>"
        + each("<w:p><w:r><w:t xml:space=\"preserve\">", "</w:t></w:r></w:p>")
        + "</w:body></w:document>",
    ])
    let content =
      "<office:document-content xmlns:office=\"\(office):office:1.0\" "
      + "xmlns:text=\"\(office):text:1.0\"><office:body><office:text>"
      + each("<text:p>", "</text:p>") + "</office:text></office:body></office:document-content>"
    let odt = ZipFixture([
      "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
    ])
    let tender =
      "<tender xmlns=\"urn:aktsam:tender:1\" role=\"tender\" xml:lang=\"\(language)\"><title>T</title>"
      + "<section>" + each("<p>", "</p>") + "</section></tender>"
    return [
      ("a.xml", Array(tender.utf8)), ("a.docx", docx.bytes), ("a.odt", odt.bytes),
      (
        "a.html",
        Array("<!doctype html><html lang=\(language)><body>\(each("<p>", ""))</html>".utf8)
      ),
      (
        "a.xhtml",
        Array(
          "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>\(each("<p>", "</p>"))</body></html>"
            .utf8)
      ),
      ("a.md", Array(("# T\n\n" + paragraphs.joined(separator: "\n\n")).utf8)),
      ("a.txt", Array(paragraphs.joined(separator: "\n\n").utf8)),
    ]
  }

  @Test(arguments: ["en", "sv", "nb"])
  func hasTheSameOutcomes(language: String) throws {
    let library = try #require(Shared.library)
    let profile = try #require(library.profile("oecd-six-steps"))
    var options = CheckOptions(role: .tender, documentLanguage: language)
    options.asOf = "2026-06-01"
    let checker = Checker(library, profile: profile, options: options)
    let assessor = checker.makeAssessor()
    let paragraphs = try paragraphs(language)
    #expect(paragraphs.count >= 20)
    var first: [String]?
    for file in files(paragraphs, language) {
      let input = checker.read(InputFile(path: file.name, bytes: file.bytes), with: assessor)
      #expect(input.isComplete, "\(file.name)")
      let outcomes = checker.subject(name: file.name, [input]).assessments.map { assessment in
        // A printed number is part of a quotation only where the format does not know numbers.
        let quotes = assessment.evidence.map { $0.quote.trimmingPrefix("4. ") }.sorted()
          .joined(separator: " / ")
        return "\(assessment.requirement) \(assessment.outcome) \(assessment.certainty) \(quotes)"
      }
      #expect(
        outcomes.contains { $0.contains(" met ") } && outcomes.contains { $0.contains(" weak ") })
      guard let known = first else {
        first = outcomes
        continue
      }
      for (found, expected) in zip(outcomes, known) { #expect(found == expected, "\(file.name)") }
    }
  }
}
