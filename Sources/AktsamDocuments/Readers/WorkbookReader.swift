internal import AktsamArchive
internal import AktsamText
internal import AktsamXML

/// Reads workbooks of Office Open XML (ECMA-376 part 1, SpreadsheetML), transitional and strict.
///
/// The document's own source is the workbook part, which names the sheets; the shared strings and
/// the sheets are further parts, so that a place names the member that a text really stands in.
package enum WorkbookReader: PackageFormatReader {
  package static let formats = [
    FormatInfo(
      id: "xlsx", summary: "a workbook, as of Excel: questionnaires and tables", root: "workbook")
  ]

  package static func recognises(_ package: Package) -> Bool {
    workbook(of: package) != nil
  }

  package static func read(_ package: Package, options: ReadingOptions) -> Document {
    guard let member = workbook(of: package),
      let xml = package.xml(member, options: options)
    else {
      let source = SourceFile(path: package.path, part: package.part, bytes: [])
      var document = Document(
        source: source, lines: LineTable([]), format: "xlsx", role: options.role ?? .tender,
        roleOrigin: options.role == nil ? .inferred : .declared, text: [], runs: [],
        elements: ElementTable(), isComplete: false)
      PackagePart.report("the workbook", in: &document)
      return document
    }
    let document = OwnFormat.document(
      xml, format: "xlsx", role: .tender, origin: .inferred, options: options)
    var reading = WorkbookReading(package, member, xml, document, options: options)
    reading.readSheets()
    return SheetReading(reading.document, mapping: options.columns).read(reading.grids)
  }

  /// The member that names the sheets; nil when the package is no workbook.
  private static func workbook(of package: Package) -> String? {
    let usual = "xl/workbook.xml"
    if package.archive.entry(named: usual) != nil { return usual }
    // Unusual writers may name its folder otherwise; a folder of files is no workbook.
    guard package.archive.entry(named: "[Content_Types].xml") != nil else { return nil }
    return package.archive.entries.lazy.map(\.name).first { name in
      name.hasSuffix("/workbook.xml") && name.utf8.filter { $0 == UInt8(ascii: "/") }.count == 1
    }
  }
}
