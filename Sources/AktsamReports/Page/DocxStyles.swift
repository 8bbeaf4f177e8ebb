/// The styles of a document, named as word processors name their own, so that a house style can
/// replace them.
enum DocxStyles {
  private static let accent = "1F4E79"
  private static let faint = "4A5563"
  private static let line = "BFC7D1"
  private static let panel = "EEF2F6"

  /// Returns the style of a word that tells an outcome.
  static func mark(_ tone: Page.Tone) -> String {
    switch tone {
    case .bad: "MarkBad"
    case .doubtful: "MarkDoubtful"
    case .good: "MarkGood"
    case .neutral: "MarkNeutral"
    }
  }

  /// Returns the part.
  static func part(language: String) -> [UInt8] {
    DocxParts.part("w:styles") { markup in
      markup.raw(defaults(PageWords.locale(language)))
      for style in paragraphs + characters + tables {
        markup.newline()
        markup.raw(style)
      }
    }
  }

  /// Stands in the defaults and in Normal: LibreOffice lets defaults alone win over styles of characters
  /// in the cells of tables.
  private static let fonts =
    "<w:rFonts w:ascii=\"Arial\" w:eastAsia=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
    + "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"

  private static func defaults(_ locale: String) -> String {
    "<w:docDefaults><w:rPrDefault><w:rPr>"
      + fonts
      + "<w:lang w:val=\"\(locale)\" w:eastAsia=\"\(locale)\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      + "<w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"264\" w:lineRule=\"auto\"/>"
      + "</w:pPr></w:pPrDefault></w:docDefaults>"
  }

  // MARK: - Paragraphs

  private static let paragraphs: [String] = [
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
      + "<w:qFormat/><w:rPr>\(fonts)</w:rPr></w:style>",
    paragraph(
      "Title", "Title", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>",
      "<w:b/><w:color w:val=\"\(accent)\"/><w:sz w:val=\"44\"/>", next: "Normal"),
    paragraph(
      "Subtitle", "Subtitle", "<w:keepNext/><w:spacing w:after=\"240\"/>",
      "<w:color w:val=\"\(faint)\"/><w:sz w:val=\"26\"/>", next: "Normal"),
    heading(1, before: 360, size: 32),
    heading(2, before: 300, size: 26),
    heading(3, before: 240, size: 22),
    heading(4, before: 200, size: 20),
    paragraph(
      "TOCHeading", "TOC Heading", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/>",
      "<w:b/><w:color w:val=\"\(accent)\"/><w:sz w:val=\"28\"/>", next: "Normal"),
    contents(1),
    contents(2),
    contents(3),
    contents(4),
    paragraph("Lead", "Lead", "<w:spacing w:after=\"160\"/>", "<w:sz w:val=\"22\"/>"),
    paragraph(
      "Facts", "Facts", "<w:keepNext/><w:spacing w:after=\"120\"/>",
      "<w:color w:val=\"\(faint)\"/>"),
    paragraph(
      "Note", "Note",
      "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"\(line)\"/></w:pBdr>"
        + "<w:spacing w:before=\"60\" w:after=\"160\"/><w:ind w:left=\"142\"/>",
      "<w:color w:val=\"\(faint)\"/>"),
    paragraph(
      "ListBullet", "List Bullet",
      "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
        + "<w:spacing w:after=\"40\"/><w:ind w:left=\"284\" w:hanging=\"227\"/>", ""),
    paragraph(
      "Quote", "Quote",
      "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"\(accent)\"/>"
        + "</w:pBdr><w:spacing w:before=\"40\" w:after=\"0\"/><w:ind w:left=\"227\"/>", "<w:i/>"),
    paragraph(
      "QuoteSource", "Quote Source",
      "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"\(accent)\"/></w:pBdr>"
        + "<w:spacing w:after=\"120\"/><w:ind w:left=\"227\"/>",
      "<w:color w:val=\"\(faint)\"/><w:sz w:val=\"18\"/>"),
    paragraph("TableText", "Table Text", "<w:spacing w:before=\"30\" w:after=\"30\"/>", small),
    paragraph(
      "TableNumber", "Table Number",
      "<w:spacing w:before=\"30\" w:after=\"30\"/><w:jc w:val=\"right\"/>", small),
    paragraph(
      "Term", "Term", "<w:spacing w:after=\"60\"/>", "<w:b/><w:color w:val=\"\(faint)\"/>" + small),
    paragraph(
      "FieldLabel", "Field Label", "<w:keepNext/><w:spacing w:before=\"30\" w:after=\"0\"/>",
      "<w:b/><w:color w:val=\"\(faint)\"/><w:sz w:val=\"17\"/>"),
    paragraph("FieldText", "Field Text", "<w:spacing w:before=\"20\" w:after=\"80\"/>", ""),
    paragraph(
      "AfterTable", "After Table",
      "<w:spacing w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/>", "<w:sz w:val=\"8\"/>"),
    paragraph(
      "Footer", "footer",
      "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"\(line)\"/></w:pBdr>"
        + "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(DocxWriter.textWidth)\"/></w:tabs>"
        + "<w:spacing w:after=\"0\"/>",
      "<w:color w:val=\"\(faint)\"/><w:sz w:val=\"16\"/>"),
  ]

  private static let small = "<w:sz w:val=\"18\"/>"

  private static func heading(_ level: Int, before: Int, size: Int) -> String {
    paragraph(
      "Heading\(level)", "heading \(level)",
      "<w:keepNext/><w:keepLines/><w:spacing w:before=\"\(before)\" w:after=\"100\"/>"
        + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
      "<w:b/><w:color w:val=\"\(accent)\"/><w:sz w:val=\"\(size)\"/>", next: "Normal")
  }

  private static func contents(_ level: Int) -> String {
    paragraph(
      "TOC\(level)", "toc \(level)",
      "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(DocxWriter.textWidth)\"/></w:tabs>"
        + "<w:spacing w:before=\"\(level == 1 ? 80 : 0)\" w:after=\"30\"/>"
        + "<w:ind w:left=\"\((level - 1) * 284)\"/>", "")
  }

  private static func paragraph(
    _ id: String, _ name: String, _ properties: String, _ run: String, next: String = ""
  ) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + "<w:basedOn w:val=\"Normal\"/>"
      + (next.isEmpty ? "" : "<w:next w:val=\"\(next)\"/>") + "<w:qFormat/>"
      + "<w:pPr>\(properties)</w:pPr>" + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }

  // MARK: - Characters

  private static let characters: [String] = [
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
      + "<w:name w:val=\"Default Paragraph Font\"/><w:semiHidden/></w:style>",
    character("Strong", "Strong", "<w:b/>"),
    character(
      "Code", "Code",
      "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"
        + "<w:noProof/><w:sz w:val=\"17\"/>"),
    character("Hyperlink", "Hyperlink", "<w:color w:val=\"1F4E9E\"/><w:u w:val=\"single\"/>"),
    character("Inserted", "Inserted", "<w:u w:val=\"single\"/>"),
    character("Deleted", "Deleted", "<w:strike/>"),
    character("PlaceholderText", "Placeholder Text", "<w:color w:val=\"5F6B7A\"/>"),
    character("MarkBad", "Mark Bad", mark("9B1C1C", "FBE3E3")),
    character("MarkDoubtful", "Mark Doubtful", mark("7A4B00", "FBEFD5")),
    character("MarkGood", "Mark Good", mark("1C6434", "E0F1E5")),
    character("MarkNeutral", "Mark Neutral", mark("3F4A58", "E8ECF0")),
  ]

  private static func mark(_ colour: String, _ ground: String) -> String {
    "<w:b/><w:color w:val=\"\(colour)\"/>"
      + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(ground)\"/>"
  }

  private static func character(_ id: String, _ name: String, _ run: String) -> String {
    "<w:style w:type=\"character\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + "<w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/><w:rPr>\(run)</w:rPr></w:style>"
  }

  // MARK: - Tables

  private static let tables: [String] = [
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
      + "<w:name w:val=\"Normal Table\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
      + margins(108) + "</w:tblPr></w:style>",
    table(
      "PageTable", "Page Table",
      borders(["top", "left", "bottom", "right", "insideH", "insideV"]),
      "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr>"
        + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(panel)\"/></w:tcPr></w:tblStylePr>"),
    table("PageDefinitions", "Page Definitions", borders(["top", "bottom", "insideH"]), ""),
    table(
      "PageForm", "Page Form", borders(["top", "left", "bottom", "right", "insideH", "insideV"]),
      "<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F7F9FB\"/></w:tcPr>"),
  ]

  private static func table(
    _ id: String, _ name: String, _ borders: String, _ rest: String
  ) -> String {
    "<w:style w:type=\"table\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + "<w:basedOn w:val=\"TableNormal\"/><w:tblPr>\(borders)\(margins(108))</w:tblPr>\(rest)</w:style>"
  }

  private static func borders(_ sides: [String]) -> String {
    let inner = sides.map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"\(line)\"/>"
    }
    return "<w:tblBorders>\(inner.joined())</w:tblBorders>"
  }

  private static func margins(_ width: Int) -> String {
    "<w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"\(width)\" w:type=\"dxa\"/>"
      + "<w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"\(width)\" w:type=\"dxa\"/></w:tblCellMar>"
  }
}
