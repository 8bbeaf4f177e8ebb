import AktsamXML

/// Tables: questions with their answers, or cells under headings.
extension OpenDocumentReading {
  mutating func readTable(_ node: Int) {
    var tables = OpenDocumentTable(xml, names)
    // Numbers of a list around do not reach into its tables.
    let outer = (level, itemNumber, listStyle)
    (level, itemNumber, listStyle) = (0, "", nil)
    let rows = tables.rows(of: node)
    var answers = TableAnswers()
    var headings: [Int: String] = [:]
    for row in rows {
      if row.isHidden {
        hidden += row.cells.isEmpty ? 0 : 1
        continue
      }
      var cells: [TableCell] = []
      var nested: [Int] = []
      for cell in row.cells { cells.append(read(cell, row: row.index, nested: &nested)) }
      if !answers.read(cells, into: &flow) {
        flow.beginRow()
        for cell in cells where !cell.paragraphs.isEmpty {
          if row.isHeading {
            headings[cell.column] = cell.string(in: flow.document)
          }
          addCell(cell, row.isHeading ? .caption : .tableCell, label: headings[cell.column] ?? "")
        }
      }
      for node in nested { walkNested(node) }
    }
    asked += answers.asked
    filled += answers.filled
    if answers.asked > 0 { flow.startGroup() }
    (level, itemNumber, listStyle) = outer
    readNotes(all: false)
  }

  mutating func walkNested(_ node: Int) {
    if name(node) == .control { readControls([node], prompt: nil) } else { walk(node) }
  }

  mutating func addCell(_ cell: TableCell, _ kind: BlockKind, label: String) {
    for paragraph in cell.paragraphs {
      let outer = flow.language
      flow.language = paragraph.language
      if kind == .tableCell, let boxes = TickBoxes(paragraph.text, in: flow.document.text) {
        readTickBoxes(boxes, element: paragraph.element)
      } else {
        flow.add(
          kind, paragraph.text, element: paragraph.element, label: kind == .caption ? "" : label)
      }
      flow.language = outer
    }
  }

  /// Collects the paragraphs of a cell, those in its lists included; tables and frames in it are
  /// read after its row.
  mutating func read(
    _ cell: OpenDocumentTable.Cell, row: Int, nested: inout [Int]
  ) -> TableCell {
    var result = TableCell(
      row: row, column: cell.column, columns: cell.columns, rows: cell.rows)
    collect(cell.node, into: &result, nested: &nested)
    return result
  }

  mutating func collect(_ node: Int, into cell: inout TableCell, nested: inout [Int]) {
    for child in xml.childElements(of: node) {
      switch name(child) {
      case .p, .h:
        guard let paragraph = paragraph(child) else {
          hidden += 1
          continue
        }
        hidden += paragraph.hidden
        waiting += paragraph.notes
        nested += paragraph.frames + paragraph.controls
        let range = trimmed(flow.document.join(paragraph.pieces), in: flow.document.text)
        guard !range.isEmpty else { continue }
        cell.paragraphs.append(
          TableCell.Paragraph(
            text: range, element: xml.nodes[child].element, language: language(child, paragraph)))
      case .table, .frame, .textBox, .customShape, .shape, .group, .control: nested.append(child)
      case .section where xml.attribute("display", of: child) == "none": hidden += 1
      case .annotation, .forms, .number, .title, .description: break
      default: collect(child, into: &cell, nested: &nested)
      }
    }
  }
}
