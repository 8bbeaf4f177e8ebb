import AktsamReading
import AktsamReports
import AktsamText
import Foundation

/// The fixture's report with the text of its documents.
enum HTMLReportFixture {
  static func block(
    _ kind: ReportDocument.Kind, _ text: String, number: String = "", label: String = "",
    quoting passages: [(String, Int, Int)] = []
  ) -> ReportDocument.Block {
    ReportDocument.Block(
      kind: kind, number: number, label: label, text: text,
      highlights: passages.compactMap { quote, assessment, evidence in
        text.range(of: quote).map { range in
          let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
          return ReportDocument.Highlight(
            bytes: start..<(start + quote.utf8.count), assessment: assessment, evidence: evidence)
        }
      })
  }

  static let answer = ReportDocument(
    input: 0, title: "Svar från Granskog", language: "sv",
    blocks: [
      block(.heading, "Om oss"),
      block(.question, "Hur tar ni emot klagomål?", number: "2.6"),
      block(
        .answer, "Så här: Vi besvarar klagomål\n  skyndsamt & utan \"krångel\". Mer finns.",
        number: "2.6", label: "Hur tar ni emot klagomål?",
        quoting: [(Fixture.weak.evidence[0].quote, 0, 0)]),
      block(
        .listItem, "Kartan visar vårt lager.", quoting: [("Kartan visar vårt lager.", 1, 0)]),
      block(.listItem, "Lagret står i Umeå."),
      block(
        .tableCell, "Styrelsen antog policyn den 3 mars 2026.", label: "Policy",
        quoting: [("Styrelsen antog policyn den 3 mars 2026.", 2, 0)]),
      block(.caption, "Tabell 1"), block(.requirement, "Ni ska ha en policy."),
    ])

  static let tender = ReportDocument(
    input: 1,
    blocks: [
      block(
        .paragraph, "Our channel is open. No",
        quoting: [("Our channel is open.", 0, 1), ("No", 2, 0)])
    ])

  static let documents: [[ReportDocument]] = [[answer], [tender]]

  static func html(
    _ report: Report, _ documents: [[ReportDocument]] = HTMLReportFixture.documents
  ) -> String {
    String(decoding: HTMLReport.bytes(report, documents: documents), as: UTF8.self)
  }

  static func html(_ language: String) -> String { html(GapFixture.report(language)) }
}
