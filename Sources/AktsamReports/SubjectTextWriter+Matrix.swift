import AktsamReading

extension SubjectTextWriter {
  /// Writes the matrix of several subjects: a line a requirement, a column a subject.
  mutating func writeMatrix(_ report: Report) {
    let matrix = Matrix(report)
    guard report.subjects.count > 1, !matrix.rows.isEmpty else { return }
    let texts = context.texts
    page.blank()
    for (index, subject) in report.subjects.enumerated() {
      let title = [subject.name, subject.party].filter { !$0.isEmpty }.joined(separator: ", ")
      page.wrapped("\(Matrix.column(index))  \(title)", indent: 2, hanging: 4)
    }
    page.blank()
    let columns = report.subjects.indices.map(Matrix.column)
    let numberWidth = matrix.rows.map(\.number.count).max() ?? 0
    page.line(
      String(repeating: " ", count: numberWidth + 4)
        + columns.map { padded($0, 3) }.joined())
    for row in matrix.rows {
      var line = "  " + padded(row.number, numberWidth) + "  "
      for assessment in row.cells { line += mark(assessment) }
      let note = row.isDemanded == false ? " (\(texts.word(.dialogueOnly)))" : ""
      page.line(line + page.clean(context.title(row.requirement)) + note)
    }
    page.blank()
    let legend = Self.order.reversed().map { "\(Self.sign($0)) \(texts.outcome($0))" }
    let hasDecisions = matrix.rows.contains { row in row.cells.contains { $0?.decision != nil } }
    let decided = hasDecisions ? "; * \(texts.word(.decided))" : ""
    page.wrapped(
      legend.joined(separator: ", ") + "; ? \(texts.word(.toCheck))" + decided, indent: 2)
  }

  /// Three columns wide: the sign of the outcome, and `?` where a person should look, `*` where one has
  /// decided.
  private func mark(_ assessment: Assessment?) -> String {
    guard let assessment else { return "   " }
    let sign = page.styled(Self.sign(assessment.outcome), .outcome(assessment.outcome))
    if assessment.decision != nil { return sign + "* " }
    return sign + (assessment.certainty == .check ? "? " : "  ")
  }

  static func sign(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "+"
    case .weak: "~"
    case .contradicted: "!"
    case .missing: "-"
    case .notApplicable: "/"
    case .unread: "x"
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
