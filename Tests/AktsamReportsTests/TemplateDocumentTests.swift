import AktsamArchive
import AktsamReading
import AktsamReports
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

/// Templates that are Word documents.
@Suite struct TemplateDocumentTests {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  static func part(_ body: String, root: String = "w:document") -> [UInt8] {
    let inside = root == "w:document" ? "<w:body>\(body)<w:sectPr/></w:body>" : body
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <\(root) xmlns:w="\(namespace)" xmlns:w14="urn:w14" xmlns:wp="urn:wp">\(inside)</\(root)>
      """.utf8)
  }

  static func docx(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    var writer = ArchiveWriter()
    writer.add("[Content_Types].xml", Array("<Types/>".utf8))
    for part in parts { writer.add(part.name, part.bytes) }
    return try writer.bytes()
  }

  /// Fills a body and returns it; every result is well-formed.
  static func fill(_ body: String, with list: GapList = TemplateTests.list) throws -> String {
    let bytes = try docx([("word/document.xml", part(body))])
    let filled = try GapTemplate(bytes: bytes, path: "form.docx").render(list)
    return try content("word/document.xml", of: filled)
  }

  /// What stands in a part, without the elements around it and without runs that hold nothing.
  static func content(_ name: String, of bytes: [UInt8]) throws -> String {
    let part = Array(try GapFixture.part(name, of: bytes).utf8)
    #expect(XMLReader.read(SourceFile(path: name, bytes: part)).findings == [])
    let text = String(decoding: part, as: UTF8.self)
    let start = text.range(of: "<w:body>")?.upperBound ?? text.startIndex
    let end = text.range(of: "<w:sectPr/>")?.lowerBound ?? text.endIndex
    return text[start..<end]
      .replacingOccurrences(of: " xml:space=\"preserve\"", with: "")
      .replacingOccurrences(of: "<w:r><w:t></w:t></w:r>", with: "")
  }

  static func fault(_ body: String, _ name: String = "word/document.xml") throws -> String {
    var parts = [("word/document.xml", part(name == "word/document.xml" ? body : p("x")))]
    if name != "word/document.xml" { parts.append((name, part(body, root: "w:hdr"))) }
    do {
      _ = try GapTemplate(bytes: try docx(parts), path: "form.docx")
      return ""
    } catch let error as TemplateError {
      return error.description
    }
  }

  static func r(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
  static func p(_ text: String) -> String { "<w:p>\(r(text))</w:p>" }
  static func cell(_ text: String) -> String { "<w:tc>\(p(text))</w:tc>" }
  static func row(_ cells: String...) -> String { "<w:tr>\(cells.map(cell).joined())</w:tr>" }
  static func table(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

  private func r(_ text: String) -> String { Self.r(text) }
  private func p(_ text: String) -> String { Self.p(text) }
  private func cell(_ text: String) -> String { Self.cell(text) }
  private func row(_ cells: String...) -> String { "<w:tr>\(cells.map(Self.cell).joined())</w:tr>" }
  private func table(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

  // MARK: - Values

  @Test func tagsAreJoinedWhereverTheyAreSplit() throws {
    let whole = "For {{supplier}}!"
    for first in 1..<(whole.count - 1) {
      for second in (first + 1)..<whole.count {
        let cuts = [0, first, second, whole.count]
        let runs = zip(cuts, cuts.dropFirst()).map { from, to in
          r(String(Array(whole)[from..<to]))
        }
        let body = "<w:p>\(runs.joined(separator: "<w:proofErr w:type=\"spellStart\"/>"))</w:p>"
        let text = try Self.fill(body)
        let words = text.components(separatedBy: "<").map { $0.drop { $0 != ">" }.dropFirst() }
          .joined()
        #expect(words == "For Granskog Data AB!", "\(cuts)")
      }
    }
  }

  @Test func theRunWhereATagBeginsGivesTheLook() throws {
    let body =
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a {{sup</w:t></w:r><w:r><w:t>plier}} b</w:t></w:r></w:p>"
    #expect(
      try Self.fill(body)
        == "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a Granskog Data AB</w:t></w:r>\(r(" b"))</w:p>")
  }

  @Test func blanksAtTheEdgesAreKept() throws {
    let bytes = try Self.docx([("word/document.xml", Self.part(p("{{lot}} ")))])
    let filled = try GapTemplate(bytes: bytes, path: "f").render(TemplateTests.list)
    let text = try GapFixture.part("word/document.xml", of: filled)
    #expect(text.contains("<w:t xml:space=\"preserve\">1 </w:t>"))
  }

  @Test func lineBreaksBecomeBreaks() throws {
    var list = TemplateTests.list
    list.themes[0].gaps[0].wording = "one\r\ntwo\n\nthree"
    let text = try Self.fill(p("{{#gaps}}{{#first}}{{wording}}{{/first}}{{/gaps}}"), with: list)
    #expect(
      text.contains(
        "<w:t>one</w:t><w:br/><w:t>two</w:t><w:br/><w:t></w:t><w:br/><w:t>three</w:t>"))
  }

  @Test func valuesAreNoMarkupAndNoTags() throws {
    let text = try Self.fill(p("{{supplier}}"), with: TemplateTests.nastyList)
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39; &amp; {{supplier}}"))
    #expect(!text.contains("\u{FFFE}"))
  }

  @Test func headersAndFootersAreFilledToo() throws {
    let bytes = try Self.docx([
      ("word/document.xml", Self.part(p("{{lot}}"))),
      ("word/header2.xml", Self.part(p("{{supplier}}"), root: "w:hdr")),
      (
        "word/footer1.xml",
        Self.part(p("{{#gaps}}") + p("{{title}}") + p("{{/gaps}}"), root: "w:ftr")
      ),
      ("word/other.xml", Self.part(p("{{lot}}"), root: "w:x")), ("word/media/a.png", [1, 2, 3]),
    ])
    let template = try GapTemplate(bytes: bytes, path: "form.docx")
    #expect(template.isBinary && template.suffix == "docx")
    let filled = try template.render(TemplateTests.list)
    #expect(try template.render(TemplateTests.list) == filled)
    #expect(try Self.content("word/header2.xml", of: filled).contains("Granskog Data AB"))
    #expect(try Self.content("word/footer1.xml", of: filled).contains("Grievance mechanism"))
    #expect(try GapFixture.part("word/other.xml", of: filled).contains("{{lot}}"))
    #expect(try GapFixture.part("word/media/a.png", of: filled) == "\u{1}\u{2}\u{3}")
    // A header that everything was left out of keeps a paragraph.
    let empty = try template.render(GapFixture.list([Fixture.met]))
    #expect(try Self.content("word/footer1.xml", of: empty).contains("<w:p/></w:ftr>"))
  }

  // MARK: - Sections

  @Test func paragraphsAreRepeatedAndThoseOfTagsGo() throws {
    let body = p("a") + p(" {{#gaps}} ") + p("{{title}}") + p("-") + p("{{/gaps}}") + p("z")
    #expect(
      try Self.fill(body)
        == p("a") + p("Mapping") + p("-") + p("Grievance mechanism") + p("-") + p("z"))
    let none = GapFixture.list([Fixture.met])
    #expect(try Self.fill(body, with: none) == p("a") + p("z"))
  }

  @Test func aParagraphWithMoreThanTagsIsRepeated() throws {
    let body = p("{{#gaps}}{{title}}:") + p("{{severity}}{{/gaps}}") + p("z")
    #expect(
      try Self.fill(body)
        == p("Mapping:") + p("High") + p("Grievance mechanism:") + p("High") + p("z"))
  }

  @Test func severalTagsInAParagraphOfTheirOwn() throws {
    let body =
      p("{{#themes}}{{#gaps}}") + p("{{title}}") + p("{{! done }}{{/gaps}} {{/themes}}") + p("z")
    #expect(try Self.fill(body) == p("Mapping") + p("Grievance mechanism") + p("z"))
  }

  @Test func aParagraphWithAPageBreakStays() throws {
    let broken = "<w:p><w:r><w:t>{{#gaps}}</w:t><w:br w:type=\"page\"/></w:r></w:p>"
    let text = try Self.fill(broken + p("{{title}}") + p("{{/gaps}}"))
    #expect(text.components(separatedBy: "w:type=\"page\"").count == 3)
  }

  @Test func runsAreRepeated() throws {
    #expect(
      try Self.fill(p("({{#gaps}}{{title}}{{^last}}, {{/last}}{{/gaps}})"))
        .replacingOccurrences(of: "</w:t></w:r><w:r><w:t>", with: "")
        == p("(Mapping, Grievance mechanism)"))
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{{title}}{{/gaps}} end</w:t></w:r>"
    let text = try Self.fill("<w:p>\(r("start {{#gaps}}"))\(bold)</w:p>")
    #expect(text.components(separatedBy: "<w:rPr><w:b/></w:rPr><w:t>").count == 4)
    #expect(text.contains("Mapping") && text.contains("<w:t> end</w:t>"))
  }

  @Test func aSectionOverCellsRepeatsTheRow() throws {
    let body = table(
      row("Gap", "Severity"), row("{{#gaps}}{{title}}", "{{severity}}{{/gaps}}"), row("x", "y"))
    #expect(
      try Self.fill(body)
        == table(
          row("Gap", "Severity"), row("Mapping", "High"), row("Grievance mechanism", "High"),
          row("x", "y")))
  }

  @Test func rowsOfTagsGoAndThoseBetweenAreRepeated() throws {
    let body = table(
      row("{{#gaps}}", ""), row("{{title}}", "1"), row("{{severity}}", "2"), row("", "{{/gaps}}"))
    #expect(
      try Self.fill(body)
        == table(
          row("Mapping", "1"), row("High", "2"), row("Grievance mechanism", "1"), row("High", "2")))
  }

  @Test func rowsWithMoreThanTagsAreRepeated() throws {
    let body = table(row("{{#gaps}}{{title}}", "1"), row("2", "{{severity}}{{/gaps}}"))
    #expect(
      try Self.fill(body)
        == table(
          row("Mapping", "1"), row("2", "High"), row("Grievance mechanism", "1"), row("2", "High")))
  }

  @Test func listsInRowsInsideLists() throws {
    let body = table(
      row("{{#themes}}{{title}}", ""), row("{{#gaps}}{{number}}", "{{title}}{{/gaps}}"),
      row("", "{{/themes}}"))
    #expect(
      try Self.fill(body)
        == table(
          row("Grievances and remedy", ""), row("2.2", "Mapping"), row("2.6", "Grievance mechanism")
        ).replacingOccurrences(of: r(""), with: ""))
  }

  @Test func paragraphsInACellAreRepeatedAndACellKeepsOne() throws {
    let body = table(
      "<w:tr><w:tc>\(p("{{#gaps}}"))\(p("{{title}}"))\(p("{{/gaps}}"))</w:tc></w:tr>")
    #expect(
      try Self.fill(body)
        == table("<w:tr><w:tc>\(p("Mapping"))\(p("Grievance mechanism"))</w:tc></w:tr>"))
    #expect(
      try Self.fill(body, with: GapFixture.list([Fixture.met]))
        == table("<w:tr><w:tc><w:p/></w:tc></w:tr>"))
  }

  @Test func aTableWithoutRowsGoes() throws {
    let body = p("a") + table(row("{{#gaps}}{{title}}", "{{/gaps}}")) + p("z")
    #expect(try Self.fill(body, with: GapFixture.list([Fixture.met])) == p("a") + p("z"))
  }

  @Test func wholeTablesAreRepeated() throws {
    let body = p("{{#gaps}}") + table(row("{{title}}")) + p("{{/gaps}}")
    #expect(try Self.fill(body) == table(row("Mapping")) + table(row("Grievance mechanism")))
  }

  @Test func idsOfWhatIsRepeatedDiffer() throws {
    let control =
      "<w:sdt><w:sdtPr><w:id w:val=\"7\"/></w:sdtPr><w:sdtContent>\(p("{{title}}"))</w:sdtContent></w:sdt>"
    let marked =
      "<w:p w14:paraId=\"1\" w:x=\"y\"><w:bookmarkStart w:id=\"3\" w:name=\"a\"/>\(r("t"))<w:bookmarkEnd w:id=\"3\"/>"
      + "<w:r><w:drawing><wp:docPr id=\"4\"/></w:drawing></w:r></w:p>"
    let text = try Self.fill(p("{{#gaps}}") + control + marked + p("{{/gaps}}"))
    for once in [
      "<w:id w:val=\"7\"/>", "w14:paraId", "<w:bookmarkStart", "<w:bookmarkEnd",
      "<wp:docPr id=\"4\"/>",
      "<wp:docPr id=\"1\"/>",
    ] {
      #expect(text.components(separatedBy: once).count == 2, "\(once) in \(text)")
    }
    #expect(text.components(separatedBy: " w:x=\"y\">").count == 3)
  }

  @Test func textBoxesHaveParagraphsOfTheirOwn() throws {
    let box =
      "<w:r><w:pict><w:txbxContent>\(p("{{#gaps}}"))\(p("{{title}}"))\(p("{{/gaps}}"))</w:txbxContent></w:pict></w:r>"
    let text = try Self.fill("<w:p>\(r("{{lot}} "))\(box)\(r("{{supplier}}"))</w:p>")
    #expect(
      text.contains("<w:txbxContent>\(p("Mapping"))\(p("Grievance mechanism"))</w:txbxContent>"))
    #expect(text.hasPrefix("<w:p>\(r("1 "))") && text.hasSuffix("\(r("Granskog Data AB"))</w:p>"))
  }

  // MARK: - Links

  private func field(_ code: String) -> String {
    "<w:p><w:r><w:instrText>\(code)</w:instrText></w:r></w:p>"
  }

  @Test func addressesMayStandInFields() throws {
    let body =
      p("{{#gaps}}{{#provisions}}")
      + field(" HYPERLINK \"{{u").replacingOccurrences(
        of: "</w:p>", with: "<w:r><w:instrText>rl}}\" </w:instrText></w:r></w:p>")
      + p("{{/provisions}}{{/gaps}}")
    #expect(try Self.fill(body).contains("HYPERLINK \"https://norm.example/ungp"))
    let fault = try Self.fault(field("INCLUDETEXT \"{{supplier}}\""))
    #expect(fault.contains("only an address"), "\(fault)")
    #expect(try Self.fault(field("{{#gaps}}{{/gaps}}")).contains("only an address"))
  }

  // MARK: - Errors

  @Test func errorsNamePartAndParagraph() throws {
    #expect(
      try Self.fault(p("a") + p("{{suplier}}"))
        == "form.docx: word/document.xml, paragraph 2: \"suplier\" is not known here: did you mean "
        + "\"supplier\"?")
    #expect(
      try Self.fault(p("{{#gaps}}"), "word/header1.xml")
        == "form.docx: word/header1.xml, paragraph 1: {{#gaps}} has no end: write {{/gaps}}")
  }

  @Test func sectionsMustNotCutElements() throws {
    let link = "<w:hyperlink>\(r("{{#gaps}}a"))</w:hyperlink>"
    #expect(try Self.fault("<w:p>\(link)\(r("{{/gaps}}"))</w:p>").contains("a link or field"))
    #expect(try Self.fault(table(row("{{#gaps}}")) + p("{{/gaps}}")).contains("a table"))
    #expect(try Self.fault(p("{{#gaps}}") + table(row("a"), row("{{/gaps}}"))).contains("a table"))
    let box = "<w:r><w:pict><w:txbxContent>\(p("{{/gaps}}"))</w:txbxContent></w:pict></w:r>"
    #expect(try Self.fault("<w:p>\(r("{{#gaps}}"))\(box)</w:p>").contains("a text box"))
    let control = "<w:sdt><w:sdtContent>\(p("{{#gaps}}"))</w:sdtContent></w:sdt>"
    #expect(try Self.fault(control + p("{{/gaps}}")).contains("a content control"))
  }

  @Test func tagsOutsideTextAreRefused() throws {
    let fault = try Self.fault(
      p("{{lot}}") + "<w:p><w:r><w:drawing><wp:docPr descr=\"{{lot}}\"/></w:drawing></w:r></w:p>")
    #expect(fault.contains("outside the text of paragraphs"), "\(fault)")
    #expect(try Self.fault(p("{{{lot}}}")).contains("always escaped"))
    #expect(try Self.fault(p("{{&amp;lot}}")).contains("always escaped"))
    #expect(try Self.fault(p("{{&gt;lot}}")).contains("another template"))
  }

  @Test(arguments: [
    "<w:p>", "</w:p>", "<w:p></w:r></w:p>", "<w:p", "<w:p a=\"></w:p>", "<!DOCTYPE x>", "<!-- ",
    "<![CDATA[x]]>", "<>", "< w:p/>", "<w:p a=<b/>>",
  ])
  func brokenPartsAreRefused(body: String) throws {
    #expect(try Self.fault(body).contains("save it anew"))
  }

  @Test func onlyWordDocumentsAreTaken() throws {
    func fault(_ parts: [(name: String, bytes: [UInt8])]) throws -> String {
      let bytes = try Self.docx(parts)
      let error = #expect(throws: TemplateError.self) { try GapTemplate(bytes: bytes, path: "f") }
      return error?.description ?? ""
    }
    #expect(try fault([("xl/workbook.xml", [])]).contains("no Word document"))
    #expect(
      try fault([("word/document.xml", Self.part("")), ("word/vbaProject.bin", [1])]).contains(
        "macros"))
  }

  @Test func aTemplateOfWordGivesADocument() throws {
    var writer = ArchiveWriter()
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    writer.add("[Content_Types].xml", Array("<a b=\"\(type).template.main+xml\"/>".utf8))
    writer.add("word/document.xml", Self.part(p("x")))
    let filled = try GapTemplate(bytes: writer.bytes(), path: "f.dotx").render(TemplateTests.list)
    #expect(
      try GapFixture.part("[Content_Types].xml", of: filled)
        == "<a b=\"\(type).document.main+xml\"/>")
  }

  // MARK: - Bounds

  @Test func outputIsBounded() throws {
    var list = TemplateTests.list
    list.themes[0].gaps = Array(repeating: list.themes[0].gaps[0], count: 60)
    let body =
      p("{{#themes}}" + String(repeating: "{{#gaps}}", count: 10)) + p("x")
      + p(String(repeating: "{{/gaps}}", count: 10) + "{{/themes}}")
    let error = #expect(throws: TemplateError.self) { try Self.fill(body, with: list) }
    #expect(error?.message.contains("larger than") == true)
  }

  @Test func manyTagsAndDeepElementsTakeLittleTime() throws {
    let many = "<w:p>" + String(repeating: r("{{lot}}"), count: 3000) + "</w:p>"
    #expect(try Self.fill(many).components(separatedBy: "<w:t>1</w:t>").count == 3001)
    let comments = p(String(repeating: "{{!a}}", count: 3000))
    #expect(try Self.fill(comments) == "")
    let deep =
      String(repeating: "<w:x>", count: 100_000) + String(repeating: "</w:x>", count: 100_000)
    #expect(try Self.fault(deep).contains("save it anew"))
  }

  // MARK: - Examples

  /// The example is what its script makes of its text, and fills without complaint.
  @Test func theExample() throws {
    for language in ["en", "sv", "nb"] {
      for list in GapFixture.lists(language) {
        let filled = try TemplateTests.example("gaps.docx").render(list)
        for name in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
          let text = try Self.content(name, of: filled)
          #expect(!text.contains("{{") && !text.contains("}}"))
        }
        let text = try Self.content("word/document.xml", of: filled)
        for gap in list.gaps { #expect(text.contains(gap.reading.title)) }
      }
    }
  }

  @Test(.enabled(if: Python.isThere))
  func theExampleIsWhatItsScriptMakes() throws {
    let script = """
      import sys
      sys.dont_write_bytecode = True
      sys.path.insert(0, sys.argv[1])
      import make_example_templates as maker
      made = maker.docx((maker.ROOT / "sources" / "gaps.md").read_text(encoding="utf-8"))
      print(made == open(sys.argv[2], "rb").read())
      """
    let file = TestFiles.root.appending(path: "examples/templates/gaps.docx")
    let result = try Python.run(
      script, [TestFiles.root.appending(path: "scripts").path],
      input: Array(try Data(contentsOf: file)))
    #expect(result.text == "True\n")
  }
}
