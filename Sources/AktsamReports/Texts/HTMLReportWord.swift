/// The fixed words of the HTML report that no other report has.
enum HTMLReportWord: Sendable, CaseIterable {
  case title, subtitle, matrix, findings, documentText, marksNote, toPassage
  case show, shown, onlyCheck, longDocument
}
