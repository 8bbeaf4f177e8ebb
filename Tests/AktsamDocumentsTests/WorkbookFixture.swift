import AktsamTestSupport

/// Builds small workbooks of our own.
struct WorkbookFixture {
  /// The sheets in order: name, what `sheet` says beside, content of the worksheet.
  var sheets: [(name: String, attributes: String, content: String)] = []
  /// The `si` elements.
  var strings: [String] = []
  /// The content of the styles part.
  var styles = ""
  /// The attributes of `workbookPr`.
  var properties = ""

  /// A sheet of rows of shared strings; an empty text is no cell.
  mutating func add(_ name: String, _ rows: [[String]], attributes: String = "", after: String = "")
  {
    var content = "<sheetData>"
    for (row, cells) in rows.enumerated() {
      content += "<row r=\"\(row + 1)\">"
      for (column, text) in cells.enumerated() where !text.isEmpty {
        let letter = String(UnicodeScalar(UInt8(65 + column)))
        content += "<c r=\"\(letter)\(row + 1)\" t=\"s\"><v>\(shared(text))</v></c>"
      }
      content += "</row>"
    }
    sheets.append((name, attributes, content + "</sheetData>" + after))
  }

  /// The index of a shared string.
  mutating func shared(_ text: String) -> Int {
    let item =
      text.hasPrefix("<") ? "<si>\(text)</si>" : "<si><t xml:space=\"preserve\">\(text)</t></si>"
    if let known = strings.firstIndex(of: item) { return known }
    strings.append(item)
    return strings.count - 1
  }

  /// The members by name.
  var parts: [String: [UInt8]] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var list = ""
    var relations = ""
    var parts: [String: [UInt8]] = [:]
    for (index, sheet) in sheets.enumerated() {
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.attributes) r:id=\"r\(index)\"/>"
      relations +=
        "<Relationship Id=\"r\(index)\" Type=\"\(office)/worksheet\" Target=\"worksheets/s\(index).xml\"/>"
      parts["xl/worksheets/s\(index).xml"] = Array(
        "<worksheet xmlns=\"\(main)\">\(sheet.content)</worksheet>".utf8)
    }
    relations +=
      "<Relationship Id=\"x\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
      + "<Relationship Id=\"y\" Type=\"\(office)/styles\" Target=\"./styles.xml\"/>"
    parts["xl/workbook.xml"] = Array(
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr \(properties)/><sheets>\(list)</sheets></workbook>"
        .utf8)
    parts["xl/_rels/workbook.xml.rels"] = Array("<Relationships>\(relations)</Relationships>".utf8)
    parts["xl/sharedStrings.xml"] = Array(
      "<sst xmlns=\"\(main)\">\(strings.joined(separator: "\n"))</sst>".utf8)
    parts["xl/styles.xml"] = Array("<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>".utf8)
    parts["docProps/core.xml"] = Array(
      "<coreProperties><modified>2026-03-04T05:06:07Z</modified></coreProperties>".utf8)
    return parts
  }

  /// The file.
  var bytes: [UInt8] {
    var zip = ZipFixture()
    for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) { zip.add(name, bytes) }
    return zip.bytes
  }
}
