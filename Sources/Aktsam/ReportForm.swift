package import AktsamReports

/// The forms that a report is written in.
package enum ReportForm: String, Sendable, Hashable, CaseIterable {
  /// Lines for a terminal.
  case text
  /// Everything, in aktsam's own form.
  case json
  /// The same, a subject a line.
  case jsonl
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif
  /// The matrix for a spreadsheet.
  case csv
  /// The matrix for a repository or a comment.
  case markdown
  /// One file for a browser.
  case html

  /// The form whose files end with a suffix; nil when there is none.
  package init?(suffix: String) {
    guard let form = Self.allCases.first(where: { $0.suffix == suffix }) else { return nil }
    self = form
  }

  /// What the name of a file in this form ends with, without the dot.
  package var suffix: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .json, .jsonl, .sarif, .csv, .html: rawValue
    }
  }

  /// The media type of a file in this form.
  package var mediaType: String {
    switch self {
    case .text: "text/plain; charset=utf-8"
    case .json: "application/json"
    case .jsonl: "application/jsonl"
    case .sarif: "application/sarif+json"
    case .csv: "text/csv; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    }
  }

  /// Returns a report in this form.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - documents: the documents of each subject, for the one form that shows them.
  ///   - colour: whether text is coloured for a terminal.
  ///   - explain: whether text says how each outcome came about.
  /// - Returns: the file.
  package func bytes(
    _ report: Report, documents: [[ReportDocument]] = [], colour: Bool = false,
    explain: Bool = false
  ) -> [UInt8] {
    switch self {
    case .text: Array(TextWriter.report(report, colour: colour, explain: explain).utf8)
    case .json: JSONWriter.report(report)
    case .jsonl: report.subjects.flatMap { JSONWriter.line(for: $0, header: report.header) }
    case .sarif: SARIFWriter.report(report)
    case .csv: MatrixWriter.csv(report)
    case .markdown: MatrixWriter.markdown(report)
    case .html: HTMLReport.bytes(report, documents: documents)
    }
  }
}
