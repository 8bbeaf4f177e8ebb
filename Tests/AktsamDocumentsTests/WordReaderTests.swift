import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct WordReaderTests {
  @Test func runsAreJoinedAtEveryCharacter() {
    let split = "Vi kartlägger risker.".map { WordFixture.r(String($0)) }.joined()
    let document = WordFixture.read(
      WordFixture.p(split)
        + WordFixture.p(
          "<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/></w:r><w:r><w:t>three &amp; more</w:t></w:r>"
        ))
    #expect(document.format == "docx")
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: Vi kartlägger risker.", "1 paragraph: One two three & more",
      ])
    #expect(document.place(of: document.blocks[0].text, element: 0).part == "word/document.xml")
    #expect(document.place(of: document.blocks[0].text, element: 0).segments.count == 21)
    #expect(WordFixture.isTraced(document))
  }

  @Test func headingsAreToldByStyle() {
    let styles =
      WordFixture.style("Rubrik1", "heading 1")
      + WordFixture.style("Egen", "Avtal", "<w:basedOn w:val=\"Rubrik1\"/>")
      + WordFixture.style(
        "Kropp", "Text", "<w:basedOn w:val=\"Egen\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")
      + WordFixture.style("Niva", "Nivå", "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>")
      + WordFixture.style("Loop", "Loop", "<w:basedOn w:val=\"Loop\"/>")
    let body = [
      ("Ett", "Rubrik1"), ("2 Två", "Egen"), ("Tre", "Kropp"), ("Fyra", "Niva"), ("Fem", "Loop"),
      ("Sju", "Overskrift2"),
    ]
    .map { WordFixture.p($0.0, style: $0.1) }.joined()
    let document = WordFixture.read(body, parts: ["styles": styles])
    #expect(
      document.blocks.map(\.kind) == [
        .heading, .heading, .paragraph, .heading, .paragraph, .heading,
      ])
    #expect(document.blocks.map(\.number) == ["", "2", "2", "", "", ""])
  }

  @Test func aClauseInTheStyleOfAHeadingIsText() {
    let text =
      "The supplier shall carry out due diligence for human rights in its own operations and in its chain."
    let document = WordFixture.read(WordFixture.p(text, style: "Heading2"))
    #expect(document.blocks.map(\.kind) == [.paragraph])
  }

  @Test func changesAreReadAsAcceptedAndSaid() throws {
    let body = WordFixture.p(
      WordFixture.r("We ") + "<w:ins w:id=\"1\">\(WordFixture.r("always "))</w:ins>"
        + "<w:del w:id=\"2\"><w:r><w:delText>never </w:delText></w:r></w:del>"
        + "<w:moveFrom w:id=\"3\">\(WordFixture.r("gone "))</w:moveFrom>" + WordFixture.r("audit."))
    let document = WordFixture.read(body)
    #expect(OwnFixture.lines(document) == ["0 paragraph: We always audit."])
    #expect(OwnFixture.rules(document) == ["AK0350"])
    let finding = try #require(document.findings.first)
    #expect(finding.message.contains("(insertions: 1, deletions: 2)"))
    #expect(finding.place?.element == "/document[1]/body[1]/p[1]/ins[1]")
  }

  @Test func codesOfFieldsAreSkipped() {
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF </w:instrText><w:t>code</w:t></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(WordFixture.r("result"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let open =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>"
    let document = WordFixture.read(
      WordFixture.p(
        WordFixture.r("The ") + field
          + "<w:hyperlink r:id=\"x\">\(WordFixture.r(" link"))</w:hyperlink>")
        + WordFixture.p(
          "<w:fldSimple w:instr=\"DATE\">\(WordFixture.r("simple"))</w:fldSimple>" + open)
        + WordFixture.p("after"))
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: The result link", "1 paragraph: simple", "2 paragraph: after",
      ])
  }

  @Test func hiddenTextIsNotRead() {
    let document = WordFixture.read(
      WordFixture.p(
        WordFixture.r("Seen.") + WordFixture.r("Unseen.", "<w:vanish/>")
          + WordFixture.r("Again.", "<w:vanish w:val=\"0\"/>")))
    #expect(OwnFixture.lines(document) == ["0 paragraph: Seen.Again."])
    #expect(OwnFixture.rules(document) == ["AK0353"])
  }

  @Test func notesFollowTheirParagraphAndMarginsAreCaptions() {
    let note = { (id: Int) in "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>" }
    let document = WordFixture.read(
      WordFixture.p(WordFixture.r("We audit.") + note(2) + note(2)) + WordFixture.p("We train.")
        + WordFixture.p(
          WordFixture.r("End")
            + "<w:r><w:endnoteReference w:id=\"1\"/><w:commentReference w:id=\"0\"/></w:r>"),
      parts: [
        "footnotes":
          "<w:footnote w:id=\"-1\" w:type=\"separator\">\(WordFixture.p("no"))</w:footnote><w:footnote w:id=\"2\">\(WordFixture.p("Every second year."))</w:footnote>",
        "endnotes": "<w:endnote w:id=\"1\">\(WordFixture.p("Since 2020."))</w:endnote>",
        "header1": WordFixture.p("Top"), "footer1": WordFixture.p("Page"),
        "comments": "<w:comment w:id=\"0\">\(WordFixture.p("Is it so?"))</w:comment>",
      ])
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: We audit.", "1 paragraph: Every second year.", "2 paragraph: We train.",
        "3 paragraph: End", "4 paragraph: Since 2020.", "5 caption: Top", "5 caption: Page",
      ])
    #expect(OwnFixture.rules(document) == ["AK0351"])
    #expect(document.place(of: document.blocks[1].text, element: -1).part == "word/footnotes.xml")
    #expect(
      document.place(of: document.blocks[1].text, element: document.blocks[1].element).element
        == "/footnotes[1]/footnote[2]/p[1]")
    #expect(WordFixture.isTraced(document))
  }

  @Test func aTextBoxIsReadOnceAfterItsParagraph() {
    let inner = "<w:txbxContent>\(WordFixture.p("In the box."))</w:txbxContent>"
    let box =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>\(inner)</w:drawing></mc:Choice>"
      + "<mc:Fallback><w:pict><v:shape><v:textbox>\(inner)</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    let document = WordFixture.read(
      WordFixture.p(WordFixture.r("Before ") + box + WordFixture.r("after.")))
    #expect(
      OwnFixture.lines(document) == ["0 paragraph: Before after.", "1 paragraph: In the box."])
  }

  @Test func embeddedDocumentsAreSaid() {
    let document = WordFixture.read(
      WordFixture.p("Text.")
        + "<w:altChunk r:id=\"a\"/><w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>")
    #expect(OwnFixture.rules(document) == ["AK0352"])
    #expect(document.findings[0].message.hasPrefix("2 embedded documents are not read"))
  }

  @Test func languagesComeFromRunsAndStyles() {
    let styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    let document = WordFixture.read(
      WordFixture.p("Vi granskar alla leverantörer och följer upp.")
        + WordFixture.p(
          WordFixture.r("We audit our suppliers every year.", "<w:lang w:val=\"en-GB\"/>")),
      parts: ["styles": styles])
    #expect(document.language == "sv")
    #expect(document.blocks.map(\.language) == [nil, "en"])
  }

  @Test func aLanguageThatTheWordsDenyIsDropped() {
    let styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    let document = WordFixture.read(
      WordFixture.p("Vi har ikke avdekket brudd og følger opp til det er rettet."),
      parts: ["styles": styles])
    #expect(document.language == nil)
    #expect(document.blocks.map(\.language) == [nil])
  }

  @Test func theDateIsThatOfTheLastChange() {
    var zip = ZipFixture(["word/document.xml": WordFixture.document(WordFixture.p("Text."))])
    zip.add(
      "docProps/core.xml",
      Array(
        "<c:coreProperties xmlns:c=\"c\" xmlns:d=\"d\"><d:modified>2026-02-03T10:00:00Z</d:modified></c:coreProperties>"
          .utf8))
    #expect(OwnFixture.read(bytes: zip.bytes, path: "a.docx").date == "2026-02-03")
  }

  @Test func strictDocumentsAndOtherMainPartsAreRead() {
    let body = WordFixture.document(WordFixture.p("Strict."))
      .replacing(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
    let rels =
      "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>"
    let zip = ZipFixture(["_rels/.rels": rels, "word/document2.xml": body])
    let document = OwnFixture.read(bytes: zip.bytes, path: "a.docx")
    #expect(OwnFixture.lines(document) == ["0 paragraph: Strict."])
    #expect(document.source.part == "word/document2.xml")
  }

  @Test func aDamagedMainPartIsAFinding() {
    let broken = OwnFixture.read(
      bytes: ZipFixture(["word/document.xml": "<w:document"]).bytes, path: "a.docx")
    #expect(!broken.isComplete)
    var bytes = WordFixture.docx(WordFixture.p("Text."))
    if let index = bytes.firstIndex(of: UInt8(ascii: "T")) { bytes[index] = 0x21 }
    let damaged = OwnFixture.read(bytes: bytes, path: "a.docx")
    #expect(OwnFixture.rules(damaged) == ["AK0301"])
    #expect(!damaged.isComplete)
  }

  @Test func theMainPartAloneIsReadAndMissesItsNumbers() {
    let document = OwnFixture.read(
      WordFixture.document(
        WordFixture.p("Title", style: "Heading1") + WordFixture.p("Item", list: (1, 0))))
    #expect(document.format == "flat-opc")
    #expect(document.blocks.map(\.kind) == [.heading, .paragraph])
    #expect(OwnFixture.rules(document) == ["AK0354"])
  }

  @Test func aTableOfContentsIsACaption() {
    let toc =
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>\(WordFixture.p("1 Risks 3"))</w:sdtContent></w:sdt>"
    let document = WordFixture.read(
      toc + WordFixture.p("2 More 4", style: "TOC1"),
      parts: ["styles": WordFixture.style("TOC1", "toc 1")])
    #expect(document.blocks.map(\.kind) == [.caption, .caption])
    #expect(document.questions.isEmpty)
  }
}
