import AktsamText
import AktsamXML

/// One worksheet being read into a grid of its visible cells.
struct WorkbookSheet {
  private let xml: XMLDocument
  /// What to add to offsets into the part's text, to its element indices, to offsets into it.
  private let text: Int
  private let element: Int32
  private let source: Int
  private var hidden: [ClosedRange<Int>] = []
  private var merged: [CellReference: (columns: Int, rows: Int)] = [:]

  /// The cells read so far.
  private(set) var grid: SheetGrid

  init(_ xml: XMLDocument, grid: SheetGrid, text: Int, element: Int32, source: Int) {
    self.xml = xml
    self.grid = grid
    self.text = text
    self.element = element
    self.source = source
  }

  /// Reads the sheet.
  mutating func read(
    _ root: Int, strings: WorkbookStrings, formats: WorkbookFormats, into document: inout Document
  ) {
    readColumns(root)
    readMerged(root)
    guard let data = xml.firstChild(of: root, named: "sheetData") else { return }
    var row = -1
    for node in xml.childElements(of: data, named: "row") {
      row =
        min(
          max(xml.attribute("r", of: node).flatMap { Int($0) } ?? row + 2, 1), 1_048_576) - 1
      readRow(node, row, strings: strings, formats: formats, into: &document)
    }
    grid.sort()
  }

  private mutating func readColumns(_ root: Int) {
    guard let columns = xml.firstChild(of: root, named: "cols") else { return }
    for column in xml.childElements(of: columns, named: "col") where isHidden(column) {
      guard let first = xml.attribute("min", of: column).flatMap({ Int($0) }),
        let last = xml.attribute("max", of: column).flatMap({ Int($0) }),
        1 <= first, first <= last, last <= 16_384
      else { continue }
      hidden.append((first - 1)...(last - 1))
    }
  }

  private mutating func readMerged(_ root: Int) {
    guard let cells = xml.firstChild(of: root, named: "mergeCells") else { return }
    for cell in xml.childElements(of: cells, named: "mergeCell") {
      guard let area = xml.attribute("ref", of: cell).flatMap(CellReference.range) else { continue }
      merged[area.first] = (
        area.last.column - area.first.column + 1, area.last.row - area.first.row + 1
      )
    }
  }

  private func isHidden(_ node: Int) -> Bool { OwnFormat.flag("hidden", of: node, in: xml) }

  private mutating func readRow(
    _ node: Int, _ row: Int, strings: WorkbookStrings, formats: WorkbookFormats,
    into document: inout Document
  ) {
    let isHiddenRow = isHidden(node)
    var column = -1
    var hasHiddenText = false
    for cell in xml.childElements(of: node, named: "c") {
      let written = xml.attribute("r", of: cell).flatMap { CellReference($0) }
      column = min(written?.column ?? column + 1, 16_383)
      guard
        let paragraph = paragraph(of: cell, strings: strings, formats: formats, into: &document),
        !trimmed(paragraph.text, in: document.text).isEmpty
      else { continue }
      if isHiddenRow {
        hasHiddenText = true
        continue
      }
      if hidden.contains(where: { $0.contains(column) }) {
        grid.hiddenColumns.insert(column)
        continue
      }
      let area = merged[CellReference(column: column, row: row)]
      grid.add(
        TableCell(
          row: row, column: column, columns: area?.columns ?? 1, rows: area?.rows ?? 1,
          paragraphs: [paragraph], reference: grid.reference(column: column, row: row)))
    }
    if hasHiddenText { grid.hiddenRows += 1 }
  }

  /// Returns the text that a cell shows, or nil when it shows none; an error is none.
  private func paragraph(
    of cell: Int, strings: WorkbookStrings, formats: WorkbookFormats, into document: inout Document
  ) -> TableCell.Paragraph? {
    let own = xml.nodes[cell].element + element
    let type = xml.attribute("t", of: cell) ?? "n"
    if type == "inlineStr" {
      guard let item = xml.firstChild(of: cell, named: "is") else { return nil }
      return TableCell.Paragraph(
        text: WorkbookStrings.join(item, of: xml, base: text, in: &document), element: own)
    }
    guard type != "e", let value = xml.firstChild(of: cell, named: "v") else { return nil }
    let stored = trimmed(xml.textRange(of: value), in: xml.text)
    let written = xml.string(ofText: stored)
    guard !written.isEmpty else { return nil }
    if type == "s" { return strings.text(at: written) }
    let plain = (stored.lowerBound + text)..<(stored.upperBound + text)
    var shown = written
    switch type {
    case "b": shown = written == "1" || written == "true" ? "TRUE" : "FALSE"
    case "n":
      shown = formats.shown(written, style: xml.attribute("s", of: cell).flatMap { Int($0) } ?? 0)
    default: break
    }
    guard shown != written, let origin = sourceRanges(of: stored, in: xml.runs).first else {
      return TableCell.Paragraph(text: plain, element: own)
    }
    return TableCell.Paragraph(
      text: document.appendShown(
        shown, from: (origin.lowerBound + source)..<(origin.upperBound + source)), element: own)
  }
}
