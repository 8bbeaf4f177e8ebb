package import AktsamClauses
package import AktsamReading

/// Requirements × suppliers: what was found, at a glance.
package struct Matrix: Sendable {
  /// A requirement with the outcome for each subject, in the report's order.
  package struct Row: Sendable {
    /// The requirement's id.
    package var requirement: String
    /// The number printed in the buyer's terms; empty = none.
    package var number: String
    /// How strictly it is asked for.
    package var level: Profile.Level?
    /// Whether the buyer's documents demand it; nil when none were given.
    package var isDemanded: Bool?
    /// The assessment for each subject; nil where it was not assessed.
    package var cells: [Assessment?]
  }

  /// The requirements in the profile's order, those left out that no subject was assessed for.
  package let rows: [Row]

  /// Makes the matrix of a report.
  package init(_ report: Report) {
    let tables = report.subjects.map { subject in
      Dictionary(
        subject.assessments.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
    }
    rows = report.header.profile.entries.compactMap { entry in
      let cells = tables.map { $0[entry.requirement] }
      guard let first = cells.lazy.compactMap({ $0 }).first else { return nil }
      return Row(
        requirement: entry.requirement, number: entry.number, level: entry.level,
        isDemanded: first.demandedBy.map { !$0.isEmpty }, cells: cells)
    }
  }

  /// The short name of a column: A … Z, AA, AB, …
  static func column(_ index: Int) -> String {
    var result = ""
    var rest = index
    repeat {
      result = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + result
      rest = rest / 26 - 1
    } while rest >= 0
    return result
  }
}

/// The matrix of a procedure as comma-separated values (RFC 4180) and as Markdown.
package enum MatrixWriter {
  /// Returns a line a requirement and a column a subject: outcomes by their stable names, with `?` behind
  /// those to be checked.
  package static func csv(_ report: Report) -> [UInt8] {
    let context = ReportContext(report.header)
    let head =
      ["number", "requirement", "title", "level", "demanded"] + report.subjects.map(\.name)
    var lines = [head]
    for row in Matrix(report).rows {
      let demanded = row.isDemanded.map { $0 ? "yes" : "no" } ?? ""
      lines.append(
        [
          row.number, row.requirement, context.title(row.requirement),
          row.level?.rawValue ?? "", demanded,
        ] + row.cells.map { $0.map(cell) ?? "" })
    }
    return Array(lines.map(CSV.line).joined().utf8)
  }

  /// Returns a table for a page or a comment.
  package static func markdown(_ report: Report) -> [UInt8] {
    let context = ReportContext(report.header)
    let texts = context.texts
    var text = "| | \(texts.word(.requirement)) |"
    for subject in report.subjects { text += " \(MarkdownText.line(subject.name)) |" }
    text += "\n|---|---|" + String(repeating: "---|", count: report.subjects.count) + "\n"
    for row in Matrix(report).rows {
      let note = row.isDemanded == false ? " (\(texts.word(.dialogueOnly)))" : ""
      text +=
        "| \(MarkdownText.line(row.number)) | \(MarkdownText.line(context.title(row.requirement)))\(note) |"
      for assessment in row.cells {
        let mark = assessment?.certainty == .check ? " ?" : ""
        text += " \(assessment.map { texts.outcome($0.outcome) } ?? "")\(mark) |"
      }
      text += "\n"
    }
    return Array((text + "\n\(texts.word(.caveat))\n").utf8)
  }

  private static func cell(_ assessment: Assessment) -> String {
    assessment.outcome.rawValue + (assessment.certainty == .check ? "?" : "")
  }
}
