import AktsamArchive
import AktsamText
import AktsamXML

/// One workbook being read: its sheets as grids of cells.
struct WorkbookReading {
  private let package: Package
  private let member: String
  private let workbook: XMLDocument
  private let options: ReadingOptions
  private var strings = WorkbookStrings()
  private var formats = WorkbookFormats()

  /// The document, whose text grows with every part.
  private(set) var document: Document
  /// The visible sheets in their order.
  private(set) var grids: [SheetGrid] = []

  init(
    _ package: Package, _ member: String, _ workbook: XMLDocument, _ document: Document,
    options: ReadingOptions
  ) {
    self.package = package
    self.member = member
    self.workbook = workbook
    self.document = document
    self.options = options
  }

  /// Reads all sheets that are not hidden.
  mutating func readSheets() {
    guard let root = workbook.root else { return }
    let relations = PackagePart.relations(of: member, in: package, options: options)
    let byType = Dictionary(
      relations.values.map { ($0.type, $0.target) }, uniquingKeysWith: { min($0, $1) })
    readStrings(byType["sharedStrings"])
    let properties = workbook.firstChild(of: root, named: "workbookPr")
    let since1904 = properties.flatMap { workbook.attribute("date1904", of: $0) } ?? "0"
    formats = WorkbookFormats(
      byType["styles"].flatMap { package.xml($0, options: options) },
      since1904: since1904 == "1" || since1904 == "true")
    readDate()
    guard let sheets = workbook.firstChild(of: root, named: "sheets") else { return }
    for sheet in workbook.childElements(of: sheets, named: "sheet") {
      let name = workbook.attribute("name", of: sheet) ?? ""
      let state = workbook.attribute("state", of: sheet) ?? "visible"
      let place = workbook.place(ofStartTag: sheet)
      guard state == "visible" else {
        document.findings.append(
          Finding(
            rule: SheetMessages.hiddenRule, severity: .note,
            message: SheetMessages.hiddenSheet(name), place: place))
        continue
      }
      // The id is the one attribute of that name in a namespace; "sheetId" has another name.
      let relation = workbook.attribute("id", of: sheet).flatMap { relations[$0] }
      // A sheet that is a chart has no cells.
      if let relation, relation.type != "worksheet" { continue }
      guard let relation, let xml = package.xml(relation.target, options: options) else {
        PackagePart.report("the sheet \"\(name)\"", in: &document)
        continue
      }
      let title = document.append(name, from: workbook.attributeRange("name", of: sheet))
      let grid = SheetGrid(
        name: name, title: title, element: workbook.nodes[sheet].element, place: place)
      read(xml, into: grid)
    }
  }

  private mutating func readStrings(_ target: String?) {
    guard let target, package.archive.entry(named: target) != nil else { return }
    guard let xml = package.xml(target, options: options) else {
      PackagePart.report("the texts of the sheets", in: &document)
      return
    }
    if !xml.isWellFormed { document.isComplete = false }
    let base = document.append(xml)
    strings = WorkbookStrings(xml, text: base.text, element: base.element, in: &document)
  }

  private mutating func readDate() {
    guard let core = package.xml("docProps/core.xml", options: options), let root = core.root
    else { return }
    for name in ["modified", "created"] where document.date == nil {
      document.date = core.firstChild(of: root, named: name).flatMap { day(core.string(of: $0)) }
    }
  }

  private mutating func read(_ xml: XMLDocument, into grid: SheetGrid) {
    guard let root = xml.root else { return }
    if !xml.isWellFormed { document.isComplete = false }
    let base = document.append(xml)
    var sheet = WorkbookSheet(
      xml, grid: grid, text: base.text, element: base.element,
      source: document.furtherParts.last?.base ?? 0)
    sheet.read(root, strings: strings, formats: formats, into: &document)
    grids.append(sheet.grid)
  }
}
