import AktsamDocuments
import AktsamText
import Testing

@Suite struct AkomaNtosoReaderTests {
  @Test(arguments: [
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "http://example.org/national/1.8", "",
  ])
  func anyNamespaceIsRecognised(namespace: String) {
    let document = OwnFixture.read(
      """
      <akomaNtoso xmlns="\(namespace)"><act><body><p>Suppliers shall map risks.</p></body></act>
      </akomaNtoso>
      """)
    #expect(document.format == "akoma-ntoso")
    #expect(document.role == .contract)
    #expect(document.roleOrigin == .format)
    #expect(OwnFixture.lines(document) == ["0 paragraph: Suppliers shall map risks."])
    #expect(document.findings.isEmpty)
  }

  @Test func theUserNamesTheRole() {
    let document = OwnFixture.read(
      "<akomaNtoso><doc><mainBody><p>We map risks.</p></mainBody></doc></akomaNtoso>", role: .tender
    )
    #expect(document.role == .tender)
    #expect(document.roleOrigin == .declared)
  }

  @Test func theFactsGiveLanguageAndDate() {
    let document = act("<article><num>1 §</num><content><p>Kort.</p></content></article>")
    #expect(document.language == "sv")
    #expect(document.date == "2026-02-01")
    #expect(OwnFixture.lines(document) == ["0 heading 1 §: 1 §", "0 paragraph 1 §: Kort."])
  }

  @Test func numbersAreChainedAsPrinted() {
    let document = act(
      """
      <chapter eId="k2"><num>Kapitel 2</num><heading>Ansvar</heading>
      <article eId="art_4"><num>§
          4</num><heading>Plikter</heading>
        <paragraph eId="art_4__para_1"><num>(1)</num><content><p>Bolaget ska kartlägga.</p></content>
        </paragraph>
        <paragraph eId="art_4__para_2"><num>(2)</num><list eId="art_4__list"><intro>
          <p>Bolaget ska redovisa</p></intro>
          <point eId="art_4__a"><num>a</num><content><p>risker,</p></content></point>
          <point eId="art_4__b"><num>b</num><content><p>åtgärder</p></content>
            <list><point><num>i</num><content><p>planerade</p></content></point></list></point>
          <wrapUp><p>senast den 1 juni.</p></wrapUp></list></paragraph>
        <paragraph eId="art_4__para_3"><num>(3)</num><content><p>Detta gäller alla.</p></content>
        </paragraph>
      </article></chapter>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading Kapitel 2: Ansvar", "1 heading § 4: Plikter",
        "2 paragraph § 4 (1): Bolaget ska kartlägga.", "3 paragraph § 4 (2): Bolaget ska redovisa",
        "3 list-item § 4 (2) a: risker,", "3 list-item § 4 (2) b: åtgärder",
        "3 list-item § 4 (2) b i: planerade", "3 paragraph § 4 (2): senast den 1 juni.",
        "4 paragraph § 4 (3): Detta gäller alla.",
      ])
    #expect(
      document.blocks.map(\.label) == [
        "", "", "art_4__para_1", "art_4__list", "art_4__a", "art_4__b", "art_4__b", "art_4__list",
        "art_4__para_3",
      ])
    #expect(document.blocks[2].heading == 1)
    #expect(document.blocks[1].heading == 0)
  }

  @Test func aSecondNumberIsAHeading() {
    let document = act(
      """
      <article><num>Article 1</num><num>Scope</num><paragraph><num>1.</num>
      <content><p>It applies.</p></content></paragraph></article>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading Article 1: Scope", "1 paragraph Article 1 1.: It applies.",
      ])
  }

  @Test func subparagraphsWithoutNumbersBelongToTheirParagraph() {
    let document = act(
      """
      <article><num>Article 1</num><heading>Scope</heading><paragraph><num>1.</num>
      <subparagraph><content><p>It applies.</p></content></subparagraph>
      <subparagraph><content><p>It does so now.</p></content></subparagraph></paragraph></article>
      """)
    #expect(
      OwnFixture.lines(document).dropFirst() == [
        "1 paragraph Article 1 1.: It applies.", "1 paragraph Article 1 1.: It does so now.",
      ])
  }

  @Test func recitalsAreNotLedIn() {
    let document = OwnFixture.read(
      """
      <akomaNtoso><act><preamble><recitals><intro><p>Whereas:</p></intro>
      <recital eId="rec_1"><num>(1)</num><p>Work is hard.</p></recital>
      <recital eId="rec_2"><num>(2)</num><p>Rest is due.</p></recital></recitals></preamble></act>
      </akomaNtoso>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: Whereas:", "1 paragraph (1): Work is hard.", "2 paragraph (2): Rest is due.",
      ])
  }

  @Test func notesAreReadAfterTheirClause() throws {
    let document = act(
      """
      <article eId="a1"><num>1</num><heading>Plikt<authorialNote><p>Se bilagan.</p></authorialNote>
      </heading><list><intro><p>Bolaget<authorialNote marker="1"><p>Moderbolaget.</p><p>Även
      filialer.</p></authorialNote> ska:</p></intro><point><num>a</num><content><p>veta</p></content>
      </point></list></article>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading 1: Plikt", "0 paragraph 1: Bolaget ska:", "0 list-item 1 a: veta",
        "1 paragraph 1: Se bilagan.", "2 paragraph 1: Moderbolaget.",
        "2 paragraph 1: Även filialer.",
      ])
    #expect(document.blocks.suffix(3).map(\.label) == Array(repeating: "a1, footnote", count: 3))
    #expect(OwnFixture.source(document, document.blocks[1]) == "Bolaget| ska:")
    let note = document.string(document.blocks[1].text)
    #expect(note == "Bolaget ska:")
  }

  @Test func quotedClausesKeepTheNumberOfTheAmendment() {
    let document = act(
      """
      <section eId="s3"><num>3</num><heading>Changes</heading>
      <subsection eId="s3_1"><num>(1)</num><content><p>After subsection (2) insert—
      <mod><quotedStructure><subsection eId="q2A"><num>(2A)</num><intro><p>Firms must—</p></intro>
      <paragraph><num>(a)</num><content><p>act,</p></content></paragraph></subsection>
      </quotedStructure></mod></p></content></subsection>
      <subsection eId="s3_2"><num>(2)</num><content><p>For <mod><quotedText>may</quotedText></mod>
      read <quotedText>must</quotedText>.</p></content></subsection></section>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading 3: Changes", "1 paragraph 3 (1): After subsection (2) insert—",
        "2 paragraph 3 (1): Firms must—", "2 list-item 3 (1): act,",
        "3 paragraph 3 (2): For may read must.",
      ])
    #expect(document.blocks[2].label == "q2A, quoted (2A)")
    #expect(document.blocks[3].label == "q2A, quoted (2A) (a)")
  }

  @Test func componentsAreDocumentsOfTheirOwn() {
    let document = OwnFixture.read(
      """
      <akomaNtoso><documentCollection>\(meta("eng", "2026-01-05"))<preface><longTitle>
      <p>A <docTitle>Proposal</docTitle></p></longTitle><p>Public</p></preface><collectionBody>
      <component><documentRef href="#a"/></component></collectionBody></documentCollection>
      <components><component><doc>\(meta("swe", "2026-01-06"))<mainBody><tblock eId="t1">
      <num>1.</num><heading>Bakgrund</heading><p>Ett.</p></tblock></mainBody></doc></component>
      <component><bill><body><article><num>Article 1</num><content><p>One.</p></content></article>
      </body></bill></component></components></akomaNtoso>
      """)
    #expect(document.language == "en")
    #expect(document.date == "2026-01-05")
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: A Proposal", "1 caption: Public", "2 heading 1.: Bakgrund",
        "2 paragraph 1.: Ett.", "3 heading Article 1: Article 1", "3 paragraph Article 1: One.",
      ])
    #expect(document.blocks.map(\.language) == [nil, nil, "sv", "sv", nil, nil])
    #expect(document.blocks[2].heading == -1)
  }

  @Test func tablesStandAnywhere() {
    let document = OwnFixture.read(
      """
      <akomaNtoso><act><body><hcontainer name="annex"><content><p><b>Fees</b></p><table>
      <tr><th><p>Service</p></th><th><p>Fee<br/>SEK</p></th></tr>
      <tr><td><p>Audit</p></td><td><p>430</p></td></tr></table><p>End.</p></content></hcontainer>
      </body></act></akomaNtoso>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: Fees", "1 caption: Service", "1 caption: Fee SEK", "2 table-cell: Audit",
        "2 table-cell: 430", "3 paragraph: End.",
      ])
    #expect(document.blocks[4].label == "Fee SEK")
  }

  @Test func anEmptyDocumentIsNoted() {
    let document = OwnFixture.read("<akomaNtoso><act><meta/><body/></act></akomaNtoso>")
    #expect(OwnFixture.rules(document) == ["AK0307"])
  }

  @Test func aLongNumberIsText() {
    let long = String(repeating: "very ", count: 30)
    let document = act(
      "<article><num>\(long)long</num><content><p>Short.</p></content></article>")
    #expect(document.blocks.map(\.kind) == [.heading, .paragraph])
    #expect(document.blocks.map(\.number) == ["", ""])
  }

  private func meta(_ language: String, _ date: String) -> String {
    """
    <meta><identification><FRBRWork><FRBRdate date="1990-01-01"/></FRBRWork><FRBRExpression>
    <FRBRdate date="\(date)"/><FRBRlanguage language="\(language)"/></FRBRExpression></identification>
    <notes><note><p>Not text.</p></note></notes></meta>
    """
  }

  private func act(_ body: String) -> Document {
    OwnFixture.read(
      """
      <akn:akomaNtoso xmlns:akn="urn:x" xmlns="urn:x"><act>\(meta("swe", "2026-02-01"))<body>\(body)
      </body></act></akn:akomaNtoso>
      """)
  }
}
