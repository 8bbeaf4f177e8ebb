import AktsamText
import AktsamXML

/// Reads the sheets of an OpenDocument spreadsheet into grids; cells hold the text that they show.
struct OpenDocumentSheets {
  private let xml: XMLDocument
  private let names: [OpenDocumentName?]
  private let styles: OpenDocumentStyles

  init(_ xml: XMLDocument, _ styles: OpenDocumentStyles) {
    self.xml = xml
    self.styles = styles
    names = OpenDocumentName.table(xml)
  }

  /// Returns the visible sheets of a spreadsheet.
  ///
  /// - Parameters:
  ///   - spreadsheet: the `office:spreadsheet`.
  ///   - document: its document; hidden sheets are noted there.
  /// - Returns: the grids in the order of the file.
  func read(_ spreadsheet: Int, in document: inout Document) -> [SheetGrid] {
    var grids: [SheetGrid] = []
    for table in xml.childElements(of: spreadsheet, named: "table") {
      let name = xml.attribute("name", of: table) ?? ""
      let place = xml.place(ofStartTag: table)
      guard styles.isShown(xml.attribute("style-name", of: table)) else {
        document.findings.append(
          Finding(
            rule: SheetMessages.hiddenRule, severity: .note,
            message: SheetMessages.hiddenSheet(name), place: place))
        continue
      }
      let title = document.append(name, from: xml.attributeRange("name", of: table))
      var grid = SheetGrid(
        name: name, title: title, element: xml.nodes[table].element, place: place)
      read(table, into: &grid, &document)
      grids.append(grid)
    }
    return grids
  }

  private func read(_ table: Int, into grid: inout SheetGrid, _ document: inout Document) {
    var reader = OpenDocumentTable(xml, names)
    let hidden = reader.hiddenColumns(of: table)
    for row in reader.rows(of: table) {
      var hasHiddenText = false
      for cell in row.cells {
        let paragraphs = paragraphs(of: cell.node, in: &document)
        guard !paragraphs.isEmpty else { continue }
        if row.isHidden {
          hasHiddenText = true
        } else if hidden.contains(where: { $0.contains(cell.column) }) {
          grid.hiddenColumns.insert(cell.column)
        } else {
          grid.add(
            TableCell(
              row: row.index, column: cell.column, columns: cell.columns, rows: cell.rows,
              paragraphs: paragraphs,
              reference: grid.reference(column: cell.column, row: row.index)))
        }
      }
      if hasHiddenText { grid.hiddenRows += 1 }
    }
  }

  /// The paragraphs of a cell; notes beside it are no part of it, nor are errors.
  private func paragraphs(of cell: Int, in document: inout Document) -> [TableCell.Paragraph] {
    guard xml.attribute("value-type", of: cell) != "error" else { return [] }
    return xml.childElements(of: cell, named: "p").compactMap { node in
      let paragraph = OpenDocumentParagraph(node, xml, names, styles)
      let range = trimmed(document.join(paragraph.pieces), in: document.text)
      return range.isEmpty
        ? nil : TableCell.Paragraph(text: range, element: xml.nodes[node].element)
    }
  }
}
