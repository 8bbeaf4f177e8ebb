import AktsamDocuments
import AktsamText
import Testing

@Suite struct ProseTests {
  @Test func unknownXMLIsReadAsRunningText() {
    let document = OwnFixture.read(
      "<memo><meta><who>Ann</who></meta><body><b>Bold</b> start <x>and</x> end.<p>Two</p></body></memo>"
    )
    #expect(document.format == "prose")
    #expect(document.roleOrigin == .inferred)
    #expect(OwnFixture.rules(document) == ["AK0302"])
    #expect(
      OwnFixture.lines(document) == ["0 paragraph: Bold start and end.", "1 paragraph: Two"])
  }

  @Test func anXHTMLPageHasHeadingsListsAndTables() {
    let document = OwnFixture.read(
      """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="nb"><head><title>No</title></head><body>
      <h1>Policy</h1><p>Line<br/>break &nbsp;here</p><p>We do:</p>
      <ul><li>map<ul><li><p>tiers</p></li></ul></li><li lang="en">report</li></ul>
      <h2>2.1 Risks</h2><p>One.</p><p>Two.</p>
      <table><thead><tr><td>Site</td><td>Tier</td></tr></thead><tr><td>A</td><td>2</td></tr></table>
      <script>no()</script></body></html>
      """)
    #expect(document.format == "html")
    #expect(document.language == "nb")
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: Policy", "1 paragraph: Line break \u{A0}here".replacing("\u{A0}", with: ""),
        "2 paragraph: We do:", "2 list-item: map", "2 list-item: tiers", "2 list-item: report",
        "3 heading 2.1: Risks", "3 paragraph 2.1: One.", "3 paragraph 2.1: Two.",
        "3 caption 2.1: Site", "3 caption 2.1: Tier", "3 table-cell 2.1: A",
        "3 table-cell 2.1: 2",
      ])
    #expect(document.blocks.suffix(2).map(\.label) == ["Site", "Tier"])
    #expect(document.blocks[5].language == "en")
  }

  @Test func docBookSectionsEndWhereTheyEnd() {
    let document = OwnFixture.read(
      """
      <article><section><title>1 A</title><para>x</para><para>y <emphasis>z</emphasis></para>
      </section><para>out</para><para>side</para></article>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading 1: A", "0 paragraph 1: x", "0 paragraph 1: y z", "1 paragraph: out",
        "2 paragraph: side",
      ])
  }

  @Test func theRunsOfAParagraphAreJoined() {
    let document = OwnFixture.read("<d><p><r><x>Lever</x></r><r><x>antör</x></r></p></d>")
    #expect(OwnFixture.lines(document) == ["0 paragraph: Leverantör"])
    #expect(OwnFixture.source(document, document.blocks[0]) == "Lever|antör")
  }

  @Test func aResponseRootOutsideOurNamespaceIsSaid() {
    let document = OwnFixture.read("<response><p>x</p></response>")
    #expect(document.findings.map(\.message).first?.contains("urn:aktsam:response:1") == true)
  }

  @Test func anHTMLPageThatIsNoXMLIsReadToItsEnd() {
    let document = OwnFixture.read(
      "<!doctype html><html lang=sv><title>No</title><p>Ett &ouml;<br>två<p lang=en>Two"
        + "<script>if (a<b) no()</script><ul><li>x<li>y</ul><table>in between<tr>row<td>cell</table>"
    )
    #expect(document.isComplete && document.language == "sv" && document.format == "html")
    #expect(OwnFixture.rules(document).isEmpty)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: Ett ö två", "1 paragraph: Two", "2 list-item: x", "2 list-item: y",
        "3 paragraph: in between", "4 paragraph: row", "4 table-cell: cell",
      ])
    #expect(document.blocks[1].language == "en")
    #expect(OwnFixture.source(document, document.blocks[0]) == "Ett &ouml;|två")
  }

  @Test func aPageThatALimitCutsShortSaysSo() {
    let page = "<html><p>x" + String(repeating: "<div>", count: 300)
    #expect(OwnFixture.rules(OwnFixture.read(page)) == ["AK0102", "AK0308"])
  }

  @Test func thePageSaysItsEncoding() {
    let head = Array("<html><head><meta charset=ISO-8859-1></head><p>".utf8)
    let latin = OwnFixture.read(bytes: head + [0x93, 0xE5, 0x94])
    #expect(OwnFixture.lines(latin) == ["0 paragraph: \u{201C}å\u{201D}"])
    #expect(latin.source.encoding == "windows-1252")
    let utf8 = OwnFixture.read(bytes: head + Array("å".utf8))
    #expect(OwnFixture.lines(utf8) == ["0 paragraph: å"])
    #expect(OwnFixture.rules(utf8) == ["AK0106"])
    let silent = OwnFixture.read(bytes: Array("<!doctype html><p>".utf8) + [0xE5])
    #expect(OwnFixture.lines(silent) == ["0 paragraph: å"])
    let old = "<meta http-equiv=content-type content='text/html; charset=iso-8859-2'><p>"
    #expect(OwnFixture.read(bytes: Array(old.utf8) + [0xB3]).source.encoding == "iso-8859-2")
  }

  @Test(arguments: ["", " \n", "<a/>", "<?xml version='1.0'?>", "<!-- x -->"])
  func emptyInputsAreFindings(text: String) {
    let document = OwnFixture.read(text)
    #expect(!document.findings.isEmpty)
    #expect(document.blocks.isEmpty)
  }

  @Test(arguments: [
    "%PDF-1.7 …", "PK\u{3}\u{4}…", "{\\rtf1 x}", "a\u{0}b",
  ])
  func otherContentIsRefusedWithAdvice(text: String) {
    let document = OwnFixture.read(text, path: "a.bin")
    #expect(!document.isComplete)
    #expect(document.blocks.isEmpty)
    #expect(OwnFixture.rules(document) == ["AK0301"])
  }

  @Test(arguments: [
    ("The supplier shall map its chain.", DocumentRole.contract),
    ("Leverantören ska redovisa.", .contract), ("LEVERANDØREN skal rapportere.", .contract),
    ("We map our chain. The supplier shall report to us.", .tender),
    ("Policy on human rights.", .tender),
    (
      "The supplier shall a. The supplier shall b. The supplier must c. The contractor shall d. "
        + "We may audit.", .contract
    ),
  ])
  func theRoleIsInferred(text: String, role: DocumentRole) {
    let document = OwnFixture.read(text, path: "a.txt")
    #expect(document.role == role)
    #expect(document.roleOrigin == .inferred)
  }

  @Test(arguments: [
    ("en", "en"), ("ENG", "en"), ("nb-NO", "nb"), ("NOR", "nb"), ("no", "nb"), ("NNO", "nn"),
    ("SWE", "sv"), ("sv_SE", "sv"), ("DAN", "da"), ("sma", "sma"), (" fi ", "fi"),
  ])
  func languageTagsAreNormalised(tag: String, language: String) {
    #expect(LanguageTag.normalise(tag) == language)
  }

  @Test(arguments: ["", "und", "x", "english", "1", "-"])
  func otherTagsNameNoLanguage(tag: String) {
    #expect(LanguageTag.normalise(tag) == nil)
  }

  @Test func formatsAreListedOnce() {
    let ids = FormatTable.formats.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.last == "text")
    #expect(Set(ids).isSuperset(of: ["aktsam-response", "aktsam-tender", "prose", "html"]))
  }
}
