package import AktsamArchive

/// A page as a document for word processors (Office Open XML, ISO/IEC 29500): real headings,
/// styles, tables, contents and content controls, so that it can be edited and sent.
package enum DocxRenderer {
  /// The parts of the document, by their names in the zip file.
  package static func parts(_ page: Page) -> [(name: String, bytes: [UInt8])] {
    var writer = DocxWriter(page: page)
    let document = writer.document()
    return [
      ("[Content_Types].xml", DocxParts.contentTypes),
      ("_rels/.rels", DocxParts.packageRelations),
      ("docProps/core.xml", OfficeProperties.core(title: page.title, language: page.language)),
      ("docProps/app.xml", OfficeProperties.application(version: page.toolVersion)),
      ("word/document.xml", document),
      ("word/_rels/document.xml.rels", DocxParts.documentRelations(writer.addresses)),
      ("word/styles.xml", DocxStyles.part(language: page.language)),
      ("word/numbering.xml", DocxParts.numbering),
      ("word/settings.xml", DocxParts.settings(language: page.language)),
      ("word/footer1.xml", DocxParts.footer(page)),
    ]
  }

  /// Returns the document.
  ///
  /// - Throws: ``ArchiveError`` when memory runs short.
  package static func bytes(_ page: Page) throws(ArchiveError) -> [UInt8] {
    var archive = ArchiveWriter()
    for part in parts(page) { archive.add(part.name, part.bytes) }
    return try archive.bytes()
  }
}

/// Writes the main part of a document.
struct DocxWriter {
  let page: Page
  /// The addresses that links lead to; the position makes the id of the relation.
  private(set) var addresses: [String] = []

  private var markup = Markup()
  private let bookmarks: [String: Int]
  private var controlCount = 0

  /// The width of the text in twentieths of a point: A4 less the margins.
  static let textWidth = 11_906 - 2 * 1_134

  init(page: Page) {
    self.page = page
    bookmarks = Dictionary(
      page.headings(downTo: 4).enumerated().map { ($0.element.id, $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns the part; afterwards ``addresses`` is complete.
  mutating func document() -> [UInt8] {
    markup.raw(OfficeProperties.declaration)
    markup.raw(
      "<w:document xmlns:w=\"\(DocxParts.namespace)\" xmlns:r=\"\(DocxParts.relations)\"><w:body>")
    paragraph("Title", [.text(page.title)])
    if !page.subtitle.isEmpty { paragraph("Subtitle", [.text(page.subtitle)]) }
    var breaks = false
    for (index, block) in page.blocks.enumerated() {
      if case .pageBreak = block {
        breaks = true
        continue
      }
      // Room to fill in stays with the end of what it is about.
      if case .definitions(let definitions) = block, case .form? = page.blocks.at(index + 1) {
        write(definitions, width: Self.textWidth, keepsNext: true)
      } else {
        write(block, width: Self.textWidth, breaks: breaks)
      }
      breaks = false
    }
    markup.newline()
    markup.element("w:sectPr") { markup in
      markup.empty("w:footerReference", [("w:type", "default"), ("r:id", "rIdFooter")])
      markup.empty("w:pgSz", [("w:w", "11906"), ("w:h", "16838")])
      markup.empty(
        "w:pgMar",
        [
          ("w:top", "1247"), ("w:right", "1134"), ("w:bottom", "1247"), ("w:left", "1134"),
          ("w:header", "624"), ("w:footer", "624"), ("w:gutter", "0"),
        ])
    }
    markup.raw("</w:body></w:document>\n")
    return markup.bytes
  }

  // MARK: - Blocks

  private mutating func write(_ block: Page.Block, width: Int, breaks: Bool = false) {
    switch block {
    case .pageBreak: break
    case .heading(let heading): write(heading, breaks: breaks)
    case .paragraph(let inlines, let style):
      paragraph(Self.style(style), inlines, breaks: breaks)
    case .list(let items): for item in items { paragraph("ListBullet", item) }
    case .quotation(let quotation):
      paragraph(
        "Quote", quotation.parts, breaks: breaks, keepsNext: true,
        language: quotation.language)
      paragraph("QuoteSource", quotation.source)
    case .table(let table): write(table, width: width)
    case .definitions(let definitions): write(definitions, width: width)
    case .form(let form): write(form, width: width)
    case .contents(let title, let depth): writeContents(title, depth, breaks: breaks)
    }
  }

  private static func style(_ style: Page.Style) -> String {
    switch style {
    case .body: ""
    case .lead: "Lead"
    case .facts: "Facts"
    case .note: "Note"
    }
  }

  private mutating func write(_ heading: Page.Heading, breaks: Bool) {
    let number = bookmarks[heading.id] ?? 0
    openParagraph("Heading\(heading.level)", breaks: breaks)
    markup.empty("w:bookmarkStart", [("w:id", "\(number)"), ("w:name", Self.bookmark(number))])
    run(heading.text)
    markup.empty("w:bookmarkEnd", [("w:id", "\(number)")])
    markup.raw("</w:p>")
  }

  private static func bookmark(_ number: Int) -> String { "_Toc\(100_000_000 + number)" }

  /// The entries stand there from the start, for readers that don't build contents themselves; the
  /// field lets a word processor build them anew with page numbers.
  private mutating func writeContents(_ title: String, _ depth: Int, breaks: Bool) {
    paragraph("TOCHeading", [.text(title)], breaks: breaks)
    let headings = page.headings(downTo: depth)
    for (index, heading) in headings.enumerated() {
      openParagraph("TOC\(heading.level)")
      if index == 0 {
        fieldMark("begin", isDirty: true)
        instruction("TOC \\o \"1-\(depth)\" \\h \\z \\u")
        fieldMark("separate")
      }
      markup.element(
        "w:hyperlink",
        [("w:anchor", Self.bookmark(bookmarks[heading.id] ?? 0)), ("w:history", "1")]
      ) { Self.run(heading.text, to: &$0) }
      if index == headings.count - 1 { fieldMark("end") }
      markup.raw("</w:p>")
    }
  }

  private mutating func fieldMark(_ kind: String, isDirty: Bool = false) {
    markup.element("w:r") {
      $0.empty("w:fldChar", [("w:fldCharType", kind)] + (isDirty ? [("w:dirty", "true")] : []))
    }
  }

  private mutating func instruction(_ text: String) {
    markup.element("w:r") {
      $0.element("w:instrText", [("xml:space", "preserve")], text: " \(text) ")
    }
  }

  // MARK: - Tables

  private mutating func write(_ table: Page.Table, width: Int) {
    let widths = table.widths(of: width)
    openTable("PageTable", widths, caption: table.caption, hasHeader: true)
    openRow(isHeader: true)
    for (column, width) in zip(table.columns, widths) {
      openCell(width)
      paragraph(column.isNumeric ? "TableNumber" : "TableText", [.text(column.title)])
      markup.raw("</w:tc>")
    }
    markup.raw("</w:tr>")
    for row in table.rows {
      openRow()
      for ((column, cell), width) in zip(zip(table.columns, row), widths) {
        openCell(width)
        paragraph(column.isNumeric ? "TableNumber" : "TableText", cell)
        markup.raw("</w:tc>")
      }
      markup.raw("</w:tr>")
    }
    closeTable()
  }

  private mutating func write(
    _ definitions: [Page.Definition], width: Int, keepsNext: Bool = false
  ) {
    let widths = [width * 24 / 100, width - width * 24 / 100]
    openTable("PageDefinitions", widths, caption: "", hasHeader: false)
    for (index, definition) in definitions.enumerated() {
      let keeps = keepsNext && index == definitions.count - 1
      // A row of one paragraph stays whole; lists and quotations may go on overleaf.
      openRow(splits: definition.blocks.count > 1 || definition.blocks.first?.isLong == true)
      openCell(widths[0])
      paragraph("Term", [.text(definition.term)], keepsNext: keeps)
      markup.raw("</w:tc>")
      openCell(widths[1])
      for block in definition.blocks {
        if keeps, case .paragraph(let inlines, let style) = block {
          paragraph(Self.style(style), inlines, keepsNext: true)
        } else {
          write(block, width: widths[1] - 216)
        }
      }
      // A cell must end with a paragraph.
      if definition.blocks.isEmpty || definition.blocks.last?.isTable == true { paragraph("", []) }
      markup.raw("</w:tc></w:tr>")
    }
    closeTable(keepsNext: keepsNext)
  }

  private mutating func write(_ form: Page.Form, width: Int) {
    // Twelve parts of the width, so that one, two or three fields fill a row.
    let parts = Page.Table(
      caption: "", columns: (0..<12).map { _ in Page.Column("", width: 1) }, rows: []
    ).widths(of: width)
    openTable("PageForm", parts, caption: form.label, hasHeader: false)
    let rows = form.rows
    for (index, row) in rows.enumerated() {
      openRow()
      let isLast = index == rows.count - 1
      let span = 12 / max(row.count, 1)
      for field in row {
        openCell(parts.prefix(span).reduce(0, +), span: span)
        paragraph("FieldLabel", [.text(field.label)], keepsNext: true)
        // The rows stay on one sheet.
        openParagraph("FieldText", keepsNext: !isLast)
        write(field)
        markup.raw("</w:p></w:tc>")
      }
      markup.raw("</w:tr>")
    }
    closeTable()
  }

  private mutating func openTable(
    _ style: String, _ widths: [Int], caption: String, hasHeader: Bool
  ) {
    markup.newline()
    markup.raw("<w:tbl>")
    markup.element("w:tblPr") { markup in
      markup.empty("w:tblStyle", [("w:val", style)])
      markup.empty("w:tblW", [("w:w", "\(widths.reduce(0, +))"), ("w:type", "dxa")])
      markup.empty("w:tblLayout", [("w:type", "fixed")])
      markup.empty(
        "w:tblLook",
        [
          ("w:val", hasHeader ? "0020" : "0000"), ("w:firstRow", hasHeader ? "1" : "0"),
          ("w:lastRow", "0"), ("w:firstColumn", "0"), ("w:lastColumn", "0"), ("w:noHBand", "1"),
          ("w:noVBand", "1"),
        ])
      if !caption.isEmpty { markup.empty("w:tblCaption", [("w:val", caption)]) }
    }
    markup.element("w:tblGrid") { markup in
      for width in widths { markup.empty("w:gridCol", [("w:w", "\(width)")]) }
    }
  }

  private mutating func openRow(isHeader: Bool = false, splits: Bool = false) {
    markup.newline()
    markup.raw("<w:tr>")
    guard isHeader || !splits else { return }
    markup.element("w:trPr") { markup in
      if !splits { markup.empty("w:cantSplit") }
      if isHeader { markup.empty("w:tblHeader") }
    }
  }

  private mutating func openCell(_ width: Int, span: Int = 1) {
    markup.raw("<w:tc>")
    markup.element("w:tcPr") { markup in
      markup.empty("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")])
      if span > 1 { markup.empty("w:gridSpan", [("w:val", "\(span)")]) }
    }
  }

  /// Two tables that touch would become one.
  private mutating func closeTable(keepsNext: Bool = false) {
    markup.raw("</w:tbl>")
    paragraph("AfterTable", [], keepsNext: keepsNext)
  }

  // MARK: - Fields

  private mutating func write(_ field: Page.Field) {
    controlCount += 1
    let number = controlCount
    let locale = PageWords.locale(page.language)
    markup.element("w:sdt") { markup in
      markup.element("w:sdtPr") { markup in
        markup.empty("w:alias", [("w:val", field.label)])
        // Word allows 64 characters.
        markup.empty("w:tag", [("w:val", String(field.id.prefix(64)))])
        markup.empty("w:id", [("w:val", "\(1_000 + number)")])
        if field.value.isEmpty { markup.empty("w:showingPlcHdr") }
        switch field.kind {
        // Not plain text, in which LibreOffice shows what to enter as if it had been entered.
        case .words, .lines: markup.empty("w:richText")
        case .date:
          markup.element("w:date") { markup in
            markup.empty("w:dateFormat", [("w:val", "yyyy-MM-dd")])
            markup.empty("w:lid", [("w:val", locale)])
            markup.empty("w:storeMappedDataAs", [("w:val", "date")])
            markup.empty("w:calendar", [("w:val", "gregorian")])
          }
        case .choice(let choices):
          markup.element("w:dropDownList") { markup in
            for choice in choices {
              markup.empty("w:listItem", [("w:displayText", choice), ("w:value", choice)])
            }
          }
        }
      }
      markup.element("w:sdtContent") { markup in
        Self.run(
          field.value.isEmpty ? field.prompt : field.value,
          style: field.value.isEmpty ? "PlaceholderText" : "", to: &markup)
      }
    }
  }

  // MARK: - Text

  private mutating func paragraph(
    _ style: String, _ inlines: [Page.Inline], breaks: Bool = false, keepsNext: Bool = false,
    language: String = ""
  ) {
    openParagraph(style, breaks: breaks, keepsNext: keepsNext)
    for inline in inlines { write(inline, language: language) }
    markup.raw("</w:p>")
  }

  private mutating func openParagraph(
    _ style: String, breaks: Bool = false, keepsNext: Bool = false
  ) {
    markup.newline()
    markup.raw("<w:p>")
    guard !style.isEmpty || breaks || keepsNext else { return }
    markup.element("w:pPr") { markup in
      if !style.isEmpty { markup.empty("w:pStyle", [("w:val", style)]) }
      if keepsNext { markup.empty("w:keepNext") }
      if breaks { markup.empty("w:pageBreakBefore") }
    }
  }

  private mutating func write(_ inline: Page.Inline, language: String) {
    switch inline {
    case .text(let text): Self.run(text, language: language, to: &markup)
    case .strong(let text): Self.run(text, style: "Strong", to: &markup)
    case .code(let text): Self.run(text, style: "Code", to: &markup)
    case .mark(let text, let tone):
      Self.run(text, style: DocxStyles.mark(tone), to: &markup)
    case .inserted(let text):
      Self.run(text, style: "Inserted", language: language, to: &markup)
    case .deleted(let text):
      Self.run(text, style: "Deleted", language: language, to: &markup)
    case .link(let text, to: .heading(let id)):
      guard let number = bookmarks[id] else { return run(text) }
      markup.element(
        "w:hyperlink", [("w:anchor", Self.bookmark(number)), ("w:history", "1")]
      ) { Self.run(text, style: "Hyperlink", to: &$0) }
    case .link(let text, to: .address(let address)):
      guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
        return run(text)
      }
      let index = addresses.firstIndex(of: address) ?? addresses.count
      if index == addresses.count { addresses.append(address) }
      markup.element("w:hyperlink", [("r:id", DocxParts.relation(index)), ("w:history", "1")]) {
        Self.run(text, style: "Hyperlink", to: &$0)
      }
    }
  }

  private mutating func run(_ text: String) { Self.run(text, to: &markup) }

  private static func run(
    _ text: String, style: String = "", language: String = "", to markup: inout Markup
  ) {
    guard !text.isEmpty else { return }
    markup.element("w:r") { markup in
      if !style.isEmpty || !language.isEmpty {
        markup.element("w:rPr") { markup in
          if !style.isEmpty { markup.empty("w:rStyle", [("w:val", style)]) }
          if !language.isEmpty {
            markup.empty("w:lang", [("w:val", PageWords.locale(language))])
          }
        }
      }
      markup.element("w:t", [("xml:space", "preserve")], text: text)
    }
  }
}

extension Page.Block {
  /// Whether it may take more than a few lines.
  var isLong: Bool {
    switch self {
    case .paragraph, .heading, .pageBreak: false
    case .list, .quotation, .table, .definitions, .form, .contents: true
    }
  }

  /// Whether it becomes a table, so that something must follow it in a cell.
  var isTable: Bool {
    switch self {
    case .table, .definitions, .form: true
    case .heading, .paragraph, .list, .quotation, .pageBreak, .contents: false
    }
  }
}
