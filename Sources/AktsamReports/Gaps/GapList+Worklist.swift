import AktsamReading
import AktsamText

extension GapList {
  /// The list as rows to work through: a sheet for the gaps, one for the strengths, one for what was
  /// read.
  package var worklist: Worklist {
    let rows = GapRows(self)
    let texts = ReportTexts.texts(source.language)
    return Worklist(
      title: "\(texts.gap(.title)): \(supplier)", language: source.language,
      toolVersion: source.toolVersion, sheets: [rows.gaps, rows.strengths, rows.documents])
  }
}

/// Makes rows of a gap list.
private struct GapRows {
  let list: GapList
  let texts: any LanguageTexts.Type
  private let cleaner = TextPage(colour: false)

  init(_ list: GapList) {
    self.list = list
    texts = ReportTexts.texts(list.source.language)
  }

  private func column(_ word: GapWord, _ width: Int) -> Worklist.Column {
    Worklist.Column(texts.gap(word), width: width)
  }

  private func text(_ text: String) -> Worklist.Cell { .text(cleaner.clean(text)) }

  /// Several texts in a cell, a line each.
  private func lines(_ texts: [String]) -> Worklist.Cell {
    .text(texts.map(cleaner.clean).joined(separator: "\n"))
  }

  private func quotations(_ reading: Reading) -> [Worklist.Cell] {
    let shown = reading.quotations.prefix(GapLayout.quotationLimit)
    return [
      lines(shown.map(\.text)),
      lines(
        shown.map { quotation in
          let label = quotation.label.isEmpty ? "" : ", \(shortened(quotation.label, to: 200))"
          return quotation.place.pathWithPart + label + ", \(texts.line(quotation.place.line))"
        }),
    ]
  }

  var gaps: Worklist.Sheet {
    let columns = [
      column(.gapID, 22), column(.number, 9), column(.theme, 18), column(.requirement, 30),
      column(.severity, 11), column(.step, 6), column(.level, 12), column(.outcome, 13),
      column(.certainty, 11), column(.quotation, 48), column(.source, 30), column(.lacks, 44),
      column(.provisions, 26), column(.strongAnswer, 44), column(.ask, 36), column(.evidence, 36),
      column(.deadline, 30), column(.owner, 18), column(.action, 36),
      Worklist.Column(texts.gap(.date), width: 12, isDate: true),
      Worklist.Column(texts.gap(.status), width: 14, choices: list.statuses),
    ]
    let rows = list.gaps.map { gap -> [Worklist.Cell] in
      let reading = gap.reading
      let notFound =
        gap.notFound.isEmpty
        ? [] : ["\(texts.gap(.notFound)): \(gap.notFound.joined(separator: "; "))."]
      var cells = [
        text(gap.id), text(reading.number), text(reading.themeTitle), text(reading.title),
        text(texts.weight(reading.severity)), .number(reading.step),
        text(reading.level.map { texts.level($0) } ?? ""), text(texts.outcome(reading.outcome)),
        text(texts.certainty(reading.certainty)),
      ]
      cells += quotations(reading)
      cells += [
        lines(gap.lacks + notFound), lines(gap.provisions.map(\.citation)),
        lines(gap.strongAnswer), text(gap.question), text(gap.evidence),
        text(gap.deadline?.text ?? texts.gap(.noDeadline)), text(gap.agreement?.owner ?? ""),
        text(gap.agreement?.action ?? ""), .date(gap.agreement?.due ?? ""),
        text(texts.gap(gap.agreement == nil ? .open : .agreed)),
      ]
      return cells
    }
    return Worklist.Sheet(name: texts.gap(.gaps), columns: columns, rows: rows)
  }

  var strengths: Worklist.Sheet {
    Worklist.Sheet(
      name: texts.gap(.strengths),
      columns: [
        column(.number, 9), column(.theme, 18), column(.requirement, 36), column(.certainty, 11),
        column(.quotation, 60), column(.source, 36),
      ],
      rows: list.strengths.map { reading in
        [
          text(reading.number), text(reading.themeTitle), text(reading.title),
          text(texts.certainty(reading.certainty)),
        ] + quotations(reading)
      })
  }

  var documents: Worklist.Sheet {
    Worklist.Sheet(
      name: texts.gap(.documentsRead),
      columns: [
        column(.document, 44), column(.kind, 22), column(.format, 18), column(.language, 10),
        column(.hash, 68),
      ],
      rows: list.inputs.map { input in
        [
          text(input.part.isEmpty ? input.path : "\(input.path)!/\(input.part)"),
          text(input.format.isEmpty ? "" : texts.role(input.role)), text(input.format),
          text(input.language), text(input.sha256),
        ]
      })
  }
}
