import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

@Suite struct OpenDocumentTests {
  private typealias Fixture = OpenDocumentFixture

  private func check(_ document: Document, sourceLocation: SourceLocation = #_sourceLocation) {
    let faults = DocumentCheck.faults(document, parts: ["": document.source.bytes])
    #expect(faults == [], sourceLocation: sourceLocation)
  }

  @Test func headingsAndParagraphsOfAFlatFile() {
    let document = Fixture.read(
      """
      <text:h text:outline-level="1">Åtagande</text:h>
      <text:p>Vi kart<text:span>lägger</text:span><text:s text:c="2"/>alla<text:tab/>led.</text:p>
      <text:p>First<text:line-break/>second &amp; third.</text:p><text:p/>
      <text:p>4.1 The supplier shall report.</text:p>
      """)
    #expect(document.format == "flat-odt")
    #expect(document.date == "2026-02-03")
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: Åtagande", "1 paragraph: Vi kartlägger alla led.",
        "2 paragraph: First second & third.", "3 paragraph 4.1: The supplier shall report.",
      ])
    #expect(document.blocks.map(\.heading) == [-1, 0, 0, 0])
    check(document)
  }

  @Test func aPackageIsReadFromItsContent() throws {
    let bytes = Fixture.package(
      "<text:h text:outline-level=\"1\">Policy</text:h><text:p>Vi gransker leddene.</text:p>",
      styles: """
        <style:default-style style:family="paragraph">\
        <style:text-properties fo:language="nb" fo:country="NO"/></style:default-style>
        """ + Fixture.outline)
    let document = DocumentReader.read(bytes, path: "a.odt")
    #expect(document.format == "odt")
    #expect(document.language == "nb")
    #expect(document.date == "2026-02-03")
    #expect(
      OwnFixture.lines(document) == ["0 heading 1: Policy", "0 paragraph 1: Vi gransker leddene."])
    let place = document.place(of: document.blocks[1].text, element: document.blocks[1].element)
    #expect(place.part == "content.xml")
    #expect(place.element == "/document-content[1]/body[1]/text[1]/p[1]")
    #expect(DocumentCheck.faults(document, parts: ["content.xml": document.source.bytes]) == [])
  }

  @Test func headingsAreNumberedByTheOutline() {
    let document = Fixture.read(
      """
      <text:h text:outline-level="1">Scope</text:h><text:h text:outline-level="2">Aim</text:h>
      <text:h text:outline-level="2">Reach</text:h><text:p>All tiers.</text:p>
      <text:h text:outline-level="3">Plain</text:h>
      <text:h text:outline-level="1" text:is-list-header="true">Unnumbered</text:h>
      <text:h text:outline-level="1">Duties</text:h><text:h text:outline-level="2">First</text:h>
      <text:h text:outline-level="1" text:restart-numbering="true" text:start-value="7">Late</text:h>
      """, styles: Fixture.outline)
    #expect(
      document.blocks.map { "\($0.number) \(document.string($0.text))" } == [
        "1 Scope", "1.1 Aim", "1.2 Reach", "1.2 All tiers.", " Plain", " Unnumbered", "2 Duties",
        "2.1 First", "7 Late",
      ])
  }

  @Test func listsAreCounted() {
    let document = Fixture.read(
      """
      <text:p>We do:</text:p>
      <text:list text:style-name="L1"><text:list-item><text:p>map</text:p>
      <text:list><text:list-item><text:p>tier one</text:p></text:list-item>
      <text:list-item><text:p>tier two</text:p>
      <text:list><text:list-item><text:p>mines</text:p></text:list-item></text:list>
      </text:list-item></text:list></text:list-item>
      <text:list-item text:start-value="5"><text:p>audit</text:p><text:p>yearly</text:p>
      </text:list-item></text:list>
      <text:p>Between.</text:p>
      <text:list text:style-name="L1" text:continue-numbering="true">
      <text:list-header><text:p>head</text:p></text:list-header>
      <text:list-item><text:p>report</text:p></text:list-item></text:list>
      """, automatic: Fixture.numbered)
    #expect(
      document.blocks.map { "\($0.kind.name) \($0.number): \(document.string($0.text))" } == [
        "paragraph : We do:", "list-item 1: map", "paragraph 1.1: tier one",
        "paragraph 1.2: tier two", "list-item 1.2 a: mines", "list-item 1.2 5: audit",
        "list-item 1.2 5: yearly", "paragraph 1.2: Between.", "list-item 1.2: head",
        "list-item 1.2 6: report",
      ])
  }

  @Test func aClauseListContinuesOverHeadings() {
    func clause(_ text: String) -> String {
      """
      <text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:list>
      <text:list-item><text:p>\(text)</text:p></text:list-item></text:list></text:list-item>
      </text:list>
      """
    }
    let document = Fixture.read(
      """
      <text:list text:style-name="L1"><text:list-item><text:h text:outline-level="1">Rights</text:h>
      </text:list-item></text:list>
      """ + clause("Leverantören ska kartlägga.") + clause("Leverantören ska rapportera."),
      automatic: Fixture.numbered)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading 1: Rights", "1 paragraph 1.1: Leverantören ska kartlägga.",
        "2 paragraph 1.2: Leverantören ska rapportera.",
      ])
    #expect(document.role == .contract)
  }

  @Test func trackedChangesAreReadAsTheyStand() {
    let document = Fixture.read(
      """
      <text:tracked-changes><text:changed-region text:id="c1"><text:deletion>
      <text:p>We never audit.</text:p></text:deletion></text:changed-region>
      <text:changed-region text:id="c2"><text:insertion/></text:changed-region>
      </text:tracked-changes>
      <text:p>We <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>always
      <text:change-end text:change-id="c2"/>audit.</text:p>
      """)
    #expect(OwnFixture.lines(document) == ["0 paragraph: We always audit."])
    #expect(OwnFixture.rules(document) == ["AK0350"])
    #expect(
      document.findings[0].message
        == "the document has tracked changes: 1 deletion left out, 1 insertion read; "
        + "ask which version is meant")
  }

  @Test func notesFollowAndAnnotationsAreLeftOut() {
    let document = Fixture.read(
      """
      <text:p>We audit<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
      <text:note-body><text:p>Since 2021.</text:p></text:note-body></text:note> all<office:annotation>
      <dc:creator>A</dc:creator><text:p>We do not!</text:p></office:annotation> suppliers.</text:p>
      <text:p>Next.</text:p>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: We audit all suppliers.", "1 paragraph: Since 2021.", "2 paragraph: Next.",
      ])
    #expect(document.blocks.map(\.label) == ["", "footnote", ""])
    #expect(OwnFixture.source(document, document.blocks[0]) == "We audit| all| suppliers.")
    check(document)
  }

  @Test func aNoteDoesNotPartALeadInFromItsList() {
    let document = Fixture.read(
      """
      <text:p>We do<text:note><text:note-body><text:p>Note.</text:p></text:note-body></text:note>:</text:p>
      <text:list><text:list-item><text:p>map</text:p></text:list-item></text:list><text:p>End.</text:p>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: We do:", "0 list-item: map", "1 paragraph: Note.", "2 paragraph: End.",
      ])
  }

  @Test func hiddenTextIsSaidAndNotRead() {
    let document = Fixture.read(
      """
      <text:p>Seen <text:span text:style-name="H">unseen </text:span>text.</text:p>
      <text:section text:name="s" text:display="none"><text:p>Gone.</text:p></text:section>
      <text:p text:style-name="P"> Also gone.</text:p>
      <text:p><text:hidden-paragraph text:is-hidden="true"/>And this.</text:p>
      """,
      automatic: """
        <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>\
        </style:style><style:style style:name="P" style:family="paragraph"><style:text-properties \
        text:display="none"/></style:style>
        """)
    #expect(OwnFixture.lines(document) == ["0 paragraph: Seen text."])
    #expect(OwnFixture.rules(document) == ["AK0353"])
    #expect(document.findings[0].message.hasPrefix("4 hidden passages"))
  }

  @Test func languagesComeFromStyles() {
    let document = Fixture.read(
      """
      <text:p>Vi granskar.</text:p><text:p><text:span text:style-name="E">We audit.</text:span></text:p>
      <text:p text:style-name="N">Vi følger opp.</text:p>
      """,
      automatic: """
        <style:style style:name="E" style:family="text"><style:text-properties fo:language="en"/>\
        </style:style><style:style style:name="N" style:family="paragraph" \
        style:parent-style-name="Base"/>
        """,
      styles: """
        <style:default-style style:family="paragraph"><style:text-properties fo:language="sv"/>\
        </style:default-style><style:style style:name="Base" style:family="paragraph">\
        <style:text-properties fo:language="nb"/></style:style>
        """)
    #expect(document.language == "sv")
    #expect(document.blocks.map(\.language) == [nil, "en", "nb"])
  }

  @Test func englishAsADefaultSaysNothing() {
    let document = Fixture.read(
      "<text:p>Vi granskar.</text:p>",
      styles: """
        <style:default-style style:family="paragraph"><style:text-properties fo:language="en"/>\
        </style:default-style>
        """)
    #expect(document.language == nil)
  }

  @Test func framesAreReadAfterTheirParagraphAndIndexesAreNot() {
    let document = Fixture.read(
      """
      <text:table-of-content><text:index-body><text:p>Contents</text:p></text:index-body>
      </text:table-of-content>
      <text:p>Before <draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box>
      <svg:desc>A box</svg:desc></draw:frame>after.</text:p>
      """)
    #expect(
      OwnFixture.lines(document) == ["0 paragraph: Before after.", "1 paragraph: In the box."])
    check(document)
  }

  @Test func aBareContentPartIsRead() {
    let document = OwnFixture.read(
      """
      <office:document-content \(Fixture.namespaces)><office:body><office:text>
      <text:p>We map.</text:p></office:text></office:body></office:document-content>
      """)
    #expect(document.format == "flat-odt")
    #expect(OwnFixture.lines(document) == ["0 paragraph: We map."])
  }

  @Test(arguments: [
    "<office:document/>", "<office:body/>", "<office:body><office:text/></office:body>",
    "<office:body><office:text><text:list><text:list-item text:start-value=\"99999999999999999999\">"
      + "<text:h text:outline-level=\"-4\"/></text:list-item></text:list></office:text></office:body>",
    "<office:body><office:text><table:table><table:table-row table:number-rows-repeated=\"9e99\">"
      + "<table:table-cell table:number-columns-repeated=\"99999999999\"/></table:table-row>"
      + "</table:table></office:text></office:body>",
  ])
  func oddFilesAreEmptyDocuments(body: String) {
    let document = OwnFixture.read(
      "<office:document \(Fixture.namespaces)>\(body)</office:document>")
    #expect(document.format == "flat-odt")
    #expect(document.blocks.isEmpty)
    #expect(OwnFixture.rules(document) == ["AK0307"])
  }

  @Test func anEncryptedPackageIsSaid() {
    let bytes = ZipFixture([
      "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "\u{1}\u{2}",
      "META-INF/manifest.xml":
        "<manifest><file-entry><encryption-data/></file-entry></manifest>",
    ]).bytes
    let document = DocumentReader.read(bytes, path: "a.odt")
    #expect(!document.isComplete)
    #expect(OwnFixture.rules(document) == ["AK0358"])
    #expect(document.findings[0].message.contains("password"))
  }

  @Test(.enabled(if: TestFiles.shared("corpus/opendocument") != nil, "the corpus is not here"))
  func theSampleIsReadWhole() throws {
    let url = try #require(TestFiles.shared("corpus/opendocument/writer.opendocument"))
    let document = DocumentReader.read(Array(try Data(contentsOf: url)), path: "w.xml")
    #expect(document.format == "flat-odt")
    var counts: [String: Int] = [:]
    for block in document.blocks { counts[block.kind.name, default: 0] += 1 }
    #expect(counts == ["heading": 31, "list-item": 91, "paragraph": 211])
    #expect(document.questions.isEmpty)
    #expect(DocumentCheck.faults(document, parts: ["": document.source.bytes]) == [])
    #expect(document.blocks.count { $0.label == "footnote" } == 8)
  }
}
