package import AktsamArchive

/// A worklist as a workbook for spreadsheets (Office Open XML, ISO/IEC 29500).
///
/// All text is stored as text in its cell, so nothing a document holds can become a formula.
package enum XlsxRenderer {
  private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The parts of the workbook, by their names in the zip file.
  package static func parts(_ worklist: Worklist) -> [(name: String, bytes: [UInt8])] {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let sheets = worklist.sheets.indices.map { "sheet\($0 + 1).xml" }
    let types =
      [("/xl/workbook.xml", "\(kind).sheet.main+xml"), ("/xl/styles.xml", "\(kind).styles+xml")]
      + sheets.map { ("/xl/worksheets/\($0)", "\(kind).worksheet+xml") }
      + OfficeProperties.contentTypes
    let targets =
      sheets.enumerated().map {
        ("rId\($0.offset + 1)", "\(relations)/worksheet", "worksheets/\($0.element)")
      } + [("rIdStyles", "\(relations)/styles", "styles.xml")]
    return [
      ("[Content_Types].xml", OfficeProperties.contentTypes(types)),
      ("_rels/.rels", OfficeProperties.packageRelations(main: "xl/workbook.xml")),
      (
        "docProps/core.xml",
        OfficeProperties.core(title: worklist.title, language: worklist.language)
      ),
      ("docProps/app.xml", OfficeProperties.application(version: worklist.toolVersion)),
      ("xl/workbook.xml", workbook(worklist)),
      ("xl/_rels/workbook.xml.rels", OfficeProperties.relations(targets)),
      ("xl/styles.xml", styles),
    ]
      + zip(sheets, worklist.sheets.indices).map { name, index in
        ("xl/worksheets/\(name)", sheet(worklist.sheets[index], isFirst: index == 0))
      }
  }

  /// Returns the workbook.
  ///
  /// - Throws: ``ArchiveError`` when memory runs short.
  package static func bytes(_ worklist: Worklist) throws(ArchiveError) -> [UInt8] {
    var archive = ArchiveWriter()
    for part in parts(worklist) { archive.add(part.name, part.bytes) }
    return try archive.bytes()
  }

  // MARK: - Parts

  private static func part(
    _ root: String, _ attributes: [Markup.Attribute] = [], _ body: (inout Markup) -> Void
  ) -> [UInt8] {
    var markup = Markup()
    markup.raw(OfficeProperties.declaration)
    markup.element(root, [("xmlns", namespace)] + attributes, body)
    markup.newline()
    return markup.bytes
  }

  private static func workbook(_ worklist: Worklist) -> [UInt8] {
    part("workbook", [("xmlns:r", relations)]) { markup in
      markup.element("bookViews") { $0.empty("workbookView") }
      markup.element("sheets") { markup in
        for (index, sheet) in worklist.sheets.enumerated() {
          markup.empty(
            "sheet",
            [
              ("name", sheetName(sheet.name)), ("sheetId", "\(index + 1)"),
              ("r:id", "rId\(index + 1)"),
            ])
        }
      }
      markup.element("definedNames") { markup in
        for (index, sheet) in worklist.sheets.enumerated() {
          let name = sheetName(sheet.name).split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''")
          let names: [Markup.Attribute] = [("localSheetId", "\(index)")]
          // The filter's own name is what Excel expects beside it; the titles are repeated in print.
          markup.element(
            "definedName",
            [("name", "_xlnm._FilterDatabase")] + names + [("hidden", "1")],
            text: "'\(name)'!\(absolute(range(sheet)))")
          markup.element(
            "definedName", [("name", "_xlnm.Print_Titles")] + names, text: "'\(name)'!$1:$1")
        }
      }
    }
  }

  private static func sheetName(_ name: String) -> String {
    String(name.filter { !"[]:*?/\\".contains($0) }.prefix(31))
  }

  /// 0 plain, 1 heading, 2 wrapped text, 3 date, 4 number.
  private static let styles: [UInt8] = part("styleSheet") { markup in
    markup.raw(
      """
      <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
      <fonts count="2"><font><sz val="10"/><name val="Arial"/></font>\
      <font><b/><sz val="10"/><name val="Arial"/></font></fonts>\
      <fills count="3"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFE3E9F0"/><bgColor indexed="64"/>\
      </patternFill></fill></fills>\
      <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border><left style="thin"><color rgb="FFBFC7D1"/></left>\
      <right style="thin"><color rgb="FFBFC7D1"/></right>\
      <top style="thin"><color rgb="FFBFC7D1"/></top>\
      <bottom style="thin"><color rgb="FFBFC7D1"/></bottom><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" \
      applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
      <xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" \
      applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
      <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" \
      applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" \
      applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
      """)
  }

  private static func sheet(_ sheet: Worklist.Sheet, isFirst: Bool) -> [UInt8] {
    part("worksheet") { markup in
      markup.element("sheetPr") { $0.empty("pageSetUpPr", [("fitToPage", "1")]) }
      markup.element("sheetViews") { markup in
        markup.element(
          "sheetView", (isFirst ? [("tabSelected", "1")] : []) + [("workbookViewId", "0")]
        ) { markup in
          markup.empty(
            "pane",
            [
              ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"),
              ("state", "frozen"),
            ])
          markup.empty(
            "selection", [("pane", "bottomLeft"), ("activeCell", "A2"), ("sqref", "A2")])
        }
      }
      markup.element("cols") { markup in
        for (index, column) in sheet.columns.enumerated() {
          markup.empty(
            "col",
            [
              ("min", "\(index + 1)"), ("max", "\(index + 1)"), ("width", "\(column.width)"),
              ("customWidth", "1"),
            ])
        }
      }
      markup.element("sheetData") { markup in
        write(sheet.columns.map { .text($0.title) }, row: 1, sheet.columns, to: &markup)
        for (index, row) in sheet.rows.enumerated() {
          write(row, row: index + 2, sheet.columns, to: &markup)
        }
      }
      markup.newline()
      markup.empty("autoFilter", [("ref", range(sheet))])
      writeChoices(sheet, to: &markup)
      markup.empty(
        "pageSetup",
        [
          ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"),
          ("fitToHeight", "0"),
        ])
    }
  }

  private static func write(
    _ cells: [Worklist.Cell], row: Int, _ columns: [Worklist.Column], to markup: inout Markup
  ) {
    markup.newline()
    let height = height(cells, columns)
    markup.element("row", [("r", "\(row)"), ("ht", "\(height)")]) { markup in
      for (index, cell) in cells.enumerated() {
        let reference: [Markup.Attribute] = [("r", "\(name(ofColumn: index))\(row)")]
        func style(_ number: Int) -> [Markup.Attribute] {
          [("s", row == 1 ? "1" : "\(number)")]
        }
        switch cell {
        case .number(let number):
          markup.element("c", reference + style(4)) { $0.element("v", text: "\(number)") }
        case .date(let text) where CalendarDate(text) != nil:
          markup.element("c", reference + style(3)) { markup in
            markup.element("v", text: "\(CalendarDate(text)?.serial ?? 0)")
          }
        case .text(""), .date(""):
          let isDate = columns.indices.contains(index) && columns[index].isDate
          markup.empty("c", reference + style(isDate ? 3 : 2))
        case .text(let text), .date(let text):
          markup.element("c", reference + style(2) + [("t", "inlineStr")]) { markup in
            markup.element("is") {
              $0.element("t", [("xml:space", "preserve")], text: fitting(text))
            }
          }
        }
      }
    }
  }

  /// The height in points that the longest cell needs, about; not all spreadsheets work it out when
  /// they open a file. Excel allows 409.
  private static func height(_ cells: [Worklist.Cell], _ columns: [Worklist.Column]) -> Int {
    let lines = zip(cells, columns).map { cell, column in
      guard case .text(let text) = cell else { return 1 }
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + max(1, ($1.count + column.width - 1) / max(column.width, 1)) }
    }
    return min(4 + 13 * (lines.max() ?? 1), 400)
  }

  /// Choices are offered for many more rows than there are, for gaps that people add.
  private static func writeChoices(_ sheet: Worklist.Sheet, to markup: inout Markup) {
    let columns = sheet.columns.enumerated().filter { !$0.element.choices.isEmpty }
    guard !columns.isEmpty else { return }
    markup.element("dataValidations", [("count", "\(columns.count)")]) { markup in
      for (index, column) in columns {
        let letter = name(ofColumn: index)
        markup.element(
          "dataValidation",
          [
            ("type", "list"), ("allowBlank", "1"), ("showErrorMessage", "1"),
            ("sqref", "\(letter)2:\(letter)\(sheet.rows.count + 500)"),
          ]
        ) { markup in
          // A comma would part a choice in two.
          let choices = column.choices.map { $0.filter { $0 != "," && $0 != "\"" } }
          markup.element("formula1", text: "\"\(choices.joined(separator: ","))\"")
        }
      }
    }
  }

  // MARK: - Cells

  /// Excel allows 32,767 UTF-16 units in a cell, and calls a longer text damage.
  private static func fitting(_ text: String) -> String {
    guard text.utf16.count > 32_767 else { return text }
    var count = 0
    let kept = text.unicodeScalars.prefix { scalar in
      count += scalar.value > 0xFFFF ? 2 : 1
      return count <= 32_765
    }
    return String(kept) + "…"
  }

  private static func range(_ sheet: Worklist.Sheet) -> String {
    "A1:\(name(ofColumn: max(sheet.columns.count, 1) - 1))\(sheet.rows.count + 1)"
  }

  private static func absolute(_ range: String) -> String {
    range.split(separator: ":").map { cell in
      let letters = cell.prefix { $0.isLetter }
      return "$\(letters)$\(cell.dropFirst(letters.count))"
    }.joined(separator: ":")
  }

  private static func name(ofColumn index: Int) -> String { Matrix.column(index) }
}
